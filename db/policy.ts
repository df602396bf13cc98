import { and, desc, eq, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tag } from '../domain/frist/tag.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Policyurteil } from '../domain/policy/freigabe.ts';
import { POLICYBASEN, type Policywahl } from '../domain/policy/policy.ts';
import { STANDARDWAHL } from '../domain/policy/wahl.ts';
import type { Transaktion } from './client.ts';
import { gemerkt } from './gemerktes.ts';
import { mitarbeitende, policyfreigabe, policyversion } from './schema/index.ts';

const freigegeben = and(
  eq(policyfreigabe.name, policyversion.name),
  eq(policyfreigabe.urteil, 'freigegeben'),
);

/** The policy in force on a business day; `standard` where the office has approved none. */
export const aktivePolicy = gemerkt('haus', async (tx: Transaktion, am: string): Promise<Policywahl> => {
  const [zeile] = await tx
    .select({ name: policyversion.name, wahl: policyversion.wahl })
    .from(policyversion)
    .innerJoin(policyfreigabe, freigegeben)
    .where(lte(policyversion.gueltigAb, am))
    .orderBy(desc(policyversion.gueltigAb), desc(policyfreigabe.am), desc(policyversion.name))
    .limit(1);
  return zeile === undefined ? STANDARDWAHL : { ...zeile.wahl, version: zeile.name };
});

const urteilende = alias(mitarbeitende, 'urteilende');

/** The versions of the office, the newest first, with who drafted and who approved or discarded them. */
export async function liesPolicyversionen(tx: Transaktion) {
  const mensch = { id: mitarbeitende.id, anzeigename: mitarbeitende.anzeigename };
  return tx
    .select({
      name: policyversion.name,
      wahl: policyversion.wahl,
      gueltigAb: policyversion.gueltigAb,
      begruendung: policyversion.begruendung,
      entworfenVon: mensch,
      entworfenAm: policyversion.entworfenAm,
      urteil: policyfreigabe.urteil,
      urteilVon: { id: urteilende.id, anzeigename: urteilende.anzeigename },
      urteilAm: policyfreigabe.am,
    })
    .from(policyversion)
    .leftJoin(mitarbeitende, eq(mitarbeitende.id, policyversion.entworfenVon))
    .leftJoin(policyfreigabe, eq(policyfreigabe.name, policyversion.name))
    .leftJoin(urteilende, eq(urteilende.id, policyfreigabe.von))
    .orderBy(desc(policyversion.gueltigAb), desc(policyversion.name));
}
export type Policyzeile = Awaited<ReturnType<typeof liesPolicyversionen>>[number];

/** A version that may be used: one the office has approved, or one that came with Lotse; null otherwise. */
export async function verwendbarePolicy(tx: Transaktion, name: string): Promise<Policywahl | null> {
  const [zeile] = await tx
    .select({ wahl: policyversion.wahl })
    .from(policyversion)
    .innerJoin(policyfreigabe, freigegeben)
    .where(eq(policyversion.name, name));
  if (zeile !== undefined) return { ...zeile.wahl, version: name };
  const basis = POLICYBASEN.find((eingebaut) => eingebaut === name);
  return basis === undefined ? null : { basis, aenderungen: {} };
}

/** The day from which a version of the office holds; null for one that came with Lotse. */
export async function gueltigAbVon(tx: Transaktion, name: string): Promise<Tag | null> {
  const [zeile] = await tx
    .select({ gueltigAb: policyversion.gueltigAb })
    .from(policyversion)
    .where(eq(policyversion.name, name));
  return zeile?.gueltigAb ?? null;
}

/** False when there is a version of that name. */
export async function fuegeVersionAn(
  tx: Transaktion,
  neu: typeof policyversion.$inferInsert,
): Promise<boolean> {
  const zeilen = await tx.insert(policyversion).values(neu).onConflictDoNothing().returning();
  return zeilen.length > 0;
}

/** False when it was approved or discarded already. */
export async function urteileUeberVersion(
  tx: Transaktion,
  neu: { readonly name: string; readonly urteil: Policyurteil; readonly von: string; readonly am: Instant },
): Promise<boolean> {
  const zeilen = await tx.insert(policyfreigabe).values(neu).onConflictDoNothing().returning();
  return zeilen.length > 0;
}
