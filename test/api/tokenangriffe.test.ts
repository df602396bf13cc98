import { createHmac, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, request, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pruefeTokens } from '../../api/kern/auth.ts';
import type { Kennung, Tokenform } from '../../api/kern/tokenform.ts';
import { pruefling } from './anwendung.ts';

const AUDIENCE = 'lotse-api';
const MANDANT = '11111111-2222-4333-8444-555555555555';
const PFAD = '/api/v1/ich';
const jetzt = (): number => Math.floor(Date.now() / 1000);

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const fremd = generateKeyPairSync('rsa', { modulusLength: 2048 });
const kurve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' });
const der = rsa.publicKey.export({ type: 'spki', format: 'der' });

const b64 = (wert: string | Buffer): string => Buffer.from(wert).toString('base64url');
const rs256 =
  (schluessel: KeyObject, hash = 'sha256') =>
  (eingabe: string): string =>
    b64(sign(hash, Buffer.from(eingabe), schluessel));
const hs =
  (geheim: string | Buffer, hash = 'sha256') =>
  (eingabe: string): string =>
    createHmac(hash, geheim).update(eingabe).digest('base64url');

type Teile = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly unterschreibe: (eingabe: string) => string;
};

function baue({ header, claims, unterschreibe }: Teile): string {
  const eingabe = `${b64(JSON.stringify(header))}.${b64(JSON.stringify(claims))}`;
  return `${eingabe}.${unterschreibe(eingabe)}`;
}

/** A valid token of each shape, as the provider of that name writes it. */
const GUELTIG: Readonly<Record<Tokenform, (iss: string) => Teile>> = {
  rfc9068: (iss) => ({
    header: { alg: 'RS256', typ: 'at+jwt', kid: 'eins' },
    claims: { iss, aud: AUDIENCE, sub: 'tl', client_id: 'lotse', iat: jetzt(), exp: jetzt() + 300 },
    unterschreibe: rs256(rsa.privateKey),
  }),
  keycloak: (iss) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: 'eins' },
    claims: {
      ...{ iss, aud: [AUDIENCE, 'account'], sub: 'tl', typ: 'Bearer', azp: 'lotse-web', acr: '1' },
      ...{ scope: 'openid profile', sid: 's', jti: 'onrtac:1', iat: jetzt(), exp: jetzt() + 300 },
    },
    unterschreibe: rs256(rsa.privateKey),
  }),
  entra: (iss) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: 'eins' },
    claims: {
      ...{ iss, aud: AUDIENCE, sub: 'paarweise', oid: 'tl', tid: MANDANT, ver: '2.0', azp: 'lotse-web' },
      ...{ scp: 'access_as_user', iat: jetzt(), nbf: jetzt(), exp: jetzt() + 300 },
    },
    unterschreibe: rs256(rsa.privateKey),
  }),
};

type Anfrage = { readonly pfad?: string; readonly headers: readonly string[] };
type Angriff = {
  readonly name: string;
  readonly form?: Tokenform;
  readonly aendere?: (t: Teile) => Teile;
  readonly verpacke?: (token: string) => Anfrage;
};

const mitToken = (token: string): Anfrage => ({ headers: ['Authorization', `Bearer ${token}`] });
const header =
  (mehr: Record<string, unknown>, unterschreibe?: Teile['unterschreibe']) =>
  (t: Teile): Teile => ({
    ...t,
    header: { ...t.header, ...mehr },
    unterschreibe: unterschreibe ?? t.unterschreibe,
  });
const claims =
  (mehr: Record<string, unknown>) =>
  (t: Teile): Teile => ({ ...t, claims: { ...t.claims, ...mehr } });
const teile = (token: string): [string, string, string] => token.split('.') as [string, string, string];
const fremderJwk = fremd.publicKey.export({ format: 'jwk' });

const ohneAlgorithmus = ['none', 'None', 'NONE', 'nOnE', ''].flatMap((alg): Angriff[] => [
  { name: `alg „${alg}“ ohne Unterschrift`, aendere: header({ alg }, () => '') },
  { name: `alg „${alg}“ mit alter Unterschrift`, aendere: header({ alg }) },
]);

const verwechslung: Angriff[] = [
  { name: 'HS256 mit dem öffentlichen Schlüssel (PEM)', aendere: header({ alg: 'HS256' }, hs(pem)) },
  { name: 'HS256 mit dem PEM ohne Zeilenende', aendere: header({ alg: 'HS256' }, hs(String(pem).trim())) },
  { name: 'HS256 mit dem öffentlichen Schlüssel (DER)', aendere: header({ alg: 'HS256' }, hs(der)) },
  { name: 'HS512 mit dem öffentlichen Schlüssel', aendere: header({ alg: 'HS512' }, hs(pem, 'sha512')) },
  {
    name: 'RS512, das nicht erlaubt ist',
    aendere: header({ alg: 'RS512' }, rs256(rsa.privateKey, 'sha512')),
  },
  {
    name: 'ES256 mit der Unterschrift null',
    aendere: header({ alg: 'ES256', kid: 'zwei' }, () => b64(Buffer.alloc(64))),
  },
  { name: 'ES256 mit dem RSA-Schlüssel', aendere: header({ alg: 'ES256' }) },
  { name: 'RS256 mit dem Schlüssel der Kurve', aendere: header({ kid: 'zwei' }) },
  { name: 'von einem Fremden unterschrieben', aendere: header({}, rs256(fremd.privateKey)) },
];

const eigen = rs256(fremd.privateKey);
const headers: Angriff[] = [
  { name: 'kid unbekannt', aendere: header({ kid: 'drei' }) },
  {
    name: 'kid als Pfad auf eine leere Datei',
    aendere: header({ alg: 'HS256', kid: '../../../dev/null' }, hs('')),
  },
  { name: 'kid als SQL', aendere: header({ alg: 'HS256', kid: "x' UNION SELECT 'a" }, hs('a')) },
  { name: 'kid als URL', aendere: header({ kid: 'http://127.0.0.1/schluessel' }, eigen) },
  { name: 'jwk: eigener Schlüssel im Kopf', aendere: header({ jwk: fremderJwk, kid: undefined }, eigen) },
  {
    name: 'jku: eigene Schlüsselquelle',
    aendere: header({ jku: 'http://127.0.0.1:1/jwks', kid: 'fremd' }, eigen),
  },
  {
    name: 'x5u: eigene Zertifikatsquelle',
    aendere: header({ x5u: 'http://127.0.0.1:1/x', kid: 'fremd' }, eigen),
  },
  { name: 'x5c: eigenes Zertifikat', aendere: header({ x5c: ['AAAA'], kid: 'fremd' }, eigen) },
  { name: 'crit: unbekannte Erweiterung', aendere: header({ crit: ['lotse'], lotse: true }) },
  { name: 'crit: b64 abgeschaltet', aendere: header({ crit: ['b64'], b64: false }) },
  { name: 'typ fehlt', aendere: header({ typ: undefined }) },
  { name: 'typ JWT: ein ID-Token', aendere: header({ typ: 'JWT' }) },
  { name: 'typ logout+jwt', aendere: header({ typ: 'logout+jwt' }) },
];

const angaben: Angriff[] = [
  { name: 'iss: ein anderer', aendere: claims({ iss: 'https://fremd.example' }) },
  {
    name: 'iss: mit Schrägstrich am Ende',
    aendere: (t) => claims({ iss: `${String(t.claims['iss'])}/` })(t),
  },
  { name: 'iss: als Liste', aendere: (t) => claims({ iss: [t.claims['iss']] })(t) },
  { name: 'iss fehlt', aendere: claims({ iss: undefined }) },
  { name: 'aud: eine andere', aendere: claims({ aud: 'andere-api' }) },
  { name: 'aud: Anfang des Namens', aendere: claims({ aud: 'lotse' }) },
  { name: 'aud: leere Liste', aendere: claims({ aud: [] }) },
  { name: 'aud fehlt', aendere: claims({ aud: undefined }) },
  { name: 'sub fehlt', aendere: claims({ sub: undefined }) },
  { name: 'sub leer', aendere: claims({ sub: ' ' }) },
  { name: 'sub als Liste', aendere: claims({ sub: ['tl'] }) },
  { name: 'exp vorbei', aendere: claims({ exp: jetzt() - 60 }) },
  { name: 'exp fehlt', aendere: claims({ exp: undefined }) },
  { name: 'exp als Text', aendere: claims({ exp: '9999999999' }) },
  { name: 'nbf in der Zukunft', aendere: claims({ nbf: jetzt() + 600 }) },
  { name: 'iat in der Zukunft', aendere: claims({ iat: jetzt() + 3_600, exp: jetzt() + 7_200 }) },
  { name: 'iat von vorgestern mit fernem exp', aendere: claims({ iat: jetzt() - 172_800 }) },
  { name: 'iat fehlt', aendere: claims({ iat: undefined }) },
];

const gestalt: Angriff[] = [
  { name: 'Unterschrift abgeschnitten', verpacke: (t) => mitToken(t.slice(0, -10)) },
  { name: 'Unterschrift weggelassen', verpacke: (t) => mitToken(teile(t).slice(0, 2).join('.')) },
  { name: 'Unterschrift leer', verpacke: (t) => mitToken(`${teile(t).slice(0, 2).join('.')}.`) },
  {
    name: 'Inhalt ausgetauscht',
    verpacke: (t) => {
      const [k, inhalt, u] = teile(t);
      const neu = Buffer.from(inhalt, 'base64url').toString().replace('"tl"', '"bereichsleitung"');
      return mitToken(`${k}.${b64(neu)}.${u}`);
    },
  },
  { name: 'noch einmal kodiert', verpacke: (t) => mitToken(b64(t)) },
  { name: 'ein vierter Teil', verpacke: (t) => mitToken(`${t}.x`) },
  { name: 'als JSON', verpacke: (t) => ({ headers: ['Authorization', `Bearer {"token":"${t}"}`] }) },
  {
    name: 'zwei Tokens in einem Kopf',
    verpacke: (t) => ({ headers: ['Authorization', `Bearer ${t}, Bearer ${t}`] }),
  },
  {
    name: 'zwei Köpfe Authorization',
    verpacke: (t) => ({ headers: ['Authorization', `Bearer ${t}`, 'Authorization', `Bearer ${t}x`] }),
  },
  { name: 'in der Adresse', verpacke: (t) => ({ pfad: `${PFAD}?access_token=${t}`, headers: [] }) },
  { name: 'als Cookie', verpacke: (t) => ({ headers: ['Cookie', `access_token=${t}`] }) },
  {
    name: 'im Kopf Proxy-Authorization',
    verpacke: (t) => ({ headers: ['Proxy-Authorization', `Bearer ${t}`] }),
  },
  { name: 'als Basic', verpacke: (t) => ({ headers: ['Authorization', `Basic ${b64(`tl:${t}`)}`] }) },
];

const anbieter: Angriff[] = [
  { name: 'Keycloak: ID-Token', form: 'keycloak', aendere: claims({ typ: 'ID' }) },
  { name: 'Keycloak: Refresh-Token', form: 'keycloak', aendere: claims({ typ: 'Refresh' }) },
  { name: 'Keycloak: ohne Art', form: 'keycloak', aendere: claims({ typ: undefined }) },
  { name: 'Keycloak: für die Kontoverwaltung', form: 'keycloak', aendere: claims({ aud: 'account' }) },
  { name: 'Entra: ID-Token', form: 'entra', aendere: claims({ scp: undefined, nonce: 'n' }) },
  {
    name: 'Entra: Token einer Anwendung',
    form: 'entra',
    aendere: claims({ scp: undefined, roles: ['x'], idtyp: 'app' }),
  },
  { name: 'Entra: Version 1', form: 'entra', aendere: claims({ ver: '1.0' }) },
  { name: 'Entra: fremder Mandant', form: 'entra', aendere: claims({ tid: MANDANT.replaceAll('1', '9') }) },
  { name: 'Entra: ohne oid', form: 'entra', aendere: claims({ oid: undefined }) },
];

const ANGRIFFE = [...ohneAlgorithmus, ...verwechslung, ...headers, ...angaben, ...gestalt, ...anbieter];

async function lausche(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
  return { server, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

/** The status over a real connection; headers go out as they are, twice if need be. */
function frage(url: string, { pfad = PFAD, headers: headers }: Anfrage): Promise<number> {
  return new Promise((fertig, gescheitert) => {
    const host = ['Host', new URL(url).host];
    request(`${url}${pfad}`, { headers: [...host, ...headers] }, (antwort) => {
      antwort.resume();
      fertig(antwort.statusCode ?? 0);
    })
      .once('error', gescheitert)
      .end();
  });
}

describe('Angriffe mit Tokens (S3)', () => {
  const server: Server[] = [];
  const orte = new Map<Tokenform, { iss: string; api: string }>();

  beforeAll(async () => {
    const jwks = {
      keys: [
        { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'eins', use: 'sig' },
        { ...kurve.publicKey.export({ format: 'jwk' }), kid: 'zwei', use: 'sig', alg: 'ES256' },
      ],
    };
    const quelle = await lausche((req, res) => {
      const iss = `http://${String(req.headers.host)}${(req.url ?? '').split('/.well-known')[0] ?? ''}`;
      const dokument = { issuer: iss, jwks_uri: `http://${String(req.headers.host)}/jwks` };
      res.end(JSON.stringify(req.url === '/jwks' ? jwks : dokument));
    });
    server.push(quelle.server);
    const formen: [Tokenform, string, Kennung][] = [
      ['rfc9068', quelle.url, 'sub'],
      ['keycloak', `${quelle.url}/realms/jobcenter`, 'sub'],
      ['entra', `${quelle.url}/${MANDANT}/v2.0`, 'oid'],
    ];
    for (const [form, issuer, kennung] of formen) {
      const anmeldung = pruefeTokens({ issuer, audience: AUDIENCE, form, kennung });
      const { app } = await pruefling({}, { anmeldung });
      const api = await lausche(app as RequestListener);
      server.push(api.server);
      orte.set(form, { iss: issuer, api: api.url });
    }
  });
  afterAll(() => {
    for (const einer of server) einer.close();
  });

  it('sind mehr als vierzig', () => {
    expect(ANGRIFFE.length).toBeGreaterThan(60);
    expect(new Set(ANGRIFFE.map(({ name }) => name)).size).toBe(ANGRIFFE.length);
  });

  it.each(ANGRIFFE)('$name', async ({ form = 'rfc9068', aendere = (t) => t, verpacke = mitToken }) => {
    const { iss, api } = orte.get(form) ?? { iss: '', api: '' };
    const echt = GUELTIG[form](iss);
    expect(await frage(api, mitToken(baue(echt)))).toBe(200);
    expect(await frage(api, verpacke(baue(aendere(echt))))).toBe(401);
  });

  it('jede Gestalt gilt nur dort, wo sie eingestellt ist', async () => {
    for (const [form, { api }] of orte)
      for (const [andere, { iss }] of orte)
        expect(await frage(api, mitToken(baue(GUELTIG[andere](iss))))).toBe(form === andere ? 200 : 401);
  });

  it('auch ES256 gilt: der Vergleich der Unterschrift null ist kein Zufall', async () => {
    const { iss, api } = orte.get('rfc9068') ?? { iss: '', api: '' };
    const echt = GUELTIG.rfc9068(iss);
    const unterschreibe = (eingabe: string): string =>
      b64(sign('sha256', Buffer.from(eingabe), { key: kurve.privateKey, dsaEncoding: 'ieee-p1363' }));
    expect(createPublicKey(pem).asymmetricKeyType).toBe('rsa');
    expect(await frage(api, mitToken(baue(header({ alg: 'ES256', kid: 'zwei' }, unterschreibe)(echt))))).toBe(
      200,
    );
  });
});
