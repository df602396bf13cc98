import { and, asc, eq, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Fristid } from '../domain/kennungen.ts';
import { auszug, gesamt, ordnung, type Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { jedeFrist, mitarbeitende, person, team, type frist } from './schema/index.ts';

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
const besucht = alias(team, 'besucht');

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

/** A duty shows from its first day on while it is open and not at rest. */
export function zeigbar(tabelle: typeof frist | typeof jedeFrist, heute: string): SQL | undefined {
  return and(eq(tabelle.offen, true), eq(tabelle.ruht, false), lte(tabelle.beginn, heute));
}

function inSicht(sicht: Sicht): SQL {
  if ('fm' in sicht) {
    const ids = sql.join(
      sicht.fm.map((id) => sql`${id}`),
      sql`, `,
    );
    // A visit is the duty of every Kontakt-FM of the team to be visited (T-42, A-33).
    const kontakt = sql`exists (select 1 from jsonb_array_elements_text(${jedeFrist.kontaktFm}) k where k in (${ids}))`;
    return sql`(${inArray(jedeFrist.fmId, [...sicht.fm])} or ${kontakt})`;
  }
  if ('extern' in sicht) return eq(jedeFrist.externId, sicht.extern);
  if ('pap' in sicht) return sql`${sicht.pap} in (${jedeFrist.papId}, ${jedeFrist.aufnehmenderPapId})`;
  // The receiving pAp takes the duties over from the one who handed the person to bFM (T-23).
  if ('pflichtPap' in sicht)
    return sql`coalesce(${jedeFrist.aufnehmenderPapId}, ${jedeFrist.papId}) = ${sicht.pflichtPap}`;
  if ('beteiligt' in sicht)
    return sql`${sicht.beteiligt} in (${jedeFrist.abgebendId}, ${jedeFrist.weitergeleitetAnId})`;
  return sicht.teams.length === 0 ? sql`false` : inArray(jedeFrist.teamId, [...sicht.teams]);
}

function filter(wahl: Fristenwahl, ueberfaellig: SQL<boolean>): SQL | undefined {
  return and(
    zeigbar(jedeFrist, wahl.heute),
    inSicht(wahl.sicht),
    inArray(jedeFrist.fristId, [...wahl.nur]),
    wahl.ueberfaellig === undefined ? undefined : eq(ueberfaellig, wahl.ueberfaellig),
    wahl.faelligBis === undefined ? undefined : lte(jedeFrist.faellig, wahl.faelligBis),
    wahl.team === undefined ? undefined : eq(jedeFrist.teamId, wahl.team),
    wahl.fm === undefined ? undefined : eq(jedeFrist.fmId, wahl.fm),
  );
}

/** Open duties. Overdue is computed from the due day, never from a stored status (architecture.md 4). */
export async function liesOffeneFristen(tx: Transaktion, wahl: Fristenwahl) {
  const { heute } = wahl;
  const ueberfaellig = sql<boolean>`(${jedeFrist.faellig} < ${heute})`;
  const zeilen = await tx
    .select({
      art: jedeFrist.art,
      fallId: jedeFrist.fallId,
      fallnummer: jedeFrist.fallnummer,
      personId: jedeFrist.personId,
      name: person.name,
      fm: { id: fm.id, anzeigename: fm.anzeigename },
      team: { id: team.id, kennzeichen: team.kennzeichen },
      frist: jedeFrist.fristId,
      vorkommen: jedeFrist.vorkommen,
      beginn: jedeFrist.beginn,
      faellig: jedeFrist.faellig,
      status: jedeFrist.status,
      ueberfaellig,
      zustand: jedeFrist.zustand,
      gegenstand: sql<string | null>`coalesce(${besucht.kennzeichen}, ${jedeFrist.gegenstand})`,
      gesamt,
    })
    .from(jedeFrist)
    .innerJoin(team, eq(team.id, jedeFrist.teamId))
    .leftJoin(person, eq(person.id, jedeFrist.personId))
    .leftJoin(fm, eq(fm.id, jedeFrist.fmId))
    .leftJoin(besucht, sql`${besucht.id}::text = ${jedeFrist.gegenstand}`)
    .where(filter(wahl, ueberfaellig))
    .orderBy(
      ordnung(wahl.sortierung, {
        faellig: jedeFrist.faellig,
        fallnummer: jedeFrist.fallnummer,
        frist: jedeFrist.fristId,
      }),
      asc(jedeFrist.faellig),
      asc(jedeFrist.fallnummer),
      asc(jedeFrist.personId),
      asc(jedeFrist.fristId),
      asc(jedeFrist.vorkommen),
    )
    .limit(wahl.limit)
    .offset(wahl.offset);
  return auszug(zeilen);
}
