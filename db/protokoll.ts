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
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { auszug, gesamt, type Auszug, type Blatt } from './blatt.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { mitarbeitende, protokoll } from './schema/index.ts';

export type Protokollzeile = typeof protokoll.$inferInsert;

/** Audit entries in the transaction of their change (rules.md B3). */
export async function protokolliere(tx: Transaktion, zeilen: readonly Protokollzeile[]): Promise<void> {
  if (zeilen.length > 0) await tx.insert(protokoll).values([...zeilen]);
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

/** The audit as it is read back: who, in which role, for whom, when, what, why; newest first. */
export async function liesProtokoll(tx: Transaktion, wahl: Protokollwahl) {
  const { klassen, anzahl } = protokoll;
  const nachArt = {
    gelesen: or(isNotNull(klassen), isNotNull(anzahl)),
    geaendert: and(isNull(klassen), isNull(anzahl)),
  };
  const zeilen = await tx
    .select({
      id: protokoll.id,
      am: protokoll.am,
      aktion: protokoll.aktion,
      rolle: protokoll.rolle,
      grund: protokoll.grund,
      klassen,
      rechtsgrundlage: protokoll.rechtsgrundlage,
      fallId: protokoll.fallId,
      personId: protokoll.personId,
      gegenstand: protokoll.gegenstand,
      anzahl,
      abrufe: protokoll.abrufe,
      merkmale: protokoll.merkmale,
      wer: { id: mitarbeitende.id, anzeigename: mitarbeitende.anzeigename },
      fuer: { id: fuer.id, anzeigename: fuer.anzeigename },
      gesamt,
    })
    .from(protokoll)
    .leftJoin(mitarbeitende, eq(mitarbeitende.id, protokoll.akteurId))
    .leftJoin(fuer, eq(fuer.id, protokoll.fuerId))
    .where(and(gehoertZu(wahl.bezug), wahl.art === undefined ? undefined : nachArt[wahl.art]))
    .orderBy(desc(protokoll.gespeichertAm), desc(protokoll.nummer), desc(protokoll.id))
    .limit(wahl.limit)
    .offset(wahl.offset);
  return auszug(zeilen);
}
export type Protokolleintrag =
  Awaited<ReturnType<typeof liesProtokoll>> extends Auszug<infer Zeile> ? Zeile : never;
