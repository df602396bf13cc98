import {
  errors,
  type ClientMetadata,
  type Configuration,
  type KoaContextWithOIDC,
  type Provider,
  type ResourceServer,
} from 'oidc-provider';
import { merkspeicher } from './anmeldung-ablage.ts';
import type { Geheimnisse } from './anmeldung-geheimnisse.ts';
import { seite } from './html.ts';
import type { Demoperson } from './personal.ts';

/** Grant of the command line; exists only in this demo provider. Parameter `person` is a Kuerzel. */
export const demoGrant = 'urn:lotse:params:oauth:grant-type:demo';
/** Public client of the command line, allowed to use the demo grant only. */
export const kommandozeile = 'lotse-kommandozeile';
/** Public client of pages: authorization code with PKCE. */
export const arbeitsplatz = 'lotse-arbeitsplatz';
/** What the API accepts as `aud`. */
export const audience = 'lotse-api';

/** Name of the API for the provider; its tokens carry `audience`. */
export const ressource = 'urn:lotse:api';
const sekunden = { arbeitstag: 12 * 3600, anmeldung: 3600 };

export type AnmeldungOptionen = {
  port: number;
  personal: readonly Demoperson[];
  /** Where the keys are kept, so that tokens survive a restart. */
  geheimnisOrdner?: string;
  /** Where pages may be returned to after the log-in. */
  rueckkehr?: readonly string[];
};

/** Tokens for the API: JWT, signed, one working day. */
export const api: ResourceServer = {
  audience,
  scope: 'lotse',
  accessTokenFormat: 'jwt',
  accessTokenTTL: sekunden.arbeitstag,
  jwt: { sign: { alg: 'ES256' } },
};

/** Settings of the provider. */
export function konfiguration(geheimnisse: Geheimnisse, optionen: AnmeldungOptionen): Configuration {
  return {
    adapter: merkspeicher(),
    jwks: { keys: geheimnisse.keys },
    cookies: { keys: geheimnisse.cookies },
    clients: clients(optionen.rueckkehr ?? ['http://127.0.0.1:7400/anmeldung/rueckkehr']),
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    // Pages fetch their token themselves, from the origins they may be returned to.
    clientBasedCORS: (_, origin, client) =>
      (client.redirectUris ?? []).some((ziel) => new URL(ziel).origin === origin),
    pkce: { required: () => true },
    ttl: {
      AccessToken: sekunden.arbeitstag,
      Session: sekunden.arbeitstag,
      Interaction: sekunden.anmeldung,
      Grant: sekunden.arbeitstag,
      IdToken: 3600,
    },
    findAccount: (_, subject) => {
      const person = optionen.personal.find((jemand) => jemand.subject === subject);
      if (person === undefined) return undefined;
      return { accountId: subject, claims: () => ({ sub: subject, name: person.anzeigename }) };
    },
    loadExistingGrant: erteile,
    interactions: { url: (_, { uid }) => `/anmelden/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: fragtNichtNach },
      resourceIndicators,
    },
  };
}

const resourceIndicators = {
  enabled: true,
  defaultResource: () => ressource,
  useGrantedResource: () => true,
  getResourceServerInfo: (_: KoaContextWithOIDC, name: string): ResourceServer => {
    if (name !== ressource) throw new errors.InvalidTarget();
    return api;
  },
};

/** Who signs out in Lotse means it: the question of the provider answers itself where scripts run, else by one click. */
function fragtNichtNach(ctx: KoaContextWithOIDC, formular: string): void {
  ctx.body = seite(
    'Abmelden',
    `${formular}<p><button form="op.logoutForm" name="logout" value="yes" autofocus>Abmelden bestätigen</button></p>`,
  );
}

function clients(rueckkehr: readonly string[]): ClientMetadata[] {
  const oeffentlich = { token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256' } as const;
  return [
    {
      client_id: arbeitsplatz,
      redirect_uris: [...rueckkehr],
      post_logout_redirect_uris: [...new Set(rueckkehr.map((ziel) => `${new URL(ziel).origin}/abgemeldet`))],
      grant_types: ['authorization_code'],
      ...oeffentlich,
    },
    {
      client_id: kommandozeile,
      redirect_uris: [],
      response_types: [],
      grant_types: [demoGrant],
      ...oeffentlich,
    },
  ];
}

/** Nobody is asked for consent: provider and application belong together. */
async function erteile({ oidc }: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']>> {
  const grant = new oidc.provider.Grant({
    accountId: oidc.session?.accountId ?? '',
    clientId: oidc.client?.clientId ?? '',
  });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(ressource, 'lotse');
  await grant.save();
  return grant;
}
