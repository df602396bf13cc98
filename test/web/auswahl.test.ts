import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERBRINGER } from '../support/leistungsfall.ts';
import { huerden } from './barrieren.ts';
import { fuelle, sende } from './formularhand.ts';
import { baueHaus, type Haus } from './haus.ts';
import { fallMitPlan } from './planfall.ts';

let haus: Haus;
let fallId: string;
let erbringer: string;

beforeAll(async () => {
  haus = await baueHaus();
  fallId = await fallMitPlan(haus, 'auswahl-plan');
  erbringer = String((await haus.rufe('koordinator', '/leistungserbringer', ERBRINGER))['id']);
});
afterAll(async () => {
  await haus.beende();
});

describe('Was ein Fall zählt, wird gewählt statt getippt', () => {
  it('TR26, T-17: das Teilziel steht mit seinen Worten zur Wahl, ohne JavaScript; erreicht ist es nicht mehr zu ändern', async () => {
    const { seite, klagen } = await haus.meldeAn('fm', { javaScriptEnabled: false });
    const ort = `${haus.ort}/faelle/${fallId}/tun`;
    await seite.goto(`${ort}/teilziel-stand-festhalten`);
    const wahl = seite.getByLabel('Teilziel', { exact: true });
    const zweites = 'Nr. 2: Unterlagen 2 sammeln und zur Beratungsstelle bringen (offen)';
    expect(await wahl.locator('option').allInnerTexts()).toContain(zweites);
    await wahl.selectOption({ label: zweites });
    await fuelle(seite, { status: 'erreicht', zwischenstand: 'Alle Unterlagen liegen vor.' });
    await sende(seite);
    await seite.goto(`${ort}/teilziel-anpassen`);
    const offene = await wahl.locator('option').allInnerTexts();
    expect(offene.map((name) => name.slice(0, 5))).toEqual(['Bitte', 'Nr. 1', 'Nr. 3']);
    // An agreement names any of them; after a refusal they stay ticked.
    await seite.goto(`${ort}/vereinbarung-fortschreiben`);
    await fuelle(seite, { 'anpassung.teilziele': ['1', '2'] });
    await expect(sende(seite)).rejects.toThrow();
    expect(await seite.getByLabel(/^Nr\. 2: .*\(erreicht\)$/u).isChecked()).toBe(true);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('TR34: die Leistung steht mit Art und Stand zur Wahl; ohne eine bleibt das Feld für die Nummer', async () => {
    const { seite } = await haus.meldeAn('fm');
    const ort = `${haus.ort}/faelle/${fallId}/tun/leistung-beginnen`;
    await seite.goto(ort);
    expect(await seite.locator('input[inputmode="numeric"][name="leistung"]').count()).toBe(1);
    await haus.rufe('fm', `/faelle/${fallId}/leistungen`, {
      leistungsart: 'nr_2',
      erbringer,
      bedarf: 'Überschuldung',
      erforderlichkeit: 'Pfändungen verhindern die Arbeitsaufnahme.',
      vorrangpruefung: 'Andere Träger leisten hier nicht.',
    });
    await seite.goto(ort);
    const wahl = seite.locator('select[name="leistung"]');
    const namen = await wahl.locator('option').allInnerTexts();
    expect(namen[1]).toMatch(/^Leistung 1: Nr\. 2 Schuldnerberatung \(zugewiesen am \d\d\.\d\d\.\d{4}\)$/u);
    await wahl.selectOption('1');
    await sende(seite);
    await seite.goto(ort);
    expect((await wahl.locator('option').allInnerTexts())[1]).toMatch(/\(läuft seit \d\d\.\d\d\.\d{4}\)$/u);
    for (const formular of ['leistung-beginnen', 'teilziel-anpassen', 'vereinbarung-fortschreiben']) {
      await seite.goto(`${haus.ort}/faelle/${fallId}/tun/${formular}`);
      expect(await huerden(seite)).toEqual([]);
    }
    await seite.context().close();
  });
});

describe('Leistungserbringer, die nicht in die Liste passen', () => {
  it('E23: finden sich im Formular nach Teilen des Namens, ohne JavaScript', async () => {
    for (let nummer = 100; nummer < 201; nummer += 1)
      await haus.rufe('koordinator', '/leistungserbringer', {
        ...ERBRINGER,
        name: `Anlauf ${String(nummer)}`,
      });
    const gesucht = await haus.rufe('koordinator', '/leistungserbringer', {
      ...ERBRINGER,
      name: 'Zuflucht Süd, Schuldnerhilfe',
    });
    const id = String(gesucht['id']);
    const { seite } = await haus.meldeAn('fm', { javaScriptEnabled: false });
    await seite.goto(`${haus.ort}/faelle/${fallId}/tun/leistung-zuweisen`);
    const wahl = seite.locator('select[name="erbringer"]');
    expect(await wahl.locator(`option[value="${id}"]`).count()).toBe(0);
    await fuelle(seite, { bedarf: 'Überschuldung' });
    await seite.getByLabel(/: Name suchen$/u).fill('sued zuflucht');
    await seite.getByRole('button', { name: 'Suchen' }).click();
    await seite.getByText('1 gefunden').waitFor();
    await wahl.selectOption(id);
    await fuelle(seite, {
      leistungsart: 'nr_2',
      erforderlichkeit: 'Pfändungen verhindern die Arbeitsaufnahme.',
      vorrangpruefung: 'Andere Träger leisten hier nicht.',
    });
    expect(await seite.locator('[name="bedarf"]').inputValue()).toBe('Überschuldung');
    await sende(seite);
    await seite.context().close();
  });
});
