import { and, asc, eq, exists, inArray, lt, lte, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Fristid, Zustand } from '../domain/kennungen.ts';
import { auszug, gesamt, ordnung, type Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { fall, frist, mitarbeitende, person, team } from './schema/index.ts';

/**
 * Whose cases a list shows: those of Fallmanager (one's own, and of those one represents), of a pAp, those a pAp has
 * duties in, those entrusted to an external Fallmanagement, of somebody who handed over or received (R09 to R11), or
 * those of teams.
 */
export type Sicht =
  | { readonly fm: readonly string[] }
  | { readonly pap: string }
  | { readonly pflichtPap: string }
  | { readonly extern: string }
  | { readonly beteiligt: string }
  | { readonly teams: readonly string[] };

const fm = alias(mitarbeitende, 'fm');
const pap = alias(mitarbeitende, 'pap');

const mensch = { fm: { id: fm.id, anzeigename: fm.anzeigename } };
const verweis = { fallId: fall.id, fallnummer: fall.fallnummer, name: person.name };
const teamfelder = { id: team.id, kennzeichen: team.kennzeichen };

export function inSicht(sicht: Sicht): SQL {
  if ('fm' in sicht) return inArray(fall.fmId, [...sicht.fm]);
  if ('extern' in sicht) return eq(fall.externId, sicht.extern);
  const aufnehmend = fall.aufnehmenderPapId;
  if ('pap' in sicht) return sql`${sicht.pap} in (${fall.papId}, ${aufnehmend})`;
  // The receiving pAp takes the duties over from the one who handed the person to bFM (T-23).
  if ('pflichtPap' in sicht) return sql`coalesce(${aufnehmend}, ${fall.papId}) = ${sicht.pflichtPap}`;
  if ('beteiligt' in sicht) {
    return sql`${sicht.beteiligt} in (${fall.abgebendId}, ${fall.weitergeleitetAnId})`;
  }
  return sicht.teams.length === 0 ? sql`false` : inArray(fall.teamId, [...sicht.teams]);
}

/** A duty shows from its first day on while it is open and not at rest. */
const zeigbar = (heute: string): SQL | undefined =>
  and(eq(frist.offen, true), eq(frist.ruht, false), lte(frist.beginn, heute));

export type Fristenwahl = Blatt & {
  readonly sicht: Sicht;
  readonly heute: string;
  /** Only these duties; for "mine" those the role is responsible for. */
  readonly nur: readonly Fristid[];
  readonly ueberfaellig?: boolean | undefined;
  readonly faelligBis?: string | undefined;
  readonly team?: string | undefined;
  readonly fm?: string | undefined;
  readonly sortierung: 'faellig' | '-faellig' | 'fallnummer' | '-fallnummer' | 'frist' | '-frist';
};

/** Open duties. Overdue is computed from the due day, never from a stored status (architecture.md 4). */
export async function liesOffeneFristen(tx: Transaktion, wahl: Fristenwahl) {
  const { heute } = wahl;
  const ueberfaellig = sql<boolean>`(${frist.faellig} < ${heute})`;
  const zeilen = await tx
    .select({
      ...verweis,
      ...mensch,
      team: teamfelder,
      frist: frist.fristId,
      vorkommen: frist.vorkommen,
      beginn: frist.beginn,
      faellig: frist.faellig,
      status: frist.status,
      ueberfaellig,
      zustand: fall.zustand,
      gesamt,
    })
    .from(frist)
    .innerJoin(fall, eq(fall.id, frist.fallId))
    .innerJoin(person, eq(person.id, fall.personId))
    .innerJoin(team, eq(team.id, fall.teamId))
    .leftJoin(fm, eq(fm.id, fall.fmId))
    .where(
      and(
        zeigbar(heute),
        inSicht(wahl.sicht),
        inArray(frist.fristId, [...wahl.nur]),
        wahl.ueberfaellig === undefined ? undefined : eq(ueberfaellig, wahl.ueberfaellig),
        wahl.faelligBis === undefined ? undefined : lte(frist.faellig, wahl.faelligBis),
        wahl.team === undefined ? undefined : eq(fall.teamId, wahl.team),
        wahl.fm === undefined ? undefined : eq(fall.fmId, wahl.fm),
      ),
    )
    .orderBy(
      ordnung(wahl.sortierung, { faellig: frist.faellig, fallnummer: fall.fallnummer, frist: frist.fristId }),
      asc(frist.faellig),
      asc(fall.fallnummer),
      asc(frist.fristId),
      asc(frist.vorkommen),
    )
    .limit(wahl.limit)
    .offset(wahl.offset);
  return auszug(zeilen);
}

export type Faellewahl = Blatt & {
  readonly sicht: Sicht;
  readonly heute: string;
  readonly zustand?: Zustand | undefined;
  readonly offen?: boolean | undefined;
  readonly auffaellig?: boolean | undefined;
  readonly ueberfaellig?: boolean | undefined;
  readonly team?: string | undefined;
  readonly fallnummer?: string | undefined;
  readonly person?: string | undefined;
  readonly sortierung: string;
};

const FAELLE_SPALTEN = {
  fallnummer: fall.fallnummer,
  vorgemerktAm: fall.vorgemerktAm,
  zustand: fall.zustand,
  naechsteFaelligkeit: sql`naechste_faelligkeit`,
};

/** Cases with their next due day and the number of overdue duties. */
export async function liesFaelle(tx: Transaktion, wahl: Faellewahl) {
  const { heute } = wahl;
  const ofDesFalls = and(eq(frist.fallId, fall.id), zeigbar(heute));
  const naechste = tx
    .select({ f: sql`min(${frist.faellig})` })
    .from(frist)
    .where(ofDesFalls);
  const verpasst = and(ofDesFalls, lt(frist.faellig, heute));
  const ueberfaellige = tx
    .select({ n: sql`count(*)::int` })
    .from(frist)
    .where(verpasst);
  const hatVerpasste = exists(
    tx
      .select({ eins: sql`1` })
      .from(frist)
      .where(verpasst),
  );
  const zeilen = await tx
    .select({
      ...verweis,
      ...mensch,
      pap: { id: pap.id, anzeigename: pap.anzeigename },
      team: teamfelder,
      zustand: fall.zustand,
      offen: fall.offen,
      vorgemerktAm: fall.vorgemerktAm,
      fallzugangAm: fall.fallzugangAm,
      auffaelligkeiten: fall.auffaelligkeiten,
      naechsteFaelligkeit: sql<string | null>`(${naechste})`.as('naechste_faelligkeit'),
      ueberfaellige: sql<number>`(${ueberfaellige})`,
      gesamt,
    })
    .from(fall)
    .innerJoin(person, eq(person.id, fall.personId))
    .innerJoin(team, eq(team.id, fall.teamId))
    .leftJoin(fm, eq(fm.id, fall.fmId))
    .leftJoin(pap, eq(pap.id, fall.papId))
    .where(and(inSicht(wahl.sicht), ...faellefilter(wahl, hatVerpasste)))
    .orderBy(ordnung(wahl.sortierung as keyof typeof FAELLE_SPALTEN, FAELLE_SPALTEN), asc(fall.fallnummer))
    .limit(wahl.limit)
    .offset(wahl.offset);
  return auszug(zeilen);
}

function faellefilter(wahl: Faellewahl, hatVerpasste: SQL): (SQL | undefined)[] {
  return [
    wahl.zustand === undefined ? undefined : eq(fall.zustand, wahl.zustand),
    wahl.offen === undefined ? undefined : eq(fall.offen, wahl.offen),
    wahl.auffaellig === undefined
      ? undefined
      : sql`(cardinality(${fall.auffaelligkeiten}) > 0) = ${wahl.auffaellig}`,
    wahl.team === undefined ? undefined : eq(fall.teamId, wahl.team),
    wahl.fallnummer === undefined ? undefined : eq(fall.fallnummer, wahl.fallnummer),
    wahl.person === undefined ? undefined : eq(fall.personId, wahl.person),
    wahl.ueberfaellig === undefined ? undefined : sql`${hatVerpasste} = ${wahl.ueberfaellig}`,
  ];
}
