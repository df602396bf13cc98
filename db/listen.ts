import { and, asc, eq, exists, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Zustand } from '../domain/kennungen.ts';
import { auszug, gesamt, ordnung, type Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { zeigbar } from './fristliste.ts';
import { fall, frist, mitarbeitende, person, team } from './schema/index.ts';
import { inSicht, type Sicht } from './sicht.ts';

const fm = alias(mitarbeitende, 'fm');
const pap = alias(mitarbeitende, 'pap');

const mensch = { fm: { id: fm.id, anzeigename: fm.anzeigename } };
const verweis = { fallId: fall.id, fallnummer: fall.fallnummer, name: person.name };
const teamfelder = { id: team.id, kennzeichen: team.kennzeichen };

type Fallspalte = keyof typeof FAELLE_SPALTEN;

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
  readonly sortierung: Fallspalte | `-${Fallspalte}`;
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
  const ofDesFalls = and(eq(frist.vorgangId, fall.id), zeigbar(frist, heute));
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
    .leftJoin(person, eq(person.id, fall.personId))
    .innerJoin(team, eq(team.id, fall.teamId))
    .leftJoin(fm, eq(fm.id, fall.fmId))
    .leftJoin(pap, eq(pap.id, fall.papId))
    .where(and(inSicht(fall, wahl.sicht), ...faellefilter(wahl, hatVerpasste)))
    .orderBy(ordnung(wahl.sortierung, FAELLE_SPALTEN), asc(fall.fallnummer))
    .limit(wahl.limit)
    .offset(wahl.offset);
  return auszug(zeilen);
}

type Fallfilter = Omit<Faellewahl, keyof Blatt | 'sicht' | 'heute' | 'sortierung'>;

function faellefilter(wahl: Fallfilter, hatVerpasste: SQL): (SQL | undefined)[] {
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

/** How many open cases are questioned by Teamleitung and Controlling (K-43): as many as their list shows. */
export const zahlAuffaelliger = (tx: Transaktion, sicht: Sicht): SQL =>
  tx
    .select({ n: sql`count(*)::int` })
    .from(fall)
    .where(and(inSicht(fall, sicht), ...faellefilter({ offen: true, auffaellig: true }, sql`false`)))
    .getSQL();
