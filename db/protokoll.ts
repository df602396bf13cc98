import {
  and,
  arrayOverlaps,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  or,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import { zaehle, type Auszug, type Blatt } from './blatt.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { mitarbeitende, protokoll, sonderzugriff } from './schema/index.ts';

export type Protokollzeile = typeof protokoll.$inferInsert;

/** Audit entries in the transaction of their change (rules.md B3). */
export async function protokolliere(tx: Transaktion, zeilen: readonly Protokollzeile[]): Promise<void> {
  if (zeilen.length > 0) await tx.insert(protokoll).values([...zeilen]);
}

/** The same as part of a statement of the change. */
export function protokollzeilen(tx: Transaktion, zeilen: readonly Protokollzeile[]): SQLWrapper[] {
  return zeilen.length === 0 ? [] : [tx.insert(protokoll).values([...zeilen])];
}

const fuer = alias(mitarbeitende, 'fuer');

/**
 * Whose entries: of a case; of a person with the check record, which has the same id, and every case; of the house from an
 * instant on, or what one account did; searches for one of these.
 */
export type Protokollbezug =
  | { readonly fallId: string }
  | { readonly personId: string; readonly faelle: readonly string[] }
  | { readonly seit: Instant; readonly konto: string | undefined }
  | { readonly merkmale: readonly string[] };

function gehoertZu(bezug: Protokollbezug): SQL | undefined {
  const { fallId, personId, vorgangId, akteurId, am, merkmale } = protokoll;
  if ('fallId' in bezug) return eq(fallId, bezug.fallId);
  if ('merkmale' in bezug)
    return bezug.merkmale.length === 0 ? sql`false` : arrayOverlaps(merkmale, [...bezug.merkmale]);
  if ('seit' in bezug)
    return and(gte(am, bezug.seit), bezug.konto === undefined ? undefined : eq(akteurId, bezug.konto));
  const zurPerson = or(eq(personId, bezug.personId), eq(vorgangId, bezug.personId));
  return or(zurPerson, inArray(fallId, [...bezug.faelle]));
}

export type Protokollwahl = Blatt & {
  readonly bezug: Protokollbezug;
  /** Reads have classes, or are lists; changes have neither. */
  readonly art?: 'gelesen' | 'geaendert' | undefined;
};

const neuesteZuerst = ({
  gespeichertAm,
  nummer,
  id,
}: Readonly<Record<'gespeichertAm' | 'nummer' | 'id', PgColumn>>): SQL[] => [
  desc(gespeichertAm),
  desc(nummer),
  desc(id),
];

/** Whichever access with a reason an entry names: as what was looked for, or as the ground of a look (DS-29). */
const zugriffIn = ({ gegenstand, grund }: Readonly<Record<'gegenstand' | 'grund', PgColumn>>): SQL =>
  sql`substring(concat_ws(' ', ${gegenstand}, ${grund}) from '(?:sonderzugriff|notzugriff|vertretung_grund):([0-9a-f-]{36})')::uuid`;

/** The audit as it is read back: who, in which role, for whom, when, what, why; newest first. */
export async function liesProtokoll(tx: Transaktion, wahl: Protokollwahl) {
  const { klassen, anzahl } = protokoll;
  const nachArt = {
    gelesen: or(isNotNull(klassen), isNotNull(anzahl)),
    geaendert: and(isNull(klassen), isNull(anzahl)),
  };
  const { limit, offset } = wahl;
  const gesucht = and(gehoertZu(wahl.bezug), wahl.art === undefined ? undefined : nachArt[wahl.art]);
  // The page first, then the names of its accounts, not those of every entry there is.
  const blatt = tx
    .select()
    .from(protokoll)
    .where(gesucht)
    .orderBy(...neuesteZuerst(protokoll))
    .limit(limit)
    .offset(offset)
    .as('blatt');
  const zeilen = await tx
    .select({
      id: blatt.id,
      am: blatt.am,
      aktion: blatt.aktion,
      rolle: blatt.rolle,
      grund: blatt.grund,
      klassen: blatt.klassen,
      rechtsgrundlage: blatt.rechtsgrundlage,
      fallId: blatt.fallId,
      personId: blatt.personId,
      gegenstand: blatt.gegenstand,
      anzahl: blatt.anzahl,
      abrufe: blatt.abrufe,
      merkmale: blatt.merkmale,
      // The words stand beside the case, never in the log; PostgreSQL shows them to those who review the access (DS-32).
      begruendung: sonderzugriff.grund,
      wer: { id: mitarbeitende.id, anzeigename: mitarbeitende.anzeigename },
      fuer: { id: fuer.id, anzeigename: fuer.anzeigename },
    })
    .from(blatt)
    .leftJoin(mitarbeitende, eq(mitarbeitende.id, blatt.akteurId))
    .leftJoin(fuer, eq(fuer.id, blatt.fuerId))
    .leftJoin(sonderzugriff, eq(sonderzugriff.id, zugriffIn(blatt)))
    .orderBy(...neuesteZuerst(blatt));
  return { zeilen, gesamt: await zaehle(tx, protokoll, { gesucht, limit, offset }) };
}
export type Protokolleintrag =
  Awaited<ReturnType<typeof liesProtokoll>> extends Auszug<infer Zeile> ? Zeile : never;
