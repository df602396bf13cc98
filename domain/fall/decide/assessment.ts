import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import { standAm } from '../../einwilligung/einwilligung.ts';
import { plusMonate, type Tag } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import type { Regelid } from '../../kennungen.ts';
import { policyAus } from '../../policy/wahl.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { BefehlVon } from '../befehle.ts';
import type { Assessment } from '../beratung.ts';
import type { BestehenderFall, OffenerFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import { istOffenerBedarf } from './handlungsbedarfe.ts';
import type { Folgezeilen } from './zeilen.ts';

/** Why no version can begin on the day: the one before runs on, or lies later. */
function nochNicht({ begleitung }: OffenerFall, am: Tag): Entwurf | null {
  const { assessment, fallzugang } = begleitung;
  if (assessment?.abschluss === null) return bedingungFehlt('TR23', 'Ein Assessment läuft schon.');
  return am < (assessment?.abschluss ?? fallzugang).am
    ? bedingungFehlt('TR23', 'Das Assessment liegt vor dem Fallzugang oder vor dem letzten Abschluss.')
    : null;
}

/** TR23: a first Assessment, or, once one is closed, its Fortschreibung; each begins with the person's free will (V-25). */
function assessmentBeginnen(stand: BestehenderFall, befehl: BefehlVon<'assessment_beginnen'>): Entwurf {
  const fall = ausgang('TR23', stand, befehl);
  if ('ok' in fall) return fall;
  const { freiwilligkeitErklaertAm, ereignisAm } = befehl;
  const hindernis = nochNicht(fall, ereignisAm);
  if (hindernis !== null) return hindernis;
  if (freiwilligkeitErklaertAm === null || freiwilligkeitErklaertAm > ereignisAm) {
    return verstoss('V-25', 'Vor dem Assessment wird der Person erklärt, dass es freiwillig ist.');
  }
  const { assessment, arbeitsbuendnis } = fall.begleitung;
  const verweigert = arbeitsbuendnis !== null && arbeitsbuendnis.stand !== 'tragfaehig';
  const warnungen: Regelid[] = verweigert ? ['V-32'] : [];
  const fassung = (assessment?.fassung ?? 0) + 1;
  const daten = { art: 'assessment_begonnen', fassung, freiwilligkeitErklaertAm } as const;
  return angenommen(geschehen(befehl, { tr: 'TR23', warnungen }, daten));
}

type Eintrag = BefehlVon<'assessment_eintrag_erfassen'>;

/** The Assessment that runs on the day, or why nothing can be entered into one (V-25). */
function laufendes(
  stand: BestehenderFall,
  befehl: BefehlVon<'assessment_eintrag_erfassen' | 'assessment_abschliessen'>,
): Entwurf | { fall: OffenerFall; assessment: Assessment } {
  const fall = ausgang('TR23', stand, befehl);
  if ('ok' in fall) return fall;
  const { assessment } = fall.begleitung;
  if (assessment === null || befehl.ereignisAm < assessment.am) {
    return verstoss('V-25', 'Zuerst wird die Freiwilligkeit erklärt und das Assessment begonnen.');
  }
  if (assessment.abschluss !== null) {
    return bedingungFehlt('TR23', 'Dieses Assessment ist abgeschlossen; es wird fortgeschrieben.');
  }
  return { fall, assessment };
}

const hatEinwilligung = ({ einwilligung, ereignisAm }: Eintrag): boolean =>
  einwilligung !== null && standAm(einwilligung, ereignisAm) === 'gueltig';

/** V-23: health only as far as a Gutachten on file describes it, ordered with a consent that still holds. */
function ohneGutachten(fall: OffenerFall, befehl: Eintrag): Entwurf | null {
  const { bereich, quelle, ereignisAm } = befehl;
  if (bereich !== 'gesundheit' && quelle !== 'gutachten') return null;
  if (quelle !== 'gutachten') {
    return verstoss('V-23', 'Gesundheitsdaten stammen aus einem Gutachten, aus keiner anderen Quelle.');
  }
  if (befehl.ueberBg) return verstoss('V-23', 'Gutachten gibt es nur über die Person selbst.');
  const liegtVor = fall.begleitung.gutachten.some(
    ({ unterlagen }) => unterlagen !== null && unterlagen.am <= ereignisAm,
  );
  if (!liegtVor) return verstoss('V-23', 'Es liegt kein Gutachten vor, auf das sich der Eintrag stützt.');
  if (!hatEinwilligung(befehl)) {
    return verstoss('V-23', 'Die Einwilligung zum Gutachten gilt nicht oder nicht mehr.');
  }
  return gilt('V-24', fall) && befehl.gedeckt !== true
    ? verstoss('V-24', 'Die Einwilligung deckt keine Angaben zur Gesundheit.')
    : null;
}

/** V-23, V-31: what an entry may rest on. */
function ohneGrundlage(fall: OffenerFall, befehl: Eintrag): Entwurf | null {
  const mangel = ohneGutachten(fall, befehl);
  if (mangel !== null) return mangel;
  return befehl.ueberBg && !hatEinwilligung(befehl)
    ? verstoss('V-31', 'Daten anderer Mitglieder der Bedarfsgemeinschaft brauchen deren Einwilligung.')
    : null;
}

/** V-33: counted from the recording (POL-LOESCH); earlier is always possible. */
function loeschtag(fall: OffenerFall, { at, loeschenSpaetestens }: Eintrag): Tag | null {
  const erfasst = ortstag(at);
  const spaetestens = plusMonate(erfasst, policyAus(fall.policy)['POL-LOESCH'].monate);
  const tag = loeschenSpaetestens ?? spaetestens;
  return tag < erfasst || tag > spaetestens ? null : tag;
}

/** V-27, V-30: an assessment is a question to the person; two Hemmnisse count by the person's own word only. */
function eintragshinweise({ aussage, reaktion, thema, nachEigenemBekunden }: Eintrag): Regelid[] {
  const unbeantwortet = aussage === 'einschaetzung' && reaktion === 'offen';
  return [
    ...(unbeantwortet ? (['V-27'] as const) : []),
    ...(thema !== null && !nachEigenemBekunden ? (['V-30'] as const) : []),
  ];
}

function eintragErfassen(fall: BestehenderFall, befehl: Eintrag): Entwurf {
  const lauf = laufendes(fall, befehl);
  if ('ok' in lauf) return lauf;
  const { zweckHb: handlungsbedarf } = befehl;
  if (handlungsbedarf === null || !istOffenerBedarf(befehl.bedarfe, handlungsbedarf)) {
    return verstoss(
      'V-21',
      'Jeder Eintrag dient einem Handlungsbedarf der Person; auf Vorrat wird nichts erhoben.',
    );
  }
  const verboten = ohneGrundlage(lauf.fall, befehl);
  if (verboten !== null) return verboten;
  const loeschenSpaetestens = loeschtag(lauf.fall, befehl);
  if (loeschenSpaetestens === null) {
    return verstoss('V-33', 'Der Eintrag wird spätestens fünf Jahre nach der Erfassung gelöscht.');
  }
  if (zeichen(befehl, 'text') === 0) return bedingungFehlt('TR23', 'Der Eintrag ist ohne Inhalt.');
  const { bereich, quelle, aussage, reaktion, nachEigenemBekunden, ueberBg } = befehl;
  const daten = {
    art: 'assessment_eintrag_erfasst',
    nummer: lauf.assessment.eintraege + 1,
    bereich,
    handlungsbedarf,
    quelle,
    aussage,
    reaktion,
    nachEigenemBekunden,
    ueberBg,
    loeschenSpaetestens,
  } as const;
  return angenommen(geschehen(befehl, { tr: 'TR23', warnungen: eintragshinweise(befehl) }, daten));
}

const MIT_WORTEN: readonly string[] = ['ergaenzt', 'korrigiert'];

/** E16: what the person says to an entry. It never removes the entry (AC-39), and is heard after the closing, too. */
function reaktionErfassen(
  stand: BestehenderFall,
  befehl: BefehlVon<'assessment_reaktion_erfassen'>,
): Entwurf {
  const fall = ausgang('TR23', stand, befehl);
  if ('ok' in fall) return fall;
  const { eintrag: nummer, reaktion } = befehl;
  const { assessment } = fall.begleitung;
  if (assessment === null || nummer > assessment.eintraege) {
    return bedingungFehlt('TR23', 'Einen Eintrag dieser Nummer gibt es im Assessment nicht.');
  }
  if (MIT_WORTEN.includes(reaktion) && zeichen(befehl, 'stellungnahme') === 0) {
    return bedingungFehlt('TR23', 'Was die Person ergänzt oder berichtigt, ist festzuhalten.');
  }
  const daten = { art: 'assessment_reaktion_erfasst', nummer, reaktion } as const;
  return vorFallzugang(fall, befehl, 'TR23') ?? angenommen(geschehen(befehl, { tr: 'TR23' }, daten));
}

/** V-26: closed once the person knows what was written down; no area is mandatory (V-29). */
function assessmentAbschliessen(
  fall: BestehenderFall,
  befehl: BefehlVon<'assessment_abschliessen'>,
): Entwurf {
  const lauf = laufendes(fall, befehl);
  if ('ok' in lauf) return lauf;
  const { unterrichtetAm } = befehl;
  if (unterrichtetAm === null || unterrichtetAm < lauf.assessment.am || unterrichtetAm > befehl.ereignisAm) {
    return verstoss(
      'V-26',
      'Vor dem Abschluss erfährt die Person ungefragt Inhalt und Umfang des Protokolls.',
    );
  }
  if (zeichen(befehl, 'staerkenSchwaechen') === 0) {
    return bedingungFehlt('TR23', 'Das Assessment schließt mit den Stärken und Schwächen.');
  }
  const { fassung } = lauf.assessment;
  const daten = { art: 'assessment_abgeschlossen', fassung, unterrichtetAm } as const;
  return angenommen(geschehen(befehl, { tr: 'TR23' }, daten));
}

export const ASSESSMENT = {
  assessment_beginnen: {
    updatename: 'klar',
    durch: assessmentBeginnen,
    tage: { freiwilligkeitErklaertAm: 'tatsache' },
  },
  assessment_eintrag_erfassen: {
    updatename: 'klar',
    durch: eintragErfassen,
    tage: { loeschenSpaetestens: 'plan', einwilligung: 'akte' },
  },
  assessment_reaktion_erfassen: { updatename: 'klar', durch: reaktionErfassen },
  assessment_abschliessen: {
    updatename: 'klar',
    durch: assessmentAbschliessen,
    tage: { unterrichtetAm: 'tatsache' },
  },
} satisfies Partial<Folgezeilen>;
