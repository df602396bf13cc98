import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Profillage } from '../domain/kennungen.ts';
import { aufHeutigenStand } from '../domain/fall/altstand.ts';
import type { BestehenderFall } from '../domain/fall/fall.ts';
import type { Tag } from '../domain/frist/tag.ts';
import { instantAus } from '../domain/frist/zeitzone.ts';
import type { Handlungsbedarf } from '../domain/zugang/kriterium-a.ts';
import { auszug, gesamt, ordnung, type Auszug, type Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { alsIds } from './ids.ts';
import { inSicht, type Sicht } from './sicht.ts';
import { fall, mitarbeitende, person, team } from './schema/index.ts';
import { frageEine, type Zweck } from './systemzugriff.ts';

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

const wartet = (sicht: Sicht): SQL | undefined => and(inSicht(fall, sicht), eq(fall.zustand, 'vorgemerkt'));

/** How many wait. */
export const zahlWartender = (tx: Transaktion, sicht: Sicht): SQL =>
  tx
    .select({ n: sql`count(*)::int` })
    .from(fall)
    .where(wartet(sicht))
    .getSQL();

/** A Vormerkung nobody is assigned to, with the state that knows the meetings of its office. */
export type Vormerkungszeile = {
  readonly fallId: string;
  readonly fallnummer: string;
  readonly name: string | null;
  readonly personId: string;
  readonly vorgemerktAm: Tag;
  readonly team: { readonly id: string; readonly kennzeichen: string };
  readonly pap: { readonly id: string; readonly anzeigename: string } | null;
  readonly stand: BestehenderFall;
};

const ZEILE = sql<Vormerkungszeile>`json_build_object('fallId', ${fall.id}, 'fallnummer', ${fall.fallnummer},
  'name', ${person.name}, 'personId', ${fall.personId}, 'vorgemerktAm', ${fall.vorgemerktAm},
  'team', json_build_object('id', ${team.id}, 'kennzeichen', ${team.kennzeichen}),
  'pap', case when ${pap.id} is not null then json_build_object('id', ${pap.id}, 'anzeigename', ${pap.anzeigename}) end,
  'stand', ${fall.stand})`;

/** A page of the queue, for a statement of its own or as a part of one. */
export const warteschlange = (tx: Transaktion, wahl: Vormerkungswahl) =>
  tx
    .select({ zeile: ZEILE.as('zeile'), gesamt: gesamt.as('gesamt') })
    .from(fall)
    .leftJoin(person, eq(person.id, fall.personId))
    .innerJoin(team, eq(team.id, fall.teamId))
    .leftJoin(pap, eq(pap.id, fall.papId))
    .where(and(wartet(wahl.sicht), wahl.team === undefined ? undefined : eq(fall.teamId, wahl.team)))
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

/** With its state in the shape of today, as wherever it is read. */
export const vormerkungszeile = (zeile: Vormerkungszeile): Vormerkungszeile => ({
  ...zeile,
  stand: aufHeutigenStand(zeile.stand),
});

export async function liesWartendeVormerkungen(
  tx: Transaktion,
  wahl: Vormerkungswahl,
): Promise<Auszug<Vormerkungszeile>> {
  const { zeilen, gesamt: alle } = auszug(await warteschlange(tx, wahl));
  return { gesamt: alle, zeilen: zeilen.map(({ zeile }) => vormerkungszeile(zeile)) };
}

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

type Bedarfszeile = Handlungsbedarf & { readonly person: string };

/** One row with all of it: a page asks once. */
type Gelesen = {
  readonly profillagen: Readonly<Record<string, Profillage | null>>;
  readonly bedarfe: readonly Bedarfszeile[];
  readonly begruendete: readonly string[];
  readonly antworten: Readonly<Record<string, string>>;
};

const profillagen = (personen: SQL): SQL =>
  sql`(select coalesce(json_object_agg(p.person_id, p.profillage), '{}') from (
    select distinct on (person_id) person_id, profillage from profiling where person_id = any (${personen})
    order by person_id, datum desc, erfasst_am desc) p)`;

const bedarfe = (personen: SQL): SQL =>
  sql`(select coalesce(json_agg(json_build_object('person', person_id, 'schluesselgruppe', schluesselgruppe,
      'bezeichnung', bezeichnung, 'status', status) order by id), '[]')
    from handlungsbedarf where person_id = any (${personen}))`;

const begruendete = (faelle: SQL): SQL =>
  sql`(select coalesce(json_agg(distinct fall_id), '[]') from dokument
    where fall_id = any (${faelle}) and feld = 'gruende' and stand = 'gueltig')`;

const antworten = (faelle: SQL): SQL =>
  sql`(select coalesce(json_object_agg(a.fall_id, a.am), '{}') from (
    select fall_id, max(am) as am from fall_ereignis where fall_id = any (${faelle}) and art = 'vormerkung_beantwortet'
    group by fall_id) a)`;

function jePerson(zeilen: readonly Bedarfszeile[]): Map<string, Handlungsbedarf[]> {
  const gruppen = new Map<string, Handlungsbedarf[]>();
  for (const { person: id, ...bedarf } of zeilen) gruppen.set(id, [...(gruppen.get(id) ?? []), bedarf]);
  return gruppen;
}

/** Everything the list shows beside the rows, in one statement for the whole page; read as the purpose `vormerkungen`. */
export async function liesVormerkungsakte(
  tx: Transaktion,
  {
    zeilen,
    dannAls = null,
  }: { readonly zeilen: readonly Vormerkungszeile[]; readonly dannAls?: Zweck | null },
): Promise<Vormerkungsakte> {
  const personen = alsIds(zeilen.map(({ personId }) => personId));
  const faelle = alsIds(zeilen.map(({ fallId }) => fallId));
  const frage = sql`select ${profillagen(personen)} as profillagen,
    ${bedarfe(personen)} as bedarfe, ${begruendete(faelle)} as begruendete, ${antworten(faelle)} as antworten`;
  const gelesen = await frageEine<Gelesen>(tx, frage, { dannAls });
  return {
    profillagen: new Map(Object.entries(gelesen.profillagen)),
    bedarfe: jePerson(gelesen.bedarfe),
    begruendete: new Set(gelesen.begruendete),
    antworten: new Map(Object.entries(gelesen.antworten).map(([id, am]) => [id, instantAus(Date.parse(am))])),
  };
}
