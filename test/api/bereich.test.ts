import { generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { pruefeTokens, type Anmeldung } from '../../api/kern/auth.ts';
import { anzufragendeBereiche } from '../../api/kern/tokenform.ts';
import { AUDIENCE } from '../../tools/probehaus/api.ts';

const MANDANT = '11111111-2222-4333-8444-555555555555';
const FORMEN = [
  { form: 'rfc9068', typ: 'at+jwt', feld: 'scope', anderes: 'scp', claims: {} },
  { form: 'keycloak', typ: 'JWT', feld: 'scope', anderes: 'scp', claims: { typ: 'Bearer' } },
  {
    form: 'entra',
    typ: 'JWT',
    feld: 'scp',
    anderes: 'scope',
    claims: { ver: '2.0', tid: MANDANT, scp: 'x' },
  },
] as const;

describe('OIDC_UHRTOLERANZ (13.8)', () => {
  it('so weit dürfen die Uhren von Anmeldung und Lotse abweichen', async () => {
    const issuer = 'https://anmeldung.example';
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const schluessel = () => Promise.resolve(publicKey);
    const token = await new SignJWT({ iss: issuer, aud: AUDIENCE, sub: 'tl' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .setIssuedAt(Math.floor(Date.now() / 1000) + 60)
      .setExpirationTime('5m')
      .sign(privateKey);
    const mit = (uhrtoleranz: number) =>
      pruefeTokens({ issuer, audience: AUDIENCE, schluessel, uhrtoleranz });
    await expect(mit(120)(token)).resolves.toEqual({ subjekt: 'tl' });
    await expect(mit(30)(token)).rejects.toMatchObject({ code: 'NICHT_ANGEMELDET' });
  });
});

describe.each(FORMEN)('OIDC_SCOPE: $form (ASVS V10.3.2)', ({ form, typ, feld, anderes, claims }) => {
  const issuer = `https://anmeldung.example/${MANDANT}/v2.0`;
  let mit: (bereich?: string) => Anmeldung;
  let token: (mehr: JWTPayload) => Promise<string>;
  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const schluessel = () => Promise.resolve(publicKey);
    mit = (bereich) => pruefeTokens({ issuer, audience: AUDIENCE, form, schluessel, bereich });
    token = (mehr) =>
      new SignJWT({ iss: issuer, aud: AUDIENCE, sub: 'tl', ...claims, ...mehr })
        .setProtectedHeader({ alg: 'ES256', typ })
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey);
  });

  it('gilt, was für Lotse ausgestellt ist', async () => {
    await expect(mit('lotse')(await token({ [feld]: 'openid lotse' }))).resolves.toEqual({ subjekt: 'tl' });
  });

  it.each(['openid', 'lotse2', 'lotse:lesen', 'Lotse', '', ['lotse'], undefined])(
    'nicht: %s',
    async (wert) => {
      for (const mehr of [{ [feld]: wert }, { [feld]: wert, [anderes]: 'lotse' }])
        await expect(mit('lotse')(await token(mehr))).rejects.toMatchObject({ code: 'NICHT_ANGEMELDET' });
    },
  );

  it('ohne die Einstellung zählt der Bereich nicht', async () => {
    await expect(mit()(await token({ [feld]: 'openid' }))).resolves.toEqual({ subjekt: 'tl' });
  });
});

describe('Wonach die Seite der Schnittstelle den Anmeldedienst fragt', () => {
  it.each([
    ['rfc9068', undefined, 'openid'],
    ['keycloak', 'lotse', 'openid lotse'],
    // A scope without the name of the application would be one of another API, and the token for that one.
    ['entra', 'lotse', `openid ${MANDANT}/lotse`],
  ] as const)('%s mit dem Bereich %s: %s', (form, bereich, erwartet) => {
    expect(anzufragendeBereiche({ form, audience: MANDANT, bereich })).toBe(erwartet);
  });
});
