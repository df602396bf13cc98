import { and, asc, eq, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tag } from '../domain/frist/tag.ts';
import { FRIST_IDS, type Fristid } from '../domain/kennungen.ts';
import { auszug, gesamt, ordnung, type Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { inSicht, type Sicht } from './sicht.ts';
import { jedeFrist, mitarbeitende, person, team, type frist } from './schema/index.ts';

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

/** A visit is the duty of every Kontakt-FM of the team to be visited (T-42, A-33). */
function pflichtInSicht(sicht: Sicht): SQL {
  const ausFall = inSicht(jedeFrist, sicht);
  if (!('fm' in sicht)) return ausFall;
  // An operator and no subquery: PostgreSQL pushes it into the view, where it is nothing for duties of cases.
  return sql`(${ausFall} or ${jedeFrist.kontaktFm} ?| ${`{${sicht.fm.join(',')}}`}::text[])`;
}

const istUeberfaellig = (heute: string): SQL<boolean> => sql<boolean>`(${jedeFrist.faellig} < ${heute})`;

function filter(wahl: Omit<Fristenwahl, 'limit' | 'offset' | 'sortierung'>): SQL | undefined {
  return and(
    zeigbar(jedeFrist, wahl.heute),
    pflichtInSicht(wahl.sicht),
    inArray(jedeFrist.fristId, [...wahl.nur]),
    wahl.ueberfaellig === undefined ? undefined : eq(istUeberfaellig(wahl.heute), wahl.ueberfaellig),
    wahl.faelligBis === undefined ? undefined : lte(jedeFrist.faellig, wahl.faelligBis),
    wahl.team === undefined ? undefined : eq(jedeFrist.teamId, wahl.team),
    wahl.fm === undefined ? undefined : eq(jedeFrist.fmId, wahl.fm),
  );
}

/** The most urgent first; every list ends with this, so that its pages do not overlap. */
const DRINGENDSTE = [
  asc(jedeFrist.faellig),
  asc(jedeFrist.fallnummer),
  asc(jedeFrist.personId),
  asc(jedeFrist.fristId),
  asc(jedeFrist.vorkommen),
];

/** Open duties. Overdue is computed from the due day, never from a stored status (architecture.md 4). */
export async function liesOffeneFristen(tx: Transaktion, wahl: Fristenwahl) {
  const ueberfaellig = istUeberfaellig(wahl.heute);
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
    .where(filter(wahl))
    .orderBy(
      ordnung(wahl.sortierung, {
        faellig: jedeFrist.faellig,
        fallnummer: jedeFrist.fallnummer,
        frist: jedeFrist.fristId,
      }),
      ...DRINGENDSTE,
    )
    .limit(wahl.limit)
    .offset(wahl.offset);
  return auszug(zeilen);
}

/** A duty of a case as the meeting needs it. */
export type Fristverweis = {
  readonly fallId: string;
  readonly fallnummer: string;
  readonly name: string | null;
  readonly fm: { readonly id: string; readonly anzeigename: string } | null;
  readonly team: string;
  readonly beginn: Tag;
  readonly zustand: string;
};

/** Duties of cases in the order of their list, the most urgent first, as a part of a statement. */
export const fristverweise = (
  tx: Transaktion,
  wahl: Pick<Fristenwahl, 'sicht' | 'heute' | 'nur' | 'limit'>,
): SQL =>
  tx
    .select({
      zeile: sql`json_build_object('fallId', ${jedeFrist.fallId}, 'fallnummer', ${jedeFrist.fallnummer},
        'name', ${person.name}, 'team', ${jedeFrist.teamId}, 'beginn', ${jedeFrist.beginn}, 'zustand', ${jedeFrist.zustand},
        'fm', case when ${fm.id} is not null then json_build_object('id', ${fm.id}, 'anzeigename', ${fm.anzeigename}) end)`.as(
        'zeile',
      ),
    })
    .from(jedeFrist)
    .innerJoin(team, eq(team.id, jedeFrist.teamId))
    .leftJoin(person, eq(person.id, jedeFrist.personId))
    .leftJoin(fm, eq(fm.id, jedeFrist.fmId))
    .where(filter(wahl))
    .orderBy(...DRINGENDSTE)
    .limit(wahl.limit)
    .getSQL();

/** How many duties there are: as many as their list shows. */
export const zahlDerFristen = (
  tx: Transaktion,
  wahl: Pick<Fristenwahl, 'sicht' | 'heute' | 'ueberfaellig' | 'faelligBis'> & { readonly frist?: Fristid },
): SQL =>
  tx
    .select({ n: sql`count(*)::int` })
    .from(jedeFrist)
    .where(filter({ ...wahl, nur: wahl.frist === undefined ? FRIST_IDS : [wahl.frist] }))
    .getSQL();
