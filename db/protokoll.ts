import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { auszug, gesamt, type Auszug, type Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { mitarbeitende, protokoll } from './schema/index.ts';

export type Protokollzeile = typeof protokoll.$inferInsert;

/** Audit entries in the transaction of their change (rules.md B3). */
export async function protokolliere(tx: Transaktion, zeilen: readonly Protokollzeile[]): Promise<void> {
  if (zeilen.length > 0) await tx.insert(protokoll).values([...zeilen]);
}

const fuer = alias(mitarbeitende, 'fuer');

/** Whose entries: of a case; or of a person with the check record, which has the same id, and every case. */
export type Protokollbezug =
  { readonly fallId: string } | { readonly personId: string; readonly faelle: readonly string[] };

function gehoertZu(bezug: Protokollbezug): SQL | undefined {
  const { fallId, personId, vorgangId } = protokoll;
  if ('fallId' in bezug) return eq(fallId, bezug.fallId);
  const zurPerson = or(eq(personId, bezug.personId), eq(vorgangId, bezug.personId));
  return or(zurPerson, inArray(fallId, [...bezug.faelle]));
}

export type Protokollwahl = Blatt & {
  readonly bezug: Protokollbezug;
  /** Reads have classes, changes have none. */
  readonly art?: 'gelesen' | 'geaendert' | undefined;
};

/** The audit as it is read back: who, in which role, for whom, when, what, why; newest first. */
export async function liesProtokoll(tx: Transaktion, wahl: Protokollwahl) {
  const { klassen } = protokoll;
  const nachArt = { gelesen: isNotNull(klassen), geaendert: isNull(klassen) };
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
