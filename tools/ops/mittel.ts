import { Client, Connection } from '@temporalio/client';
import path from 'node:path';
import { z } from 'zod';
import { offeneAdressen } from '../../transport/adressen.ts';
import { temporalverbindung } from '../../transport/temporal.ts';
import { datenumwandlung } from '../../temporal/datenumwandlung.ts';
import { nutzlastfelder, nutzlastschutzAus, type Nutzlastschutz } from '../../temporal/einstellung.ts';
import { oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { BedienFehler } from '../lokal/melder.ts';
import { liesLaufzettel } from '../start/laufzettel.ts';
import { liesNutzlastschutz } from '../start/nutzlastschutz.ts';

/** What maintenance works with: the record and the running cases. */
export type Opsmittel = { readonly db: Datenbank; readonly client: Client };

/** The keys of the environment, else those of the data folder. */
async function schutzVon(umgebung: NodeJS.ProcessEnv): Promise<Nutzlastschutz> {
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
export async function oeffneAkte(umgebung: NodeJS.ProcessEnv): Promise<Datenbank> {
  const zettel = await liesLaufzettel(datenordner(umgebung));
  const [offen] = offeneAdressen(umgebung);
  if (offen !== undefined) throw new BedienFehler(`${offen.einstellung} stimmt nicht.`, `${offen.satz}.`);
  const url = umgebung['DATABASE_URL'] ?? zettel?.datenbank;
  if (url !== undefined) return oeffneDatenbank(url, 2);
  throw new BedienFehler(
    'Es ist keine Datenbank bekannt.',
    'Starten Sie Lotse mit `npm start` oder setzen Sie DATABASE_URL und TEMPORAL_ADDRESS.',
  );
}

/** Where `npm start` keeps data, keys and anchors. */
export function datenordner(umgebung: NodeJS.ProcessEnv): string {
  return path.resolve(umgebung['LOTSE_DATEN'] ?? '.lotse');
}

/**
 * Opens database and Temporal: from the environment, else those of the running `npm start`.
 * @throws BedienFehler when one of them is not known or does not answer
 */
export async function oeffneMittel(
  umgebung: NodeJS.ProcessEnv,
): Promise<Opsmittel & { readonly schliesse: () => Promise<void> }> {
  const db = await oeffneAkte(umgebung);
  const zettel = await liesLaufzettel(datenordner(umgebung));
  const dataConverter = datenumwandlung(await schutzVon(umgebung), 'client');
  const { connectionOptions, namespace = 'default' } = temporalverbindung(umgebung);
  const address = connectionOptions.address ?? zettel?.temporal;
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
