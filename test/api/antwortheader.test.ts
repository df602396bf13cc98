import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTEN } from '../../api/routen.ts';
import { pruefling, type Pruefling } from './anwendung.ts';

const FALL = '/api/v1/faelle/6f1c0c52-0000-4000-8000-0000000000f1';
const JSON_UTF8 = 'application/json; charset=utf-8';
const PROBLEM = 'application/problem+json; charset=utf-8';

/** What every answer carries, whatever it says (S7; ASVS V3.4, V4.1.1, V14.3.2). */
function pruefeKoepfe(antwort: request.Response, typ: string): void {
  expect(antwort.headers).toMatchObject({
    'cache-control': 'no-store',
    'content-type': typ,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/) as unknown,
  });
  const csp = antwort.headers['content-security-policy'] ?? '';
  for (const teil of ['default-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect(csp).toContain(`${teil} 'none'`);
  expect(csp).not.toContain('unsafe-');
  const verraeter = ['x-powered-by', 'server', 'etag', 'set-cookie', 'access-control-allow-origin'];
  expect(verraeter.filter((name) => name in antwort.headers)).toEqual([]);
}

describe('Köpfe jeder Antwort (S7)', () => {
  let p: Pruefling;
  let krank: Pruefling;
  let server: Server;
  const als = (rolle: string): Promise<string> =>
    p.aussteller.token(rolle).then((token) => `Bearer ${token}`);
  beforeAll(async () => {
    p = await pruefling({
      'get /api/v1/faelle/{fallId}': () => Promise.reject(new Error('geheim: SELECT * FROM person')),
    });
    krank = await pruefling({}, { bereit: false });
    server = createServer(p.app);
    await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
  });
  afterAll(() => server.close());

  /** What the server says to bytes that no client library would send. */
  const roh = (zeilen: readonly string[]): Promise<string> =>
    new Promise((fertig, fehler) => {
      const { port } = server.address() as AddressInfo;
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.end(zeilen.join('\r\n')));
      socket.on('data', (teil) => (text += teil.toString()));
      socket.on('end', () => {
        fertig(text);
      });
      socket.on('error', fehler);
    });

  it.each([
    ['/livez', 200, JSON_UTF8],
    ['/readyz', 200, JSON_UTF8],
    ['/api/v1/openapi.json', 200, JSON_UTF8],
    ['/api/v1/docs', 200, 'text/html; charset=utf-8'],
    ['/api/v1/nichts', 404, PROBLEM],
    ['/.git/config', 404, PROBLEM],
    ['/api/v1/../../package.json', 404, PROBLEM],
    ['/api/v1/faelle/%E0%A4%A', 400, PROBLEM],
  ])('%s: %s', async (pfad, status, typ) => {
    const antwort = await request(p.app).get(pfad);
    expect(antwort.status).toBe(status);
    pruefeKoepfe(antwort, typ);
  });

  it('nicht bereit 503, interner Fehler 500, gut 200, ungültig 400, falsche Rolle 403, zu groß 413, Format 415', async () => {
    pruefeKoepfe(await request(krank.app).get('/readyz').expect(503), JSON_UTF8);
    const fm = await als('fm');
    const lies = (pfad: string): request.Test => request(p.app).get(pfad).set('Authorization', fm);
    pruefeKoepfe(await lies(FALL).expect(500), PROBLEM);
    pruefeKoepfe(await lies('/api/v1/ich').expect(200), JSON_UTF8);
    pruefeKoepfe(await lies('/api/v1/faelle/1').expect(400), PROBLEM);
    const sende = (ausweis: string, typ: string, rumpf: string): request.Test =>
      request(p.app)
        .post('/api/v1/faelle')
        .set({ Authorization: ausweis, 'Idempotency-Key': randomUUID(), 'Content-Type': typ })
        .send(rumpf);
    const pap = await als('pap');
    pruefeKoepfe(await sende(fm, 'application/json', '{}').expect(403), PROBLEM);
    pruefeKoepfe(await sende(pap, 'application/json', 'x'.repeat(300_000)).expect(413), PROBLEM);
    pruefeKoepfe(await sende(pap, 'text/plain', '{}').expect(415), PROBLEM);
  });

  it('jede Operation ohne Token, und jede andere Methode auf ihre Adresse', async () => {
    for (const { methode, pfad, anmeldung } of ROUTEN) {
      const adresse = pfad.replaceAll(/\{\w+\}/g, randomUUID());
      const erwartet = anmeldung === 'einmallink' ? 400 : 401;
      pruefeKoepfe(await request(p.app)[methode](adresse).expect(erwartet), PROBLEM);
      for (const andere of ['put', 'delete', 'trace', 'options'] as const)
        pruefeKoepfe(await request(p.app)[andere](adresse).expect(405), PROBLEM);
    }
  });

  it.each(['/livez', '/readyz', '/api/v1/docs', '/api/v1/openapi.json', '/'])(
    'TRACE, OPTIONS und POST %s: keine Auskunft',
    async (pfad) => {
      for (const methode of ['trace', 'options', 'post'] as const)
        pruefeKoepfe(await request(p.app)[methode](pfad).expect(404), PROBLEM);
    },
  );

  it('nur die Methode der Anfrage zählt: kein Kopf und kein Feld macht aus GET etwas anderes', async () => {
    for (const header of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
      const antwort = await request(p.app)
        .get('/api/v1/ich')
        .set('Authorization', await als('fm'))
        .set(header, 'DELETE');
      expect(antwort).toMatchObject({ status: 200, body: { rolle: 'fm' } });
    }
    const feld = await request(p.app)
      .get('/api/v1/faelle?_method=POST')
      .set('Authorization', await als('fm'));
    expect(feld).toMatchObject({ status: 400, body: { felder: [{ pfad: '_method' }] } });
  });

  it('ein fremder Host, Origin oder X-Forwarded-Host kommt in keiner Antwort vor', async () => {
    for (const header of [
      'Host',
      'Origin',
      'X-Forwarded-Host',
      'Forwarded',
      'X-Original-URL',
      'X-Rewrite-URL',
    ]) {
      const antwort = await request(p.app)
        .get('/api/v1/ich')
        .set('Authorization', await als('fm'))
        .set(header, 'fremd.example');
      expect(antwort.status).toBe(200);
      expect(JSON.stringify(antwort.headers) + antwort.text).not.toContain('fremd.example');
      pruefeKoepfe(antwort, JSON_UTF8);
    }
  });

  it('ein doppelter Parameter ist keine zweite Meinung, sondern 400', async () => {
    const antwort = await request(p.app)
      .get('/api/v1/faelle?limit=1&limit=2')
      .set('Authorization', await als('fm'));
    expect(antwort).toMatchObject({ status: 400, body: { felder: [{ pfad: 'limit' }] } });
    const tief = await request(p.app)
      .get('/api/v1/faelle?limit[$gt]=1')
      .set('Authorization', await als('fm'));
    expect(tief).toMatchObject({ status: 400, body: { felder: [{ pfad: 'limit[$gt]' }] } });
  });

  const ANFANG = ['POST /api/v1/faelle HTTP/1.1', 'Host: a', 'Connection: close'];
  it.each([
    [
      'Content-Length und Transfer-Encoding',
      ['Content-Length: 4', 'Transfer-Encoding: chunked', '', '0', '', ''],
    ],
    ['zwei Content-Length', ['Content-Length: 4', 'Content-Length: 5', '', 'abcd']],
    ['verstecktes Transfer-Encoding', ['Transfer-Encoding: xchunked', '', '0', '', '']],
    ['Leerraum vor dem Doppelpunkt', ['Content-Length : 4', '', 'abcd']],
    ['ohne Host', []],
  ])('geschmuggelt wird nicht: %s', async (_, zeilen) => {
    const anfang = zeilen.length === 0 ? [ANFANG[0] ?? '', '', ''] : [...ANFANG, ...zeilen];
    expect(await roh(anfang)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(await roh([...ANFANG, 'Content-Length: 0', '', ''])).toMatch(/^HTTP\/1\.1 401 /);
  });
});
