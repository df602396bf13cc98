import type { JWTPayload } from 'jose';

/** Shapes of access tokens: the standard, and two providers that write theirs in another way. */
export const TOKENFORMEN = ['rfc9068', 'keycloak', 'entra'] as const;
export type Tokenform = (typeof TOKENFORMEN)[number];

/** Claims that can name a person: `oid` is the same for a person in every application of an Entra tenant, `sub` is not. */
export const KENNUNGEN = ['sub', 'oid'] as const;
export type Kennung = (typeof KENNUNGEN)[number];

type Form = {
  /** `typ` of the header. */
  readonly typ: string;
  /** What makes it an access token of a person where the header does not say so. */
  readonly istZugriff: (claims: JWTPayload, issuer: string) => boolean;
  /** Claim with the scopes. */
  readonly bereiche: 'scope' | 'scp';
  /** How a client asks for the scope; Entra gives a token for whom its name names, else for somebody else's API. */
  readonly anfrage: (bereich: string, audience: string) => string;
};

/** The tenant in `https://login.microsoftonline.com/<tid>/v2.0` is that of the token. */
const ausMandant = ({ tid }: JWTPayload, issuer: string): boolean =>
  typeof tid === 'string' && new URL(issuer).pathname.split('/').includes(tid);

const beimNamen = (bereich: string): string => bereich;

/** How each shape tells an access token from an id token, a refresh token or one of an application (S3). */
export const FORMEN: Readonly<Record<Tokenform, Form>> = {
  rfc9068: { typ: 'at+jwt', istZugriff: () => true, bereiche: 'scope', anfrage: beimNamen },
  // Keycloak writes typ JWT into every header and the kind into a claim.
  keycloak: {
    typ: 'JWT',
    istZugriff: (claims) => claims['typ'] === 'Bearer',
    bereiche: 'scope',
    anfrage: beimNamen,
  },
  // Only a token for an API on behalf of a person has scopes.
  entra: {
    typ: 'JWT',
    bereiche: 'scp',
    anfrage: (bereich, audience) => `${audience}/${bereich}`,
    istZugriff: (claims, issuer) =>
      claims['ver'] === '2.0' &&
      typeof claims['scp'] === 'string' &&
      claims['scp'] !== '' &&
      ausMandant(claims, issuer),
  },
};

/** The scopes with which a client of the office gets a token that Lotse takes. */
export function anzufragendeBereiche(o: {
  readonly form: Tokenform;
  readonly audience: string;
  readonly bereich: string | undefined;
}): string {
  const eigener = o.bereich === undefined ? [] : [FORMEN[o.form].anfrage(o.bereich, o.audience)];
  return ['openid', ...eigener].join(' ');
}
