import { plusTage, type Tag } from '../../frist/tag.ts';
import { besprechungstag } from '../../pflicht/besprechungstag.ts';
import { vormerkungVon, wegVon, type Tatsache, type Zugangsweg } from '../fall.ts';
import { einmalig, regelVon, type Pflicht, type Sicht } from './pflicht.ts';

/** Keeps the derivation of a Vormerkung that nobody assigned for years bounded. */
const BESPRECHUNGEN_HOECHSTENS = 520;
/** Older meetings than these are of no use to anybody who looks at the case. */
const BESPRECHUNGEN_GEZEIGT = 4;

/** The duty of one meeting: open until the following one takes over, kept by a Zuordnung before that. */
function besprechung(sicht: Sicht, vormerkung: Tag, k: number): { tag: Tag; pflicht: Pflicht } {
  const tag = besprechungstag(sicht, vormerkung, k);
  const folgende = besprechungstag(sicht, vormerkung, k + 1);
  const zugeordnet = wegVon(sicht.fall)?.zuordnung ?? null;
  const pflicht: Pflicht = {
    id: 'T-01',
    vorkommen: k,
    beginn: k === 1 ? vormerkung : plusTage(besprechungstag(sicht, vormerkung, k - 1), 1),
    auftrag: { regel: regelVon(sicht, 'T-01'), ereignis: tag, dauer: null, anlass: 'Teambesprechung' },
    erfuellung: zugeordnet !== null && zugeordnet.am < folgende ? zugeordnet : null,
    versaeumtAb: folgende,
    wechselAm: sicht.heute > tag ? folgende : plusTage(tag, 1),
  };
  return { tag, pflicht };
}

/** T-01: the n-th meeting that could assign the Vormerkung; open until assigned, one duty a meeting. */
function zuordnung(sicht: Sicht): Pflicht[] {
  if (!sicht.policy['POL-FRIST']['T-01'].aktiv) return [];
  const vormerkung = vormerkungVon(sicht.fall).am;
  const zugeordnetAm = wegVon(sicht.fall)?.zuordnung.am ?? null;
  const pflichten: Pflicht[] = [];
  for (let k = 1; k <= BESPRECHUNGEN_HOECHSTENS; k += 1) {
    const { tag, pflicht } = besprechung(sicht, vormerkung, k);
    pflichten.push(pflicht);
    if (sicht.heute <= tag || (zugeordnetAm !== null && zugeordnetAm <= tag)) break;
  }
  return pflichten.slice(-BESPRECHUNGEN_GEZEIGT);
}

/** T-01 to T-04: everything that is due on the way to the Zugangsentscheidung. */
export function pflichtenDesZugangs(sicht: Sicht): Pflicht[] {
  const weg = wegVon(sicht.fall);
  if (weg === null) return sicht.fall.zustand === 'vorgemerkt' ? zuordnung(sicht) : [];
  const pflichten = zuordnung(sicht);
  // Out of the Jour-Fixe nobody has to be contacted first: the talk was held or is waived (TR08, TR09).
  if (weg.zuordnung.uebergabe === 'besprechung') {
    const was = { id: 'T-02', anker: weg.zuordnung, anlass: 'Zuordnung' } as const;
    pflichten.push(...einmalig(sicht, was, weg.kontaktaufnahme));
  }
  pflichten.push(...einmalig(sicht, { id: 'T-03', ...erststart(sicht, weg) }, weg.erstgespraech));
  const gespraech = entscheidungsstart(weg);
  if (gespraech !== null) {
    pflichten.push(...einmalig(sicht, { id: 'T-04', ...gespraech }, weg.zugangsentscheidung));
  }
  return pflichten;
}

type Start = { readonly anker: Tatsache; readonly anlass: string };

/** T-04 counts from the Übernahmegespräch, or from the Erstgespräch that took its place (TR08, A-31). */
function entscheidungsstart(weg: Zugangsweg): Start | null {
  if (weg.uebernahmegespraech !== null) {
    return { anker: weg.uebernahmegespraech, anlass: 'Übernahmegespräch' };
  }
  if (weg.zuordnung.uebergabe === 'besprechung' || weg.erstgespraech === null) return null;
  return { anker: weg.erstgespraech, anlass: 'Erstgespräch' };
}

/**
 * POL-ERST-START, A-10: the Übernahmegespräch, else the Zuordnung. A handover from U25 is announced months ahead, so
 * there the planned day counts where it comes later: before it the person is with the FM U25.
 */
function erststart(
  { policy }: Sicht,
  { uebernahmegespraech, zuordnung: zugeordnet, vormerkung }: Zugangsweg,
): Start {
  const wahl = policy['POL-ERST-START'];
  if (wahl === 'uebernahmegespraech' && uebernahmegespraech !== null)
    return { anker: uebernahmegespraech, anlass: 'Übernahmegespräch' };
  const anker = wahl === 'vormerkung' ? vormerkung : zugeordnet;
  const { quelle } = vormerkung;
  if (quelle.art === 'fm_u25' && quelle.uebergabeAm > anker.am) {
    return { anker: { ...anker, am: quelle.uebergabeAm }, anlass: 'Geplante Übergabe' };
  }
  return { anker, anlass: wahl === 'vormerkung' ? 'Vormerkung' : 'Zuordnung' };
}
