import { createServer } from 'node:http';
import type { Client } from '@temporalio/client';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import pino, { type Logger } from 'pino';
import { createApp, type Appmittel } from '../../api/app.ts';
import type { Grenzen } from '../../api/kern/bremse.ts';
import { pruefeTokens } from '../../api/kern/auth.ts';
import { temporalAblaeufe } from '../../api/befehle/temporal.ts';
import type { Uhr } from '../../api/kern/uhr.ts';
import { ladeKonto } from '../../api/kern/konto.ts';
import { erzeugeUmgebung, type Konto, type Umgebung } from '../../api/kern/umgebung.ts';
import type { Vorgangsablaeufe } from '../../api/kern/vorgangsablauf.ts';
import { erzeugeSchranke } from '../../api/kern/schranke.ts';
import { antwortet, istAufStand } from '../../db/bereitschaft.ts';
import type { Datenbank } from '../../db/client.ts';
import type { Tresor } from '../../db/tresor/tresor.ts';
import { einsichtIn } from '../../temporal/einsicht.ts';

export const ISSUER = 'https://anmeldung.example';
export const AUDIENCE = 'lotse-api';

/** An issuer in this process: signs tokens and gives its keys to the API. */
export type Aussteller = {
  readonly anmeldung: ReturnType<typeof pruefeTokens>;
  /** A token like those of the real provider; `mehr` replaces claims and header fields. */
  readonly token: (
    subjekt: string,
    mehr?: { claims?: JWTPayload; header?: Record<string, unknown> },
  ) => Promise<string>;
};

/** @returns an issuer whose tokens the real check of the API accepts. */
export async function lokalerAussteller(): Promise<Aussteller> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'pruefstand', alg: 'ES256', use: 'sig' };
  const schluessel = createLocalJWKSet({ keys: [jwk] });
  return {
    anmeldung: pruefeTokens({ issuer: ISSUER, audience: AUDIENCE, schluessel }),
    token: (subjekt, { claims = {}, header = {} } = {}) =>
      new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: subjekt, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'pruefstand', typ: 'at+jwt', ...header })
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
  };
}

/** Stories, fuzz and benches ask more often than any colleague; test/api/bremse.test.ts asks with the real limits. */
export const OHNE_GRENZEN: Grenzen = {
  jeKonto: 1e9,
  aufwendigJeKonto: 1e9,
  jeAdresse: 1e9,
  fehlanmeldungenJeAdresse: 1e9,
  ohneKontoJeAdresse: 1e9,
};

/** A running API in this process. */
export type Pruefapi = {
  readonly url: string;
  readonly umgebung: Umgebung;
  readonly konto: (subjekt: string) => Promise<Konto>;
  readonly ablaeufe: Vorgangsablaeufe;
  readonly token: Aussteller['token'];
  readonly stop: () => Promise<void>;
};

export type Pruefapimittel = {
  readonly db: Datenbank;
  readonly tresor: Tresor;
  readonly client: Client;
  readonly uhr: Uhr;
  /** Patience for one command, ms; default 20 s. */
  readonly wartezeitMs?: number;
  /** Updates in flight per case; default 8 as in production (technik.md 1.2). */
  readonly gleichzeitig?: number;
  readonly log?: Logger;
  /** Mounts the pages, once the address is known. */
  readonly seiten?: (umgebung: Umgebung, adresse: string) => Appmittel['erweitere'];
};

/** The real API on a free port, over the given database and Temporal client. */
export function starteApi({ client, wartezeitMs = 20_000, ...rest }: Pruefapimittel): Promise<Pruefapi> {
  const log = rest.log ?? pino({ level: 'silent' });
  return starteApiVor(temporalAblaeufe({ client, log, wartezeitMs }), { ...rest, log });
}

/** The real API on a free port, before whatever runs the Vorgaenge. */
export async function starteApiVor(
  ablaeufe: Vorgangsablaeufe,
  {
    db,
    uhr,
    tresor,
    seiten,
    log = pino({ level: 'silent' }),
    gleichzeitig = 8,
  }: Omit<Pruefapimittel, 'client'>,
): Promise<Pruefapi> {
  const { anmeldung, token } = await lokalerAussteller();
  const schranke = erzeugeSchranke({ gleichzeitig, wartend: 64 });
  const einsicht = einsichtIn(null, 'default');
  const umgebung = erzeugeUmgebung({ db, uhr, ablaeufe, schranke, tresor, einsicht });
  const teile = [
    { name: 'datenbank', pruefe: () => antwortet(db) },
    { name: 'schema', pruefe: () => istAufStand(db) },
    { name: 'temporal', pruefe: () => ablaeufe.erreichbar() },
  ];
  const bereitschaft = { laeuftAus: () => false, teile };
  const server = createServer();
  await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
  const adresse = server.address();
  if (adresse === null || typeof adresse === 'string') throw new Error('no TCP address');
  const url = `http://127.0.0.1:${String(adresse.port)}`;
  const erweitere = seiten?.(umgebung, url);
  const mittel = { umgebung, anmeldung, bereitschaft, log, grenzen: OHNE_GRENZEN };
  server.on('request', createApp({ ...mittel, ...(erweitere === undefined ? {} : { erweitere }) }));
  return {
    url,
    umgebung,
    konto: (subjekt) => ladeKonto(umgebung, subjekt),
    ablaeufe,
    token,
    stop: () =>
      new Promise((zu) => {
        server.close(() => {
          zu();
        });
        server.closeAllConnections();
      }),
  };
}
