import { and, asc, eq, gt, inArray, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { FALL } from '../domain/fall/aggregat.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Policywahl } from '../domain/policy/policy.ts';
import type { Umstellungsumfang } from '../domain/policy/umstellung.ts';
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

type Ziel = { readonly policy: Policywahl; readonly at: Instant; readonly umfang: Umstellungsumfang };

/** The condition that a column holds one of the values; none where all are meant. */
const unter = (spalte: PgColumn, werte: readonly string[] | null): SQL | undefined =>
  werte === null ? undefined : inArray(spalte, [...werte]);

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

type Gelesen = Pick<Umstellung, 'art' | 'vorgangId'> & {
  readonly stand: { readonly policy: Policywahl };
  readonly vorschau: Policywirkung | null;
};

function leseFaelle(tx: Transaktion, ziel: Ziel, nimm: (zeile: Gelesen) => void): Promise<void> {
  return seitenweise(
    (nach) =>
      tx
        .select({ id: fall.id, stand: fall.stand })
        .from(fall)
        .where(and(gt(fall.id, nach), laufenderFall, unter(fall.teamId, ziel.umfang.teams)))
        .orderBy(asc(fall.id))
        .limit(SEITE),
    ({ id: vorgangId, stand }) => {
      nimm({ art: 'fall', vorgangId, stand, vorschau: policyvorschau(FALL, stand, ziel) });
    },
  );
}

function leseUebrige(tx: Transaktion, ziel: Ziel, nimm: (zeile: Gelesen) => void): Promise<void> {
  const { teams, arten } = ziel.umfang;
  const gemeint = and(vorgang.offen, unter(vorgang.teamId, teams), unter(vorgang.art, arten));
  return seitenweise(
    (nach) =>
      tx
        .select({ id: vorgang.id, art: vorgang.art, stand: vorgang.stand })
        .from(vorgang)
        .where(and(gt(vorgang.id, nach), gemeint))
        .orderBy(asc(vorgang.id))
        .limit(SEITE),
    ({ id: vorgangId, art, stand }) => {
      nimm({ art, vorgangId, stand, vorschau: vorschauAuf(stand, ziel) });
    },
  );
}

async function sammleUmstellungen(tx: Transaktion, ziel: Ziel): Promise<Umstellung[]> {
  const ergebnis: Umstellung[] = [];
  const merke = ({ stand, vorschau, ...wer }: Gelesen): void => {
    if (vorschau !== null) ergebnis.push({ ...wer, vorher: versionsname(stand.policy), vorschau });
  };
  if (ziel.umfang.arten?.includes('fall') !== false) await leseFaelle(tx, ziel, merke);
  await leseUebrige(tx, ziel, merke);
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
      umfang: policymigration.umfang,
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
