import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { sperreTexte, verwirfEntwuerfe } from '../../db/befehl.ts';
import { mitAkteur, type Akteurskennung, type Datenbank, type Transaktion } from '../../db/client.ts';
import {
  alteEntwuerfe,
  bezugVonSatz,
  kenntAkte,
  sperreAnspruchVon,
  type Entwurfssatz,
} from '../../db/entwuerfe.ts';
import { protokolliere } from '../../db/protokoll.ts';
import { instantAus, type Instant } from '../../domain/frist/zeitzone.ts';
import { frageLauf } from '../laufauskunft.ts';

/** Why the drafts of a command go, or that they stay. */
type Urteil = 'abgelehnt' | 'nie_angekommen' | 'bleibt';
export type Kehrergebnis = Readonly<Record<Urteil, number>>;

type Kehrmittel = { readonly db: Datenbank; readonly client: Client; readonly wer: Akteurskennung };

const TAG_MS = 24 * 60 * 60 * 1000;

/** Could the workflow still have the command? One that does not answer could. */
async function istUnterwegs(tx: Transaktion, client: Client, satz: Entwurfssatz): Promise<boolean> {
  const bezug = await bezugVonSatz(tx, satz);
  if (bezug === null) return false;
  const lauf = await frageLauf(client, bezug).catch(() => 'schweigt' as const);
  if (lauf === 'schweigt') return true;
  return lauf !== null && (lauf.ablauf.wartendeBefehle > 0 || lauf.beschaeftigt);
}

/** Texts and claim are locked, so that a repetition of the command waits until this is decided. */
async function urteile(
  tx: Transaktion,
  client: Client,
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
 */
export async function kehreEntwuerfe({ db, client, wer }: Kehrmittel, jetzt: Instant): Promise<Kehrergebnis> {
  const ergebnis = { abgelehnt: 0, nie_angekommen: 0, bleibt: 0 };
  const vor = instantAus(Date.parse(jetzt) - TAG_MS);
  const saetze = await mitAkteur(db, wer, (tx) => alteEntwuerfe(tx, vor));
  for (const satz of saetze) {
    const urteil = await mitAkteur(db, wer, async (tx) => {
      await sperreTexte(tx, satz.befehlId);
      const gefunden = await urteile(tx, client, { ...satz, vor });
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
