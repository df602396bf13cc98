import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erteileEinwilligung } from '../../api/einwilligungen/faelle.ts';
import { erfasseHandlungsbedarf } from '../../api/personen/bedarfsfaelle.ts';
import { legeRingFest, meldeAbwesenheit } from '../../api/personal/vertretungsfaelle.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { mitAkteur } from '../../db/client.ts';
import { protokoll } from '../../db/schema/index.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { BESTAND } from '../support/bestand.ts';
import { FACHDIENST } from '../support/einwilligung.ts';
import { oeffneSeiten, type Seitenhaus } from '../support/seiten/haus.ts';
import { verweiseIn } from '../support/seiten/gang.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const { fm, fm2, fm3 } = PERSONAL;

describe('Akte, wie sie am Ende eines Tages war (V-71)', () => {
  let a: Aufbau;
  let haus: Seitenhaus;
  let fallId: string;

  beforeAll(async () => {
    a = await baueAuf('2026-03-02T08:00:00Z');
    haus = await oeffneSeiten(a.umgebung);
    ({ fallId } = await a.merkeVor('rueckblick'));
    a.stelle('2026-03-04T08:00:00Z');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm } });
    // Half past eleven in the evening by the clock on the wall.
    a.stelle('2026-03-05T22:30:00Z');
    const eingabe = { fm: fm2, grund: 'Längere Abwesenheit.', warmeUebergabeAm: '2026-03-05' };
    await a.gib('tl', 'fm_wechseln', { fallId, eingabe });
    // Half past midnight by the clock on the wall: the 6th.
    a.stelle('2026-03-05T23:30:00Z');
    await a.gib('fm2', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: '2026-03-13' } });
    a.stelle('2026-03-10T08:00:00Z');
  });
  afterAll(async () => {
    haus.stop();
    await a.ende();
  });

  const akte = async (wer: keyof typeof PERSONAL, stand?: string): Promise<Fallansicht> =>
    frage(a.umgebung, fallroute, {
      konto: await a.konto(PERSONAL[wer]),
      pfad: { fallId },
      abfrage: stand === undefined ? {} : { stand },
    });
  const seite = (wer: keyof typeof PERSONAL, stand: string) =>
    haus.rufe(PERSONAL[wer], `/faelle/${fallId}?stand=${stand}`);

  it.each([
    ['2026-03-02', 'vorgemerkt', null, 'vorgemerkt'],
    ['2026-03-03', 'vorgemerkt', null, 'vorgemerkt'],
    ['2026-03-04', 'zugeordnet', fm, 'zugeordnet'],
    ['2026-03-05', 'zugeordnet', fm2, 'fm_gewechselt'],
    ['2026-03-06', 'uebernahme_terminiert', fm2, 'uebernahmegespraech_vereinbart'],
  ])('am Ende des %s: %s', async (tag, zustand, ...[wer, letztes]) => {
    const { standVom, geschichte, ...damals } = await akte('tl', tag);
    const arten = geschichte.map(({ art }) => art).filter((art) => !art.startsWith('frist'));
    expect({ standVom, zustand: damals.zustand, fm: damals.fm?.id ?? null, letztes: arten.at(-1) }).toEqual({
      standVom: tag,
      zustand,
      fm: wer,
      letztes,
    });
  });

  it('Fristen stehen mit dem Tag von damals da, überfällig nach damals; der heutige Tag ist die Akte von heute', async () => {
    const offene = ({ fristen }: Fallansicht): string[] =>
      fristen
        .filter(({ offen }) => offen)
        .map(({ id, faellig, ueberfaellig }) => `${id} ${faellig} ${String(ueberfaellig)}`);
    const amAnfang = offene(await akte('tl', '2026-03-02'));
    expect(amAnfang.length).toBeGreaterThan(0);
    expect(amAnfang.filter((frist) => frist.endsWith('true'))).toEqual([]);
    expect(amAnfang).not.toEqual(offene(await akte('tl')));
    const [heute, jetzt] = [await akte('tl', '2026-03-10'), await akte('tl')];
    expect(offene(heute)).toEqual(offene(jetzt));
    expect({ ...heute, standVom: null, fristen: [], bedarfsgemeinschaft: [] }).toEqual({
      ...jetzt,
      fristen: [],
      bedarfsgemeinschaft: [],
    });
  });

  it('die Rechte sind die von heute: wer damals führte, liest heute nicht mehr, und wer heute führt, liest auch, was vorher war', async () => {
    await expect(akte('fm', '2026-03-04')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect((await akte('fm2', '2026-03-04')).fm?.id).toBe(fm);
    expect((await seite('fm', '2026-03-04')).status).toBe(403);
    await expect(akte('fm3', '2026-03-04')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(fm3).not.toBe(fm);
  });

  it.each([
    ['2026-03-01', 'Am 01.03.2026 gab es diesen Fall noch nicht.'],
    ['2026-03-11', 'Der 11.03.2026 liegt in der Zukunft; die Akte gibt es nur bis heute.'],
  ])('%s: ein Satz mit seiner Regel', async (tag, satz) => {
    await expect(akte('tl', tag)).rejects.toMatchObject({ code: 'REGEL', regel: 'V-71', message: satz });
    const { status, html } = await seite('tl', tag);
    expect(status).toBe(422);
    expect(html).toContain(`${satz} (V-71)`);
    expect(html).toContain('name="stand"');
    // Whoever may not see the case learns nothing of its days.
    expect((await seite('fm', tag)).status).toBe(403);
  });

  it('kein Tag: die Frage noch einmal', async () => {
    for (const falsch of ['gestern', '2026-02-30', '1994-01-01'])
      expect((await seite('tl', falsch)).status).toBe(400);
    await expect(akte('tl', 'gestern')).rejects.toThrow();
  });

  it('die Seite sagt, dass sie nicht die heutige ist, führt zurück und bietet nichts an', async () => {
    const { status, html } = await seite('fm2', '2026-03-04');
    expect(status).toBe(200);
    expect(html).toContain('Stand zum 04.03.2026 – nicht der heutige');
    expect(html).toContain('Demo Fallmanagement 1');
    const orte = verweiseIn(html, `/faelle/${fallId}`).map(({ ort }) => ort);
    expect(orte).toContain(`/faelle/${fallId}`);
    expect(orte.filter((ort) => ort.includes('/tun/') || ort.includes('/fristen/'))).toEqual([]);
    const heutige = await haus.rufe(fm2, `/faelle/${fallId}`);
    expect(heutige.html).toContain('name="stand"');
    expect(heutige.html).not.toContain('nicht der heutige');
    expect((await seite('fm2', '2026-03-10')).html).toContain('id="tun"');
  });
});

describe('Woran an einem Tag gearbeitet wurde, und wer es liest (V-66, V-71, DS-29)', () => {
  let a: Aufbau;
  let fallId: string;

  const erfasse = async (person: string, bezeichnung: string): Promise<string> => {
    const rumpf = { schluesselgruppe: 'rahmenbedingungen', bezeichnung, erkanntAm: '2026-11-30' } as const;
    const auftrag = {
      id: person,
      schluessel: neuerSchluessel(),
      rumpf: { ...rumpf, massgeblichFuerUebergabe: false },
    };
    return (await erfasseHandlungsbedarf(a.umgebung, await a.konto(fm), auftrag)).id;
  };

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    const person = await legePersonAn(a.db, 'rueckblick-planung');
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', {
      fallId: null,
      eingabe: { person, bestand: BESTAND },
    }));
    const zweckHb = await erfasse(person, 'Wohnraum');
    const eingabe = { freiwilligkeitErklaertAm: '2026-12-01' };
    await a.gib('fm', 'assessment_beginnen', { fallId, eingabe });
    await erteileEinwilligung(a.umgebung, await a.konto(fm), {
      id: person,
      schluessel: neuerSchluessel(),
      rumpf: { ...FACHDIENST, erteiltAm: '2026-12-01' },
    });
    await a.gib('fm', 'gutachten_einleiten', { fallId, eingabe: { art: 'aerztlich' } });
    await a.gib('fm', 'gutachten_unterlagen_erfassen', { fallId, eingabe: {} });
    const eintrag = { aussage: 'tatsache', reaktionKunde: 'bestaetigt', zweckHb } as const;
    await a.gib('fm', 'assessment_eintrag_erfassen', {
      fallId,
      eingabe: { ...eintrag, bereich: 'gesundheit', quelle: 'gutachten', text: 'Höchstens vier Stunden.' },
    });
    a.stelle('2026-12-03T08:00:00Z');
    await erfasse(person, 'Schulden');
    await legeRingFest(a.umgebung, await a.konto(PERSONAL.tl), {
      id: TEAM,
      schluessel: neuerSchluessel(),
      rumpf: { version: 0, mitglieder: [fm, fm2] },
    });
    await meldeAbwesenheit(a.umgebung, await a.konto(PERSONAL.tl), {
      id: fm,
      schluessel: neuerSchluessel(),
      rumpf: { von: '2026-12-03', bis: '2026-12-04', grund: 'geplant' },
    });
  });
  afterAll(() => a.ende());

  const am = async (wer: keyof typeof PERSONAL, stand: string): Promise<Fallansicht> =>
    frage(a.umgebung, fallroute, {
      konto: await a.konto(PERSONAL[wer]),
      pfad: { fallId },
      abfrage: { stand },
    });
  const bedarfe = ({ planung }: Fallansicht): string[] | null =>
    planung === null ? null : planung.handlungsbedarfe.map(({ bezeichnung }) => bezeichnung).toSorted();

  it('Handlungsbedarfe stehen da, sobald sie erfasst waren, nicht ab dem Tag, an dem sie erkannt wurden', async () => {
    expect(bedarfe(await am('fm', '2026-12-02'))).toEqual(['Wohnraum']);
    expect(bedarfe(await am('fm', '2026-12-03'))).toEqual(['Schulden', 'Wohnraum']);
  });

  it('pAp und Teamleitung lesen davon nichts, die Vertretung keinen Text aus K4, und jeder Blick steht im Protokoll', async () => {
    expect(bedarfe(await am('pap', '2026-12-02'))).toBeNull();
    expect(bedarfe(await am('tl', '2026-12-02'))).toBeNull();
    const texte = async (wer: keyof typeof PERSONAL): Promise<string> =>
      JSON.stringify(await am(wer, '2026-12-02'));
    expect(await texte('fm')).toContain('Höchstens vier Stunden.');
    expect(await texte('fm2')).toContain('Wohnraum');
    for (const wer of ['fm2', 'pap', 'tl'] as const)
      expect(await texte(wer)).not.toContain('Höchstens vier Stunden.');
    const klassen = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx
        .select({ wer: protokoll.akteurId, klassen: protokoll.klassen })
        .from(protokoll)
        .where(and(eq(protokoll.fallId, fallId), eq(protokoll.aktion, 'texte_gelesen'))),
    );
    const gelesen = (wer: string): (readonly string[] | null)[] =>
      klassen.filter((zeile) => zeile.wer === wer).map((zeile) => zeile.klassen);
    expect(gelesen(fm).at(-1)).toEqual(expect.arrayContaining(['K3', 'K4']));
    expect(gelesen(fm2).every((k) => k?.includes('K3') === true && !k.includes('K4'))).toBe(true);
    expect([gelesen(fm2).length, gelesen(PERSONAL.pap).length]).toEqual([2, 0]);
  });
});
