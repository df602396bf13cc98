import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { sperreTexte, verwirfEntwuerfe } from '../db/befehl.ts';
import { mitAkteur, type Transaktion } from '../db/client.ts';
import {
  alteEntwuerfe,
  bezugVonSatz,
  kenntAkte,
  sperreAnspruchVon,
  type Entwurfssatz,
} from '../db/entwuerfe.ts';
import { protokolliere } from '../db/protokoll.ts';
import { instantAus } from '../domain/frist/zeitzone.ts';
import { frageLauf } from './ablauf.ts';
import type { Opsmittel } from './mittel.ts';

/** Why the drafts of a command go, or that they stay. */
type Urteil = 'abgelehnt' | 'nie_angekommen' | 'bleibt';
type Kehrergebnis = Readonly<Record<Urteil, number>>;

const TAG_MS = 24 * 60 * 60 * 1000;

/** Could the workflow still have the command? */
async function istUnterwegs(tx: Transaktion, client: Client, satz: Entwurfssatz): Promise<boolean> {
  const bezug = await bezugVonSatz(tx, satz);
  const lauf = bezug === null ? null : await frageLauf(client, bezug);
  return lauf !== null && (lauf.ablauf.wartendeBefehle > 0 || lauf.beschaeftigt);
}

/** Texts and claim are locked, so that a repetition of the command waits until this is decided. */
async function urteile(
  tx: Transaktion,
  { client }: Opsmittel,
  satz: Entwurfssatz & { vor: string },
): Promise<Urteil> {
  const anspruch = await sperreAnspruchVon(tx, satz.befehlId);
  const status = anspruch?.status ?? null;
  if (status !== null) return status === 200 ? 'bleibt' : 'abgelehnt';
  if (anspruch !== null && anspruch.at >= satz.vor) return 'bleibt';
  if ((await kenntAkte(tx, satz)) || (await istUnterwegs(tx, client, satz))) return 'bleibt';
  return 'nie_angekommen';
}

/**
 * Sweeps the drafts of commands that have come to nothing: refused, or claimed more than a day ago and known to
 * neither PostgreSQL nor the workflow (architecture.md 3.2). In doubt a draft stays.
 * @throws BedienFehler when a workflow runs but cannot be asked
 */
async function kehreEntwuerfe(mittel: Opsmittel, jetzt: string): Promise<Kehrergebnis> {
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

/** `entwuerfe`: sweeps and says how many. */
export async function entwuerfe(mittel: Opsmittel): Promise<number> {
  const jetzt = instantAus(Date.now());
  const { abgelehnt, nie_angekommen: nie, bleibt } = await kehreEntwuerfe(mittel, jetzt);
  console.log(
    `Entwürfe älter als ein Tag: ${String(abgelehnt)} abgelehnte und ${String(nie)} nie angekommene Befehle bereinigt, ${String(bleibt)} bleiben.`,
  );
  return 0;
}
