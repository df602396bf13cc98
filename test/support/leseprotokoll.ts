import { sql } from 'drizzle-orm';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { beschreibung } from './beschreibung.ts';

/** What `x-datenklassen` and the parameters of the OpenAPI file say of an operation; nothing here is read from the code under test. */
export type Auskunft = { readonly aendert: boolean; readonly klassen: readonly string[] };

type Datei = {
  paths: Record<
    string,
    Record<
      string,
      { 'x-datenklassen': { klassen: string[] }; parameters: { name: string }[]; responses: object }
    >
  >;
};
const datei = beschreibung() as Datei;

/** By `get /api/v1/…`. */
const OPERATIONEN: ReadonlyMap<string, Auskunft> = new Map(
  Object.entries(datei.paths).flatMap(([pfad, methoden]) =>
    Object.entries(methoden).map(([methode, o]) => [
      `${methode} ${pfad}`,
      {
        // A one-time link is used up instead of carrying a key.
        aendert: o.parameters.some(({ name }) => name === 'Idempotency-Key') || '201' in o.responses,
        klassen: o['x-datenklassen'].klassen,
      },
    ]),
  ),
);

/** DS-29. */
const GESCHUETZT = ['K3', 'K4', 'K5'];

/** DS-01, V-35: events and lists that say something of a class by being there, written down by hand. */
const SAGT: readonly (readonly [klasse: string, muster: RegExp])[] = [
  ['K5', /"(?:art|durch)":"(?:leistung_|gutachten_|rueckmeldung|fallkonferenz_|angebotsluecke_|abbruch_)/u],
  ['K5', /"tabelle":"(?:einwilligung|rueckmeld)/u],
  ['K4', /"tabelle":"handlungsbedarf_naeheres"/u],
  ['K3', /"tabelle":"eaktenverweis"/u],
  ['K3', /"planung":\{/u],
  ['K5', /"leistungen":\[\{/u],
  ['K5', /"id":"T-12"[^}]*"herleitung":\[\{/u],
  ['K3', /"(?:art|durch)":"assessment_(?:eintrag|reaktion)_/u],
];

/** The protected classes of an answer: those its operation is about, and those of its texts, planted or labelled. */
function gezeigt({ klassen }: Auskunft, text: string): string[] {
  const gefunden = new Set(klassen);
  for (const treffer of text.matchAll(/Marke(K\d)von|"klasse":"(K\d)"/gu))
    gefunden.add(treffer[1] ?? treffer[2] ?? '');
  for (const [klasse, muster] of SAGT) if (muster.test(text)) gefunden.add(klasse);
  return GESCHUETZT.filter((k) => gefunden.has(k));
}

/** An entry of the log, as PostgreSQL has it. */
export type Vermerk = {
  readonly aktion: string;
  readonly akteur_id: string | null;
  readonly rolle: string | null;
  readonly grund: string | null;
  readonly klassen: readonly string[] | null;
  readonly woran: string | null;
};

/** New entries since the last look; events of cases are recorded by the worker, lists when their search is over: each has a test of its own. */
export function beobachteProtokoll(db: Datenbank): () => Promise<Vermerk[]> {
  let bis = '-infinity';
  return () =>
    mitAkteur(db, { system: 'wartung' }, async (tx) => {
      const zeilen = await tx.execute<Vermerk & { am: string }>(sql`
        select aktion, akteur_id, rolle, grund, klassen, coalesce(fall_id, vorgang_id, person_id)::text as woran,
          gespeichert_am::text as am
        from protokoll where gespeichert_am > ${bis}::timestamptz and befehl_id is null and anzahl is null order by gespeichert_am`);
      bis = zeilen.at(-1)?.am ?? bis;
      return [...zeilen];
    });
}

/** How many looks at lists there are more than at the last look: what is open and what is an entry already (ADR 61). */
export function beobachteListen(db: Datenbank): () => Promise<number> {
  let bisher = 0;
  return async () => {
    const [zeile] = await mitAkteur(db, { system: 'wartung' }, (tx) =>
      tx.execute<{ n: number }>(sql`
        select ((select coalesce(sum(abrufe), 0) from lesespur) + (select coalesce(sum(abrufe), 0) from protokoll))::int as n`),
    );
    const neu = (zeile?.n ?? 0) - bisher;
    bisher += neu;
    return neu;
  };
}

/** What somebody leaves who sees a person by role alone. */
const OHNE_BEZUG = 'person_ohne_bezug_gelesen';

type Geschehen = {
  readonly op: string;
  readonly status: number;
  readonly text: string;
  readonly neu: readonly Vermerk[];
  /** Nobody with a right of their own: a Vertretung or an access with a reason leaves an entry whatever it saw (R08). */
  readonly immer?: boolean;
  /** Has the reader nothing to do with the person? Undefined where the test does not know. */
  readonly ohneBezug?: boolean | undefined;
};

/** What an entry about a look has to say. */
function unvollstaendig(vermerk: Vermerk, soll: readonly string[]): string[] {
  const ist = GESCHUETZT.filter((k) => vermerk.klassen?.includes(k) === true);
  const luecken: [string, boolean][] = [
    [`Eintrag nennt ${ist.join()} statt ${soll.join()}`, ist.join() !== soll.join()],
    ['ohne Grund', vermerk.grund === null],
    ['ohne Fall oder Person', vermerk.woran === null],
    ['ohne Rolle', vermerk.akteur_id !== null && vermerk.rolle === null],
  ];
  return luecken.flatMap(([was, fehlt]) => (fehlt ? [was] : []));
}

function nachLesen({ op, text, neu, immer = false }: Geschehen, auskunft: Auskunft): string[] {
  const soll = gezeigt(auskunft, text);
  if (soll.length === 0 && !immer) return neu.length === 0 ? [] : [`${op}: Eintrag ohne K3 bis K5`];
  const [vermerk, ...weitere] = neu;
  if (vermerk === undefined) return [`${op}: gelesen ohne Eintrag`];
  if (weitere.length > 0) return [`${op}: ${String(neu.length)} Einträge`];
  return unvollstaendig(vermerk, soll).map((was) => `${op}: ${was}`);
}

/** What is wrong with the log after one request (S4): every change one entry, every look at K3 to K5 one, every look without a relation one, else none. */
export function maengel(geschehen: Geschehen): string[] {
  const { op, status, ohneBezug } = geschehen;
  const auskunft = OPERATIONEN.get(op);
  if (auskunft === undefined) return [`${op}: steht nicht in docs/openapi.json`];
  const fremd = geschehen.neu.filter(({ aktion }) => aktion === OHNE_BEZUG).length;
  const soll = status < 400 && ohneBezug === true ? 1 : 0;
  if (ohneBezug !== undefined && fremd !== soll)
    return [`${op}: ${String(fremd)} Einträge ohne Bezug statt ${String(soll)}`];
  const neu = geschehen.neu.filter(({ aktion }) => aktion !== OHNE_BEZUG);
  const was = { ...geschehen, neu };
  if (status >= 400) {
    const uebrig = neu.filter(({ aktion }) => aktion !== 'einsicht_verweigert' || status !== 403);
    return uebrig.length === 0 ? [] : [`${op}: Eintrag trotz ${String(status)}`];
  }
  if (!auskunft.aendert) return nachLesen(was, auskunft);
  return neu.length === 1 ? [] : [`${op}: ${String(neu.length)} Einträge für eine Änderung`];
}
