import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { Absage } from './use-cases/absage.ts';

/** Identifies the bearer of a token; who that is in Lotse stands in PostgreSQL. */
export type Anmeldung = (token: string) => Promise<{ readonly subjekt: string }>;

export type Anmeldeoptionen = {
  readonly issuer: string;
  readonly audience: string;
  /** Keys of the issuer; from its discovery document when absent. */
  readonly schluessel?: JWTVerifyGetKey;
};

/** Asymmetric only: a token signed with a shared secret could be made by every client that knows it. */
const VERFAHREN = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'];
const WARTE_MS = 3_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Finds the keys through the discovery document, once it can be read; an outage is not remembered. */
function entfernteSchluessel(issuer: string): JWTVerifyGetKey {
  let gefunden: Promise<JWTVerifyGetKey> | undefined;
  const suche = async (): Promise<JWTVerifyGetKey> => {
    const adresse = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const antwort = await fetch(adresse, { signal: AbortSignal.timeout(WARTE_MS), redirect: 'error' });
    const dokument = discovery.parse(await antwort.json());
    if (dokument.issuer !== issuer) throw new Error('Das Discovery-Dokument nennt einen anderen Aussteller');
    return createRemoteJWKSet(new URL(dokument.jwks_uri), { timeoutDuration: WARTE_MS });
  };
  return async (kopf, token) => {
    gefunden ??= suche().catch((fehler: unknown) => {
      gefunden = undefined;
      throw new Absage('NICHT_ERREICHBAR', 'Die Anmeldung ist gerade nicht erreichbar.', { cause: fehler });
    });
    return (await gefunden)(kopf, token);
  };
}

function istAusfall(fehler: unknown): boolean {
  if (fehler instanceof errors.JWKSTimeout || fehler instanceof errors.JWKSInvalid) return true;
  return !(fehler instanceof errors.JOSEError) || fehler.code === 'ERR_JOSE_GENERIC';
}

/**
 * Checks access tokens (RFC 9068): signature, issuer, audience, `typ: at+jwt`, times by the real clock.
 * @throws Absage NICHT_ANGEMELDET for a token that does not hold, NICHT_ERREICHBAR when the keys cannot be had.
 */
export function pruefeTokens({ issuer, audience, schluessel }: Anmeldeoptionen): Anmeldung {
  const keys = schluessel ?? entfernteSchluessel(issuer);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: VERFAHREN,
        typ: 'at+jwt',
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: 5,
      });
      return { subjekt: payload.sub ?? '' };
    } catch (fehler) {
      if (fehler instanceof Absage) throw fehler;
      if (istAusfall(fehler)) {
        throw new Absage('NICHT_ERREICHBAR', 'Die Anmeldung ist gerade nicht erreichbar.', { cause: fehler });
      }
      throw new Absage('NICHT_ANGEMELDET', 'Die Anmeldung fehlt, ist abgelaufen oder nicht gültig.');
    }
  };
}

/** The token of `Authorization: Bearer …`. @throws Absage NICHT_ANGEMELDET without one. */
export function bearerToken(kopf: string | undefined): string {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(kopf ?? '')?.[1];
  if (token === undefined) throw new Absage('NICHT_ANGEMELDET', 'Bitte melden Sie sich an.');
  return token;
}
