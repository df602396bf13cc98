import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import type { Tag } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import { policyAus } from '../../policy/wahl.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import { nurGrund } from '../abgangsgruende.ts';
import { ankerVon } from '../anker.ts';
import type { BefehlVon } from '../befehle.ts';
import type { Bedarfsgeschichte } from '../befehle/kopf.ts';
import type { BestehenderFall, OffenerFall } from '../fall.ts';
import { dauer } from '../gespraechsangaben.ts';
import { letzteFaelligeUeberpruefungOffen, standortAb } from '../pflichten/begleitung.ts';
import { sichtAuf } from '../pflichten/pflicht.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { laufendesEnde, naechstesEnde } from '../verlaengerung.ts';
import { einleitung } from './abgang.ts';
import { angenommen, geschehen, zeichen, type Entwurf, type Rohereignis } from './entwurf.ts';
import { gespraechsart, nichtGesprochen } from './gespraech.ts';
import type { Folgezeilen } from './zeilen.ts';
import { zaehltAlsKontakt } from './zugang.ts';

type Standort = BefehlVon<'standortgespraech_fuehren'>;

/** V-55: the view of the person and the view of the FM; for a return, too (E34). */
function ohneSichten(befehl: Standort): Entwurf | null {
  if (zeichen(befehl, 'sichtBewerber') > 0 && zeichen(befehl, 'sichtFm') > 0) return null;
  return verstoss(
    'V-55',
    'Zum Standortgespräch gehören die Sicht der Person und die Sicht des Fallmanagements.',
  );
}

/** V-55, V-73: what a Verbleib beyond 24 months must show. */
function verbleibErlaubt(fall: OffenerFall, befehl: Standort): Entwurf | null {
  if (policyAus(fall.policy)['POL-HOECHSTDAUER'].art === 'hard') {
    return verstoss('V-55', 'Ein Verbleib über die Höchstdauer hinaus ist hier nicht vorgesehen.');
  }
  const fehlt = ohneSichten(befehl);
  if (fehlt !== null) return fehlt;
  if (zeichen(befehl, 'begruendung24MonatePlus') === 0) {
    return verstoss('V-55', 'Der Verbleib über 24 Monate hinaus braucht eine Begründung.');
  }
  if (letzteFaelligeUeberpruefungOffen(sichtAuf(fall, ortstag(befehl.at)), fall)) {
    return verstoss('V-73', 'Zuerst ist die fällige Überprüfung der Fortführung zu dokumentieren.');
  }
  return null;
}

/** The kind of the reason, where somebody named it (001 7.1). */
function artDesGrundes({ verlaengerungsgrund }: Standort): Pick<Standort, 'verlaengerungsgrund'> {
  return verlaengerungsgrund === undefined ? {} : { verlaengerungsgrund };
}

/** A return stays no longer. */
function ohneVerlaengerung({ verlaengerungsgrund }: Standort): Entwurf | null {
  if (verlaengerungsgrund === undefined) return null;
  return bedingungFehlt('TR40', 'Ein Grund der Verlängerung gehört zu einem Verbleib.');
}

/** V-56 as release 0.1 knew it: as many as are open. */
function zuWenige({ handlungsbedarfeBewertet, person }: Standort): boolean {
  return handlungsbedarfeBewertet < person.offeneHandlungsbedarfe;
}

/** Must the talk say something of it: open at the Fallzugang or found since, and no mistake? */
function istZuBewerten({ status, abgebautAm }: Bedarfsgeschichte, fallzugang: Tag): boolean {
  return status !== 'verworfen' && (abgebautAm === null || abgebautAm >= fallzugang);
}

/** V-56: each Handlungsbedarf by its id, once; abgebaute ones too, for they are what was reached. */
function ohneBewertung(fall: OffenerFall, befehl: Standort): Entwurf | null {
  const nein = (satz: string): Entwurf => verstoss('V-56', satz);
  if (!gilt('V-56', fall)) {
    return zuWenige(befehl)
      ? nein('Im Standortgespräch ist der Stand jedes Handlungsbedarfs festzuhalten.')
      : null;
  }
  const { bewertungen = [], bedarfe = [] } = befehl;
  const genannte = bewertungen.map(({ handlungsbedarf }) => handlungsbedarf);
  if (new Set(genannte).size < genannte.length) {
    return nein('Zu einem Handlungsbedarf ist der Stand mehrfach angegeben.');
  }
  if (genannte.some((id) => bedarfe.every((bedarf) => bedarf.id !== id))) {
    return nein('Angegeben ist ein Handlungsbedarf, den die Person nicht hat.');
  }
  const fallzugang = fall.begleitung.fallzugang.am;
  const offen = bedarfe.filter((b) => istZuBewerten(b, fallzugang) && !genannte.includes(b.id));
  return offen.length === 0
    ? null
    : nein(`Zu ${String(offen.length)} Handlungsbedarfen fehlt, wie weit sie bearbeitet sind.`);
}

/** What the talk has to show before it is looked at what it came to. */
function unvollstaendig(fall: OffenerFall, befehl: Standort): Entwurf | null {
  const beideSichten = gilt('E34', fall) ? ohneSichten(befehl) : null;
  return nichtGesprochen(fall, befehl.art) ?? ohneBewertung(fall, befehl) ?? beideSichten;
}

/** Until when the talk extends the case (T-09); null where it extends nothing. */
function neuesEnde(fall: OffenerFall, am: Tag): Tag | null {
  return naechstesEnde(fall, ankerVon(fall).am, { am, laufendBis: laufendesEnde(fall.begleitung, am) });
}

/** E34 as it is recorded. */
function gefuehrt(fall: OffenerFall, befehl: Standort, tr: 'TR39' | 'TR40'): Rohereignis {
  const { art, ergebnis, ereignisAm, bewertungen } = befehl;
  return geschehen(
    befehl,
    { tr, warnungen: gespraechsart(fall, 'standort', art) },
    {
      art: 'standortgespraech_gefuehrt',
      ergebnis,
      zaehlt: zaehltAlsKontakt(fall, art, ['bewerber']),
      ...dauer(befehl),
      ...artDesGrundes(befehl),
      verlaengerungBis: tr === 'TR39' ? neuesEnde(fall, ereignisAm) : null,
      ...(bewertungen === undefined || !gilt('V-56', fall) ? {} : { bewertungen }),
    },
  );
}

/** TR39, TR40: from one month before the end of the maximum duration (S05), in S06 and S07. */
function standortgespraechFuehren(stand: BestehenderFall, befehl: Standort): Entwurf {
  const tr = befehl.ergebnis === 'verbleib' ? 'TR39' : 'TR40';
  const fall = ausgang(tr, stand, befehl);
  if ('ok' in fall) return fall;
  if (policyAus(fall.policy)['POL-HOECHSTDAUER'].art === 'none') {
    return bedingungFehlt(tr, 'In dieser Dienststelle gibt es keine Höchstdauer und kein Standortgespräch.');
  }
  const sicht = sichtAuf(fall, ortstag(befehl.at));
  const ab = standortAb(sicht, ankerVon(fall).am, 1);
  if (befehl.ereignisAm < ab) {
    return bedingungFehlt(tr, `Das Standortgespräch ist frühestens ab dem ${ab} möglich.`);
  }
  const hindernis =
    unvollstaendig(fall, befehl) ??
    (tr === 'TR39' ? verbleibErlaubt(fall, befehl) : ohneVerlaengerung(befehl));
  if (hindernis !== null) return hindernis;
  const ereignis = gefuehrt(fall, befehl, tr);
  return tr === 'TR39'
    ? angenommen(ereignis)
    : angenommen(ereignis, einleitung('TR40', befehl.ereignisAm, nurGrund('X13')));
}

export const STANDORT = {
  standortgespraech_fuehren: {
    updatename: 'klar',
    durch: standortgespraechFuehren,
    tage: { person: 'akte', bedarfe: 'akte' },
  },
} satisfies Partial<Folgezeilen>;
