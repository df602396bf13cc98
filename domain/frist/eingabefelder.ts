import type { Dauer, Fristregel, Fristvariante, Zeiteinheit } from './auftrag.ts';
import { FRISTREGELN, FRISTVARIANTEN, ZEITEINHEITEN } from './auftrag.ts';
import type { Abweichung } from './kalender.ts';
import type { Land } from './laender.ts';
import { LAENDER } from './laender.ts';
import type { Tag } from './tag.ts';
import { istTag } from './tag.ts';
import { ortstag } from './zeitzone.ts';

type Fehlercode =
  | 'kein_json'
  | 'kein_objekt'
  | 'unbekanntes_feld'
  | 'fehlt'
  | 'ungueltig'
  | 'mehrfach'
  | 'unzulaessig'
  | 'ausserhalb';

/** What is wrong with an input: a stable code, the field (`eingabe` for the whole), a German sentence. */
export type Eingabefehler = { code: Fehlercode; feld: string; text: string };

/** A value that was read, or why not. */
export type Gelesen<T> = { ok: true; wert: T } | { ok: false; fehler: Eingabefehler };

/** The untrusted input object. */
export type Felder = Readonly<Record<string, unknown>>;

const ERSTER_TAG = '1995-01-01';
const LETZTER_TAG = '2100-12-31';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
/** The longest period that fits between the first and the last day, per unit. */
const HOECHSTENS: Readonly<Record<Zeiteinheit, number>> = {
  tage: 38_715,
  arbeitstage: 38_715,
  wochen: 5_530,
  monate: 1_271,
  jahre: 105,
};

const gelesen = <T>(wert: T): Gelesen<T> => ({ ok: true, wert });

/** The refusal of one field. */
export const abgelehnt = (
  code: Fehlercode,
  feld: string,
  text: string,
): { ok: false; fehler: Eingabefehler } => ({
  ok: false,
  fehler: { code, feld, text },
});

/** Does the day lie in the years the holiday table covers (1995–2100)? */
export const imZeitraum = (tag: Tag): boolean => tag >= ERSTER_TAG && tag <= LETZTER_TAG;

const leseAuswahl = <T extends string>(feld: string, wert: unknown, auswahl: readonly T[]): Gelesen<T> => {
  if (wert === undefined)
    return abgelehnt('fehlt', feld, `${feld} fehlt; möglich sind ${auswahl.join(', ')}.`);
  const gefunden = auswahl.find((moeglich) => moeglich === wert);
  if (gefunden === undefined)
    return abgelehnt('ungueltig', feld, `${feld} ist unbekannt; möglich sind ${auswahl.join(', ')}.`);
  return gelesen(gefunden);
};

export const leseRegel = (felder: Felder): Gelesen<Fristregel> =>
  leseAuswahl('regel', felder['regel'], FRISTREGELN);
export const leseLand = (felder: Felder): Gelesen<Land> => leseAuswahl('land', felder['land'], LAENDER);

const tagDesEreignisses = (text: string): Tag | null => {
  if (istTag(text)) return text;
  if (!INSTANT.test(text)) return null;
  try {
    return ortstag(text);
  } catch {
    return null; // right shape, but no such day or hour
  }
};

/** The event: a local date, or an instant whose date in Europe/Berlin counts. */
export const leseEreignis = ({ ereignis }: Felder): Gelesen<Tag> => {
  if (ereignis === undefined) return abgelehnt('fehlt', 'ereignis', 'ereignis fehlt.');
  const tag = typeof ereignis === 'string' ? tagDesEreignisses(ereignis) : null;
  if (tag === null)
    return abgelehnt(
      'ungueltig',
      'ereignis',
      'ereignis muss ein Kalendertag JJJJ-MM-TT oder ein Zeitpunkt mit Zeitzonenangabe sein.',
    );
  if (!imZeitraum(tag))
    return abgelehnt('ausserhalb', 'ereignis', 'ereignis muss in den Jahren 1995 bis 2100 liegen.');
  return gelesen(tag);
};

const leseAnzahl = (einheit: Zeiteinheit, wert: unknown): Gelesen<Dauer> => {
  if (typeof wert !== 'number' || !Number.isInteger(wert) || wert < 0)
    return abgelehnt('ungueltig', einheit, `${einheit} muss eine ganze Zahl ab 0 sein.`);
  if (wert > HOECHSTENS[einheit])
    return abgelehnt('ausserhalb', einheit, `${einheit} darf höchstens ${HOECHSTENS[einheit]} sein.`);
  return gelesen({ einheit, anzahl: wert });
};

/** Exactly one period; none with CAL-T. */
export const leseDauer = (felder: Felder, regel: Fristregel): Gelesen<Dauer | null> => {
  const [einheit, weitere] = ZEITEINHEITEN.filter((moeglich) => felder[moeglich] !== undefined);
  if (regel === 'CAL-T')
    return einheit === undefined
      ? gelesen(null)
      : abgelehnt('unzulaessig', einheit, 'CAL-T ist ein fester Termin und hat keine Dauer.');
  if (einheit === undefined)
    return abgelehnt('fehlt', 'dauer', `Eine Dauer fehlt; möglich sind ${ZEITEINHEITEN.join(', ')}.`);
  if (weitere !== undefined)
    return abgelehnt(
      'mehrfach',
      weitere,
      `Nur eine Dauer ist erlaubt, angegeben sind ${einheit} und ${weitere}.`,
    );
  return leseAnzahl(einheit, felder[einheit]);
};

/** k of an anchored recurrence, from 1; 1 if absent. */
export const leseVorkommen = ({ vorkommen }: Felder, dauer: Dauer | null): Gelesen<number> => {
  if (vorkommen === undefined) return gelesen(1);
  if (dauer === null)
    return abgelehnt('unzulaessig', 'vorkommen', 'vorkommen braucht eine Dauer; CAL-T hat keine.');
  if (typeof vorkommen !== 'number' || !Number.isInteger(vorkommen) || vorkommen < 1)
    return abgelehnt('ungueltig', 'vorkommen', 'vorkommen muss eine ganze Zahl ab 1 sein.');
  if (vorkommen * dauer.anzahl > HOECHSTENS[dauer.einheit])
    return abgelehnt(
      'ausserhalb',
      'vorkommen',
      'vorkommen × Dauer reicht über die Jahre 1995 bis 2100 hinaus.',
    );
  return gelesen(vorkommen);
};

/** How CAL-R counts; no other rule has a variant. */
export const leseVariante = ({ variante }: Felder, regel: Fristregel): Gelesen<Fristvariante | undefined> => {
  if (variante === undefined) return gelesen(undefined);
  if (regel !== 'CAL-R') return abgelehnt('unzulaessig', 'variante', 'variante gibt es nur mit CAL-R.');
  return leseAuswahl('variante', variante, FRISTVARIANTEN);
};

const istTagImZeitraum = (wert: unknown): wert is Tag =>
  typeof wert === 'string' && istTag(wert) && imZeitraum(wert);

/** Own closing days of the office. */
export const leseZusatzFreieTage = ({ zusatzFreieTage }: Felder): Gelesen<readonly Abweichung[]> => {
  if (zusatzFreieTage === undefined) return gelesen([]);
  if (!Array.isArray(zusatzFreieTage) || !zusatzFreieTage.every(istTagImZeitraum))
    return abgelehnt(
      'ungueltig',
      'zusatzFreieTage',
      'zusatzFreieTage muss eine Liste von Kalendertagen JJJJ-MM-TT in den Jahren 1995 bis 2100 sein.',
    );
  return gelesen(zusatzFreieTage.map((tag) => ({ tag, frei: true, grund: 'eigener Schließtag' })));
};
