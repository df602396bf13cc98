import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Regelid } from '../../kennungen.ts';
import { policyAus } from '../../policy/wahl.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { Befehl, BefehlVon } from '../befehle.ts';
import type { Bedarfsstand } from '../befehle/kopf.ts';
import type { Vereinbarungsangaben } from '../befehle/planung.ts';
import type { Vereinbarungsinhalt, Vereinbarungstyp } from '../beratung.ts';
import type { AbgehenderFall, BestehenderFall, OffenerFall } from '../fall.ts';
import { EGV_ENDE, geltenderTyp, typAm } from '../vereinbarungstyp.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, geschehen, text, zeichen, type Entwurf } from './entwurf.ts';
import { istOffenerBedarf } from './handlungsbedarfe.ts';
import type { Folgezeilen } from './zeilen.ts';

type Begleiteter = OffenerFall | AbgehenderFall;
type MitAngaben = BefehlVon<'vereinbarung_abschliessen' | 'vereinbarung_fortschreiben'>;

/** V-42: what the day does not know cannot be concluded; a Verwaltungsakt is only referred to. */
function typVon(
  fall: Begleiteter,
  befehl: MitAngaben,
  angaben: Vereinbarungsangaben,
): Vereinbarungstyp | Entwurf {
  const zulaessig = typAm(policyAus(fall.policy), befehl.ereignisAm);
  const typ = angaben.typ ?? zulaessig;
  if (typ === 'verpflichtung_va') {
    return zeichen(befehl, 'verweis') > 0
      ? typ
      : bedingungFehlt('TR27', 'Auf den Verwaltungsakt wird verwiesen; der Verweis fehlt.');
  }
  return typ === zulaessig
    ? typ
    : verstoss('V-42', 'Diese Art der Vereinbarung kennt das Gesetz an diesem Tag nicht.');
}

/** V-43: a Kooperationsplan carries no Rechtsfolgen. */
function rechtsfolgen(befehl: Befehl, angaben: Vereinbarungsangaben, typ: Vereinbarungstyp): Entwurf | null {
  const nennt = zeichen(befehl, 'rechtsfolgen') > 0 || angaben.rechtsfolgenErlaeutertAm !== null;
  return nennt && typ === 'kooperationsplan'
    ? verstoss('V-43', 'Ein Kooperationsplan enthält keine Rechtsfolgen.')
    : null;
}

const BEIDERSEITS = {
  leistungenTraeger: 'Es fehlt, was der Träger leistet.',
  pflichtenKunde: 'Es fehlt, was die Person übernimmt.',
  zeitrahmen: 'Es fehlt der Zeitrahmen.',
} as const;

/** V-39: both sides, a time frame, and words of its own. */
function unvollstaendig(befehl: Befehl): Entwurf | null {
  for (const [feld, satz] of Object.entries(BEIDERSEITS)) {
    if (zeichen(befehl, feld) === 0) return verstoss('V-39', satz);
  }
  if (text(befehl, 'pflichtenKunde')?.nurVorlage === true) {
    return verstoss('V-39', 'Die Vereinbarung ist individuell; ein Textbaustein genügt nicht.');
  }
  return null;
}

/** V-37: is something worked on that a Vereinbarung does not name? */
function fehltBearbeitetes(bedarfe: readonly Bedarfsstand[], genannte: readonly string[]): boolean {
  return bedarfe.some(({ id, status }) => status === 'in_bearbeitung' && !genannte.includes(id));
}

/** V-37 and what the Vereinbarung names beside: current Handlungsbedarfe of this person, Teilziele of this case. */
function falscherInhalt(
  fall: Begleiteter,
  { bedarfe = [] }: MitAngaben,
  { handlungsbedarfe, teilziele }: Vereinbarungsangaben,
): Entwurf | null {
  if (fehltBearbeitetes(bedarfe, handlungsbedarfe)) {
    return verstoss('V-37', 'Handlungsbedarfe, die bearbeitet werden, gehören immer in die Vereinbarung.');
  }
  if (handlungsbedarfe.some((id) => bedarfe.every((b) => b.id !== id))) {
    return bedingungFehlt('TR27', 'Die Vereinbarung nennt einen Handlungsbedarf, den die Person nicht hat.');
  }
  if (gilt('V-37', fall) && handlungsbedarfe.some((id) => !istOffenerBedarf(bedarfe, id))) {
    return verstoss('V-37', 'Die Vereinbarung nennt einen Handlungsbedarf, der schon erledigt ist.');
  }
  const { teilzieleGesamt } = fall.begleitung.planung;
  return teilziele.some((nummer) => nummer > teilzieleGesamt)
    ? bedingungFehlt('TR27', 'Die Vereinbarung nennt ein Teilziel, das es nicht gibt.')
    : null;
}

/** V-39: it ends; V-42: an EGV at the latest with the year 2023. */
function endeVon(
  befehl: Befehl,
  { gueltigBis }: Vereinbarungsangaben,
  typ: Vereinbarungstyp,
): { readonly gueltigBis: Tag } | Entwurf {
  if (gueltigBis === null || gueltigBis < befehl.ereignisAm) {
    return verstoss('V-39', 'Die Vereinbarung ist befristet; es fehlt ein Ende nach ihrem Abschluss.');
  }
  return typ === 'egv' && gueltigBis > EGV_ENDE
    ? verstoss('V-42', 'Eine Eingliederungsvereinbarung galt längstens bis zum 31.12.2023.')
    : { gueltigBis };
}

type Geprueft = { readonly inhalt: Vereinbarungsinhalt; readonly warnungen: readonly Regelid[] };

/** A version of the Vereinbarung with all its rules: V-37, V-39, V-41 to V-43. */
function pruefe(fall: Begleiteter, befehl: MitAngaben, angaben: Vereinbarungsangaben): Geprueft | Entwurf {
  const typ = typVon(fall, befehl, angaben);
  if (typeof typ !== 'string') return typ;
  const mangel =
    rechtsfolgen(befehl, angaben, typ) ?? unvollstaendig(befehl) ?? falscherInhalt(fall, befehl, angaben);
  if (mangel !== null) return mangel;
  const ende = endeVon(befehl, angaben, typ);
  if ('ok' in ende) return ende;
  const { handlungsbedarfe, teilziele, angebotsinformationGegebenAm: informiert } = angaben;
  const warnungen: Regelid[] = informiert === null || informiert > befehl.ereignisAm ? ['V-41'] : [];
  return { inhalt: { typ, ...ende, handlungsbedarfe, teilziele }, warnungen };
}

/** TR27. What release 0.1 recorded had its text alone. */
function vereinbarungAbschliessen(
  stand: BestehenderFall,
  befehl: BefehlVon<'vereinbarung_abschliessen'>,
): Entwurf {
  const fall = ausgang('TR27', stand, befehl);
  if ('ok' in fall) return fall;
  const { angaben } = befehl;
  if (angaben === undefined && zeichen(befehl, 'inhalt') === 0) {
    return bedingungFehlt('TR27', 'Die Vereinbarung ist ohne Inhalt.');
  }
  if (fall.begleitung.vereinbarungen.length > 0) {
    return bedingungFehlt('TR27', 'Eine Vereinbarung besteht schon; sie wird fortgeschrieben (TR56).');
  }
  const vorher = vorFallzugang(fall, befehl, 'TR27');
  if (vorher !== null) return vorher;
  if (angaben === undefined) {
    return angenommen(geschehen(befehl, { tr: 'TR27' }, { art: 'vereinbarung_abgeschlossen' }));
  }
  const geprueft = pruefe(fall, befehl, angaben);
  if ('ok' in geprueft) return geprueft;
  const { inhalt, warnungen } = geprueft;
  return angenommen(
    geschehen(befehl, { tr: 'TR27', warnungen }, { art: 'vereinbarung_abgeschlossen', inhalt }),
  );
}

/** TR28: no agreement came about; what follows by law is decided outside of this procedure. */
function vereinbarungScheitern(stand: BestehenderFall, befehl: BefehlVon<'vereinbarung_scheitern'>): Entwurf {
  const fall = ausgang('TR28', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'grund') === 0) {
    return bedingungFehlt('TR28', 'Kommt keine Vereinbarung zustande, ist der Grund festzuhalten.');
  }
  return (
    vorFallzugang(fall, befehl, 'TR28') ??
    angenommen(geschehen(befehl, { tr: 'TR28' }, { art: 'vereinbarung_nicht_abgeschlossen' }))
  );
}

/** Why nothing can be done with the last version on the day. */
function nichtFortzuschreiben(
  fall: Begleiteter,
  befehl: BefehlVon<'vereinbarung_fortschreiben'>,
): Entwurf | null {
  const letzte = fall.begleitung.vereinbarungen.at(-1);
  if (letzte === undefined) {
    return bedingungFehlt('TR56', 'Es gibt noch keine Vereinbarung, die fortgeschrieben werden könnte.');
  }
  if (befehl.ereignisAm < letzte.am) {
    return bedingungFehlt('TR56', 'Die Fortschreibung kann nicht vor der letzten Fassung liegen.');
  }
  const egv = geltenderTyp(fall.begleitung, policyAus(fall.policy)) === 'egv';
  return egv && befehl.anpassung === null && befehl.ereignisAm > EGV_ENDE
    ? verstoss(
        'V-42',
        'Die Eingliederungsvereinbarung ist erloschen; sie wird durch einen Kooperationsplan ersetzt.',
      )
    : null;
}

/** V-37: a version both look at again and leave as it is still has to contain what is worked on by now. */
function ueberholt(
  fall: Begleiteter,
  { bedarfe = [] }: BefehlVon<'vereinbarung_fortschreiben'>,
): Entwurf | null {
  const { vereinbarung } = fall.begleitung.planung;
  if (!gilt('V-37', fall) || vereinbarung === null) return null;
  return fehltBearbeitetes(bedarfe, vereinbarung.handlungsbedarfe)
    ? verstoss(
        'V-37',
        'Seit der letzten Fassung ist ein Handlungsbedarf in Bearbeitung gekommen; schreiben Sie die Vereinbarung mit ihm fort.',
      )
    : null;
}

/** TR56: reviewed or updated jointly, T-15 starts again; with each adaptation the sense of bFM is examined (T-16). */
function fortschreiben(stand: BestehenderFall, befehl: BefehlVon<'vereinbarung_fortschreiben'>): Entwurf {
  const fall = ausgang('TR56', stand, befehl);
  if ('ok' in fall) return fall;
  const hindernis = nichtFortzuschreiben(fall, befehl);
  if (hindernis !== null) return hindernis;
  const { anpassung = null } = befehl;
  if (anpassung === null) {
    return (
      ueberholt(fall, befehl) ??
      angenommen(geschehen(befehl, { tr: 'TR56' }, { art: 'vereinbarung_fortgeschrieben' }))
    );
  }
  if (zeichen(befehl, 'sinnhaftigkeit') === 0) {
    return bedingungFehlt(
      'T-16',
      'Mit jeder Anpassung der Vereinbarung wird geprüft, ob bFM noch sinnvoll ist.',
    );
  }
  const geprueft = pruefe(fall, befehl, anpassung);
  if ('ok' in geprueft) return geprueft;
  const { inhalt, warnungen } = geprueft;
  return angenommen(
    geschehen(befehl, { tr: 'TR56', warnungen }, { art: 'vereinbarung_fortgeschrieben', inhalt }),
  );
}

const VEREINBART = {
  gueltigBis: 'plan',
  angebotsinformationGegebenAm: 'tatsache_ab_2',
  rechtsfolgenErlaeutertAm: 'tatsache_ab_2',
} as const;

export const VEREINBARUNG = {
  vereinbarung_abschliessen: {
    updatename: 'klar',
    durch: vereinbarungAbschliessen,
    tage: { angaben: VEREINBART },
  },
  vereinbarung_scheitern: { updatename: 'klar', durch: vereinbarungScheitern },
  vereinbarung_fortschreiben: { updatename: 'klar', durch: fortschreiben, tage: { anpassung: VEREINBART } },
} satisfies Partial<Folgezeilen>;
