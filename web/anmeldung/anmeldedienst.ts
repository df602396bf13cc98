import * as oidc from 'openid-client';

/** How the pages know the identity provider. */
export type Anmeldeangaben = {
  readonly issuer: string;
  readonly client: string;
  /** Of a confidential client; without it the pages are a public one, with PKCE alone. */
  readonly geheimnis: string | undefined;
  /** Claim that names the person, as for tokens of the API. */
  readonly kennung: 'sub' | 'oid';
  /** Where people reach Lotse: `https://lotse.example`. */
  readonly adresse: string;
};

/** What the browser keeps while somebody is at the provider; it proves that the same browser comes back. */
export type Anmeldegang = {
  readonly state: string;
  readonly nonce: string;
  readonly pruefwort: string;
};

export type Anmeldedienst = {
  readonly beginne: () => Promise<{ readonly ziel: URL; readonly gang: Anmeldegang }>;
  /** @returns how the provider names the person. @throws when the answer is not the one that was asked for. */
  readonly schliesseAb: (antwort: URL, gang: Anmeldegang) => Promise<string>;
  /** Where the provider signs out; null when it cannot. */
  readonly abmeldung: () => Promise<URL | null>;
};

const RUECKKEHR = '/anmeldung/rueckkehr';
export const ABGEMELDET = '/abgemeldet';
const WARTE_S = 5;

function entdecke({ issuer, client, geheimnis }: Anmeldeangaben): Promise<oidc.Configuration> {
  const nachweis = geheimnis === undefined ? oidc.None() : oidc.ClientSecretPost(geheimnis);
  // Only on this machine: the settings refuse an unencrypted provider elsewhere.
  const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(new URL(issuer), client, {}, nachweis, { execute, timeout: WARTE_S });
}

/** Sign-in at the provider by authorization code with PKCE; an outage is not remembered. */
export function erzeugeAnmeldedienst(angaben: Anmeldeangaben): Anmeldedienst {
  let bekannt: Promise<oidc.Configuration> | undefined;
  const einstellung = (): Promise<oidc.Configuration> => {
    bekannt ??= entdecke(angaben).catch((fehler: unknown) => {
      bekannt = undefined;
      throw fehler;
    });
    return bekannt;
  };
  return {
    beginne: async () => {
      const gang = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        pruefwort: oidc.randomPKCECodeVerifier(),
      };
      const ziel = oidc.buildAuthorizationUrl(await einstellung(), {
        redirect_uri: `${angaben.adresse}${RUECKKEHR}`,
        scope: 'openid profile',
        state: gang.state,
        nonce: gang.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(gang.pruefwort),
        code_challenge_method: 'S256',
      });
      return { ziel, gang };
    },
    schliesseAb: async (antwort, { state, nonce, pruefwort }) => {
      const tokens = await oidc.authorizationCodeGrant(await einstellung(), antwort, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: pruefwort,
        idTokenExpected: true,
      });
      const kennung = tokens.claims()?.[angaben.kennung];
      if (typeof kennung !== 'string' || kennung === '')
        throw new Error(`Das ID-Token nennt niemanden in ${angaben.kennung}`);
      return kennung;
    },
    abmeldung: async () => {
      const config = await einstellung();
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: `${angaben.adresse}${ABGEMELDET}`,
      });
    },
  };
}
