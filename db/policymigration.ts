import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { FALL } from '../domain/fall/aggregat.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Policywahl } from '../domain/policy/policy.ts';
import { versionsname } from '../domain/policy/wahl.ts';
import { POTENZIAL } from '../domain/potenzial/aggregat.ts';
import { TEAM } from '../domain/team/aggregat.ts';
import type { Vorgangsart } from '../domain/vorgang/aggregat.ts';
import type { AllgemeinesEreignis } from '../domain/vorgang/ereignis.ts';
import { policyvorschau, type Policywirkung } from '../domain/vorgang/policyvorschau.ts';
import type { Transaktion } from './client.ts';
import { laufenderFall } from './fallstaende.ts';
import {
  ausgang,
  fall,
  fallEreignis,
  mitarbeitende,
  policymigration,
  policymigrationsauftrag,
  policymigrationsschritt,
  vorgang,
  vorgangEreignis,
  type Vorgangsstand,
} from './schema/index.ts';
import { alsSystem } from './systemzugriff.ts';
import { verweisAuf } from './verweis.ts';

/** One Vorgang a migration would move. */
export type Umstellung = {
  readonly art: Vorgangsart;
  readonly vorgangId: string;
  readonly vorher: string;
  readonly vorschau: Policywirkung;
};

type Ziel = { readonly policy: Policywahl; readonly at: Instant };

/** States are read in pages, so that an office with many cases does not hold them all at once. */
const SEITE = 500;

async function seitenweise<Zeile extends { readonly id: string }>(
  lies: (nach: string) => Promise<Zeile[]>,
  nimm: (zeile: Zeile) => void,
): Promise<void> {
  for (let nach = '00000000-0000-0000-0000-000000000000'; ;) {
    const zeilen = await lies(nach);
    zeilen.forEach(nimm);
    const letzte = zeilen.at(-1);
    if (letzte === undefined || zeilen.length < SEITE) return;
    nach = letzte.id;
  }
}

function vorschauAuf(stand: Vorgangsstand, ziel: Ziel): Policywirkung | null {
  return stand.art === 'team' ? policyvorschau(TEAM, stand, ziel) : policyvorschau(POTENZIAL, stand, ziel);
}

/** Everything that still carries duties under another version, with what the new one would do to it. */
export function liesUmstellungen(tx: Transaktion, ziel: Ziel): Promise<Umstellung[]> {
  return alsSystem(tx, 'umstellung', () => sammleUmstellungen(tx, ziel));
}

async function sammleUmstellungen(tx: Transaktion, ziel: Ziel): Promise<Umstellung[]> {
  const ergebnis: Umstellung[] = [];
  const merke = (
    wer: Pick<Umstellung, 'art' | 'vorgangId'>,
    stand: { policy: Policywahl },
    vorschau: Policywirkung | null,
  ): void => {
    if (vorschau !== null) ergebnis.push({ ...wer, vorher: versionsname(stand.policy), vorschau });
  };
  await seitenweise(
    (nach) =>
      tx
        .select({ id: fall.id, stand: fall.stand })
        .from(fall)
        .where(and(gt(fall.id, nach), laufenderFall))
        .orderBy(asc(fall.id))
        .limit(SEITE),
    ({ id: vorgangId, stand }) => {
      merke({ art: 'fall', vorgangId }, stand, policyvorschau(FALL, stand, ziel));
    },
  );
  await seitenweise(
    (nach) =>
      tx
        .select({ id: vorgang.id, art: vorgang.art, stand: vorgang.stand })
        .from(vorgang)
        .where(and(gt(vorgang.id, nach), eq(vorgang.offen, true)))
        .orderBy(asc(vorgang.id))
        .limit(SEITE),
    ({ id: vorgangId, art, stand }) => {
      merke({ art, vorgangId }, stand, vorschauAuf(stand, ziel));
    },
  );
  return ergebnis;
}

type Schritt = typeof policymigrationsschritt.$inferSelect;

/** Writes down a previewed migration; its steps are numbered in the order given. */
export async function speichereMigration(
  tx: Transaktion,
  migration: typeof policymigration.$inferInsert,
  schritte: readonly Schritt[],
): Promise<void> {
  await tx.insert(policymigration).values(migration);
  for (let ab = 0; ab < schritte.length; ab += 2_000)
    await tx.insert(policymigrationsschritt).values(schritte.slice(ab, ab + 2_000));
}

export async function liesMigration(tx: Transaktion, id: string) {
  const [zeile] = await tx
    .select({
      id: policymigration.id,
      wahl: policymigration.wahl,
      am: policymigration.am,
      von: { id: mitarbeitende.id, anzeigename: mitarbeitende.anzeigename },
      ausgefuehrtAm: policymigrationsauftrag.am,
    })
    .from(policymigration)
    .innerJoin(mitarbeitende, eq(mitarbeitende.id, policymigration.von))
    .leftJoin(policymigrationsauftrag, eq(policymigrationsauftrag.migrationId, policymigration.id))
    .where(eq(policymigration.id, id));
  return zeile ?? null;
}

export async function liesSchritte(tx: Transaktion, migrationId: string): Promise<Schritt[]> {
  return tx
    .select()
    .from(policymigrationsschritt)
    .where(eq(policymigrationsschritt.migrationId, migrationId))
    .orderBy(asc(policymigrationsschritt.nummer));
}

/** False when the order was given already. */
export async function erteileAuftrag(
  tx: Transaktion,
  auftrag: typeof policymigrationsauftrag.$inferInsert,
): Promise<boolean> {
  const zeilen = await tx.insert(policymigrationsauftrag).values(auftrag).onConflictDoNothing().returning();
  return zeilen.length > 0;
}

/** One signal per step; its key is the id of the step, so a repeated delivery moves nothing twice. */
export async function kuendigeUmstellungAn(
  tx: Transaktion,
  schritte: readonly Schritt[],
  erstelltAm: Instant,
): Promise<void> {
  const zeilen = schritte.map(({ id, art, vorgangId }) => ({
    id,
    ...verweisAuf({ art, id: vorgangId }),
    art: 'policy' as const,
    erstelltAm,
  }));
  for (let ab = 0; ab < zeilen.length; ab += 2_000)
    await tx.insert(ausgang).values(zeilen.slice(ab, ab + 2_000));
}

/** The target of the migration a signal belongs to, and who ordered it. */
export async function zielVonSchritt(
  tx: Transaktion,
  schrittId: string,
): Promise<{ readonly policy: Policywahl; readonly von: string } | null> {
  const { migrationId } = policymigrationsschritt;
  const [zeile] = await tx
    .select({ policy: policymigration.wahl, von: policymigrationsauftrag.von })
    .from(policymigrationsschritt)
    .innerJoin(policymigration, eq(policymigration.id, migrationId))
    .innerJoin(policymigrationsauftrag, eq(policymigrationsauftrag.migrationId, migrationId))
    .where(eq(policymigrationsschritt.id, schrittId));
  return zeile ?? null;
}

/** What the steps recorded, by the id of the step. */
export function liesWirkungen(
  tx: Transaktion,
  schritte: readonly Schritt[],
): Promise<Map<string, AllgemeinesEreignis[]>> {
  return alsSystem(tx, 'umstellung', () => sammleWirkungen(tx, schritte));
}

async function sammleWirkungen(
  tx: Transaktion,
  schritte: readonly Schritt[],
): Promise<Map<string, AllgemeinesEreignis[]>> {
  const wirkungen = new Map<string, AllgemeinesEreignis[]>();
  for (const tabelle of [fallEreignis, vorgangEreignis]) {
    const zeilen = await tx
      .select({ befehlId: tabelle.befehlId, daten: tabelle.daten })
      .from(tabelle)
      .where(
        inArray(
          tabelle.befehlId,
          schritte.map(({ id }) => id),
        ),
      )
      .orderBy(asc(tabelle.sequenz));
    for (const { befehlId, daten } of zeilen)
      wirkungen.set(befehlId, [...(wirkungen.get(befehlId) ?? []), daten]);
  }
  return wirkungen;
}
