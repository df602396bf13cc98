import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { systemuhr } from '../../api/kern/uhr.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { arbeitsplatz } from '../../web/arbeitsplatz.ts';
import { starteAnmeldung } from '../lokal/anmeldung.ts';
import { arbeitsplatz as client } from '../lokal/anmeldung-konfiguration.ts';
import type { Demoperson } from '../lokal/personal.ts';
import { starteApi, type Pruefapi } from './api.ts';
import { baueStand, echtzeitserver, type Stand } from './stand.ts';

/** Lotse with its pages, in real time: PostgreSQL, Temporal, worker and identity provider beside it. */
type Pruefarbeitsplatz = {
  readonly stand: Stand;
  readonly api: Pruefapi;
  /** Of the identity provider. */
  readonly issuer: string;
  /** Sends a body to the API. @returns the answer @throws Error for a refusal */
  readonly rufe: (subjekt: string, pfad: string, rumpf: object) => Promise<Record<string, unknown>>;
  readonly beende: () => Promise<void>;
};

/** @param anmeldung port of the identity provider, and who can sign in there */
export async function starteArbeitsplatz(anmeldung: {
  readonly port: number;
  readonly personal: readonly Demoperson[];
}): Promise<Pruefarbeitsplatz> {
  const stand = await baueStand({ temporal: await echtzeitserver() });
  const haltWorker = await stand.starteWorker();
  const issuer = `http://127.0.0.1:${String(anmeldung.port)}`;
  const api = await starteApi({
    db: stand.apiDb,
    tresor: stand.tresor,
    client: stand.client,
    uhr: systemuhr,
    seiten: (umgebung, adresse) =>
      arbeitsplatz({
        umgebung,
        anmeldung: { issuer, client, geheimnis: undefined, kennung: 'sub', adresse },
        log: pino({ level: 'silent' }),
      }),
  });
  const anbieter = await starteAnmeldung({ ...anmeldung, rueckkehr: [`${api.url}/anmeldung/rueckkehr`] });
  return {
    stand,
    api,
    issuer,
    rufe: async (subjekt, pfad, rumpf) => {
      const antwort = await fetch(`${api.url}/api/v1${pfad}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await api.token(subjekt)}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(rumpf),
      });
      const inhalt: unknown = await antwort.json();
      if (!antwort.ok) throw new Error(`${pfad}: ${JSON.stringify(inhalt)}`);
      return { ...(inhalt as object) };
    },
    beende: async () => {
      await anbieter.stop();
      await api.stop();
      await haltWorker();
      await stand.beende();
    },
  };
}

/** The days on which a case from before Lotse came to its Fallzugang. */
export const wegVorLotse = (fallzugangAm: Tag, fm: string) => ({
  vorgemerktAm: plusTage(fallzugangAm, -25),
  zuordnung: { am: plusTage(fallzugangAm, -18), fm },
  uebernahmegespraechAm: plusTage(fallzugangAm, -7),
  erstgespraechAm: plusTage(fallzugangAm, -7),
  fallzugangAm,
});
