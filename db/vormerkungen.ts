import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Profillage } from '../domain/kennungen.ts';
import type { Handlungsbedarf } from '../domain/zugang/kriterium-a.ts';
import { auszug, gesamt, ordnung, type Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { alsSystem } from './systemzugriff.ts';
import { inSicht, type Sicht } from './sicht.ts';
import {
  dokument,
  fall,
  fallEreignis,
  handlungsbedarf,
  mitarbeitende,
  person,
  profiling,
  team,
} from './schema/index.ts';

const pap = alias(mitarbeitende, 'pap');

export type Vormerkungswahl = Blatt & {
  readonly sicht: Sicht;
  readonly team?: string | undefined;
  readonly sortierung:
    'reihenfolge' | '-reihenfolge' | 'vorgemerktAm' | '-vorgemerktAm' | 'fallnummer' | '-fallnummer';
};

// In brackets: `||` binds as tightly as `#>>`, and would put its text before the whole state.
const quelle = sql`(${fall.stand} #>> '{vormerkung,quelle,art}')`;
const uebergabeAm = sql`(${fall.stand} #>> '{vormerkung,quelle,uebergabeAm}')`;

/**
 * The stated rule of the queue as one sortable text: U25 with a date of handover by that date, then Jour-Fixe, then the
 * others. Within each the older one first: whoever waits longer has seen at least as many meetings.
 */
const reihenfolge = sql`case
  when ${quelle} = 'fm_u25' and ${uebergabeAm} is not null then '1 ' || ${uebergabeAm}
  when ${quelle} = 'jour_fixe' then '2'
  else '3' end || ' ' || ${fall.vorgemerktAm}`;

/** Vormerkungen nobody is assigned to, with the state that knows the meetings of their office. */
export async function liesWartendeVormerkungen(tx: Transaktion, wahl: Vormerkungswahl) {
  const zeilen = await tx
    .select({
      fallId: fall.id,
      fallnummer: fall.fallnummer,
      name: person.name,
      personId: fall.personId,
      vorgemerktAm: fall.vorgemerktAm,
      team: { id: team.id, kennzeichen: team.kennzeichen },
      pap: { id: pap.id, anzeigename: pap.anzeigename },
      stand: fall.stand,
      gesamt,
    })
    .from(fall)
    .leftJoin(person, eq(person.id, fall.personId))
    .innerJoin(team, eq(team.id, fall.teamId))
    .leftJoin(pap, eq(pap.id, fall.papId))
    .where(
      and(
        inSicht(fall, wahl.sicht),
        eq(fall.zustand, 'vorgemerkt'),
        wahl.team === undefined ? undefined : eq(fall.teamId, wahl.team),
      ),
    )
    .orderBy(
      ordnung(wahl.sortierung, {
        reihenfolge,
        vorgemerktAm: fall.vorgemerktAm,
        fallnummer: fall.fallnummer,
      }),
      asc(fall.fallnummer),
    )
    .limit(wahl.limit)
    .offset(wahl.offset);
  return auszug(zeilen);
}

export type Vormerkungszeile = Awaited<ReturnType<typeof liesWartendeVormerkungen>>['zeilen'][number];

/** What the record holds of the Vormerkungen of one page beside their rows. */
export type Vormerkungsakte = {
  /** Profillage of the newest Profiling by person; absent = no Profiling at all. */
  readonly profillagen: ReadonlyMap<string, Profillage | null>;
  readonly bedarfe: ReadonlyMap<string, readonly Handlungsbedarf[]>;
  /** Cases whose reasons were written down. */
  readonly begruendete: ReadonlySet<string>;
  /** Instant of the newest reply to the pAp by case. */
  readonly antworten: ReadonlyMap<string, string>;
};

async function liesProfillagen(tx: Transaktion, personen: string[]): Promise<Map<string, Profillage | null>> {
  const zeilen = await tx
    .selectDistinctOn([profiling.personId], { id: profiling.personId, profillage: profiling.profillage })
    .from(profiling)
    .where(inArray(profiling.personId, personen))
    .orderBy(profiling.personId, sql`${profiling.datum} desc`, sql`${profiling.erfasstAm} desc`);
  return new Map(zeilen.map(({ id, profillage }) => [id, profillage]));
}

async function liesBedarfe(tx: Transaktion, personen: string[]): Promise<Map<string, Handlungsbedarf[]>> {
  const { personId, schluesselgruppe, bezeichnung, status } = handlungsbedarf;
  const zeilen = await tx
    .select({ personId, schluesselgruppe, bezeichnung, status })
    .from(handlungsbedarf)
    .where(inArray(personId, personen));
  const jePerson = new Map<string, Handlungsbedarf[]>();
  for (const { personId: id, ...bedarf } of zeilen) jePerson.set(id, [...(jePerson.get(id) ?? []), bedarf]);
  return jePerson;
}

async function liesBegruendete(tx: Transaktion, faelle: string[]): Promise<Set<string>> {
  const zeilen = await tx
    .selectDistinct({ id: dokument.fallId })
    .from(dokument)
    .where(
      and(inArray(dokument.fallId, faelle), eq(dokument.feld, 'gruende'), eq(dokument.stand, 'gueltig')),
    );
  return new Set(zeilen.flatMap(({ id }) => id ?? []));
}

async function liesAntworten(tx: Transaktion, faelle: string[]): Promise<Map<string, string>> {
  const zeilen = await tx
    .select({ id: fallEreignis.vorgangId, am: max(fallEreignis.am) })
    .from(fallEreignis)
    .where(and(inArray(fallEreignis.vorgangId, faelle), eq(fallEreignis.art, 'vormerkung_beantwortet')))
    .groupBy(fallEreignis.vorgangId);
  return new Map(zeilen.flatMap(({ id, am }) => (am === null ? [] : [[id, am] as const])));
}

/** Everything the list shows beside the rows, in four queries for the whole page. */
export async function liesVormerkungsakte(
  tx: Transaktion,
  zeilen: readonly Vormerkungszeile[],
): Promise<Vormerkungsakte> {
  const personen = zeilen.map(({ personId }) => personId);
  const faelle = zeilen.map(({ fallId }) => fallId);
  return alsSystem(tx, 'vormerkungen', async () => ({
    profillagen: await liesProfillagen(tx, personen),
    bedarfe: await liesBedarfe(tx, personen),
    begruendete: await liesBegruendete(tx, faelle),
    antworten: await liesAntworten(tx, faelle),
  }));
}
