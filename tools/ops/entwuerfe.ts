import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { and, eq, lt, sql } from 'drizzle-orm';
import { sequenzenVonBefehl } from '../../db/aufzeichnung.ts';
import { sperreTexte, verwirfEntwuerfe } from '../../db/befehl.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { protokolliere } from '../../db/nachrichten.ts';
import {
  befehl,
  dokument,
  fallEreignis,
  vorgang,
  vorgangEreignis,
  type Ereignistabelle,
} from '../../db/schema/index.ts';
import type { Verweisspalten, Vorgangsbezug } from '../../db/verweis.ts';
import { frageLauf } from './ablauf.ts';
import type { Opsmittel } from './mittel.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';

/** Why the drafts of a command go, or that they stay. */
type Urteil = 'abgelehnt' | 'nie_angekommen' | 'bleibt';
export type Kehrergebnis = Readonly<Record<Urteil, number>>;

type Satz = Verweisspalten & { readonly befehlId: string };

const TAG_MS = 24 * 60 * 60 * 1000;

async function alteEntwuerfe(tx: Transaktion, vor: string): Promise<Satz[]> {
  return tx
    .selectDistinct({
      befehlId: dokument.befehlId,
      fallId: dokument.fallId,
      vorgangId: dokument.vorgangId,
    })
    .from(dokument)
    .where(and(eq(dokument.stand, 'entwurf'), lt(dokument.erstelltAm, vor)));
}

/** The table that holds the events behind a text. */
function ereignisseZu({ fallId, vorgangId }: Verweisspalten): { tabelle: Ereignistabelle; id: string } {
  return fallId === null
    ? { tabelle: vorgangEreignis, id: vorgangId ?? '' }
    : { tabelle: fallEreignis, id: fallId };
}

/** Do the events know the command or one of its texts? */
async function kenntAkte(tx: Transaktion, satz: Satz): Promise<boolean> {
  const { befehlId } = satz;
  const { tabelle, id: vorgangId } = ereignisseZu(satz);
  if ((await sequenzenVonBefehl(tx, tabelle, { vorgangId, befehlId })).length > 0) return true;
  const [treffer] = await tx
    .select({ id: tabelle.id })
    .from(tabelle)
    .innerJoin(dokument, eq(dokument.befehlId, befehlId))
    .where(
      and(eq(tabelle.vorgangId, vorgangId), sql`strpos(${tabelle.daten}::text, ${dokument.id}::text) > 0`),
    )
    .limit(1);
  return treffer !== undefined;
}

async function bezugVon(tx: Transaktion, { fallId, vorgangId }: Satz): Promise<Vorgangsbezug | null> {
  if (fallId !== null) return { art: 'fall', id: fallId };
  const [zeile] = await tx
    .select({ art: vorgang.art, id: vorgang.id })
    .from(vorgang)
    .where(eq(vorgang.id, vorgangId ?? ''));
  return zeile ?? null;
}

/** Could the workflow still have the command? */
async function istUnterwegs(tx: Transaktion, client: Client, satz: Satz): Promise<boolean> {
  const bezug = await bezugVon(tx, satz);
  const lauf = bezug === null ? null : await frageLauf(client, bezug);
  return lauf !== null && (lauf.ablauf.wartendeBefehle > 0 || lauf.beschaeftigt);
}

/** Texts and claim are locked, so that a repetition of the command waits until this is decided. */
async function urteile(
  tx: Transaktion,
  { client }: Opsmittel,
  lage: Satz & { vor: string },
): Promise<Urteil> {
  const [anspruch] = await tx.select().from(befehl).where(eq(befehl.befehlId, lage.befehlId)).for('update');
  const status = anspruch?.status ?? null;
  if (status !== null) return status === 200 ? 'bleibt' : 'abgelehnt';
  if (anspruch !== undefined && anspruch.at >= lage.vor) return 'bleibt';
  if ((await kenntAkte(tx, lage)) || (await istUnterwegs(tx, client, lage))) return 'bleibt';
  return 'nie_angekommen';
}

/**
 * Sweeps the drafts of commands that have come to nothing: refused, or claimed more than a day ago and known to
 * neither PostgreSQL nor the workflow (architecture.md 3.2). In doubt a draft stays.
 * @throws BedienFehler when a workflow runs but cannot be asked
 */
export async function kehreEntwuerfe(mittel: Opsmittel, jetzt: string): Promise<Kehrergebnis> {
  const ergebnis = { abgelehnt: 0, nie_angekommen: 0, bleibt: 0 };
  const vor = instantAus(Date.parse(jetzt) - TAG_MS);
  const saetze = await mitAkteur(mittel.db, { system: 'wartung' }, (tx) => alteEntwuerfe(tx, vor));
  for (const satz of saetze) {
    const urteil = await mitAkteur(mittel.db, { system: 'wartung' }, async (tx) => {
      await sperreTexte(tx, satz.befehlId);
      const gefunden = await urteile(tx, mittel, { ...satz, vor });
      if (gefunden === 'bleibt') return gefunden;
      await verwirfEntwuerfe(tx, satz.befehlId);
      const eintrag = { id: randomUUID(), am: jetzt, aktion: 'entwurf_geloescht', gegenstand: gefunden };
      await protokolliere(tx, [{ ...eintrag, ...satz }]);
      return gefunden;
    });
    ergebnis[urteil] += 1;
  }
  return ergebnis;
}
