import { and, asc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Rolle, Stufe } from '../domain/kennungen.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Vorgangsart } from '../domain/vorgang/aggregat.ts';
import { meintHaus } from '../domain/vorgang/nachricht.ts';
import { auszug, gesamt, ordnung, type Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { eingang, fall, mitarbeitende, person, vorgang } from './schema/index.ts';

/** Who reads an inbox: the person, whoever they represent today, and what went to the role for the teams or the house. */
export type Empfaenger = {
  readonly id: string;
  readonly rolle: Rolle;
  readonly teams: readonly string[];
  readonly vertritt: readonly { readonly id: string }[];
};

const an = alias(mitarbeitende, 'an');
const vertretung = alias(mitarbeitende, 'vertretung');

/** What came for somebody while they were represented; whoever represents them now goes on with it. */
function anVertretene(vertritt: Empfaenger['vertritt']): SQL | undefined {
  if (vertritt.length === 0) return undefined;
  const ids = vertritt.map((v) => v.id);
  return and(isNotNull(eingang.vertretung), inArray(eingang.anPerson, ids));
}

function anMich({ id, rolle, teams, vertritt }: Empfaenger): SQL | undefined {
  const persoenlich = or(eq(eingang.anPerson, id), anVertretene(vertritt));
  const imHaus = meintHaus(rolle);
  if (teams.length === 0 && !imHaus) return persoenlich;
  const anRolle = and(
    isNull(eingang.anPerson),
    eq(eingang.anRolle, rolle),
    imHaus ? undefined : inArray(eingang.teamId, [...teams]),
  );
  return or(persoenlich, anRolle);
}

/** The mark of the reader: whoever represents has one of their own, and none of the one they represent. */
const gelesenVon = (wer: Empfaenger) =>
  sql<Instant | null>`case when ${istVertretung(wer)}
    then (select (marke ->> 'am')::timestamptz from jsonb_array_elements(${eingang.vertretungGelesen}) marke
      where marke ->> 'von' = ${wer.id})
    else ${eingang.gelesenAm} end`.mapWith(eingang.gelesenAm);

/** Does somebody read what went to another person? */
const istVertretung = ({ id }: Empfaenger): SQL => sql`${eingang.anPerson} <> ${id}`;

function filter({
  wer,
  gelesen,
  stufe,
  fall: einFall,
}: Pick<Eingangswahl, 'wer' | 'gelesen' | 'stufe' | 'fall'>): SQL | undefined {
  const gelesenAm = gelesenVon(wer);
  return and(
    anMich(wer),
    gelesen === undefined ? undefined : gelesen ? isNotNull(gelesenAm) : isNull(gelesenAm),
    stufe === undefined ? undefined : eq(eingang.stufe, stufe),
    einFall === undefined ? undefined : eq(eingang.fallId, einFall),
  );
}

/** How many messages nobody has marked as read. */
export const zahlNeuer = (tx: Transaktion, wer: Empfaenger): SQL =>
  tx
    .select({ n: sql`count(*)::int` })
    .from(eingang)
    .where(filter({ wer, gelesen: false }))
    .getSQL();

export type Eingangswahl = Blatt & {
  readonly wer: Empfaenger;
  readonly gelesen?: boolean | undefined;
  readonly stufe?: Stufe | undefined;
  readonly fall?: string | undefined;
  readonly sortierung: 'am' | '-am' | 'faellig' | '-faellig';
};

/** The inbox of a colleague. */
export async function liesEingang(tx: Transaktion, wahl: Eingangswahl) {
  const { id, fallId, anlass, stufe, anRolle, vorkommen, faellig, am } = eingang;
  const gelesenAm = gelesenVon(wahl.wer);
  const zeilen = await tx
    .select({
      id,
      fallId,
      anlass,
      stufe,
      anRolle,
      vorkommen,
      faellig,
      am,
      gelesenAm,
      art: sql<Vorgangsart>`coalesce(${vorgang.art}, 'fall')`,
      fallnummer: fall.fallnummer,
      personId: person.id,
      name: person.name,
      an: { id: an.id, anzeigename: an.anzeigename },
      vertretung: { id: vertretung.id, anzeigename: vertretung.anzeigename },
      gesamt,
    })
    .from(eingang)
    .leftJoin(fall, eq(fall.id, eingang.fallId))
    .leftJoin(vorgang, eq(vorgang.id, eingang.vorgangId))
    // Not `coalesce`, which PostgreSQL takes for something that could betray a row, so that it would look at every person first.
    .leftJoin(
      person,
      eq(
        person.id,
        sql`case when ${fall.personId} is null then ${vorgang.personId} else ${fall.personId} end`,
      ),
    )
    .leftJoin(an, eq(an.id, eingang.anPerson))
    .leftJoin(vertretung, eq(vertretung.id, eingang.vertretung))
    .where(filter(wahl))
    .orderBy(ordnung(wahl.sortierung, { am, faellig }), asc(id))
    .limit(wahl.limit)
    .offset(wahl.offset);
  return auszug(zeilen);
}

/** Marks an entry as read, once; false when it is not in this inbox. */
export async function markiereGelesen(
  tx: Transaktion,
  wer: Empfaenger,
  gelesen: { readonly id: string; readonly am: string },
): Promise<{ readonly fallId: string | null; readonly vorgangId: string | null } | null> {
  const { fallId, vorgangId } = eingang;
  const [zeile] = await tx
    .update(eingang)
    .set({
      gelesenAm: sql`case when ${istVertretung(wer)} then ${eingang.gelesenAm}
        else coalesce(${eingang.gelesenAm}, ${gelesen.am}::timestamptz) end`,
      vertretungGelesen: sql`case when ${istVertretung(wer)} and ${gelesenVon(wer)} is null
        then ${eingang.vertretungGelesen} || jsonb_build_array(jsonb_build_object('von', ${wer.id}::text, 'am', ${gelesen.am}::text))
        else ${eingang.vertretungGelesen} end`,
    })
    .where(and(eq(eingang.id, gelesen.id), anMich(wer)))
    .returning({ fallId, vorgangId });
  return zeile ?? null;
}
