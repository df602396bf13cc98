import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pruefeAudit } from '../../ops/audit/pruefe.ts';
import { pruefanker } from '../../tools/probehaus/anker.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { baueOberflaeche, type Oberflaeche } from './oberflaeche.ts';

type Wer = keyof typeof PERSONAL;
type Eintrag = {
  readonly aktion: string;
  readonly fallId: string | null;
  readonly personId: string | null;
  readonly liste: { name: string; zeilen: number; abrufe: number; filter: string[] } | null;
};

const BEGINN = Date.UTC(2026, 11, 1, 8);
const FAELLE = 8;
/** Of the brake (ADR 58). */
const HOECHSTENS = 5;

describe('ein feindliches Konto mit eigenen Rechten hinterlässt eine Spur und stößt an die Grenze (Issue 13, Sicherheit 4)', () => {
  let a: Aufbau;
  let ui: Oberflaeche;
  const faelle: { readonly fallId: string; readonly person: string }[] = [];
  let schritt = 0;

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T07:00:00Z');
    ui = await baueOberflaeche(a);
    for (let nr = 0; nr < FAELLE; nr += 1) {
      const person = await legePersonAn(a.db, `angriff-${String(nr)}`);
      const eingabe = { person, gruende: 'Besprochen am Telefon.' };
      const { fallId } = await a.gib('pap', 'vormerken', { fallId: null, eingabe });
      faelle.push({ fallId, person });
    }
  });
  afterAll(() => a.ende());

  type Antwort = { readonly status: number; readonly body: unknown };
  type Frage = readonly [op: `${'get' | 'post'} /${string}`, rumpf?: object];

  async function frage(wer: Wer, ...[op, rumpf]: Frage): Promise<Antwort> {
    const [methode = '', pfad = ''] = op.split(' ');
    const agent = request(ui.app);
    const kopf = methode === 'get' ? agent.get(`/api/v1${pfad}`) : agent.post(`/api/v1${pfad}`);
    const anfrage = kopf
      .set('Authorization', `Bearer ${ui.tokens.get(wer) ?? ''}`)
      .set('Idempotency-Key', neuerSchluessel().uuid);
    return rumpf === undefined ? anfrage : anfrage.send(rumpf);
  }
  /** One request every four seconds: ten minutes hold 150 of them. */
  function alsAngreifer(...was: Frage): Promise<Antwort> {
    schritt += 1;
    a.stelle(new Date(BEGINN + schritt * 4_000).toISOString().replace('.000', ''));
    return frage('fm2', ...was);
  }
  const zahlIn = ({ body }: { body: unknown }): number => (body as { eintraege: unknown[] }).eintraege.length;

  it('zehn Minuten Notzugriff, Listen und Suchen: alles steht da, mit Zahl und ohne gesuchten Wert', async () => {
    let geoeffnet = 0;
    const verweigert: unknown[] = [];
    for (const { fallId, person } of faelle) {
      expect((await alsAngreifer(`get /personen/${person}`)).status).toBe(403);
      const zugriff = { art: 'notzugriff', fall: fallId, grund: 'Es eilt in dieser Sache.', stunden: 1 };
      const { status, body } = await alsAngreifer('post /zugriffe', zugriff);
      if (status !== 201) {
        verweigert.push(body);
        continue;
      }
      geoeffnet += 1;
      expect((await alsAngreifer(`get /faelle/${fallId}`)).status).toBe(200);
    }
    const gezeigt = { personen: 0, faelle: 0 };
    for (let nr = 0; nr < 20; nr += 1) {
      const nummer = `47110${String(nr).padStart(3, '0')}`;
      gezeigt.personen += zahlIn(await alsAngreifer('post /personen/suche', { kundennummer: nummer }));
    }
    for (const offset of [0, 10, 20, 30])
      gezeigt.faelle += zahlIn(await alsAngreifer(`get /faelle?limit=10&offset=${String(offset)}`));
    for (const pfad of ['meine-fristen', 'eingang']) await alsAngreifer(`get /arbeitslisten/${pfad}`);
    expect(schritt).toBeLessThan(150);

    expect(geoeffnet).toBe(HOECHSTENS);
    expect(verweigert).toHaveLength(FAELLE - HOECHSTENS);
    expect(verweigert[0]).toMatchObject({ code: 'REGEL', regel: 'DS-29' });

    const { status, body } = await frage('datenschutz', `get /protokoll?konto=${PERSONAL.fm2}&limit=100`);
    expect(status).toBe(200);
    const { eintraege } = body as { eintraege: Eintrag[] };
    const mit = (aktion: string): Eintrag[] => eintraege.filter((e) => e.aktion === aktion);
    expect(mit('notzugriff_begonnen')).toHaveLength(HOECHSTENS);
    expect(mit('zugriff_verweigert')).toHaveLength(FAELLE - HOECHSTENS);
    expect(new Set(mit('texte_gelesen').map(({ fallId }) => fallId)).size).toBe(HOECHSTENS);
    expect(new Set(mit('einsicht_verweigert').map(({ personId }) => personId))).toEqual(
      new Set(faelle.map(({ person }) => person)),
    );
    const listen = mit('liste_gelesen').flatMap(({ liste }) => (liste === null ? [] : [liste]));
    const von = (name: string) => listen.filter((liste) => liste.name === name);
    // Twenty numbers tried are twenty searches, four pages of one list are one.
    expect(von('Personen')).toHaveLength(20);
    expect(von('Personen').every(({ filter }) => filter.join() === 'kundennummer')).toBe(true);
    expect(von('Personen').reduce((summe, { zeilen }) => summe + zeilen, 0)).toBe(gezeigt.personen);
    expect(von('Fälle')).toEqual([{ name: 'Fälle', zeilen: gezeigt.faelle, abrufe: 4, filter: [] }]);
    expect(von('Meine Fristen')).toHaveLength(1);
    expect(von('Eingang')).toHaveLength(1);
    expect(JSON.stringify(eintraege)).not.toContain('47110');
  });

  it('der Datenschutz findet, wer eine Nummer gesucht hat; die Gesuchte wird sonst niemandem genannt, und die Kette hält', async () => {
    const gefragt = { feld: 'kundennummer', wert: '47110007' };
    const { body } = await frage('datenschutz', 'post /protokoll/suche', gefragt);
    expect((body as { eintraege: unknown[] }).eintraege).toMatchObject([{ wer: { id: PERSONAL.fm2 } }]);
    for (const wer of ['fm2', 'tl', 'bereichsleitung', 'administration'] as const) {
      expect((await frage(wer, 'post /protokoll/suche', gefragt)).status).toBe(403);
      expect((await frage(wer, 'get /protokoll')).status).toBe(403);
    }
    const { ankerziel, ankerschluessel } = pruefanker();
    expect((await pruefeAudit(a.db, ankerziel, ankerschluessel.pruefung)).befunde).toEqual([]);
  });
});
