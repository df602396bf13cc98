import { and, eq, exists, isNotNull, lt, sql } from 'drizzle-orm';
import type { Tag } from '../../domain/frist/tag.ts';
import { beginnDesTages } from '../../domain/frist/zeitzone.ts';
import type { Pruefanlass } from '../../domain/loeschung/pruefung.ts';
import type { Transaktion } from '../client.ts';
import { bedarfspruefung, dokument, fall, handlungsbedarf, handlungsbedarfVerlauf } from '../schema/index.ts';

/** A case with something to ask about: whom, and since which day. */
export type Pruefgrund = {
  readonly fallId: string;
  readonly teamId: string;
  readonly fmId: string | null;
  readonly anlass: Pruefanlass;
  readonly handlungsbedarfId: string | null;
  readonly seit: Tag;
};

const FALLSPALTEN = { fallId: fall.id, teamId: fall.teamId, fmId: fall.fmId } as const;

/** The case still holds a text: without one there is nothing to decide. */
const mitUnterlagen = (tx: Transaktion, vor?: string) =>
  exists(
    tx
      .select({ eins: sql`1` })
      .from(dokument)
      .where(
        and(
          eq(dokument.fallId, fall.id),
          eq(dokument.stand, 'gueltig'),
          vor === undefined ? undefined : lt(dokument.erstelltAm, vor),
        ),
      ),
  );

/** T-30: each Handlungsbedarf that was abgebaut, since the day of its newest such change. */
async function nachAbbau(tx: Transaktion): Promise<Pruefgrund[]> {
  const zeilen = await tx
    .select({
      ...FALLSPALTEN,
      handlungsbedarfId: handlungsbedarf.id,
      seit: sql<Tag>`max(${handlungsbedarfVerlauf.am})::text`,
    })
    .from(fall)
    .innerJoin(handlungsbedarf, eq(handlungsbedarf.personId, fall.personId))
    .innerJoin(handlungsbedarfVerlauf, eq(handlungsbedarfVerlauf.handlungsbedarfId, handlungsbedarf.id))
    .where(
      and(
        eq(handlungsbedarf.status, 'abgebaut'),
        eq(handlungsbedarfVerlauf.status, 'abgebaut'),
        mitUnterlagen(tx),
      ),
    )
    .groupBy(fall.id, handlungsbedarf.id);
  return zeilen.map((zeile) => ({ ...zeile, anlass: 'handlungsbedarf_abgebaut' }));
}

/** T-30: each Fallabgang. */
async function nachAbgang(tx: Transaktion): Promise<Pruefgrund[]> {
  const zeilen = await tx
    .select({ ...FALLSPALTEN, seit: sql<Tag>`${fall.fallabgangAm}::text` })
    .from(fall)
    .where(and(isNotNull(fall.fallabgangAm), mitUnterlagen(tx)));
  return zeilen.map((zeile) => ({ ...zeile, anlass: 'fallabgang', handlungsbedarfId: null }));
}

/** a running case with texts that were recorded before the day; they go soon and may have to be recorded anew. */
async function vorDemLoeschtag(tx: Transaktion, seit: Tag, erfasstVor: Tag): Promise<Pruefgrund[]> {
  const zeilen = await tx
    .select(FALLSPALTEN)
    .from(fall)
    .where(and(eq(fall.offen, true), mitUnterlagen(tx, beginnDesTages(erfasstVor))));
  return zeilen.map((zeile) => ({ ...zeile, anlass: 'laufender_fall', handlungsbedarfId: null, seit }));
}

/** Everything that asks "still needed?" today. */
export async function liesPruefgruende(
  tx: Transaktion,
  laufend: { readonly seit: Tag; readonly erfasstVor: Tag },
): Promise<Pruefgrund[]> {
  const { seit, erfasstVor } = laufend;
  const teile = [await nachAbbau(tx), await nachAbgang(tx), await vorDemLoeschtag(tx, seit, erfasstVor)];
  return teile.flat();
}

/** Adds the questions that are not there yet; gives the ids of the new ones. */
export async function legePruefungenAn(
  tx: Transaktion,
  neue: readonly (typeof bedarfspruefung.$inferInsert)[],
): Promise<Set<string>> {
  if (neue.length === 0) return new Set();
  const zeilen = await tx
    .insert(bedarfspruefung)
    .values([...neue])
    .onConflictDoNothing()
    .returning({ id: bedarfspruefung.id });
  return new Set(zeilen.map(({ id }) => id));
}
