import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { schliesseSpuren } from '../../db/lesespur.ts';
import { letzterAnker, merkeAnker, unverankerteKoepfe } from '../../db/protokollkette.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import {
  ankerzeile,
  ERSTER,
  liesAnkerzeile,
  zeilenhash,
  type Ankerinhalt,
  type Ankerschluessel,
} from './anker.ts';
import type { Ankerziel } from './ankerziel.ts';

export type Verankerungsmittel = {
  readonly db: Datenbank;
  readonly log: Logger;
  readonly ankerziel: Ankerziel;
  readonly ankerschluessel: Ankerschluessel;
  readonly jetzt: () => Instant;
};

/** Heads per anchor: a first one over a whole installation must not become one line of megabytes. */
const JE_ANKER = 5_000;

const WORKER = { system: 'worker' } as const;

type Letzter = { readonly inhalt: Ankerinhalt | null; readonly nummer: number; readonly hash: string };

function widerspruch(grund: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(
    `Die Anker passen nicht zur Datenbank: ${grund}`,
    'Ankerwiderspruch',
  );
}

async function letzterAmZiel({ ankerziel, ankerschluessel }: Verankerungsmittel): Promise<Letzter> {
  const zeile = await ankerziel.letzte();
  if (zeile === null) return { inhalt: null, nummer: 0, hash: ERSTER };
  const gelesen = liesAnkerzeile(zeile, ankerschluessel.pruefung);
  if (gelesen.art !== 'gut') throw widerspruch(`der letzte Anker ist nicht von hier (${gelesen.art})`);
  return { inhalt: gelesen.inhalt, nummer: gelesen.inhalt.nummer, hash: zeilenhash(zeile) };
}

/**
 * Both know the same newest anchor afterwards: one that was written although the worker died before the database knew is
 * taken over, never written twice. @throws ApplicationFailure when one is not the continuation of the other
 */
async function gleicheAb(mittel: Verankerungsmittel): Promise<Letzter> {
  const hier = await mitAkteur(mittel.db, WORKER, letzterAnker);
  const dort = await letzterAmZiel(mittel);
  const nummer = hier?.nummer ?? 0;
  const hash = hier?.hash.toString('hex') ?? ERSTER;
  if (dort.nummer === nummer + 1 && dort.inhalt?.vorher === hash) {
    await merke(mittel, dort.inhalt, dort.hash);
    return dort;
  }
  if (dort.nummer !== nummer)
    throw widerspruch(`die Datenbank kennt ${String(nummer)}, das Ziel hat ${String(dort.nummer)}`);
  if (dort.hash !== hash) throw widerspruch(`Anker ${String(nummer)} ist am Ziel ein anderer`);
  return dort;
}

async function merke(
  { db }: Verankerungsmittel,
  { nummer, am, koepfe }: Ankerinhalt,
  hash: string,
): Promise<void> {
  const bekannt = koepfe.map(([kette, bis]) => ({ kette, nummer: bis }));
  const zeile = { nummer, am, hash: Buffer.from(hash, 'hex') };
  await mitAkteur(db, WORKER, (tx) => merkeAnker(tx, zeile, bekannt));
}

/**
 * Writes the heads of the chains that moved to the target outside the database (E47), signed and chained themselves.
 * One anchor is written even when nothing moved: it says that nothing did.
 */
export function erzeugeVerankere(mittel: Verankerungsmittel): () => Promise<{ readonly koepfe: number }> {
  return async () => {
    // What accounts are reading becomes entries first: nothing waits longer for an anchor than the hour.
    await mitAkteur(mittel.db, WORKER, schliesseSpuren);
    let { nummer, hash } = await gleicheAb(mittel);
    let gesamt = 0;
    for (;;) {
      const koepfe = await mitAkteur(mittel.db, WORKER, (tx) => unverankerteKoepfe(tx, JE_ANKER));
      if (koepfe.length === 0 && gesamt > 0) return { koepfe: gesamt };
      const inhalt: Ankerinhalt = {
        nummer: nummer + 1,
        am: mittel.jetzt(),
        vorher: hash,
        koepfe: koepfe.map((k) => [k.kette, k.nummer, k.hash.toString('hex')]),
      };
      const zeile = ankerzeile(inhalt, mittel.ankerschluessel);
      await mittel.ankerziel.haengeAn(zeile);
      nummer += 1;
      hash = zeilenhash(zeile);
      await merke(mittel, inhalt, hash);
      gesamt += koepfe.length;
      if (koepfe.length < JE_ANKER) return { koepfe: gesamt };
    }
  };
}
