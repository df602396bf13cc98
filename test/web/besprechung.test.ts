import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { wochentag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { STANDARD } from '../../domain/policy/standard.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { barrieren, zuBreit } from './barrieren.ts';
import { ausU25, baueHaus, gibKalender, wartenderFall, type Haus } from './haus.ts';

const HEUTE = ortstag(systemuhr.jetzt());

let haus: Haus;

/** Somebody whom the FM U25 hands over, reported. @returns the number of the case */
async function gemeldetAusU25(): Promise<string> {
  const { fallnummer } = await haus.rufe('fm_u25', '/faelle/u25-uebergabe', {
    person: await ausU25(haus, 'besprechung-u25'),
    gruende: 'Das Fallmanagement soll weitergehen.',
    erlaeutertAm: HEUTE,
  });
  return String(fallnummer);
}

async function ausJourFixe({ rufe, stand }: Haus): Promise<string> {
  const { fallnummer } = await rufe('jour_fixe_av', '/faelle/jour-fixe', {
    person: await legePersonAn(stand.db, 'besprechung-jour-fixe'),
    gruende: 'Im Gespräch werden mehrere Hemmnisse deutlich.',
    anruf: 'feste_termine',
    fm: PERSONAL.fm,
  });
  return String(fallnummer);
}

const ersterKnopf = (seite: Page) => seite.getByRole('button', { name: /^1 .* zuordnen$/u });
const dran = async (seite: Page): Promise<string> =>
  /F-\d{4}-\d{5}/u.exec(await seite.locator('#dran').innerText())?.[0] ?? '';

beforeAll(async () => {
  haus = await baueHaus();
  await gibKalender(haus);
});
afterAll(async () => {
  await haus.beende();
});

describe('die Teambesprechung (T-41, AC-10)', () => {
  it('ist leer, solange niemand wartet', async () => {
    const { seite, klagen } = await haus.meldeAn('tl');
    await seite.getByRole('link', { name: 'Besprechung', exact: true }).click();
    await seite.getByText('Niemand wartet auf eine Zuordnung.').waitFor();
    expect(await barrieren(seite)).toEqual([]);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('zehn Zuordnungen gehen mit der Tastatur allein von Heute aus, mit höchstens 25 Tasten', async () => {
    for (let n = 1; n <= 11; n += 1) await wartenderFall(haus, `besprechung-${String(n)}`);
    const { seite, klagen, fremde } = await haus.meldeAn('tl');
    let tasten = 0;
    const druecke = async (taste: string): Promise<void> => {
      tasten += 1;
      await seite.keyboard.press(taste);
    };
    const ziel = seite.locator('.menue a[href="/besprechung"]:focus');
    while (tasten < 20 && (await ziel.count()) === 0) await druecke('Tab');
    await druecke('Enter');
    await seite.waitForURL(/\/besprechung$/u);
    for (let n = 1; n <= 10; n += 1) {
      await seite.waitForLoadState('load');
      const nummer = await dran(seite);
      await expect.poll(() => seite.evaluate('document.activeElement?.innerText ?? ""')).toMatch(/^1 /u);
      await druecke('Enter');
      await seite.getByRole('status').getByText(`${nummer} ist`).waitFor();
    }
    console.log(`Zehn Zuordnungen: ${String(tasten)} Tasten`);
    expect(tasten).toBeLessThanOrEqual(25);
    await seite.getByText('Eine Vormerkung wartet').waitFor();
    expect(await seite.locator('#zugeordnete .zahl').innerText()).toBe('10');
    expect({ klagen, fremde }).toEqual({ klagen: [], fremde: [] });
    await seite.context().close();
  });

  it('TR60: eine Zuordnung geht zurück, ohne JavaScript, und die Person ist wieder dran', async () => {
    const { seite } = await haus.meldeAn('tl', { javaScriptEnabled: false });
    await seite.goto(`${haus.ort}/besprechung`);
    const nummer = await dran(seite);
    await ersterKnopf(seite).click();
    const meldung = seite.getByRole('status');
    await meldung
      .getByText(new RegExp(`^${nummer} ist Demo Fallmanagement \\d zugeordnet\\.$`, 'u'))
      .waitFor();
    await meldung.getByRole('link', { name: /^Zurücknehmen/u }).click();
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('alert').waitFor();
    await seite.getByLabel('Grund').fill('Verwechselt.');
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('status').getByText(`${nummer}: Die Zuordnung ist zurückgenommen`).waitFor();
    expect(await dran(seite)).toBe(nummer);
    await seite.context().close();
  });

  it('TR07, V-75: wer schneller war, wird genannt, und nichts geht verloren', async () => {
    await wartenderFall(haus, 'besprechung-zwei-1');
    const [eine, andere] = [await haus.meldeAn('tl'), await haus.meldeAn('tl')];
    for (const { seite } of [eine, andere]) await seite.goto(`${haus.ort}/besprechung`);
    const nummer = await dran(eine.seite);
    expect(await dran(andere.seite)).toBe(nummer);
    await ersterKnopf(eine.seite).click();
    await eine.seite.getByRole('status').waitFor();
    await ersterKnopf(andere.seite).click();
    const fehler = andere.seite.getByRole('alert');
    await fehler.waitFor();
    expect(await fehler.innerText()).toContain(`${nummer}: nicht zugeordnet`);
    expect(await fehler.innerText()).toMatch(/Inzwischen ist der Fall Demo Fallmanagement \d zugeordnet\./u);
    expect(await andere.seite.title()).toBe('Fehler: Besprechung – Lotse');
    expect(await barrieren(andere.seite)).toEqual([]);
    // Who comes next is there already.
    expect(await dran(andere.seite)).not.toBe(nummer);
    // Enter, meant for the one before, assigns nobody else unseen.
    expect(await andere.seite.locator('button:focus').count()).toBe(0);
    await wartenderFall(haus, 'besprechung-zwei-2');
    for (const { seite } of [eine, andere]) await seite.goto(`${haus.ort}/besprechung`);
    const gleichzeitig = await dran(eine.seite);
    await Promise.all(
      [eine, andere].map(async ({ seite }) => {
        await ersterKnopf(seite).click();
        await seite.locator('#ergebnis [role]').waitFor();
      }),
    );
    const ausgaenge = await Promise.all(
      [eine, andere].map(({ seite }) => seite.locator('#ergebnis').innerText()),
    );
    console.log(ausgaenge.join('\n'));
    expect(ausgaenge.filter((text) => text.startsWith(`${gleichzeitig} ist Demo`))).toHaveLength(1);
    expect(ausgaenge.filter((text) => text.startsWith(`${gleichzeitig}: nicht zugeordnet`))).toHaveLength(1);
    for (const { seite } of [eine, andere]) await seite.context().close();
  });

  it('E07: U25 und Jour-Fixe sind zu erkennen, U25 mit dem Tag der Übergabe; Namen erst auf Wunsch', async () => {
    const fall = await wartenderFall(haus, 'besprechung-namen');
    const [u25, jourFixe] = [await gemeldetAusU25(), await ausJourFixe(haus)];
    const { seite } = await haus.meldeAn('tl');
    await seite.goto(`${haus.ort}/besprechung`);
    const liste = seite.locator('section[aria-labelledby="warteliste"]');
    expect(await liste.locator('li', { hasText: u25 }).innerText()).toContain(
      'Fallmanagement U25, Übergabe am',
    );
    expect(await liste.locator('li', { hasText: jourFixe }).innerText()).toContain('Jour-Fixe');
    // U25 with its day comes first (the order of the queue), and is the one the page speaks about.
    expect(await dran(seite)).toBe(u25);
    await seite.goto(`${haus.ort}/besprechung?fall=${fall}`);
    expect(await seite.locator('#dran').innerText()).toContain('P. B. N., ');
    expect(await seite.content()).not.toMatch(/Prüfperson|Mehrere Hemmnisse/u);
    await seite.getByRole('link', { name: 'Namen zeigen' }).click();
    expect(await seite.locator('#dran').innerText()).toContain('Prüfperson besprechung-namen');
    expect(await seite.locator('.aufgerufen').innerText()).toContain('Mehrere Hemmnisse.');
    await seite.getByRole('link', { name: 'Nicht jetzt' }).click();
    await seite.getByRole('status').getByText('bleibt auf der Liste').waitFor();
    expect(await seite.content()).toContain('Prüfperson');
    await seite.getByRole('link', { name: 'Namen ausblenden' }).click();
    await seite.getByRole('link', { name: 'Grund angeben' }).click();
    expect(await seite.content()).not.toContain('Prüfperson');
    await seite.getByLabel(/^Begründung zu V-70/u).waitFor();
    await seite.context().close();
  });

  it('V-70: wer vom ersten Vorschlag abweicht, gibt den Grund danach an oder gleich', async () => {
    for (const n of [1, 2, 3, 4]) await wartenderFall(haus, `besprechung-grund-${String(n)}`);
    const { seite } = await haus.meldeAn('tl');
    await seite.goto(`${haus.ort}/besprechung`);
    const last = async (stelle: number): Promise<string> =>
      (await seite.locator('.wirkung').nth(stelle).innerText()).replace(/^.*danach/su, '');
    // As long as all carry the same, nobody deviates from anything.
    while ((await last(0)) === (await last(2))) {
      await ersterKnopf(seite).click();
      await seite.getByRole('status').waitFor();
    }
    const nummer = await dran(seite);
    await seite.getByRole('button', { name: /^3 .* zuordnen$/u }).click();
    await seite.getByRole('link', { name: 'Grund nachreichen' }).click();
    expect(await seite.content()).not.toContain('Prüfperson');
    await seite.getByLabel('Begründung', { exact: true }).fill('Kennt die Familie schon.');
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('status').getByText(`${nummer}: Der Grund ist festgehalten.`).waitFor();
    const zweite = await dran(seite);
    const name = (await seite.getByRole('button', { name: /^3 .* zuordnen$/u }).innerText()).trim();
    await seite.getByRole('link', { name: 'Grund angeben' }).click();
    const fm = seite.getByLabel('Fallmanagerin oder Fallmanager');
    await fm.selectOption({ label: `${name.slice(2, -' zuordnen'.length)} (Fallmanagement Ü25)` });
    await seite.getByLabel(/^Begründung zu V-70/u).fill('Ist nur montags im Haus.');
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('status').getByText(`${zweite} ist`).waitFor();
    expect(await seite.getByRole('link', { name: 'Grund nachreichen' }).count()).toBe(0);
    await seite.context().close();
  });

  it('T-41: Heute führt zur Besprechung, der Abschluss sagt vorher, was er bedeutet, und fragt vor ihrem Tag', async () => {
    const { seite } = await haus.meldeAn('tl');
    // A team that begins on the weekday of its meeting has the first one in a week: then nothing leads there yet.
    if (wochentag(HEUTE) !== STANDARD['POL-BESPRECHUNG'].wochentag)
      await seite
        .getByRole('link', { name: /^Zur Besprechung/u })
        .first()
        .waitFor({ state: 'attached' });
    await seite.goto(`${haus.ort}/besprechung/abschluss`);
    const inhalt = await seite.locator('main').innerText();
    expect(inhalt).toContain('lassen sich nicht mehr zurücknehmen');
    const offen = seite.getByRole('link', { name: /abschließen$/u });
    expect(await offen.getAttribute('href')).toBe(`/tun/besprechungAbschliessen/${TEAM}`);
    expect(await seite.getByText('Diese Besprechung ist erst am').count()).toBe(
      (await offen.innerText()).startsWith('Trotzdem') ? 1 : 0,
    );
    await seite.context().close();
  });

  it('R12: nur die Teamleitung hat die Besprechung', async () => {
    const { seite } = await haus.meldeAn('fm');
    expect(await seite.getByRole('link', { name: 'Besprechung', exact: true }).count()).toBe(0);
    const antwort = await seite.goto(`${haus.ort}/besprechung`);
    expect(antwort?.status()).toBe(403);
    await seite.context().close();
  });
});

describe('die Seite des Teams', () => {
  it.each([
    ['tl', ['austauschErfassen', 'rdBerichtErfassen', 'evaluationErfassen', 'nimmBeschwerdeAuf']],
    ['fm', ['austauschErfassen', 'netzwerktreffenErfassen']],
    ['bereichsleitung', ['stichprobeZiehen', 'nimmBeschwerdeAuf', 'legeBefragungAn', 'legeZielwertFest']],
    ['controlling', ['betreuungsschluesselFeststellen', 'rdBerichtErfassen', 'legeBefragungAn']],
    ['koordinator', ['jahresberichteAnfordern', 'jahresberichteErfassen']],
  ] as const)('%s findet dort, was die Rolle festhält', async (wer, namen) => {
    const { seite, klagen } = await haus.meldeAn(wer);
    await seite.getByRole('link', { name: 'Team', exact: true }).click();
    await seite.getByRole('heading', { name: 'Team 621' }).waitFor();
    for (const name of namen)
      expect(await seite.locator(`main a[href="/tun/${name}/${TEAM}"]`).count()).toBe(1);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });
});

describe('ohne Barriere', () => {
  it.each([
    ['tl', '/besprechung'],
    ['tl', '/besprechung?namen=ja'],
    ['tl', '/besprechung/abschluss'],
    ['tl', '/team'],
    ['fm', '/team'],
    ['bereichsleitung', '/team'],
    ['controlling', '/team'],
    ['koordinator', '/team'],
  ] as const)('%s sieht %s bei 1280 und bei 320 Punkten Breite', async (wer, pfad) => {
    const { seite, klagen, fremde } = await haus.meldeAn(wer);
    for (const width of [1280, 320]) {
      await seite.setViewportSize({ width, height: 900 });
      await seite.goto(haus.ort + pfad);
      expect(await barrieren(seite)).toEqual([]);
      expect(await zuBreit(seite)).toBe(false);
    }
    expect({ klagen, fremde }).toEqual({ klagen: [], fremde: [] });
    expect(Buffer.byteLength(await seite.content())).toBeLessThan(100_000);
    await seite.context().close();
  });
});
