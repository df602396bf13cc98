import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { FORMEN, type Kennung, type Tokenform } from './tokenform.ts';
import { Absage } from './absage.ts';
import { findeSchluesseladresse, WARTE_MS } from './aussteller.ts';

/** Identifies the bearer of a token; who that is in Lotse stands in PostgreSQL. */
export type Anmeldung = (token: string) => Promise<{ readonly subjekt: string }>;

export type Anmeldeoptionen = {
  readonly issuer: string;
  readonly audience: string;
  readonly form?: Tokenform;
  readonly kennung?: Kennung;
  /** By how many seconds the clocks of issuer and Lotse may differ. */
  readonly uhrtoleranz?: number;
  /** What a token has to be issued for, beyond the audience; nothing when absent. */
  readonly bereich?: string | undefined;
  /** Keys of the issuer; from its discovery document when absent. */
  readonly schluessel?: JWTVerifyGetKey;
};

/** Asymmetric only: a token signed with a shared secret could be made by every client that knows it. */
const VERFAHREN = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'];
/** A key the provider has withdrawn is refused within a minute, a new one is looked for at once, but not with every token (S3). */
const SCHLUESSEL_GELTEN_MS = 45_000;
const SUCHPAUSE_MS = 5_000;
/** Nobody works longer with one access token; it also makes a token of the future one that does not hold. */
const HOECHSTALTER = '12h';
export const UHRTOLERANZ_S = 5;

/** Finds the keys through the discovery document, once it can be read; an outage is not remembered. */
function entfernteSchluessel(issuer: string): JWTVerifyGetKey {
  let gefunden: Promise<JWTVerifyGetKey> | undefined;
  const suche = async (): Promise<JWTVerifyGetKey> => {
    return createRemoteJWKSet(await findeSchluesseladresse(issuer), {
      timeoutDuration: WARTE_MS,
      cacheMaxAge: SCHLUESSEL_GELTEN_MS,
      cooldownDuration: SUCHPAUSE_MS,
    });
  };
  return async (header, token) => {
    gefunden ??= suche().catch((fehler: unknown) => {
      gefunden = undefined;
      throw new Absage('NICHT_ERREICHBAR', 'Die Anmeldung ist gerade nicht erreichbar.', { cause: fehler });
    });
    return (await gefunden)(header, token);
  };
}

function istAusfall(fehler: unknown): boolean {
  if (fehler instanceof errors.JWKSTimeout || fehler instanceof errors.JWKSInvalid) return true;
  return !(fehler instanceof errors.JOSEError) || fehler.code === 'ERR_JOSE_GENERIC';
}

/** The claim that names the person; null when it is no name. */
function subjektAus(claims: JWTPayload, kennung: Kennung): string | null {
  const wert = claims[kennung];
  return typeof wert === 'string' && wert.trim() !== '' ? wert : null;
}

/** Scopes are words in one string (RFC 8693 4.2). */
function hatBereich(wert: unknown, bereich: string): boolean {
  return typeof wert === 'string' && wert.split(' ').includes(bereich);
}

/** @param abweisung why, in words of ours: what stands in a token stays out of the log */
const ungueltig = (abweisung: string): Absage =>
  new Absage('NICHT_ANGEMELDET', 'Die Anmeldung fehlt, ist abgelaufen oder nicht gültig.', { abweisung });

/** Which check a token failed: the code of the library, and the claim by its name. */
function abweisungZu(fehler: unknown): string {
  if (fehler instanceof errors.JWTClaimValidationFailed || fehler instanceof errors.JWTExpired)
    return `${fehler.code} ${fehler.claim}`;
  return fehler instanceof errors.JOSEError ? fehler.code : 'unlesbar';
}

/**
 * Checks access tokens (RFC 9068, or as Keycloak and Entra ID write them): signature, issuer, audience,
 * kind, times by the real clock.
 * @throws Absage NICHT_ANGEMELDET for a token that does not hold, NICHT_ERREICHBAR when the keys cannot be had.
 */
export function pruefeTokens(optionen: Anmeldeoptionen): Anmeldung {
  const { issuer, audience, schluessel, form = 'rfc9068', kennung = 'sub', bereich } = optionen;
  const { uhrtoleranz: clockTolerance = UHRTOLERANZ_S } = optionen;
  const { typ, istZugriff, bereiche } = FORMEN[form];
  const keys = schluessel ?? entfernteSchluessel(issuer);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: VERFAHREN,
        typ,
        requiredClaims: [kennung, 'exp', 'iat'],
        maxTokenAge: HOECHSTALTER,
        clockTolerance,
      });
      const subjekt = subjektAus(payload, kennung);
      if (subjekt === null) throw ungueltig(`ohne ${kennung}`);
      if (!istZugriff(payload, issuer)) throw ungueltig('kein Zugriffstoken');
      if (bereich !== undefined && !hatBereich(payload[bereiche], bereich)) throw ungueltig('ohne Bereich');
      return { subjekt };
    } catch (fehler) {
      if (fehler instanceof Absage) throw fehler;
      if (istAusfall(fehler)) {
        throw new Absage('NICHT_ERREICHBAR', 'Die Anmeldung ist gerade nicht erreichbar.', { cause: fehler });
      }
      throw ungueltig(abweisungZu(fehler));
    }
  };
}

/** The token of the one `Authorization: Bearer …`. @throws Absage NICHT_ANGEMELDET without one, and for two. */
export function bearerToken(headers: readonly string[] = []): string {
  const [header = ''] = headers.length === 1 ? headers : [];
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined) throw new Absage('NICHT_ANGEMELDET', 'Bitte melden Sie sich an.');
  return token;
}
