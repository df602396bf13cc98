import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const HEUTE = '2026-12-01';
const LINK = 'https://video.example/raum-4711';

describe('Uhrzeit, Ort und Minuten von Gesprächen (E27; TR10, TR12, TR54; 003 Kap. 7)', () => {
  let a: Aufbau;
  let fallId: string;

  const letztes = async (art: string): Promise<Fallansicht['geschichte'][number] | undefined> => {
    const { geschichte } = await liesFallansicht(a.umgebung, await a.konto(PERSONAL.fm), fallId);
    return geschichte.findLast((e) => e.art === art);
  };

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    ({ fallId } = await a.merkeVor('gespraechsangaben'));
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
  });
  afterAll(() => a.ende());

  it('ein geplantes Gespräch sagt wann, wie lange und wo; der Link steht als Text der Akte da', async () => {
    const eingabe = {
      termin: '2026-12-08',
      uhrzeit: '09:30',
      dauerMinuten: 60,
      ort: 'video',
      videolink: LINK,
    };
    await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe });
    const ereignis = await letztes('uebernahmegespraech_vereinbart');
    expect(ereignis?.angaben).toMatchObject({ uhrzeit: '09:30', dauerMinuten: 60, ort: 'video' });
    expect(JSON.stringify(ereignis?.angaben)).not.toContain(LINK);
    expect(ereignis?.texte).toContainEqual({ feld: 'videolink', klasse: 'K1', text: LINK });
  });

  it('ein geführtes Gespräch sagt, wie lange es dauerte und vorbereitet wurde', async () => {
    const minuten = { dauerMinuten: 75, vorbereitungMinuten: 30 };
    const eingabe = { art: 'persoenlich', teilnehmer: ['bewerber', 'pap', 'fm'], ...minuten };
    await a.gib('fm', 'uebernahmegespraech_fuehren', { fallId, eingabe });
    expect((await letztes('uebernahmegespraech_gefuehrt'))?.angaben).toMatchObject(minuten);
  });

  it('was niemand sagt, fehlt wie vor der Neuerung', async () => {
    await a.gib('fm', 'kontakt_erfassen', { fallId, eingabe: { status: 'durchgefuehrt' } });
    const angaben = (await letztes('kontakt_erfasst'))?.angaben ?? {};
    for (const feld of ['uhrzeit', 'ort', 'dauerMinuten', 'vorbereitungMinuten'])
      expect(Object.keys(angaben)).not.toContain(feld);
  });

  it('001 7.1: zu einer Abweisung gehört kein Grund der Übernahme', async () => {
    const urteil = { ergebnis: 'ja', begruendung: 'Mehrere Problemlagen verstärken sich gegenseitig.' };
    const eingabe = { kriteriumB: urteil, uebernahmegrund: 'mehrere_problemlagen' };
    const abweisung = { ...eingabe, ergebnis: 'abweisung', grund: 'sonstiges', begruendung: 'Es geht ohne.' };
    const gebe = (e: object): Promise<unknown> => a.gib('fm', 'zugang_entscheiden', { fallId, eingabe: e });
    await expect(gebe({ ...abweisung, besprochenAm: HEUTE })).rejects.toMatchObject({ regel: 'TR15' });
  });
});
