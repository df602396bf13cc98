import { getTableName, type SQL, type Table } from 'drizzle-orm';
import { akteurIn, werde, werdeNach, type Transaktion } from './client.ts';
import * as s from './schema/index.ts';

type Zugriff = { readonly liest: readonly Table[]; readonly schreibt?: readonly Table[] };

const PERSONAL = [s.mitarbeitende, s.team, s.teamverantwortung, s.vertretungsring, s.abwesenheit];

/** What is kept about a person: the tables of the erasure (db/loeschung/plan.ts), and the audit. */
const AUSKUNFT = [
  ...[s.person, s.begleitperson, s.profiling, s.handlungsbedarf, s.handlungsbedarfVerlauf],
  ...[s.neuzugang, s.handlungsbedarfNaeheres, s.eaktenverweis, s.einwilligung],
  ...[s.einwilligungWiderruf, s.interessenkonflikt, s.vorgang, s.vorgangEreignis, s.vorgangFrist, s.fall],
  ...[s.fallEreignis, s.frist, s.dokument, s.eingangsqualitaet, s.abgangsbild, s.rueckmeldung],
  ...[s.rueckmeldezugang, s.bedarfspruefung, s.bedarfsentscheidung, s.bestreitung, s.loeschantrag],
  ...[
    s.loeschsperre,
    s.sonderzugriff,
    s.sonderzugriffPruefung,
    s.sonderzugriffFreigabe,
    s.eingang,
    s.ausgang,
    s.protokoll,
  ],
];

/**
 * What Lotse itself reads and writes beyond the rights of whoever acts, by purpose. Each gives back flags, counts, ids and
 * case numbers; none shows a text, but for what is told to the person concerned. Row-level security lets a purpose see these tables and no other.
 */
export const SYSTEMZUGRIFFE = {
  /** Who is behind a token, a session or the address of a calendar: role, teams and Vertretung of today. */
  anmeldung: { liest: [...PERSONAL, s.kalenderzugang], schreibt: [s.sitzung] },
  /** 403 or 404: is there a row at all? */
  vorhanden: { liest: [s.fall, s.person, s.vorgang] },
  /** The state an authorised command starts its workflow with, and the number its answer names. */
  befehl: { liest: [s.fall, s.vorgang] },
  /** TR64: which team and which FM have the case another one is linked with. */
  verbindung: { liest: [s.fall] },
  /** V-71: the state of a case at the end of a day is folded from all its events; which of them are shown is asked as whoever looks. */
  rueckblick: { liest: [s.fallEreignis] },
  /** TR65: who answered for the case when an appointment of a handover was made is folded from all its events. */
  uebergabe: { liest: [s.fallEreignis] },
  /** E01: whether somebody of this name and birth date, or with this number, is here already; no more than that is told. */
  dublette: { liest: [s.person] },
  /** V-17, TR49, TR59, A-28: other cases of the same person. */
  andere_faelle: { liest: [s.fall] },
  /** A-32, V-69: load of the team and conflicts of interest. */
  zuordnung: {
    liest: [...PERSONAL, s.fall, s.person, s.interessenkonflikt, s.thema, s.themenzustaendigkeit],
  },
  /** TR51: what a leaving colleague leaves behind, and whose persons go on. */
  ausscheiden: { liest: [s.fall, s.frist, s.person], schreibt: [s.person] },
  /** Which cases and calendars have to hear of a change. */
  signal: { liest: [s.fall, s.vorgang] },
  /** E05: the Prozessphase in which a Handlungsbedarf was recognised; nothing else of the case. */
  prozessphase: { liest: [s.fall] },
  /** 001 7.1: what had helped a Handlungsbedarf that is open again. */
  wieder_offen: { liest: [], schreibt: [s.handlungsbedarfNaeheres] },
  /** E48: preview and effect of a migration of policies. */
  umstellung: { liest: [s.fall, s.fallEreignis, s.vorgang, s.vorgangEreignis] },
  /** E33: reports of missing offers (K6) by team. */
  angebotsluecken: { liest: [s.fall, s.fallEreignis, s.dokument] },
  /** V-65, TR03: what a waiting Vormerkung still lacks, as names of what is missing. */
  vormerkungen: { liest: [s.fall, s.fallEreignis, s.dokument, s.profiling, s.handlungsbedarf] },
  /** DS-29: of which case an access with a reason is, and the message to those who review it. */
  sonderzugriff: {
    liest: [s.fall, s.mitarbeitende, s.teamverantwortung],
    schreibt: [s.eingang, s.ausgang],
  },
  /** DS-33: everything kept about a person, for whoever may read all of it by the matrix (ADR 36). */
  auskunft: { liest: AUSKUNFT },
  /** R17: a provider reports over a one-time link. */
  leistungserbringer: {
    liest: [s.rueckmeldezugang, s.fall, s.person, s.einwilligung, s.einwilligungWiderruf],
    schreibt: [s.rueckmeldezugang, s.rueckmeldung, s.dokument, s.ausgang, s.person],
  },
} as const satisfies Readonly<Record<string, Zugriff>>;
export type Zweck = keyof typeof SYSTEMZUGRIFFE;

/** The list as rows, for the copy in PostgreSQL. */
export function systemzugriffe(): (typeof s.systemzugriff.$inferInsert)[] {
  return Object.entries<Zugriff>(SYSTEMZUGRIFFE).flatMap(([zweck, { liest, schreibt = [] }]) =>
    [...new Set([...liest, ...schreibt])].map((tabelle) => ({
      zweck,
      tabelle: getTableName(tabelle),
      schreiben: schreibt.includes(tabelle),
    })),
  );
}

/**
 * Reads as a named part of Lotse instead of as whoever acts, and then goes on as they; a part of the system stays what it
 * is. Queries of the same transaction that run meanwhile would be read with these rights, too: never beside another query.
 */
export async function alsSystem<T>(tx: Transaktion, zweck: Zweck, lies: () => Promise<T>): Promise<T> {
  const vorher = akteurIn(tx);
  if (vorher === undefined) throw new Error('Niemand hat gesagt, wer handelt');
  if (vorher.startsWith('system:')) return lies();
  await werde(tx, `system:${zweck}`);
  const ergebnis = await lies();
  await werde(tx, vorher);
  return ergebnis;
}

/** The same for what a transaction reads last: nothing follows, so nobody says that it goes on as they. */
export async function zuletztAlsSystem<T>(tx: Transaktion, zweck: Zweck, lies: () => Promise<T>): Promise<T> {
  await werde(tx, `system:${zweck}`);
  return lies();
}

/** The row of a question that always has one; with `dannAls` the rest of the transaction is read for that purpose. */
export async function frageEine<Zeile extends Record<string, unknown>>(
  tx: Transaktion,
  frage: SQL,
  { dannAls = null }: { readonly dannAls?: Zweck | null } = {},
) {
  const [zeile] =
    dannAls === null
      ? await tx.execute<Zeile>(frage)
      : await werdeNach<Zeile>(tx, `system:${dannAls}`, frage);
  if (zeile === undefined) throw new Error('Eine Frage ohne Antwort');
  return zeile;
}
