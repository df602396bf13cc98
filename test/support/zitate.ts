import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const WURZEL = path.join(import.meta.dirname, '../..');
export const lies = (datei: string): string => readFileSync(path.join(WURZEL, datei), 'utf8');

const ORDNER =
  '{domain,temporal,transport,workflows,activities,worker,api,web,db,log,ops,tools,test,docs,.github}';
/** Recorded text, which nobody may edit; compile tests, in which wrong ids are planted on purpose. */
const OHNE_ZITATE = /^test\/(?:histories\/0|types\/)|node_modules/u;
const suche = (muster: string): string[] =>
  globSync(muster, { cwd: WURZEL })
    .map((datei) => datei.split(path.sep).join('/'))
    .filter((datei) => !OHNE_ZITATE.test(datei))
    .sort();

/** Every document a citation may name. */
export const DOKUMENTE: readonly string[] = [...suche('*.md'), ...suche(`${ORDNER}/**/*.md`)];
const PROGRAMME: readonly string[] = [
  ...suche('*.{js,cjs,ts}'),
  ...suche('.dependency-cruiser.cjs'),
  ...suche(`${ORDNER}/**/*.{ts,sql,yaml}`),
];

/** Where the ids of the domain, the rules and the goals have their anchors. */
const VERZEICHNISSE = /^docs\/(fachkonzept\/.*|ablauf|fristen|rules|technik)\.md$/u;

/** Anchors and headings that begin with an id, in lower case, by document. */
export function ankerVon(text: string): string[] {
  const marken = [...text.matchAll(/<a id="([^"]+)"><\/a>/gu)].map(([, id = '']) => id);
  const titel = [...text.matchAll(/^#+ ([A-Z]+-?\d+)\b/gmu)].map(([, id = '']) => id.toLowerCase());
  return [...marken, ...titel];
}

/** Ids that resolve, and the sections of each document. */
export type Katalog = {
  readonly kennungen: ReadonlySet<string>;
  readonly abschnitte: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Numbers of headings; of a numbered list "3.5" is point 5 of section 3. */
export function abschnitteVon(text: string): Set<string> {
  const nummern = new Set<string>();
  let abschnitt = '';
  for (const zeile of text.split('\n')) {
    const titel = /^#+ (\d+(?:\.\d+)*)\.? /u.exec(zeile)?.[1];
    const punkt = /^(\d+)\. /u.exec(zeile)?.[1];
    if (titel !== undefined) abschnitt = titel;
    if (titel !== undefined) nummern.add(titel);
    else if (punkt !== undefined) nummern.add(`${abschnitt}.${punkt}`);
  }
  return nummern;
}

export function ladeKatalog(): Katalog {
  const verzeichnisse = DOKUMENTE.filter((datei) => VERZEICHNISSE.test(datei));
  return {
    kennungen: new Set(verzeichnisse.flatMap((datei) => ankerVon(lies(datei)))),
    abschnitte: new Map(DOKUMENTE.map((datei) => [datei, abschnitteVon(lies(datei))])),
  };
}

/** A text that may cite: of a program its comments and the titles of its tests stand apart. */
export type Quelle = { readonly datei: string; readonly text: string; readonly prosa: string };

const KOMMENTAR = /\/\*[\s\S]*?\*\/|(?<![:'"`\w/])\/\/.*$|^\s*(?:--|#) .*$/gmu;
const TITEL = /\b(?:it|test|describe)(?:\.\w+(?:\([^)]*\))?)?\(\s*(['"`])([\s\S]*?)\1/gu;

export function quelleAus(datei: string, text: string): Quelle {
  if (datei.endsWith('.md')) return { datei, text, prosa: text.replaceAll(/^```[\s\S]*?^```/gmu, '') };
  const kommentare = [...text.matchAll(KOMMENTAR)].map(([treffer]) => treffer);
  const titel = [...text.matchAll(TITEL)].map(([, , name = '']) => name);
  return { datei, text, prosa: [...kommentare, ...titel].join('\n') };
}

export const ladeQuellen = (): Quelle[] =>
  [...PROGRAMME, ...DOKUMENTE].map((datei) => quelleAus(datei, lies(datei)));

/** Ids with a form nothing else has: looked for in the whole text, also where code writes them as values. */
const KENNUNG =
  /(?<![\w-])(?:(?:V|DS|AC|T)-\d+|(?:A|D|X)-\d{2}|K-(?:[A-I]\d?|\d{2})b?|CAL-[A-Z]|TR\d+|POL-[A-Z]\w*(?:-[A-Z][A-Z\d]+)*)(?![\w])/gu;
/** Short ids mean other things in code (a team, a cell of a table): cited in comments, titles and documents only. */
const KURZ = /(?<![\w.&#/-])(?:[RES]\d{2}|X1?\d|K[0-7]|[BDELNPRSW]\d)(?![\w.-]|,\d)/gu;
/** A document, and the sections or ids cited of it. */
const DOKUMENT = /(?<![\w/.-])((?:[\w.-]+\/)*[\w-]+\.md)((?:,? (?:and |und )?\d+(?:\.\d+)*(?![\w-]))*)/gu;

/** A specification is no document of this repository: whoever reads the comment cannot look it up. */
const SPEZIFIKATION = /\b[Ss]pec(?:ification)? \d+(?:\.\d+)*|\b(?:der|die) Spezifikation(?! von)/gu;

function fehltAn(zitiert: string, nummern: readonly string[], katalog: Katalog): string[] {
  const ziele = [...katalog.abschnitte.keys()].filter((d) => d === zitiert || d.endsWith(`/${zitiert}`));
  if (ziele.length === 0) return [zitiert];
  return nummern
    .filter((nummer) => !ziele.some((ziel) => katalog.abschnitte.get(ziel)?.has(nummer)))
    .map((nummer) => `${zitiert} ${nummer}`);
}

/** What a text cites and nothing answers to, each once. */
export function unaufgeloest({ text, prosa }: Quelle, katalog: Katalog): string[] {
  const genannt = [...text.matchAll(KENNUNG), ...prosa.matchAll(KURZ)].map(([id]) => id);
  const kennungen = genannt.filter((id) => !katalog.kennungen.has(id.toLowerCase()));
  // A link of a document is checked where documents are (dokumente.test.ts).
  const ohneVerweise = prosa.replaceAll(/\]\([^)]*\)/gu, ']');
  const dokumente = [...ohneVerweise.matchAll(DOKUMENT)].flatMap(([, zitiert = '', stellen = '']) =>
    fehltAn(zitiert, stellen.match(/\d+(?:\.\d+)*/gu) ?? [], katalog),
  );
  const spezifikationen = [...prosa.matchAll(SPEZIFIKATION)].map(([zitat]) => zitat);
  return [...new Set([...kennungen, ...dokumente, ...spezifikationen])];
}
