import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { huerdenAuch } from './barrieren.ts';
import { baueHaus, type Haus } from './haus.ts';

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
])('Mails wählen %s (Issue 16.3, ADR 75)', (_, javaScriptEnabled) => {
  it('im Konto nachsehen, Überfälliges abwählen wollen, den Satz lesen, anders wählen', async () => {
    const { seite, klagen, fremde } = await haus.meldeAn(javaScriptEnabled ? 'fm' : 'tl', {
      javaScriptEnabled,
      viewport: { width: 320, height: 640 },
    });
    const pruefe = async (): Promise<void> => {
      expect(await huerdenAuch(seite, javaScriptEnabled)).toEqual([]);
    };
    await seite.goto(`${haus.ort}/konto`);
    const mails = seite.getByRole('region', { name: 'Mails' });
    expect(await mails.innerText()).toContain('einmal am Tag, morgens');
    await pruefe();
    await mails.getByRole('link', { name: 'Mails wählen' }).click();
    const frage = (worum: string) => seite.getByRole('group', { name: worum });
    expect(await frage('Eine Frist ist überfällig').getByLabel('sofort', { exact: true }).isChecked()).toBe(
      true,
    );
    await frage('Eine Frist läuft bald ab').getByLabel('keine Mail').check();
    await frage('Eine Frist ist überfällig').getByLabel('keine Mail').check();
    await seite.getByRole('button', { name: 'Festhalten', exact: true }).last().click();
    expect(await seite.getByRole('alert').innerText()).toContain('immer auch per Mail');
    expect(await seite.title()).toMatch(/^Fehler:/u);
    await pruefe();
    await frage('Eine Frist ist überfällig').getByLabel('einmal am Tag').check();
    await seite.getByRole('button', { name: 'Festhalten', exact: true }).last().click();
    await seite.waitForURL(/\/konto\?festgehalten=aendereMailwahl/u);
    expect(await mails.innerText()).toContain('keine Mail');
    expect(await mails.innerText()).not.toContain('sofort\n');
    await pruefe();
    expect([klagen, fremde]).toEqual([[], []]);
    await seite.context().close();
  });
});
