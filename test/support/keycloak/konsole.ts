import { z } from 'zod';
import type { LaufendesKeycloak } from './server.ts';

/** A person of the office as Keycloak knows them. */
export type Person = { readonly name: string; readonly passwort: string };

type Profil = { readonly email?: string; readonly firstName?: string; readonly lastName?: string };

/** What an office does in the admin console, by the numbers of docs/erste-anmeldung.md, part Keycloak. */
export type Konsole = {
  readonly issuer: string;
  /** „in the realm of the office“ */
  readonly legeRealmAn: () => Promise<void>;
  /** 1. The name of the audience. */
  readonly legeZielgruppeAn: (client: string) => Promise<void>;
  /** 2. The client people sign in with. @returns its id */
  readonly legeSchnittstelleAn: (client: string, herkunft: string) => Promise<string>;
  /** The third client, of the workplace, confidential. @returns its secret */
  readonly legeArbeitsplatzAn: (client: string, herkunft: string) => Promise<string>;
  /** 3. The audience mapper. */
  readonly ordneZielgruppeZu: (schnittstelle: string, zielgruppe: string) => Promise<void>;
  /** 4. Lifespan and algorithm of tokens; for ES256 with a key of its own before the first one. */
  readonly stelleTokensEin: (verfahren: 'RS256' | 'ES256') => Promise<void>;
  /** 5. A user with a password, by default with all the profile asks for. @returns the _ID_ on their page */
  readonly legePersonAn: (person: Person, profil?: Profil) => Promise<string>;
};

const OHNE_ABLAUF = {
  publicClient: true,
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  serviceAccountsEnabled: false,
};

/** As the form of the console is filled when it opens. */
const ECDSA_GENERATED = {
  ...{
    name: 'ecdsa-generated',
    providerId: 'ecdsa-generated',
    providerType: 'org.keycloak.keys.KeyProvider',
  },
  config: { priority: ['0'], enabled: ['true'], active: ['true'], ecdsaEllipticCurveKey: ['P-256'] },
};

type Sende = (methode: 'POST' | 'PUT' | 'GET', pfad: string, rumpf?: object) => Promise<Response>;

/** The console is a client of this interface: what a click sends is what is sent here. */
function verwaltungsweg({ url, verwaltung }: LaufendesKeycloak): Sende {
  const meldeAn = async (): Promise<string> => {
    const antwort = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'admin-cli',
        username: verwaltung.name,
        password: verwaltung.passwort,
      }),
    });
    return z.object({ access_token: z.string() }).parse(await antwort.json()).access_token;
  };
  return async (methode, pfad, rumpf) => {
    const antwort = await fetch(`${url}/admin/realms${pfad}`, {
      method: methode,
      headers: { authorization: `Bearer ${await meldeAn()}`, 'content-type': 'application/json' },
      ...(rumpf === undefined ? {} : { body: JSON.stringify(rumpf) }),
    });
    if (antwort.ok) return antwort;
    throw new Error(`${methode} ${pfad}: ${String(antwort.status)} ${await antwort.text()}`);
  };
}

/** The id of what a POST has made, from its address. */
const neueId = (antwort: Response): string => antwort.headers.get('location')?.split('/').at(-1) ?? '';

export function oeffneKonsole(keycloak: LaufendesKeycloak, realm: string): Konsole {
  const sende = verwaltungsweg(keycloak);
  return {
    issuer: `${keycloak.url}/realms/${realm}`,
    legeRealmAn: async () => {
      await sende('POST', '', { realm, enabled: true });
    },
    legeZielgruppeAn: async (clientId) => {
      await sende('POST', `/${realm}/clients`, { protocol: 'openid-connect', clientId, ...OHNE_ABLAUF });
    },
    legeSchnittstelleAn: async (clientId, herkunft) =>
      neueId(
        await sende('POST', `/${realm}/clients`, {
          ...{ protocol: 'openid-connect', clientId, ...OHNE_ABLAUF, standardFlowEnabled: true },
          redirectUris: [`${herkunft}/api/v1/docs/oauth2-redirect.html`],
          webOrigins: [herkunft],
          attributes: { 'pkce.code.challenge.method': 'S256' },
        }),
      ),
    legeArbeitsplatzAn: async (clientId, herkunft) => {
      const id = neueId(
        await sende('POST', `/${realm}/clients`, {
          ...{ protocol: 'openid-connect', clientId, ...OHNE_ABLAUF, standardFlowEnabled: true },
          publicClient: false,
          redirectUris: [`${herkunft}/anmeldung/rueckkehr`],
          webOrigins: [herkunft],
          attributes: {
            'pkce.code.challenge.method': 'S256',
            'post.logout.redirect.uris': `${herkunft}/abgemeldet`,
          },
        }),
      );
      const antwort = await sende('GET', `/${realm}/clients/${id}/client-secret`);
      return z.object({ value: z.string() }).parse(await antwort.json()).value;
    },
    ordneZielgruppeZu: async (schnittstelle, zielgruppe) => {
      await sende('POST', `/${realm}/clients/${schnittstelle}/protocol-mappers/models`, {
        ...{ name: zielgruppe, protocol: 'openid-connect', protocolMapper: 'oidc-audience-mapper' },
        config: { 'included.client.audience': zielgruppe, 'access.token.claim': 'true' },
      });
    },
    stelleTokensEin: async (verfahren) => {
      if (verfahren === 'ES256') await sende('POST', `/${realm}/components`, ECDSA_GENERATED);
      await sende('PUT', `/${realm}`, { accessTokenLifespan: 600, defaultSignatureAlgorithm: verfahren });
    },
    legePersonAn: async ({ name, passwort }, profil) => {
      const voll = { email: `${name}@jobcenter.example`, firstName: 'Demo', lastName: name };
      const benutzer = { username: name, enabled: true, ...(profil ?? voll) };
      const id = neueId(await sende('POST', `/${realm}/users`, benutzer));
      const kennwort = { type: 'password', value: passwort, temporary: false };
      await sende('PUT', `/${realm}/users/${id}/reset-password`, kennwort);
      return id;
    },
  };
}
