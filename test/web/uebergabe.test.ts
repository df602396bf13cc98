import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { tagAusgeschrieben } from '../../web/kern/datum.ts';
import { huerden } from './barrieren.ts';
import { sende } from './formularhand.ts';
import { baueHaus, wartenderFall, type Haus } from './haus.ts';

const HEUTE: Tag = ortstag(systemuhr.jetzt());

let haus: Haus;
beforeAll(async () => {
  haus = await baueHaus();
});
afterAll(async () => {
  await haus.beende();
});

const uebergabe = async (seite: Page, fallId: string): Promise<Page> => {
  await seite.goto(`${haus.ort}/faelle/${fallId}`);
  await seite.getByRole('link', { name: 'Übergabe und Rückgabe' }).click();
  await seite.getByRole('heading', { level: 1, name: 'Übergabe und Rückgabe' }).waitFor();
  return seite;
};

/** What stands beside each name on the page. */
const angaben = async (seite: Page): Promise<string> =>
  (await seite.locator('main').innerText()).replaceAll(/\s+/gu, ' ');

/** UID, SEQUENCE, STATUS of the newest invitation to an address. */
async function einladung(an: string): Promise<readonly string[]> {
  const mails = haus.stand.postfach.nachrichten().filter(({ roh }) => roh.includes(`To: ${an}`));
  const { attachments } = await PostalMime.parse(mails.at(-1)?.roh ?? '');
  const teil = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (teil === undefined || typeof teil.content === 'string') return [];
  return gelesen(new TextDecoder().decode(teil.content));
}

function gelesen(text: string): readonly string[] {
  const eintrag = ICAL.Component.fromString(text).getFirstSubcomponent('vevent');
  return ['uid', 'sequence', 'status'].map((name) => String(eintrag?.getFirstPropertyValue(name)));
}

describe('Übergabe: beide Seiten bestätigen, und ihre Kalender wissen es (TR10, TR11, TR65)', () => {
  it('der Vorschlag lädt ein, die Bestätigung und der neue Termin ändern denselben Eintrag', async () => {
    const fallId = await wartenderFall(haus, 'uebergabe');
    await haus.rufe('tl', `/faelle/${fallId}/zuordnung`, { fm: PERSONAL.fm });
    const termin = plusTage(HEUTE, 3);
    await haus.rufe('fm', `/faelle/${fallId}/uebernahmegespraech/termin`, { termin, uhrzeit: '10:00' });

    const { seite } = await haus.meldeAn('pap');
    await uebergabe(seite, fallId);
    expect(await angaben(seite)).toContain('Bestätigt von der abgebenden Stelle steht noch aus');
    await seite.getByRole('link', { name: 'Termin bestätigen' }).click();
    expect(await seite.getByLabel('Termin', { exact: true }).isChecked()).toBe(true);
    await sende(seite);
    await uebergabe(seite, fallId);
    expect(await angaben(seite)).toContain('Stand ✓ von beiden bestätigt');
    // Its own side has nothing left to confirm.
    expect(await seite.getByRole('link', { name: 'Termin bestätigen' }).count()).toBe(0);
    const kennung = `uebernahme-1-${fallId}@lotse`;
    const [download] = await Promise.all([
      seite.waitForEvent('download'),
      seite.getByRole('link', { name: 'In den Kalender' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('termin.ics');
    const datei = await readFile(await download.path(), 'utf8');
    expect(gelesen(datei)).toEqual([kennung, '1', 'CONFIRMED']);
    expect(await huerden(seite)).toEqual([]);

    const neu = plusTage(HEUTE, 4);
    await haus.rufe('pap', `/faelle/${fallId}/uebernahmegespraech/verlegung`, {
      termin: neu,
      grund: 'Der Raum ist belegt.',
    });
    await vi.waitFor(
      async () => {
        expect(await einladung('fm@jobcenter.example')).toEqual([kennung, '2', 'TENTATIVE']);
      },
      { timeout: 30_000, interval: 500 },
    );
    const fm = await haus.meldeAn('fm');
    await uebergabe(fm.seite, fallId);
    const jetzt = await angaben(fm.seite);
    expect(jetzt).toContain('Bestätigt vom Fallmanagement steht noch aus');
    expect(jetzt).toContain(`Termin ${tagAusgeschrieben(neu)}`);
    await fm.seite.getByRole('link', { name: 'Termin bestätigen' }).waitFor();
    expect([...fm.klagen, ...fm.fremde]).toEqual([]);
  });

  it('vorher steht da, was kommt', async () => {
    const fallId = await wartenderFall(haus, 'uebergabe-leer');
    const { seite } = await haus.meldeAn('tl');
    await uebergabe(seite, fallId);
    expect(await angaben(seite)).toContain('Noch nichts vereinbart.');
    expect(await seite.getByRole('link', { name: 'In den Kalender' }).count()).toBe(0);
  });
});
