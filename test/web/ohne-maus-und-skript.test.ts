import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { fuelle, halteFest, sende } from './formularhand.ts';
import { baueHaus, dreiBedarfe, ueberfaelligerFall, type Haus } from './haus.ts';
import { tastatur } from './tastatur.ts';

const HEUTE: Tag = ortstag(systemuhr.jetzt());
const OHNE_SKRIPT = { javaScriptEnabled: false };

let haus: Haus;

beforeAll(async () => {
  haus = await baueHaus();
});
afterAll(async () => {
  await haus.beende();
});

/** Vorgemerkt and assigned, with what criterion A asks for. */
async function zugeordneterFall(marke: string): Promise<string> {
  const person = await legePersonAn(haus.stand.db, marke);
  await dreiBedarfe(haus, person, plusTage(HEUTE, -40));
  const { fallId } = await haus.rufe('pap', '/faelle', {
    person,
    gruende: 'Mehrere Hemmnisse.',
    erlaeutertAm: HEUTE,
  });
  await haus.rufe('tl', `/faelle/${String(fallId)}/zuordnung`, { fm: PERSONAL.fm });
  return String(fallId);
}

// The contact goes both ways in arbeitsplatz.test.ts.
describe('ohne JavaScript', () => {
  it('T-07: eine Überprüfung, von Heute aus', async () => {
    const fallId = await ueberfaelligerFall(haus, 'skript-ueberpruefung');
    const { seite } = await haus.meldeAn('fm', OHNE_SKRIPT);
    const danach = await halteFest(seite, `/faelle/${fallId}/tun/ueberpruefen`, {
      'kriteriumB.begruendung': 'Drei Hemmnisse wirken weiter zusammen.',
      gruende: 'Die Schulden sind noch nicht geregelt.',
      prognose: 'In sechs Monaten tragfähig.',
      ergebnis: 'fortfuehrung',
    });
    expect(danach).toContain('Festgehalten');
    expect(await seite.locator('.verlauf').innerText()).toContain('In sechs Monaten tragfähig.');
    await seite.context().close();
  });

  it('TR05: eine Vormerkung, von der Liste aus', async () => {
    const person = await legePersonAn(haus.stand.db, 'skript-vormerkung');
    const { seite } = await haus.meldeAn('pap', OHNE_SKRIPT);
    await seite.getByRole('link', { name: 'Vormerkungen', exact: true }).click();
    await seite.getByRole('link', { name: /vormerken/u }).click();
    await fuelle(seite, { person, gruende: 'Mehrere Hemmnisse, die zusammenwirken.', erlaeutertAm: HEUTE });
    await sende(seite);
    expect(await seite.title()).toMatch(/^Fall F-/u);
    await seite.context().close();
  });

  it('AC-01: eine Übernahme: Termin, Gespräch, Entscheidung', async () => {
    const fallId = await zugeordneterFall('skript-uebernahme');
    const { seite } = await haus.meldeAn('fm', OHNE_SKRIPT);
    await halteFest(seite, `/faelle/${fallId}/tun/uebernahmegespraech-vereinbaren`, { termin: HEUTE });
    await halteFest(seite, '/tun/uebernahmegespraech-fuehren', {
      teilnehmer: ['bewerber', 'pap', 'fm'],
      art: 'persoenlich',
    });
    await halteFest(seite, '/tun/zugang-entscheiden', {
      ergebnis: 'uebernahme',
      'kriteriumB.ergebnis': 'ja',
      'kriteriumB.begruendung': 'Drei Hemmnisse wirken zusammen.',
    });
    expect(await seite.getByRole('region', { name: 'Fristen' }).innerText()).toContain('T-06');
    await seite.context().close();
  });
});

describe('mit der Tastatur allein', () => {
  it('T-07: eine Überprüfung, von Heute aus', async () => {
    const fallId = await ueberfaelligerFall(haus, 'tasten-ueberpruefung');
    const { seite } = await haus.meldeAn('fm');
    const hand = tastatur(seite);
    await hand.folge(`/faelle/${fallId}/tun/ueberpruefen`);
    // The cursor stands in the first field that is empty.
    await seite.keyboard.type('Drei Hemmnisse wirken weiter zusammen.');
    await hand.tippe('Gründe der Fortführung', 'Die Schulden sind noch nicht geregelt.');
    await hand.tippe(/^Prognose/u, 'In sechs Monaten tragfähig.');
    await hand.sende();
    expect(await seite.locator('.verlauf').innerText()).toContain('In sechs Monaten tragfähig.');
    await seite.context().close();
  });

  it('TR05: eine Vormerkung, von der Seite der Person aus', async () => {
    const person = await legePersonAn(haus.stand.db, 'tasten-vormerkung');
    const { seite } = await haus.meldeAn('pap');
    const hand = tastatur(seite);
    await hand.folge('/personen');
    await hand.tippe('Name, Geburtsdatum, Kunden- oder Fallnummer', 'tasten-vormerkung');
    await hand.druecke('Enter');
    await seite.getByText('1 Person gefunden').waitFor();
    await hand.folge(`/personen/${person}`);
    await hand.folge('/beginnen/vormerken');
    await hand.tippe('Gründe', 'Mehrere Hemmnisse, die zusammenwirken.');
    await hand.sende();
    expect(await seite.title()).toMatch(/^Fall F-/u);
    await seite.context().close();
  });

  it('AC-01: eine Übernahme: Termin, Gespräch, Entscheidung', async () => {
    const fallId = await zugeordneterFall('tasten-uebernahme');
    const { seite } = await haus.meldeAn('fm');
    const hand = tastatur(seite);
    await hand.folge(`/faelle/${fallId}/tun/uebernahmegespraech-vereinbaren`);
    await hand.tippeTag('Termin', HEUTE);
    await hand.sende();
    await hand.folge('/tun/uebernahmegespraech-fuehren');
    for (const wer of ['die Person', 'Ansprechperson', 'Fallmanagement'])
      await hand.waehle('Teilnehmer', wer);
    await hand.waehle('Art', 'persönlich');
    await hand.sende();
    await hand.folge('/tun/zugang-entscheiden');
    await hand.waehle('Ergebnis', 'Übernahme');
    await hand.waehle('Liegt Kriterium B vor?', 'ja');
    await hand.tippe('Begründung', 'Drei Hemmnisse wirken zusammen.');
    await hand.sende();
    expect(await seite.getByRole('region', { name: 'Fristen' }).innerText()).toContain('T-06');
    await seite.context().close();
  });
});
