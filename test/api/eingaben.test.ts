import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../api/kern/problem.ts';
import { Absage } from '../../api/kern/absage.ts';
import { doppelterName } from '../../api/kern/rumpf.ts';
import { ROUTEN } from '../../api/routen.ts';
import { bekannteSchluessel, nurMit } from '../support/attrappen.ts';
import { kontoVon, pruefling, type Pruefling } from './anwendung.ts';

const FALL = '6f1c0c52-0000-4000-8000-0000000000f1';
const PERSON = '6f1c0c52-0000-4000-8000-0000000000a1';
const BEFEHL = {
  fallId: FALL,
  fallnummer: 'F-2026-00001',
  zustand: 'vorgemerkt',
  neben: [],
  warnungen: [],
  offeneHinweise: [],
  fakten: {},
  sequenz: 2,
} as const;
const GUT = { person: PERSON, gruende: 'Besprochen.' };

describe('Eingaben an der Grenze (S6, RFC 9457)', () => {
  let p: Pruefling;
  const tokens = new Map<string, string>();
  const gerufen: unknown[] = [];
  beforeAll(async () => {
    // Only commands on a Fall are sent here: one that opens is known as done, the others as refused.
    const umgebung = bekannteSchluessel((neu) => {
      gerufen.push(neu);
      const { fallnummer, zustand, neben, warnungen, offeneHinweise, fakten, sequenz } = BEFEHL;
      const antwort = { zustand, neben, warnungen, offeneHinweise, fakten, sequenz };
      if (neu.route.startsWith('vormerken ')) return { status: 200, antwort, fallnummer, fallId: FALL };
      const satz = 'Die Regel sagt nein.';
      return { status: 422, antwort: { id: 'V-53', art: 'regel', satz }, fallnummer };
    });
    const liesFall = (_: unknown, { pfad }: { pfad: unknown }): Promise<never> =>
      Promise.reject(
        JSON.stringify(pfad).includes(FALL)
          ? new Error('geheim: SELECT * FROM person')
          : new Absage('NICHT_GEFUNDEN', 'Diesen Fall gibt es nicht.'),
      );
    p = await pruefling({ 'get /api/v1/faelle/{fallId}': liesFall }, { umgebung });
    for (const rolle of ['pap', 'fm', 'tl']) tokens.set(rolle, await p.aussteller.token(rolle));
  });

  const sende = (rolle: string, pfad: string): request.Test =>
    request(p.app)
      .post(pfad)
      .set('Authorization', `Bearer ${tokens.get(rolle) ?? ''}`)
      .set('Idempotency-Key', randomUUID());

  it('ein guter Befehl: 201 mit Location, nicht zwischengespeichert', async () => {
    const antwort = await sende('pap', '/api/v1/faelle').send(GUT);
    expect(antwort).toMatchObject({ status: 201, body: BEFEHL });
    expect(antwort.headers).toMatchObject({
      location: `/api/v1/faelle/${FALL}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(antwort.headers['x-powered-by']).toBeUndefined();
  });

  it('zu tief verschachtelt: 400, ohne Konto wie mit', async () => {
    const tief = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
    for (const pfad of ['/api/v1/faelle', '/api/v1/personen/suche', '/api/v1/rueckmeldungen']) {
      const antwort = await sende('pap', pfad).set('Content-Type', 'application/json').send(tief);
      expect(antwort).toMatchObject({ status: 400, body: { code: 'EINGABE_UNGUELTIG' } });
    }
  });

  it.each([
    ['unbekanntes Feld', { ...GUT, gruend: 'x' }, 400, 'gruend'],
    ['unbekanntes Feld in der Tiefe', { ...GUT, begruendungen: { 'X-1': 'y' } }, 400, 'begruendungen.X-1'],
    ['kein UUID', { ...GUT, person: '1' }, 400, 'person'],
    ['fehlendes Feld', { person: PERSON }, 400, 'gruende'],
    ['Tag, den es nicht gibt', { ...GUT, ereignisAm: '2026-02-30' }, 400, 'ereignisAm'],
    ['NUL im Text', { ...GUT, gruende: 'a\0b' }, 400, undefined],
    ['halbes Zeichen', { ...GUT, gruende: 'a\ud800b' }, 400, undefined],
    ['Liste statt Objekt', [1, 2], 400, ''],
    ['null', null, 400, ''],
    ['zu langer Text', { ...GUT, gruende: 'x'.repeat(20_001) }, 400, 'gruende'],
  ])('%s: %s', async (...[, rumpf, status, feld]) => {
    const antwort = await sende('pap', '/api/v1/faelle')
      .set('Content-Type', 'application/json')
      .send(JSON.stringify(rumpf));
    const problem = problemSchema.parse(antwort.body);
    expect([antwort.status, antwort.type]).toEqual([status, 'application/problem+json']);
    expect(problem.felder?.[0]?.pfad).toBe(feld);
  });

  it('keine Zeile der Tabelle nimmt eine unbekannte Angabe in der Adresse, auch ohne Konto nicht', async () => {
    for (const zeile of ROUTEN) {
      const namen = [...zeile.pfad.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
      const werte = new Map(
        Object.entries({ fristId: 'T-01', vorkommen: '1', sequenz: '1', nummer: '1', tag: '2026-12-24' }),
      );
      const pfad = Object.fromEntries(namen.map((name) => [name, werte.get(name) ?? FALL]));
      const anfrage = {
        konto: kontoVon('tl'),
        pfad,
        abfrage: { gibtEsNicht: 'x' },
        rumpf: {},
        schluessel: '',
      };
      const name = `${zeile.methode} ${zeile.pfad}`;
      await expect(zeile.rufe(nurMit({}), anfrage), name).rejects.toThrow('gibtEsNicht');
    }
  });

  it('__proto__ ist ein unbekanntes Feld, kein Vorfahre', async () => {
    const antwort = await sende('pap', '/api/v1/faelle')
      .set('Content-Type', 'application/json')
      .send(`{"person":"${PERSON}","gruende":"x","__proto__":{"polluted":true}}`);
    expect(antwort.status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('kaputtes JSON 400, falscher Inhaltstyp 415, zu groß 413, fremde Packung 415', async () => {
    const kaputt = await sende('pap', '/api/v1/faelle').set('Content-Type', 'application/json').send('{"a":');
    expect(kaputt).toMatchObject({ status: 400, body: { code: 'JSON_UNGUELTIG' } });
    const typ = await sende('pap', '/api/v1/faelle').set('Content-Type', 'text/plain').send('hallo');
    expect(typ).toMatchObject({ status: 415, body: { code: 'FORMAT_UNBEKANNT' } });
    const gross = await sende('pap', '/api/v1/faelle').send({ ...GUT, gruende: 'x'.repeat(300_000) });
    expect(gross).toMatchObject({ status: 413, body: { code: 'ZU_GROSS' } });
    const packung = await sende('pap', '/api/v1/faelle')
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'rot13')
      .send(JSON.stringify(GUT));
    expect(packung.status).toBe(415);
  });

  it('JSON in anderen Bytes als UTF-8: 400, mit anderem Zeichensatz 415 (13.4)', async () => {
    const latin1 = Buffer.from(JSON.stringify({ ...GUT, gruende: 'Gespräch über Öl' }), 'latin1');
    const roh = (typ: string, bytes: Buffer): request.Test => {
      const anfrage = sende('pap', '/api/v1/faelle').set('Content-Type', typ);
      anfrage.write(bytes);
      return anfrage;
    };
    expect(await roh('application/json', latin1)).toMatchObject({
      status: 400,
      body: { code: 'JSON_UNGUELTIG' },
    });
    for (const satz of ['iso-8859-1', 'utf-16', 'utf-99'])
      expect((await roh(`application/json; charset=${satz}`, latin1)).status).toBe(415);
    const gut = Buffer.from(JSON.stringify({ ...GUT, gruende: 'Gespräch über Öl' }));
    for (const typ of [
      'application/json',
      'application/json; charset=utf-8',
      'application/json;charset="UTF-8"',
    ])
      expect((await roh(typ, gut)).status, typ).toBe(201);
  });

  it.each([
    ['auf erster Ebene', `{"person":"${PERSON}","gruende":"a","gruende":"b"}`, 'gruende'],
    ['anders geschrieben', `{"person":"${PERSON}","gruende":"a","gr\\u0075ende":"b"}`, 'gruende'],
    ['in der Tiefe', `{"person":"${PERSON}","gruende":"a","begruendungen":{"V-13":"x","V-13":"y"}}`, 'V-13'],
  ])('dasselbe Feld zweimal %s: 400 (13.12)', async (_, rumpf, feld) => {
    const antwort = await sende('pap', '/api/v1/faelle').set('Content-Type', 'application/json').send(rumpf);
    expect(antwort).toMatchObject({ status: 400, body: { code: 'JSON_UNGUELTIG' } });
    expect((antwort.body as { detail: string }).detail).toContain(feld);
  });

  it('ein Text, in dem ein Feldname zweimal vorkommt, ist kein doppeltes Feld; die Suche ist in einem Zug fertig', async () => {
    expect(
      (await sende('pap', '/api/v1/faelle').send({ ...GUT, gruende: '"gruende":"a","gruende":' })).status,
    ).toBe(201);
    for (const muster of ['\\"', '"\\', '{"a":', '"'])
      expect(doppelterName(`[${muster.repeat(60_000)}\\`)).toBeNull();
  }, 5_000);

  it('eine Begründung zu einer Regel, die es nicht gibt: 400 (V-83, 13.7)', async () => {
    for (const regel of ['V-00', 'V-99'])
      expect(
        (await sende('pap', '/api/v1/faelle').send({ ...GUT, begruendungen: { [regel]: 'x' } })).status,
      ).toBe(400);
  });

  it.each([undefined, 'abc', ''])('Idempotency-Key %s: 400', async (schluessel) => {
    const anfrage = request(p.app)
      .post('/api/v1/faelle')
      .set('Authorization', `Bearer ${await p.aussteller.token('pap')}`);
    if (schluessel !== undefined) void anfrage.set('Idempotency-Key', schluessel);
    expect(await anfrage.send(GUT)).toMatchObject({ status: 400, body: { code: 'SCHLUESSEL_FEHLT' } });
  });

  it('eine Regel: 422 mit ihrer Nummer und einem deutschen Satz', async () => {
    const antwort = await sende('fm', `/api/v1/faelle/${FALL}/erstgespraech`).send({ art: 'persoenlich' });
    expect(antwort).toMatchObject({
      status: 422,
      body: { regel: 'V-53', detail: 'Die Regel sagt nein.', status: 422 },
    });
    expect(problemSchema.safeParse(antwort.body).success).toBe(true);
  });

  it('falsche Rolle 403 vor jedem Blick in den Rumpf', async () => {
    const vorher = gerufen.length;
    expect((await sende('fm', '/api/v1/faelle').send({ falsch: true })).status).toBe(403);
    expect(gerufen).toHaveLength(vorher);
  });

  it('unbekannter Fall 404, keine UUID 400, unbekannte Adresse 404, falsche Methode 405', async () => {
    const lies = async (pfad: string): Promise<request.Response> =>
      request(p.app)
        .get(pfad)
        .set('Authorization', `Bearer ${await p.aussteller.token('fm')}`);
    expect((await lies(`/api/v1/faelle/${PERSON}`)).status).toBe(404);
    expect((await lies('/api/v1/faelle/1')).status).toBe(400);
    expect((await lies('/api/v1/nichts')).status).toBe(404);
    expect((await lies('/api/v1/faelle/%E0%A4%A')).status).toBe(400);
    const methode = await request(p.app).delete(`/api/v1/faelle/${FALL}`);
    expect([methode.status, methode.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it('ein Fehler im Inneren sagt nichts über sich, das Protokoll kennt die Nummer der Anfrage', async () => {
    const antwort = await request(p.app)
      .get(`/api/v1/faelle/${FALL}`)
      .set('Authorization', `Bearer ${await p.aussteller.token('fm')}`);
    const problem = problemSchema.parse(antwort.body);
    expect([antwort.status, problem.detail]).toEqual([500, 'internal error']);
    expect(antwort.text).not.toContain('SELECT');
    expect(
      p.protokoll.some((zeile) => zeile.includes(problem.anfrage) && zeile.includes('Unerwarteter Fehler')),
    ).toBe(true);
  });

  it('wer abgewiesen wird, steht im Log; wer arbeitet, nicht (ASVS V16.3)', async () => {
    const zeilen = async (probe: request.Test): Promise<Record<string, unknown>> => {
      const { headers } = await probe;
      const zeile = p.protokoll.find((eine) => eine.includes(headers['x-request-id'] ?? '-'));
      return JSON.parse(zeile ?? '{}') as Record<string, unknown>;
    };
    const wer = { konto: '6f1c0c52-0000-4000-8000-000000000002' };
    const verboten = await zeilen(sende('fm', '/api/v1/faelle').send(GUT));
    expect(verboten).toMatchObject({ level: 40, status: 403, code: 'NICHT_BERECHTIGT', ...wer });
    const fremd = await zeilen(request(p.app).get('/api/v1/ich').set('Authorization', 'Bearer a.b.c'));
    expect(fremd).toMatchObject({ level: 40, status: 401, code: 'NICHT_ANGEMELDET', dienst: 'api' });
    expect(fremd['adresse']).toMatch(/127\.0\.0\.1$/);
    const gut = await zeilen(sende('pap', '/api/v1/faelle').send(GUT));
    expect(gut).toMatchObject({ level: 30, status: 201, route: 'POST /api/v1/faelle' });
    expect(Object.keys(gut)).not.toEqual(expect.arrayContaining(['konto']));
    expect(Object.keys(gut)).not.toEqual(expect.arrayContaining(['adresse']));
  });

  it.each([
    [0, /127\.0\.0\.1$/],
    [1, /^192\.0\.2\.7$/],
  ])('mit %s Proxys davor zählt die Adresse, die niemand vortäuschen kann', async (proxys, adresse) => {
    const probe = await pruefling({}, { vertrauteProxys: proxys });
    await request(probe.app).get('/api/v1/ich').set('X-Forwarded-For', '198.51.100.1, 192.0.2.7');
    expect(JSON.parse(probe.protokoll[0] ?? '{}')).toMatchObject({
      adresse: expect.stringMatching(adresse) as unknown,
    });
  });

  it('S1: das Protokoll enthält weder Texte noch Kennungen aus Adressen und Rümpfen', async () => {
    await sende('pap', '/api/v1/faelle').send({ ...GUT, gruende: 'KANARIENVOGEL' });
    await sende('pap', '/api/v1/faelle').send({ ...GUT, KANARIENVOGEL: 1 });
    expect(p.protokoll.join('\n')).not.toContain('KANARIENVOGEL');
    expect(p.protokoll.join('\n')).not.toContain(PERSON);
  });
});

describe('Gesundheit (technik.md 4)', () => {
  it('/livez antwortet immer, /readyz nennt, was fehlt', async () => {
    const krank = await pruefling({}, { bereit: false });
    expect((await request(krank.app).get('/livez')).status).toBe(200);
    expect(await request(krank.app).get('/readyz')).toMatchObject({
      status: 503,
      body: { status: 'nicht_bereit', teile: { datenbank: 'fehlt' } },
    });
    const gesund = await pruefling();
    expect(await request(gesund.app).get('/readyz')).toMatchObject({
      status: 200,
      body: { status: 'bereit' },
    });
  });
});

describe('Fristenrechner (technik.md 3.1)', () => {
  it('rechnet wie die Kommandozeile und nennt bei Fehlern das Feld', async () => {
    const p = await pruefling();
    const rechne = async (rumpf: unknown): Promise<request.Response> =>
      request(p.app)
        .post('/api/v1/fristen/berechnung')
        .set('Authorization', `Bearer ${await p.aussteller.token('controlling')}`)
        .set('Content-Type', 'application/json')
        .send(JSON.stringify(rumpf));
    const gut = await rechne({ regel: 'CAL-F', ereignis: '2025-08-29', monate: 6, land: 'HB' });
    expect(gut).toMatchObject({ status: 200, body: { roh: '2026-02-28', faellig: '2026-03-02' } });
    const schlecht = await rechne({ regel: 'CAL-X', ereignis: '2025-08-29', monate: 6, land: 'HB' });
    expect(schlecht).toMatchObject({ status: 400, body: { felder: [{ pfad: 'regel' }] } });
    expect((await rechne([1])).status).toBe(400);
  });
});
