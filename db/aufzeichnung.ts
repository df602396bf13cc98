import { and, eq, inArray, min, sql } from 'drizzle-orm';
import type { Ablehnung } from '../domain/ablehnung.ts';
import type { Herleitungsschritt } from '../domain/frist/auftrag.ts';
import { FRISTENDEN } from '../domain/pflicht/frist.ts';
import type { Fristzeile } from '../domain/pflicht/fristzeilen.ts';
import type { Antwort } from '../domain/vorgang/antwort.ts';
import type { AllgemeinesEreignis } from '../domain/vorgang/ereignis.ts';
import type { Transaktion } from './client.ts';
import {
  befehl,
  dokument,
  handlungsbedarf,
  leistungserbringer,
  mitarbeitende,
  person,
  type Ereignistabelle,
  type Fristtabelle,
} from './schema/index.ts';

/** Sequence numbers of what a command has recorded already; empty when nothing. */
export async function sequenzenVonBefehl(
  tx: Transaktion,
  tabelle: Ereignistabelle,
  wo: { readonly vorgangId: string; readonly befehlId: string },
): Promise<number[]> {
  const zeilen = await tx
    .select({ sequenz: tabelle.sequenz })
    .from(tabelle)
    .where(and(eq(tabelle.vorgangId, wo.vorgangId), eq(tabelle.befehlId, wo.befehlId)));
  return zeilen.map((z) => z.sequenz).sort((a, b) => a - b);
}

/** What is stored beside a claimed key: the answer, or the refusal another process was quicker to store. */
export type GespeichertesErgebnis = {
  readonly antwort: Antwort | null;
  readonly ablehnung: Ablehnung | null;
  /** Of the first event the command has recorded; null when none. */
  readonly abSequenz: number | null;
};

type Wo = { readonly vorgangId: string; readonly befehlId: string };

/**
 * What the record holds of a claimed command; null where nobody claimed it. Locks the claim until the transaction ends, so that an answer and a refusal cannot both be
 * stored; the Vorgang is locked before, so that nobody else records events of it meanwhile.
 */
export async function gespeichertesErgebnis(
  tx: Transaktion,
  tabelle: Ereignistabelle,
  { vorgangId, befehlId }: Wo,
): Promise<GespeichertesErgebnis | null> {
  const erste = tx
    .select({ sequenz: min(tabelle.sequenz) })
    .from(tabelle)
    .where(and(eq(tabelle.vorgangId, vorgangId), eq(tabelle.befehlId, befehlId)));
  const [zeile] = await tx
    .select({ status: befehl.status, antwort: befehl.antwort, abSequenz: sql<number | null>`(${erste})` })
    .from(befehl)
    .where(eq(befehl.befehlId, befehlId))
    .for('update', { of: befehl });
  if (zeile === undefined) return null;
  const { status, abSequenz } = zeile;
  if (status === null) return { antwort: null, ablehnung: null, abSequenz };
  return status === 200
    ? { antwort: zeile.antwort as Antwort, ablehnung: null, abSequenz }
    : { antwort: null, ablehnung: zeile.antwort as Ablehnung, abSequenz };
}

const VERSIONIERT = { person, handlungsbedarf, mitarbeitende, leistungserbringer } as const;

/** True when every named row still has the version the decision rests on (V-75). Rows are `table:id`. */
export async function versionenStimmen(
  tx: Transaktion,
  versionen: Readonly<Record<string, number>>,
): Promise<boolean> {
  for (const [name, tabelle] of Object.entries(VERSIONIERT)) {
    const soll = Object.entries(versionen).filter(([zeile]) => zeile.startsWith(`${name}:`));
    if (soll.length === 0) continue;
    const ids = soll.map(([zeile]) => zeile.slice(name.length + 1));
    const ist = await tx
      .select({ id: tabelle.id, version: tabelle.version })
      .from(tabelle)
      .where(inArray(tabelle.id, ids))
      .for('share');
    const versionVon = new Map(ist.map((z) => [z.id, z.version]));
    if (soll.some(([zeile, version]) => versionVon.get(zeile.slice(name.length + 1)) !== version))
      return false;
  }
  return true;
}

/** Appends the events; their order and their uniqueness are the database's business, too. */
export async function fuegeEreignisseAn(
  tx: Transaktion,
  wo: { readonly tabelle: Ereignistabelle; readonly vorgangId: string; readonly befehlId: string },
  ereignisse: readonly AllgemeinesEreignis[],
): Promise<void> {
  const { tabelle, vorgangId, befehlId } = wo;
  await tx.insert(tabelle).values(
    ereignisse.map((e) => ({
      vorgangId,
      befehlId,
      id: e.id,
      sequenz: e.sequenz,
      art: e.art,
      am: e.am,
      akteur: e.akteur,
      fuer: e.fuer,
      daten: e,
    })),
  );
}

export async function liesFristzeilen(
  tx: Transaktion,
  tabelle: Fristtabelle,
  vorgangId: string,
): Promise<Fristzeile[]> {
  const zeilen = await tx.select().from(tabelle).where(eq(tabelle.vorgangId, vorgangId));
  return zeilen.map(({ fristId: id, vorkommen, beginn, roh, faellig, status, lauf, ruht }) => ({
    id,
    vorkommen,
    beginn,
    roh,
    faellig,
    status,
    lauf,
    ruht,
  }));
}

const ENDE: ReadonlySet<string> = new Set(FRISTENDEN);

/** Stores changed duties; `herleitung` null keeps the one on record (its facts are gone). */
export async function speichereFristzeilen(
  tx: Transaktion,
  wo: { readonly tabelle: Fristtabelle; readonly vorgangId: string },
  zeilen: readonly (Fristzeile & { herleitung: readonly Herleitungsschritt[] | null })[],
): Promise<void> {
  if (zeilen.length === 0) return;
  const { tabelle, vorgangId } = wo;
  await tx
    .insert(tabelle)
    .values(
      zeilen.map(({ id, herleitung, ...z }) => ({
        ...z,
        vorgangId,
        fristId: id,
        offen: !ENDE.has(z.status),
        herleitung: herleitung ?? [],
      })),
    )
    .onConflictDoUpdate({
      target: [tabelle.vorgangId, tabelle.fristId, tabelle.vorkommen],
      set: {
        beginn: sql`excluded.beginn`,
        roh: sql`excluded.roh`,
        faellig: sql`excluded.faellig`,
        status: sql`excluded.status`,
        lauf: sql`excluded.lauf`,
        offen: sql`excluded.offen`,
        ruht: sql`excluded.ruht`,
        herleitung: sql`case when excluded.herleitung = '[]'::jsonb then ${tabelle.herleitung} else excluded.herleitung end`,
      },
    });
}

/** Makes the drafts of a recorded command valid. */
export async function machTexteGueltig(tx: Transaktion, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(dokument)
    .set({ stand: 'gueltig' })
    .where(and(inArray(dokument.id, [...ids]), eq(dokument.stand, 'entwurf')));
}

/** Puts the answer beside the claimed key. */
export async function speichereAntwort(tx: Transaktion, befehlId: string, antwort: Antwort): Promise<void> {
  await tx.update(befehl).set({ status: 200, antwort }).where(eq(befehl.befehlId, befehlId));
}

/**
 * V-18: the picture of profile and Handlungsbedarfe at the Fallzugang, taken once. PostgreSQL takes it, because it holds
 * labels and the worker reads none.
 */
export async function halteEingangsqualitaetFest(
  tx: Transaktion,
  { fallId, personId, am }: { fallId: string; personId: string; am: string },
): Promise<void> {
  await tx.execute(sql`select lotse_halte_eingangsqualitaet_fest(${fallId}, ${personId}, ${am})`);
}

/** E35.handlungsbedarfeStand: the same picture at the Fallabgang. */
export async function halteAbgangsbildFest(
  tx: Transaktion,
  wo: { ereignisId: string; fallId: string; personId: string; am: string },
): Promise<void> {
  const { ereignisId, fallId, personId, am } = wo;
  await tx.execute(sql`select lotse_halte_abgangsbild_fest(${ereignisId}, ${fallId}, ${personId}, ${am})`);
}
