import { and, eq } from 'drizzle-orm';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widerrufeEinwilligung } from '../../api/einwilligungen/faelle.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { mitAkteur } from '../../db/client.ts';
import { dokument } from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { abzug } from '../support/abzug.ts';
import { appMitProtokoll } from '../support/app-mit-protokoll.ts';
import {
  entbinde,
  legeErbringerAn,
  neuerEinmallink,
  stelleMeldungenZu,
  zugewieseneLeistung,
} from '../support/leistungsfall.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const HEUTE = '2026-12-01T08:00:00Z';

describe('Rückmeldung über den Einmallink (E25, V-46)', () => {
  let a: Aufbau;
  let erbringer: string;
  let app: Express;
  let protokoll = '';

  const neueApp = () => appMitProtokoll(a.umgebung, (zeilen) => (protokoll += zeilen));
  beforeAll(async () => {
    a = await baueAuf(HEUTE);
    erbringer = await legeErbringerAn(a);
    app = await neueApp();
  });
  afterAll(() => a.ende());

  const melde = (einmallink: string | null, bericht: string, mehr: object = {}): request.Test =>
    request(app)
      .post('/api/v1/rueckmeldungen')
      .send({ zugang: einmallink, art: 'termine', tag: '2026-12-01', bericht, ...mehr });
  const sieh = (einmallink: string | null): request.Test =>
    request(app).post('/api/v1/rueckmeldungen/ansicht').send({ zugang: einmallink });

  /** Reports of providers the case holds, readable or not. */
  const berichte = (fallId: string): Promise<number> =>
    mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.$count(dokument, and(eq(dokument.fallId, fallId), eq(dokument.klasse, 'K5'))),
    );

  async function mitEinwilligung(
    marke: string,
  ): Promise<{ fallId: string; person: string; einwilligung: string }> {
    const fall = await zugewieseneLeistung(a, marke, erbringer);
    const einwilligung = await entbinde(a, { person: fall.person, erbringer });
    await stelleMeldungenZu(a, fall.fallId);
    return { ...fall, einwilligung };
  }
  const widerrufe = async (person: string, einwilligung: string): Promise<unknown> =>
    widerrufeEinwilligung(a.umgebung, await a.konto(PERSONAL.fm), {
      id: person,
      einwilligung,
      schluessel: neuerSchluessel(),
      rumpf: { widerrufenAm: '2026-12-01' },
    });
  const akte = async (fallId: string): ReturnType<typeof liesFallansicht> =>
    liesFallansicht(a.umgebung, await a.konto(PERSONAL.fm), fallId);

  it('zeigt nur das Zeichen und was vereinbart ist, nichts über die Person', async () => {
    const { fallId } = await mitEinwilligung('ansicht');
    const { status, text } = await sieh(await neuerEinmallink(a, fallId));
    expect(status).toBe(200);
    const body = JSON.parse(text) as object;
    expect(body).toMatchObject({
      zeichen: `${(await akte(fallId)).fallnummer}/1`,
      erbeten: ['termine', 'teilziele', 'hilfsmassnahmen_bedarfe', 'abschluss'],
    });
    expect(Object.keys(body).sort()).toEqual(['erbeten', 'gueltigBis', 'zeichen']);
    expect(text).not.toMatch(/ansicht|Prüfperson|nr_2/);
  });

  it('eine angenommene Rückmeldung liest das Fallmanagement als K5, der Link ist verbraucht', async () => {
    const { fallId } = await mitEinwilligung('angenommen');
    const einmallink = await neuerEinmallink(a, fallId);
    expect((await melde(einmallink, 'Erster Termin wahrgenommen MARKE-ANGENOMMEN')).status).toBe(201);
    await stelleMeldungenZu(a, fallId);
    const { geschichte } = await akte(fallId);
    expect(geschichte.find(({ art }) => art === 'rueckmeldung_eingegangen')).toMatchObject({
      uebergang: 'TR32',
      akteur: null,
      texte: [{ klasse: 'K5', text: 'Erster Termin wahrgenommen MARKE-ANGENOMMEN' }],
    });
    expect((await melde(einmallink, 'noch einmal')).status).toBe(404);
    expect((await sieh(einmallink)).status).toBe(404);
    // Encrypted, so that only its row tells that it is stored (DS-28).
    expect(await berichte(fallId)).toBe(1);
    expect(await abzug(a.db)).not.toContain('MARKE-ANGENOMMEN');
  });

  it('dieselbe Rückmeldung noch einmal: dieselbe Quittung, auch gleichzeitig und nach Ablauf; eine andere: 404 (13.6)', async () => {
    const { fallId } = await mitEinwilligung('wiederholt');
    const einmallink = await neuerEinmallink(a, fallId);
    const antworten = await Promise.all([1, 2, 3].map(() => melde(einmallink, 'Termin wahrgenommen')));
    a.stelle('2027-06-01T08:00:00Z');
    antworten.push(await melde(einmallink, 'Termin wahrgenommen'));
    a.stelle(HEUTE);
    expect(antworten.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(antworten.map(({ text }) => text)).size).toBe(1);
    for (const anders of [{ art: 'teilziele' }, { tag: '2026-11-30' }])
      expect((await melde(einmallink, 'Termin wahrgenommen', anders)).status).toBe(404);
    expect((await melde(einmallink, 'Termin wahrgenommen.')).status).toBe(404);
    expect(await berichte(fallId)).toBe(1);
  });

  it('eine abgewiesene noch einmal: dieselbe Absage, und nichts kommt dazu (13.6)', async () => {
    const { fallId, person, einwilligung } = await mitEinwilligung('abgewiesen-wiederholt');
    const einmallink = await neuerEinmallink(a, fallId);
    await widerrufe(person, einwilligung);
    for (const wort of ['x', 'x'])
      expect(await melde(einmallink, wort)).toMatchObject({ status: 422, body: { regel: 'V-46' } });
    expect((await melde(einmallink, 'y')).status).toBe(404);
    await stelleMeldungenZu(a, fallId);
    const arten = (await akte(fallId)).geschichte.map(({ art }) => art);
    expect(arten.filter((art) => art === 'rueckmeldung_abgewiesen')).toHaveLength(1);
  });

  it('von mehreren gleichzeitigen wird genau eine angenommen', async () => {
    const { fallId } = await mitEinwilligung('gleichzeitig');
    const einmallink = await neuerEinmallink(a, fallId);
    const antworten = await Promise.all(['a', 'b', 'c', 'd'].map((wort) => melde(einmallink, wort)));
    expect(antworten.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404]);
  });

  it('nach dem Widerruf wird abgewiesen und der Inhalt steht nirgends', async () => {
    const { fallId, person, einwilligung } = await mitEinwilligung('widerrufen');
    const einmallink = await neuerEinmallink(a, fallId);
    await widerrufe(person, einwilligung);
    // The signal to the case is still on its way: the consent itself is what counts.
    const bitte = { fallId, eingabe: { leistung: 1 } };
    await expect(a.gib('fm', 'rueckmeldung_anfordern', bitte)).rejects.toMatchObject({ regel: 'V-46' });
    const konferenz = {
      anlass: 'Wie es weitergeht',
      ergebnis: 'Weiter wie bisher',
      teilnehmer: ['fm', 'leistungserbringer'],
      leistungen: [1],
    };
    await expect(a.gib('fm', 'fallkonferenz_fuehren', { fallId, eingabe: konferenz })).rejects.toMatchObject({
      regel: 'V-46',
    });
    const { status, text } = await melde(einmallink, 'Die Person kommt nicht MARKE-WIDERRUFEN');
    expect(status).toBe(422);
    expect(JSON.parse(text)).toMatchObject({ regel: 'V-46' });
    await stelleMeldungenZu(a, fallId);
    expect((await akte(fallId)).geschichte.map(({ art }) => art)).toContain('rueckmeldung_abgewiesen');
    expect(await berichte(fallId)).toBe(0);
    expect(await abzug(a.db)).not.toContain('MARKE-WIDERRUFEN');
    expect(protokoll).not.toContain('MARKE-');
    expect((await melde(einmallink, 'noch einmal MARKE-WIDERRUFEN')).status).toBe(404);
  });

  it('nach der Prüfung „löschen“ liest niemand mehr, was gespeichert war; die Leistung bleibt', async () => {
    const { fallId, person, einwilligung } = await mitEinwilligung('geprueft');
    await melde(await neuerEinmallink(a, fallId), 'Erster Termin MARKE-GEPRUEFT');
    await stelleMeldungenZu(a, fallId);
    expect((await akte(fallId)).leistungen).toMatchObject([{ nummer: 1, austauschErlaubt: true }]);
    await widerrufe(person, einwilligung);
    await stelleMeldungenZu(a, fallId);
    expect(JSON.stringify(await akte(fallId))).toContain('MARKE-GEPRUEFT');
    await a.gib('fm', 'rueckmeldungen_pruefen', { fallId, eingabe: { ergebnis: 'loeschen' } });
    const danach = await akte(fallId);
    expect(JSON.stringify(danach)).not.toContain('MARKE-GEPRUEFT');
    expect(danach.leistungen).toMatchObject([{ nummer: 1, beginnAm: '2026-12-01', austauschErlaubt: false }]);
  });

  it('V-71: gesperrt bleibt gesperrt, auch im Blick zurück auf den Tag, an dem es noch zu lesen war (ADR 70)', async () => {
    app = await neueApp();
    const { fallId, person, einwilligung } = await mitEinwilligung('zurueck');
    await melde(await neuerEinmallink(a, fallId), 'Erster Termin MARKE-ZURUECK');
    await stelleMeldungenZu(a, fallId);
    await widerrufe(person, einwilligung);
    await stelleMeldungenZu(a, fallId);
    a.stelle('2026-12-03T08:00:00Z');
    const damals = async (): Promise<string> => {
      const konto = await a.konto(PERSONAL.fm);
      const abfrage = { stand: '2026-12-01' };
      return JSON.stringify(await frage(a.umgebung, fallroute, { konto, pfad: { fallId }, abfrage }));
    };
    expect(await damals()).toContain('MARKE-ZURUECK');
    await a.gib('fm', 'rueckmeldungen_pruefen', { fallId, eingabe: { ergebnis: 'loeschen' } });
    a.stelle('2026-12-04T08:00:00Z');
    const zurueck = await damals();
    expect(zurueck).toContain('"standVom":"2026-12-01"');
    expect(zurueck).toContain('rueckmeldung_eingegangen');
    expect(zurueck).not.toContain('MARKE-ZURUECK');
    a.stelle(HEUTE);
  });

  it('ein Tag vor der Zuweisung wird nicht angenommen, und der Zugang bleibt', async () => {
    const { fallId } = await mitEinwilligung('vorher');
    const einmallink = await neuerEinmallink(a, fallId);
    const zuFrueh = await melde(einmallink, 'Erster Termin', { tag: '2026-11-30' });
    expect([zuFrueh.status, zuFrueh.text]).toEqual([422, expect.stringContaining('V-74')]);
    expect((await melde(einmallink, 'Erster Termin')).status).toBe(201);
  });

  it('andere lesen weder die Leistung noch, dass es sie gibt', async () => {
    const { fallId } = await mitEinwilligung('fremd');
    const { leistungen, geschichte } = await liesFallansicht(a.umgebung, await a.konto(PERSONAL.tl), fallId);
    expect(leistungen).toEqual([]);
    expect(geschichte.map(({ art }) => art).filter((art) => art.startsWith('leistung'))).toEqual([]);
  });

  it('ohne Einwilligung wird abgewiesen und der Inhalt steht nirgends', async () => {
    const { fallId } = await zugewieseneLeistung(a, 'ohne', erbringer);
    const einmallink = await neuerEinmallink(a, fallId);
    expect(((await sieh(einmallink)).body as { erbeten: string[] }).erbeten).toEqual([]);
    expect((await melde(einmallink, 'Inhalt MARKE-OHNE')).status).toBe(422);
    expect(await berichte(fallId)).toBe(0);
    expect(await abzug(a.db)).not.toContain('MARKE-OHNE');
  });

  it('nur die Datenkategorien der Einwilligung gehen durch, und nur für diesen Leistungserbringer', async () => {
    const { fallId, person } = await zugewieseneLeistung(a, 'kategorie', erbringer);
    await entbinde(a, { person, erbringer: await legeErbringerAn(a) });
    await entbinde(a, { person, erbringer }, { datenkategorien: ['termine'] });
    const einmallink = await neuerEinmallink(a, fallId);
    expect(((await sieh(einmallink)).body as { erbeten: string[] }).erbeten).toEqual(['termine']);
    const { status } = await melde(einmallink, 'Ziel erreicht MARKE-KATEGORIE', { art: 'teilziele' });
    expect(status).toBe(422);
    expect(await berichte(fallId)).toBe(0);
    expect(await abzug(a.db)).not.toContain('MARKE-KATEGORIE');
  });

  it('der Link läuft ab; das Geheimnis selbst ist nirgends gespeichert', async () => {
    const { fallId } = await mitEinwilligung('ablauf');
    const einmallink = await neuerEinmallink(a, fallId);
    expect(await abzug(a.db)).not.toContain(einmallink);
    a.stelle('2026-12-31T22:59:59Z');
    expect((await sieh(einmallink)).status).toBe(200);
    a.stelle('2026-12-31T23:00:00Z');
    expect((await sieh(einmallink)).status).toBe(404);
    expect((await melde(einmallink, 'zu spät')).status).toBe(404);
    a.stelle(HEUTE);
    expect(protokoll).not.toContain(einmallink);
  });

  it('jede Absage an einen Link ist dieselbe, ob es ihn nie gab, ob er verbraucht ist oder abgelaufen', async () => {
    app = await neueApp();
    const { fallId } = await mitEinwilligung('absagen');
    const verbraucht = await neuerEinmallink(a, fallId);
    expect((await melde(verbraucht, 'Erster Termin')).status).toBe(201);
    const { fallId: anderer } = await mitEinwilligung('absagen-2');
    const abgelaufen = await neuerEinmallink(a, anderer);
    const absage = async (frage: request.Test): Promise<object> => {
      const antwort = await frage;
      expect(antwort.headers['referrer-policy']).toBe('no-referrer');
      return { ...(antwort.body as object), status: antwort.status, anfrage: '' };
    };
    const nie = await absage(sieh('x'.repeat(43)));
    expect(nie).toMatchObject({ status: 404, code: 'NICHT_GEFUNDEN' });
    for (const frage of [sieh(verbraucht), melde(verbraucht, 'x'), melde('x'.repeat(43), 'x')])
      expect(await absage(frage)).toEqual(nie);
    a.stelle('2026-12-31T23:00:00Z');
    for (const frage of [sieh(abgelaufen), melde(abgelaufen, 'x')]) expect(await absage(frage)).toEqual(nie);
    a.stelle(HEUTE);
    // Control: it was time alone that closed it.
    expect((await sieh(abgelaufen)).status).toBe(200);
  });

  it.each([
    ['ein fremdes Geheimnis', 'x'.repeat(43), {}, 404],
    ['ein zu kurzes Geheimnis', 'x', {}, 400],
    ['ein unbekanntes Feld', 'x'.repeat(43), { name: 'Demo' }, 400],
    ['ein Abschluss ohne Ergebnis', 'x'.repeat(43), { art: 'abschluss' }, 400],
    ['ein Tag in der Zukunft, wo schon der Zugang nicht gilt', 'x'.repeat(43), { tag: '2026-12-02' }, 404],
  ])('%s', async (...[, einmallink, mehr, erwartet]) => {
    expect((await melde(einmallink, 'Text', mehr)).status).toBe(erwartet);
  });

  it('wer zu oft fragt, wird gebremst; andere Adressen der API nicht', async () => {
    app = await neueApp();
    const antworten: number[] = [];
    for (let n = 0; n < 31; n += 1) antworten.push((await sieh('x'.repeat(43))).status);
    expect(antworten.filter((status) => status === 404)).toHaveLength(30);
    expect(antworten.at(-1)).toBe(429);
    expect((await request(app).get('/api/v1/ich')).status).toBe(401);
  });
});
