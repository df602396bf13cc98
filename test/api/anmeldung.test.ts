import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import request from 'supertest';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { pruefeTokens, type Anmeldung } from '../../api/kern/auth.ts';
import { fragtAussteller } from '../../api/kern/aussteller.ts';
import { SchluesselspeicherFehlt } from '../../db/tresor/speicher.ts';
import { AUDIENCE, ISSUER } from '../../tools/probehaus/api.ts';
import { pruefling, type Pruefling } from './anwendung.ts';

const jetzt = Math.floor(Date.now() / 1000);

describe('Zugriffstokens (technik.md S3)', () => {
  let p: Pruefling;
  beforeAll(async () => {
    p = await pruefling();
  });
  const mit = (header: string): request.Test =>
    request(p.app).get('/api/v1/ich').set('Authorization', header);

  it('ein gültiges Token öffnet das eigene Konto', async () => {
    const antwort = await mit(`Bearer ${await p.aussteller.token('tl')}`);
    expect(antwort).toMatchObject({ status: 200, body: { rolle: 'tl' } });
  });

  const falsch: [string, Parameters<Pruefling['aussteller']['token']>[1]][] = [
    ['anderer Aussteller', { claims: { iss: 'https://fremd.example' } }],
    ['andere Zielgruppe', { claims: { aud: 'anderes-api' } }],
    ['keine Zielgruppe', { claims: { aud: [] } }],
    ['noch nicht gültig', { claims: { nbf: jetzt + 600 } }],
    ['typ JWT: ein ID-Token ist kein Zugriffstoken', { header: { typ: 'JWT' } }],
    ['ohne typ', { header: { typ: undefined } }],
    ['unbekannte kid', { header: { kid: 'fremd' } }],
    ['kid als Pfad', { header: { kid: '../../etc/passwd' } }],
    [
      'fremder Schlüssel im Kopf (jwk)',
      { header: { jwk: { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' }, kid: 'fremd' } },
    ],
    ['fremde Schlüsselquelle im Kopf (jku)', { header: { jku: 'https://fremd.example/keys', kid: 'fremd' } }],
  ];
  it.each([
    ['noch nicht gültig', { claims: { nbf: jetzt + 600 } }, 'ERR_JWT_CLAIM_VALIDATION_FAILED nbf'],
    ['andere Zielgruppe', { claims: { aud: 'anderes-api' } }, 'ERR_JWT_CLAIM_VALIDATION_FAILED aud'],
    ['ohne typ', { header: { typ: undefined } }, 'ERR_JWT_CLAIM_VALIDATION_FAILED typ'],
    ['unbekannte kid', { header: { kid: 'fremd' } }, 'ERR_JWKS_NO_MATCHING_KEY'],
  ] as const)('%s: das Log nennt den Grund, das Token nicht (13.8)', async (_, mehr, abweisung) => {
    const token = await p.aussteller.token('tl', mehr);
    p.protokoll.splice(0);
    await mit(`Bearer ${token}`);
    const [zeile = ''] = p.protokoll;
    expect(JSON.parse(zeile)).toMatchObject({ status: 401, abweisung });
    expect(zeile).not.toContain(token.slice(0, 20));
  });

  it.each(falsch)('%s: 401', async (_, mehr) => {
    const antwort = await mit(`Bearer ${await p.aussteller.token('tl', mehr)}`);
    expect(antwort).toMatchObject({ status: 401, body: { code: 'NICHT_ANGEMELDET' } });
    expect(antwort.headers['www-authenticate']).toBe('Bearer');
  });

  it.each([
    ['ohne Kopf', ''],
    ['Basic', 'Basic dGw6dGw='],
    ['leer', 'Bearer '],
    ['kein Token', 'Bearer abc'],
    ['zwei Teile', 'Bearer a.b'],
    ['kaputte Teile', 'Bearer a.b.c'],
    ['sehr lang', `Bearer ${'a'.repeat(4000)}`],
  ])('%s: 401', async (_, header) => {
    expect((await mit(header)).status).toBe(401);
  });

  it('alg none, HS256 mit dem öffentlichen Schlüssel und abgelaufene Tokens: 401', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'tl', iat: jetzt };
    const none = new UnsecuredJWT(claims).setExpirationTime('1h').encode();
    const geheim = new TextEncoder().encode(await exportSPKI(publicKey));
    const hs = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'pruefstand' })
      .setExpirationTime('1h')
      .sign(geheim);
    const fremd = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'pruefstand' })
      .setExpirationTime('1h')
      .sign(privateKey);
    const gut = await p.aussteller.token('tl');
    const [header, rumpf, unterschrift] = gut.split('.');
    const gefaelscht = [
      header,
      Buffer.from(JSON.stringify({ ...claims, exp: jetzt + 60, sub: 'pap' })).toString('base64url'),
      unterschrift,
    ].join('.');
    const beschnitten = [header, rumpf, ''].join('.');
    for (const token of [none, hs, fremd, gefaelscht, beschnitten])
      expect((await mit(`Bearer ${token}`)).status).toBe(401);
  });

  it('abgelaufen nach der echten Uhr: 401', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const pruefe = pruefeTokens({
      issuer: ISSUER,
      audience: AUDIENCE,
      schluessel: () => Promise.resolve(publicKey),
    });
    const token = await new SignJWT({
      iss: ISSUER,
      aud: AUDIENCE,
      sub: 'tl',
      iat: jetzt - 7200,
      exp: jetzt - 60,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .sign(privateKey);
    await expect(pruefe(token)).rejects.toMatchObject({ code: 'NICHT_ANGEMELDET' });
  });

  it('ein Fremder mit gültigem Token hat kein Konto: 403', async () => {
    const antwort = await mit(`Bearer ${await p.aussteller.token('niemand')}`);
    expect(antwort).toMatchObject({ status: 403, body: { code: 'KONTO_UNBEKANNT' } });
  });

  it('ohne erreichbare Anmeldung: 503 statt 401', async () => {
    const pruefe = pruefeTokens({ issuer: 'http://127.0.0.1:9', audience: AUDIENCE });
    await expect(pruefe(await p.aussteller.token('tl'))).rejects.toMatchObject({ code: 'NICHT_ERREICHBAR' });
  });

  describe('fehlt die Anmeldung, heißt sie auch so (Issue 13, Sicherheit 10)', () => {
    /** A provider whose keys nobody needs; it can go away. */
    async function anbieter(): Promise<{ issuer: string; weg: () => Promise<void> }> {
      const server = createServer((frage, antwort) => {
        const { port } = server.address() as AddressInfo;
        const issuer = `http://127.0.0.1:${String(port)}`;
        const dokument = { issuer, jwks_uri: `${issuer}/schluessel` };
        antwort.setHeader('content-type', 'application/json');
        antwort.end(JSON.stringify(frage.url === '/schluessel' ? { keys: [] } : dokument));
      });
      await new Promise<void>((auf) => server.listen(0, '127.0.0.1', auf));
      const { port } = server.address() as AddressInfo;
      return {
        issuer: `http://127.0.0.1:${String(port)}`,
        weg: () =>
          new Promise((zu) => {
            server.close(() => {
              zu();
            });
            server.closeAllConnections();
          }),
      };
    }
    const ANMELDUNG = { status: 503, body: { detail: 'Die Anmeldung ist gerade nicht erreichbar.' } };
    const frage = async (anmeldung: Anmeldung): Promise<request.Response> => {
      const { app, aussteller } = await pruefling({}, { anmeldung });
      return request(app)
        .get('/api/v1/ich')
        .set('Authorization', `Bearer ${await aussteller.token('tl')}`);
    };

    it('von Anfang an', async () => {
      expect(await frage(pruefeTokens({ issuer: 'http://127.0.0.1:9', audience: AUDIENCE }))).toMatchObject(
        ANMELDUNG,
      );
    });

    it('nachdem ihre Schlüsseladresse bekannt war', async () => {
      const { issuer, weg } = await anbieter();
      const anmeldung = pruefeTokens({ issuer, audience: AUDIENCE });
      expect(await frage(anmeldung)).toMatchObject({ status: 401 });
      await weg();
      // A new process asks at once; this one after its pause between two searches for keys.
      const danach = Date.now() + 6_000;
      vi.useFakeTimers({ now: danach, toFake: ['Date'] });
      expect(await frage(anmeldung).finally(() => vi.useRealTimers())).toMatchObject(ANMELDUNG);
    });

    it('/readyz fragt sie, und nicht öfter als alle paar Sekunden', async () => {
      const { issuer, weg } = await anbieter();
      const antwortet = fragtAussteller(issuer);
      expect(await antwortet()).toBe(true);
      await weg();
      expect(await antwortet()).toBe(true);
      expect(await fragtAussteller(issuer)()).toBe(false);
    });

    it('und die Schlüssel der Fälle sind nicht die Datenbank', async () => {
      const fehlt = new SchluesselspeicherFehlt('weg', {
        cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      });
      const { app, aussteller } = await pruefling({ 'get /api/v1/ich': () => Promise.reject(fehlt) });
      const antwort = await request(app)
        .get('/api/v1/ich')
        .set('Authorization', `Bearer ${await aussteller.token('tl')}`);
      expect(antwort).toMatchObject({
        status: 503,
        body: { detail: 'Die Schlüssel der Fälle sind gerade nicht erreichbar.' },
      });
    });
  });
});
