import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import { policyAus } from '../../policy/wahl.ts';
import { ankerVon } from '../anker.ts';
import { nurGrund } from '../abgangsgruende.ts';
import type { BefehlVon } from '../befehle.ts';
import type { BestehenderFall, OffenerFall } from '../fall.ts';
import { letzteFaelligeUeberpruefungOffen, standortAb } from '../pflichten/begleitung.ts';
import { sichtAuf } from '../pflichten/pflicht.ts';
import { verlaengerungBis } from '../verlaengerung.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { einleitung } from './abgang.ts';
import { abgangErlaubt } from './abgangsgrund.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, geschehen, zeichen, type Entwurf, type Rohereignis } from './entwurf.ts';
import { dauer } from '../gespraechsangaben.ts';
import type { Folgezeilen } from './zeilen.ts';
import { zaehltAlsKontakt } from './zugang.ts';

/** TR36, TR41: the 6-monthly Überprüfung; one outside its window is kept but moves nothing (AC-64). */
function ueberpruefen(stand: BestehenderFall, befehl: BefehlVon<'ueberpruefen'>): Entwurf {
  const tr = stand.zustand === 'aktiv_verlaengert' ? 'TR41' : 'TR36';
  const fall = ausgang(tr, stand, befehl);
  if ('ok' in fall) return fall;
  const vorher = vorFallzugang(fall, befehl, tr);
  if (vorher !== null) return vorher;
  if (zeichen(befehl, 'gruende') === 0 || zeichen(befehl, 'prognose') === 0) {
    return verstoss('V-54', 'Die Überprüfung braucht die Gründe der Fortführung und eine Prognose.');
  }
  if (tr === 'TR41' && befehl.ergebnis === 'fortfuehrung' && zeichen(befehl, 'grund24MonatePlus') === 0) {
    return verstoss('V-55', 'Jenseits von 24 Monaten braucht jede Fortführung eine eigene Begründung.');
  }
  const warnungen = fall.hinweise.filter((regel) => regel === 'V-65');
  const ereignis = geschehen(befehl, { tr, warnungen }, { art: 'ueberprueft', ergebnis: befehl.ergebnis });
  return befehl.ergebnis === 'fortfuehrung' ? angenommen(ereignis) : mitAbgang(fall, befehl, ereignis);
}

/** The Überprüfung that ends in an exit decides both at once (TR37). */
function mitAbgang(fall: OffenerFall, befehl: BefehlVon<'ueberpruefen'>, ereignis: Rohereignis): Entwurf {
  if (befehl.abgang === null) {
    return verstoss('V-57', 'Wer den Abgang einleitet, nennt den Abgangsgrund.');
  }
  const hindernis = abgangErlaubt(fall, befehl, befehl.abgang);
  return hindernis ?? angenommen(ereignis, einleitung('TR37', befehl.ereignisAm, befehl.abgang));
}

type Standort = BefehlVon<'standortgespraech_fuehren'>;

/** V-55, V-56, V-73: what a Verbleib beyond 24 months must show. */
function verbleibErlaubt(fall: OffenerFall, befehl: Standort): Entwurf | null {
  if (policyAus(fall.policy)['POL-HOECHSTDAUER'].art === 'hard') {
    return verstoss('V-55', 'Ein Verbleib über die Höchstdauer hinaus ist hier nicht vorgesehen.');
  }
  if (zeichen(befehl, 'sichtBewerber') === 0 || zeichen(befehl, 'sichtFm') === 0) {
    return verstoss('V-55', 'Der Verbleib braucht die Sicht der Person und die Sicht des Fallmanagements.');
  }
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
  if (befehl.handlungsbedarfeBewertet < befehl.person.offeneHandlungsbedarfe) {
    return verstoss('V-56', 'Im Standortgespräch ist der Stand jedes Handlungsbedarfs festzuhalten.');
  }
  const hindernis = tr === 'TR39' ? verbleibErlaubt(fall, befehl) : ohneVerlaengerung(befehl);
  if (hindernis !== null) return hindernis;
  const ereignis = geschehen(
    befehl,
    { tr },
    {
      art: 'standortgespraech_gefuehrt',
      ergebnis: befehl.ergebnis,
      zaehlt: zaehltAlsKontakt(fall, befehl.art, ['bewerber']),
      ...dauer(befehl),
      ...artDesGrundes(befehl),
      verlaengerungBis:
        tr === 'TR39' ? verlaengerungBis(policyAus(fall.policy), ankerVon(fall).am, befehl.ereignisAm) : null,
    },
  );
  return tr === 'TR39'
    ? angenommen(ereignis)
    : angenommen(ereignis, einleitung('TR40', befehl.ereignisAm, nurGrund('X13')));
}

export const FORTFUEHRUNG = {
  ueberpruefen: { durch: ueberpruefen, tage: { abgang: { arbeitsaufnahmeAm: 'eigene_regel' } } },
  standortgespraech_fuehren: { durch: standortgespraechFuehren, tage: { person: 'akte' } },
} satisfies Partial<Folgezeilen>;
