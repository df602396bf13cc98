import { Client, Connection } from '@temporalio/client';
import { z } from 'zod';
import { oeffneDatenbank, type Datenbank } from '../db/client.ts';
import { datenumwandlung } from '../temporal/datenumwandlung.ts';
import { nutzlastfelder, nutzlastschutzAus, type Nutzlastschutz } from '../temporal/einstellung.ts';
import { temporalverbindung } from '../transport/temporal.ts';
import { BedienFehler } from './bedienfehler.ts';
import type { Env } from '../transport/env.ts';
import { datenordner, einstellung, liesNutzlastschutz } from './datenordner.ts';

/** What maintenance works with: the record and the running cases. */
export type Opsmittel = { readonly db: Datenbank; readonly client: Client };

/** The keys of the environment, else those of the data folder. */
async function schutzVon(env: Env): Promise<Nutzlastschutz> {
  const eigene = z.object(nutzlastfelder).safeParse(env).data;
  const genannt = eigene?.LOTSE_TEMPORAL_SCHLUESSEL ?? eigene?.LOTSE_TEMPORAL_KLARTEXT;
  try {
    return nutzlastschutzAus(
      (genannt === undefined ? await liesNutzlastschutz(datenordner(env)) : eigene) ?? {},
    );
  } catch (cause) {
    throw new BedienFehler(
      'Der Schlüssel der Nutzlasten in Temporal ist nicht bekannt.',
      'Setzen Sie LOTSE_TEMPORAL_SCHLUESSEL wie bei Worker und API.',
      { cause },
    );
  }
}

/**
 * The record only: from the environment, else that of the running `npm start`.
 * @throws BedienFehler when it is not known
 */
async function oeffneAkte(env: Env): Promise<Datenbank> {
  const url = await einstellung(env, 'DATABASE_URL');
  if (url !== undefined) return oeffneDatenbank(url, 2);
  throw new BedienFehler(
    'Es ist keine Datenbank bekannt.',
    'Starten Sie Lotse mit `npm start` oder setzen Sie DATABASE_URL und TEMPORAL_ADDRESS.',
  );
}

/**
 * Opens database and Temporal: from the environment, else those of the running `npm start`.
 * @throws BedienFehler when one of them is not known or does not answer
 */
async function oeffneMittel(env: Env): Promise<Opsmittel & { readonly schliesse: () => Promise<void> }> {
  const db = await oeffneAkte(env);
  const dataConverter = datenumwandlung(await schutzVon(env), 'client');
  const { connectionOptions, namespace = 'default' } = temporalverbindung(env);
  const address = connectionOptions.address ?? (await einstellung(env, 'TEMPORAL_ADDRESS'));
  const optionen = address === undefined ? connectionOptions : { ...connectionOptions, address };
  const connection = await Connection.connect({ ...optionen, connectTimeout: 5_000 }).catch(
    (cause: unknown) => {
      throw new BedienFehler(
        `Temporal antwortet nicht unter ${address ?? 'der Vorgabeadresse'}.`,
        'Prüfen Sie TEMPORAL_ADDRESS oder starten Sie Lotse mit `npm start`.',
        { cause },
      );
    },
  );
  return {
    db,
    client: new Client({ connection, namespace, dataConverter }),
    schliesse: async () => {
      await Promise.all([db.schliesse(), connection.close()]);
    },
  };
}

/** The record alone, closed again whatever happens. */
export async function mitAkte<T>(env: Env, arbeit: (db: Datenbank) => Promise<T>): Promise<T> {
  const db = await oeffneAkte(env);
  try {
    return await arbeit(db);
  } finally {
    await db.schliesse();
  }
}

/** Opens them, and closes them again whatever happens. */
export async function mitMitteln<T>(env: Env, arbeit: (mittel: Opsmittel) => Promise<T>): Promise<T> {
  const mittel = await oeffneMittel(env);
  try {
    return await arbeit(mittel);
  } finally {
    await mittel.schliesse();
  }
}
