import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { tagMitWochentag } from '../../web/kern/datum.ts';
import { huerdenAuch } from './barrieren.ts';
import { baueHaus, ueberfaelligerFall, type Haus } from './haus.ts';

const HEUTE: Tag = ortstag(systemuhr.jetzt());
/** One word longer than a telephone is wide, and 200 characters in all. */
const LANG = `${'Rechtsschutzversicherungsgesellschaft'.repeat(3)} ${'wegen der Raten anrufen '.repeat(4)}`
  .padEnd(200, 'x')
  .slice(0, 200);

let haus: Haus;

beforeAll(async () => {
  haus = await baueHaus();
});
afterAll(async () => {
  await haus.beende();
});

const abschnitt = (seite: Page) => seite.getByRole('region', { name: 'Meine Wiedervorlagen' });

async function lege(seite: Page, { tag, satz }: { tag: Tag; satz: string }): Promise<void> {
  const hier = abschnitt(seite);
  await hier.getByText('Eigene Wiedervorlage anlegen').click();
  await hier.locator('#wiedervorlage-tag').fill(tag);
  await hier.getByLabel('Woran wollen Sie sich erinnern?').fill(satz);
  await hier.getByRole('button', { name: 'Wiedervorlage anlegen' }).click();
}

/** How many duties and how many reminders the heading of a group on Heute says there are. */
const ueberschrift = (seite: Page, gruppe: string): Promise<string> =>
  seite.locator('.fristgruppe h2', { hasText: gruppe }).innerText();

describe.each([
  ['mit JavaScript', true],
  ['ohne JavaScript', false],
])('Eigene Wiedervorlagen %s (Issue 15.3, ADR 72)', (wie, javaScriptEnabled) => {
  /** Nothing is in anybody's way. */
  const pruefe = async (seite: Page): Promise<void> => {
    expect(await huerdenAuch(seite, javaScriptEnabled)).toEqual([]);
  };

  it('eine anlegen, auf Heute sehen, ohne dass die Zahl der Fristen steigt, dort erledigen', async () => {
    const fallId = await ueberfaelligerFall(haus, `wiedervorlage-${String(javaScriptEnabled)}`);
    const { seite, klagen, fremde } = await haus.meldeAn('fm', { javaScriptEnabled });
    const vorher = await ueberschrift(seite, 'Überfällig');
    await seite.goto(`${haus.ort}/faelle/${fallId}`);
    expect(await abschnitt(seite).innerText()).toContain('Keine.');
    const satz = `Nach der Schuldnerberatung fragen, ${wie}`;
    await lege(seite, { tag: HEUTE, satz });
    await seite.waitForURL(/festgehalten=legeEigeneWiedervorlageAn/u);
    expect(await abschnitt(seite).innerText()).toContain(satz);
    await pruefe(seite);
    await seite.goto(haus.ort);
    expect(await ueberschrift(seite, 'Überfällig')).toBe(vorher);
    expect(await ueberschrift(seite, '● Heute')).toContain('1 eigene Wiedervorlage');
    const zeile = seite.locator('.pflicht', { hasText: satz });
    expect(await zeile.innerText()).toContain('Eigene Wiedervorlage');
    await pruefe(seite);
    await zeile.getByRole('button', { name: 'Erledigt' }).click();
    await seite.waitForURL(/\/\?festgehalten=erledigeEigeneWiedervorlage/u);
    expect(await seite.getByText(satz).count()).toBe(0);
    await seite.goto(`${haus.ort}/faelle/${fallId}`);
    expect(await abschnitt(seite).innerText()).toContain('Keine.');
    expect([klagen, fremde]).toEqual([[], []]);
    await seite.context().close();
  });

  it('am Fall verschieben und erledigen; was nicht geht, kommt mit seinem Satz zurück (V-74)', async () => {
    const fallId = await ueberfaelligerFall(haus, `verschieben-${String(javaScriptEnabled)}`);
    const { seite } = await haus.meldeAn('fm', { javaScriptEnabled });
    await seite.goto(`${haus.ort}/faelle/${fallId}`);
    await lege(seite, { tag: plusTage(HEUTE, -1), satz: LANG });
    expect(await seite.getByRole('alert').innerText()).toContain('V-74');
    expect(await seite.title()).toMatch(/^Fehler: /u);
    // No reason makes a day that is over come again.
    expect(await seite.getByText('Begründung').count()).toBe(0);
    expect(await seite.getByLabel('Woran wollen Sie sich erinnern?').inputValue()).toBe(LANG);
    await pruefe(seite);
    await seite.getByLabel('Woran wollen Sie sich erinnern?').fill(`${LANG}x`);
    await seite.getByRole('button', { name: 'Festhalten', exact: true }).last().click();
    expect(await seite.getByRole('alert').innerText()).toContain('Höchstens 200 Zeichen');
    await pruefe(seite);
    await seite.getByLabel('Woran wollen Sie sich erinnern?').fill(LANG);
    await seite.getByLabel('Tag', { exact: true }).fill(plusTage(HEUTE, 3));
    await seite.getByRole('button', { name: 'Festhalten', exact: true }).last().click();
    await seite.waitForURL(/festgehalten=/u);
    await pruefe(seite);
    const zeile = abschnitt(seite).getByRole('row', { name: /Rechtsschutz/u });
    expect(await zeile.innerText()).toContain(tagMitWochentag(plusTage(HEUTE, 3)));
    await zeile.getByRole('link', { name: 'Verschieben' }).click();
    const tag = seite.getByLabel('Tag', { exact: true });
    expect(await tag.inputValue()).toBe(plusTage(HEUTE, 3));
    expect(await seite.locator('main').innerText()).toContain('Rechtsschutz');
    await pruefe(seite);
    await tag.fill(plusTage(HEUTE, 40));
    await seite.getByRole('button', { name: 'Festhalten', exact: true }).last().click();
    await seite.waitForURL(/festgehalten=verschiebeEigeneWiedervorlage/u);
    expect(await zeile.innerText()).toContain(tagMitWochentag(plusTage(HEUTE, 40)));
    await zeile.getByRole('button', { name: 'Erledigt' }).click();
    await seite.waitForURL(/festgehalten=erledigeEigeneWiedervorlage/u);
    expect(await abschnitt(seite).innerText()).toContain('Keine.');
    await seite.context().close();
  });
});

describe('Eigene Wiedervorlagen anderer (ADR 72)', () => {
  it('sieht am selben Fall weder die Teamleitung noch der pAp', async () => {
    const fallId = await ueberfaelligerFall(haus, 'wiedervorlage-anderer');
    const fm = await haus.meldeAn('fm');
    await fm.seite.goto(`${haus.ort}/faelle/${fallId}`);
    await lege(fm.seite, { tag: HEUTE, satz: 'Nur für mich' });
    await fm.seite.waitForURL(/festgehalten=/u);
    for (const wer of ['tl', 'pap'] as const) {
      const { seite } = await haus.meldeAn(wer);
      expect(await seite.getByText('Nur für mich').count()).toBe(0);
      await seite.goto(`${haus.ort}/faelle/${fallId}`);
      expect(await abschnitt(seite).innerText()).toContain('Keine.');
      expect(await seite.getByText('Nur für mich').count()).toBe(0);
      await seite.context().close();
    }
    await fm.seite.context().close();
  });
});
