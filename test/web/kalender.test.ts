import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { huerdenAuch } from './barrieren.ts';
import { baueHaus, ueberfaelligerFall, type Haus } from './haus.ts';

let haus: Haus;

beforeAll(async () => {
  haus = await baueHaus();
});
afterAll(async () => {
  await haus.beende();
});

describe.each([
  ['mit JavaScript', true],
  ['ohne JavaScript', false],
])('Die eigene Kalenderadresse %s (16.3, ADR 76)', (_, javaScriptEnabled) => {
  it('anlegen, einmal sehen, abholen, erneuern, aufheben', async () => {
    const fallId = await ueberfaelligerFall(haus, `kalender-${String(javaScriptEnabled)}`);
    const { seite, klagen, fremde } = await haus.meldeAn('fm', {
      javaScriptEnabled,
      viewport: { width: 320, height: 640 },
    });
    const pruefe = async (): Promise<void> => {
      expect(await huerdenAuch(seite, javaScriptEnabled)).toEqual([]);
    };
    const status = async (adresse: string): Promise<number> => (await fetch(adresse)).status;
    const abschnitt = seite.getByRole('region', { name: 'Fristen im eigenen Kalender' });
    await seite.goto(`${haus.ort}/konto`);
    await pruefe();
    await abschnitt.getByRole('button', { name: 'Adresse anlegen' }).click();
    const erste = await seite.getByLabel('Kalenderadresse').inputValue();
    expect(erste).toMatch(/^http.+\/kalender\/[\w-]{43}\.ics$/u);
    expect(seite.url()).toBe(`${haus.ort}/konto/kalender`);
    await pruefe();
    const datei = (await (await fetch(erste)).text()).replaceAll(/\r?\n[ \t]/gu, '');
    expect(datei).toMatch(new RegExp(`^UID:T-10-\\d+-${fallId}@lotse\\r?$`, 'mu'));
    await seite.getByRole('link', { name: 'Mein Konto', exact: true }).last().click();
    expect(await abschnitt.innerText()).toContain('Ihre Adresse gilt seit');
    expect(await seite.content()).not.toContain(erste);
    await pruefe();
    await abschnitt.getByRole('button', { name: 'Neue Adresse' }).click();
    const zweite = await seite.getByLabel('Kalenderadresse').inputValue();
    expect([await status(erste), await status(zweite)]).toEqual([404, 200]);
    await seite.goto(`${haus.ort}/konto`);
    await abschnitt.getByRole('button', { name: 'Adresse aufheben' }).click();
    await seite.waitForURL(/\/konto\?kalender=aufgehoben/u);
    expect(await seite.getByRole('status').innerText()).toContain('aufgehoben');
    expect(await status(zweite)).toBe(404);
    await pruefe();
    expect([klagen, fremde]).toEqual([[], []]);
    await seite.context().close();
  });

  it('wer keine Fälle hat, sieht davon nichts', async () => {
    const { seite } = await haus.meldeAn('administration', { javaScriptEnabled });
    await seite.goto(`${haus.ort}/konto`);
    expect(await seite.getByText('Kalenderprogramm').count()).toBe(0);
    await seite.context().close();
  });
});
