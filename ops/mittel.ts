import { Client, Connection } from '@temporalio/client';
import { z } from 'zod';
import { oeffneDatenbank, type Datenbank } from '../db/client.ts';
import { datenumwandlung } from '../temporal/datenumwandlung.ts';
import { nutzlastfelder, nutzlastschutzAus, type Nutzlastschutz } from '../temporal/einstellung.ts';
import { temporalverbindung } from '../transport/temporal.ts';
import { BedienFehler } from './bedienfehler.ts';
import { datenordner, einstellung, liesNutzlastschutz, type Umgebung } from './datenordner.ts';

/** What maintenance works with: the record and the running cases. */
export type Opsmittel = { readonly db: Datenbank; readonly client: Client };

/** The keys of the environment, else those of the data folder. */
async function schutzVon(umgebung: Umgebung): Promise<Nutzlastschutz> {
  const eigene = z.object(nutzlastfelder).safeParse(umgebung).data;
  const genannt = eigene?.LOTSE_TEMPORAL_SCHLUESSEL ?? eigene?.LOTSE_TEMPORAL_KLARTEXT;
  try {
    return nutzlastschutzAus(
      (genannt === undefined ? await liesNutzlastschutz(datenordner(umgebung)) : eigene) ?? {},
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
export async function oeffneAkte(umgebung: Umgebung): Promise<Datenbank> {
  const url = await einstellung(umgebung, 'DATABASE_URL');
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
async function oeffneMittel(
  umgebung: Umgebung,
): Promise<Opsmittel & { readonly schliesse: () => Promise<void> }> {
  const db = await oeffneAkte(umgebung);
  const dataConverter = datenumwandlung(await schutzVon(umgebung), 'client');
  const { connectionOptions, namespace = 'default' } = temporalverbindung(umgebung);
  const address = connectionOptions.address ?? (await einstellung(umgebung, 'TEMPORAL_ADDRESS'));
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

/** Opens them, and closes them again whatever happens. */
export async function mitMitteln<T>(
  umgebung: Umgebung,
  arbeit: (mittel: Opsmittel) => Promise<T>,
): Promise<T> {
  const mittel = await oeffneMittel(umgebung);
  try {
    return await arbeit(mittel);
  } finally {
    await mittel.schliesse();
  }
}
