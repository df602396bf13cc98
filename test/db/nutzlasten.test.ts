import { defaultPayloadConverter } from '@temporalio/common';
import pino from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { mitAkteur } from '../../db/client.ts';
import { verschluesselung } from '../../temporal/codec.ts';
import type { Nutzlastform } from '../../temporal/einsicht.ts';
import { ROUTEN } from '../../api/routen.ts';
import { beginneSitzung } from '../../api/sitzung/faelle.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { sitzungskonto } from '../../web/arbeitsplatz.ts';
import { fallWorkflowId } from '../../workflows/contract.ts';
import { baueAuf, NUTZLASTSCHUTZ, type Aufbau } from './anwendung.ts';
import { baueOberflaeche, type Oberflaeche } from './oberflaeche.ts';

const UI = 'https://temporal.jobcenter.example';
const FALL = '6f1c0c52-0000-4000-8000-0000000000f1';
const ORT = { type: 'workflow', namespace: 'default', workflowId: fallWorkflowId(FALL) } as const;
const base64 = (wert: Uint8Array | string): string => Buffer.from(wert).toString('base64');
const klar = (wert: unknown): Nutzlastform => ({
  metadata: { encoding: base64('json/plain') },
  data: base64(JSON.stringify(wert)),
});

/** A payload as it lies in the history of a workflow, in the JSON the Temporal UI passes on. */
async function verschlossen(wert: unknown, wo: Partial<typeof ORT> = {}): Promise<Nutzlastform> {
  if (NUTZLASTSCHUTZ === null) throw new Error('ohne Schlüssel');
  const codec = verschluesselung(NUTZLASTSCHUTZ, 'worker');
  const [eine] = await codec.encode([defaultPayloadConverter.toPayload(wert)], { ...ORT, ...wo });
  const felder = Object.entries(eine?.metadata ?? {}).map(([name, inhalt]) => [name, base64(inhalt)]);
  return { metadata: Object.fromEntries(felder) as Record<string, string>, data: base64(eine?.data ?? '') };
}

describe('Codec-Endpunkt der Temporal-Oberfläche (R26, S5)', () => {
  let a: Aufbau;
  let o: Oberflaeche;
  const zeilen: string[] = [];
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    const log = pino({ level: 'debug' }, { write: (zeile) => void zeilen.push(zeile) });
    const sitzung = sitzungskonto(a.umgebung, 'https://lotse.jobcenter.example');
    o = await baueOberflaeche(a, {}, { herkunft: [UI], log, sitzung });
  });
  afterAll(() => a.ende());

  type Frage = { wer?: string; herkunft?: string | null };
  function entschluessle(
    payloads: readonly unknown[],
    { wer = 'administration', herkunft = UI }: Frage = {},
  ) {
    const anfrage = request(o.app)
      .post('/api/v1/codec/decode')
      .set('Authorization', `Bearer ${o.tokens.get(wer) ?? ''}`)
      .set('X-Namespace', 'default');
    return (herkunft === null ? anfrage : anfrage.set('Origin', herkunft)).send({ payloads });
  }
  const vermerke = (): Promise<Record<string, unknown>[]> =>
    mitAkteur(a.db, { system: 'wartung' }, async (tx) => [
      ...(await tx.execute(
        sql`select akteur_id, rolle, fall_id, gegenstand, klassen, am from protokoll where aktion = 'nutzlasten_gelesen' order by nummer`,
      )),
    ]);

  it('zeigt R26, was verschlüsselt war, und lässt Unverschlüsseltes, wie es ist; der Blick steht im Protokoll', async () => {
    const offen = { ...klar('von außen'), externalPayloads: [{ sizeBytes: '1' }] };
    const antwort = await entschluessle([
      await verschlossen({ sequenz: 7 }),
      offen,
      await verschlossen('zweite'),
      await verschlossen('anderer Ablauf', { workflowId: 'temporal-plan' }),
    ]);
    expect(antwort.status).toBe(200);
    expect(antwort.body).toEqual({
      payloads: [klar({ sequenz: 7 }), offen, klar('zweite'), klar('anderer Ablauf')],
    });
    expect(antwort.headers).toMatchObject({
      'cache-control': 'no-store',
      'access-control-allow-origin': UI,
      vary: 'Origin',
    });
    const gemeinsam = { akteur_id: PERSONAL.administration, rolle: 'administration', klassen: ['K1', 'K2'] };
    expect(await vermerke()).toMatchObject([
      { ...gemeinsam, fall_id: FALL, gegenstand: `workflow:default/fall-${FALL}:2` },
      { ...gemeinsam, fall_id: null, gegenstand: 'workflow:default/temporal-plan:1' },
    ]);
  });

  it('was verändert, woandershin verschoben oder aus einem anderen Namensraum ist, bleibt zu und ohne Vermerk', async () => {
    const vorher = (await vermerke()).length;
    const echt = await verschlossen('Inhalt');
    const roh = Buffer.from(echt.data ?? '', 'base64');
    roh[20] = (roh[20] ?? 0) ^ 1;
    const anderer = base64('fall-6f1c0c52-0000-4000-8000-0000000000f2');
    const antwort = await entschluessle([
      { ...echt, data: base64(roh) },
      { ...echt, metadata: { ...echt.metadata, workflow: anderer } },
      await verschlossen('Inhalt', { namespace: 'anderes-haus' as 'default' }),
      { ...echt, metadata: { ...echt.metadata, schluessel: base64('fremd') } },
      { ...echt, data: '' },
    ]);
    expect(antwort.body).toEqual({
      payloads: [
        klar({ unlesbar: 'veraendert' }),
        klar({ unlesbar: 'veraendert' }),
        klar({ unlesbar: 'verschoben' }),
        klar({ unlesbar: 'schluessel' }),
        klar({ unlesbar: 'veraendert' }),
      ],
    });
    expect(await vermerke()).toHaveLength(vorher);
    // Control: the untouched one opens.
    expect((await entschluessle([echt])).body).toEqual({ payloads: [klar('Inhalt')] });
  });

  it('jede andere Rolle und niemand: 403 und 401, ohne Inhalt und ohne Vermerk', async () => {
    const vorher = (await vermerke()).length;
    const einer = await verschlossen('MARKE-NUTZLAST');
    for (const wer of Object.keys(PERSONAL).filter((kuerzel) => kuerzel !== 'administration')) {
      const antwort = await entschluessle([einer], { wer });
      expect([wer, antwort.status, antwort.text.includes('MARKE')]).toEqual([wer, 403, false]);
    }
    const ohne = await request(o.app)
      .post('/api/v1/codec/decode')
      .send({ payloads: [einer] });
    expect(ohne.status).toBe(401);
    // Two roles the demo staff lacks: this table is what refuses them, too.
    expect(ROUTEN.find(({ pfad }) => pfad.startsWith('/api/v1/codec'))?.rollen).toEqual(['administration']);
    expect(await vermerke()).toHaveLength(vorher);
  });

  it('eine fremde Herkunft wird vor der Anmeldung abgewiesen, ohne Herkunft fragt die Kommandozeile', async () => {
    const einer = await verschlossen('x');
    for (const herkunft of [
      'https://boese.example',
      `${UI}.boese.example`,
      'null',
      UI.replace('https', 'http'),
    ]) {
      const antwort = await entschluessle([einer], { herkunft });
      expect([herkunft, antwort.status]).toEqual([herkunft, 403]);
      expect(antwort.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await entschluessle([einer], { herkunft: null })).status).toBe(200);
  });

  it('wer an den Seiten angemeldet ist, liest in der Oberfläche desselben Browsers, mit seiner Rolle; nirgends sonst gilt die Sitzung', async () => {
    const einer = await verschlossen('aus der Sitzung');
    const keks = async (wer: 'administration' | 'fm'): Promise<string> =>
      `__Host-lotse=${(await beginneSitzung(a.umgebung, PERSONAL[wer])).geheimnis}`;
    // As the UI of Temporal 1.8 asks.
    const frage = async (
      kopf: Record<string, string>,
      pfad = '/api/v1/codec/decode?preserveStorageRefs=true',
    ) =>
      request(o.app)
        .post(pfad)
        .set(kopf)
        .send({ payloads: [einer] });
    const [admin, fm] = [await keks('administration'), await keks('fm')];
    const gelesen = await frage({ cookie: admin, origin: UI });
    expect(gelesen.body).toEqual({ payloads: [klar('aus der Sitzung')] });
    expect(gelesen.headers['access-control-allow-credentials']).toBe('true');
    expect((await frage({ cookie: fm, origin: UI })).status).toBe(403);
    expect((await frage({ cookie: admin })).status).toBe(401);
    expect((await frage({ cookie: admin, origin: 'https://boese.example' })).status).toBe(403);
    expect((await frage({ cookie: '__Host-lotse=erfunden', origin: UI })).status).toBe(401);
    expect((await frage({ cookie: admin, origin: UI }, '/api/v1/personen/suche')).status).toBe(401);
  });

  it('die Voranfrage des Browsers erlaubt genau, was die Oberfläche schickt; andere Wege der API erlauben nichts', async () => {
    const frage = (pfad: string, herkunft: string): request.Test =>
      request(o.app).options(pfad).set('Origin', herkunft).set('Access-Control-Request-Method', 'POST');
    expect(await frage('/api/v1/codec/decode', UI)).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': UI,
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'Authorization, Content-Type, X-Namespace',
      },
    });
    expect((await frage('/api/v1/codec/decode', 'https://boese.example')).status).toBe(403);
    const andere = await frage('/api/v1/personen', UI);
    expect([andere.status, andere.headers['access-control-allow-origin']]).toEqual([405, undefined]);
    expect((await request(o.app).post('/api/v1/codec/encode').send({ payloads: [] })).status).toBe(404);
  });

  it('zu groß 413, zu viele und andere Gestalt 400; nichts davon und nichts Entschlüsseltes steht im Log', async () => {
    expect((await entschluessle([klar('x'.repeat(300_000))])).status).toBe(413);
    expect((await entschluessle(Array.from({ length: 1_001 }, () => ({})))).status).toBe(400);
    expect((await entschluessle([{ metadata: { encoding: 7 } }])).status).toBe(400);
    expect((await entschluessle([await verschlossen('MARKE-NUTZLAST')])).text).toContain(
      base64('"MARKE-NUTZLAST"'),
    );
    const log = zeilen.join('\n');
    expect(log).toContain('POST /api/v1/codec/decode');
    expect(log).not.toMatch(new RegExp(['MARKE-NUTZLAST', base64('"MARKE-NUTZLAST"'), FALL].join('|'), 'u'));
  });

  it('ohne LOTSE_CODEC_HERKUNFT entschlüsselt niemand etwas', async () => {
    const aus = await baueOberflaeche({ umgebung: a.mitFaellen(a.faelle, null) });
    const antwort = await request(aus.app)
      .post('/api/v1/codec/decode')
      .set('Authorization', `Bearer ${aus.tokens.get('administration') ?? ''}`)
      .send({ payloads: [await verschlossen('x')] });
    expect([antwort.status, (antwort.body as { code: string }).code]).toEqual([404, 'NICHT_GEFUNDEN']);
  });
});
