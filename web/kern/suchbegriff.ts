import { istTag, type Tag } from '../../domain/frist/tag.ts';

/** What somebody knows of whom they look for; all of it holds together. */
type Gesuchtes = {
  readonly name?: string;
  readonly geburtsdatum?: Tag;
  readonly kundennummer?: string;
  readonly fallnummer?: string;
};

const FALLNUMMER = /^F-\d{4}-\d{5,}$/iu;
/** With the day first as people write it, or as ISO 8601 has it. */
const GEBURTSDATUM =
  /^(?<tag>\d{1,2})\.(?<monat>\d{1,2})\.(?<jahr>\d{4}|\d{2})$|^(?<iso>\d{4}-\d{2}-\d{2})$/u;
/** Shorter ones are parts of a name. */
const NUMMER = /^(?=\p{L}*\d)[\p{L}\d]{4,}$/u;

/** Of two digits the youngest year that somebody of 15 can be born in. */
function vierstellig(jahr: string, heute: Tag): string {
  if (jahr.length === 4) return jahr;
  const dieses = Number(heute.slice(0, 4)) - 15;
  const jahrhundert = Math.floor(dieses / 100) * 100;
  const gemeint = jahrhundert + Number(jahr);
  return String(gemeint > dieses ? gemeint - 100 : gemeint);
}

function alsTag(wort: string, heute: Tag): Tag | null {
  const teile = GEBURTSDATUM.exec(wort)?.groups;
  if (teile === undefined) return null;
  const { tag = '', monat = '', jahr = '', iso } = teile;
  const gemeint = iso ?? `${vierstellig(jahr, heute)}-${monat.padStart(2, '0')}-${tag.padStart(2, '0')}`;
  return istTag(gemeint) ? gemeint : null;
}

/** One word of a search: a date, the number of a case, one of a customer, else part of a name. */
function merkmal(wort: string, heute: Tag): Gesuchtes {
  const geburtsdatum = alsTag(wort, heute);
  if (geburtsdatum !== null) return { geburtsdatum };
  if (FALLNUMMER.test(wort)) return { fallnummer: wort.toUpperCase() };
  return NUMMER.test(wort) ? { kundennummer: wort.toUpperCase() } : { name: wort };
}

/** "4. 5. 1980" is one date. */
const mitGanzenTagen = (gesucht: string): string =>
  gesucht.replaceAll(/(?<=\b\d{1,2}\.)\s+(?=\d{1,4}\b)/gu, '');

/** How somebody looks for a person: parts of the name, birth date, Kunden- and Fallnummer in any order. */
export function suchbegriff(gesucht: string, heute: Tag): Gesuchtes {
  const worte = mitGanzenTagen(gesucht)
    .split(/\s+/u)
    .filter((wort) => wort !== '');
  const merkmale = worte.map((wort) => merkmal(wort, heute));
  const name = merkmale.flatMap((eines) => eines.name ?? []).join(' ');
  const zusammen = merkmale.reduce<Gesuchtes>((alle, eines) => ({ ...alle, ...eines }), {});
  return name === '' ? zusammen : { ...zusammen, name };
}
