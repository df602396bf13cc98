import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blaetter, huerden } from './barrieren.ts';
import { baueHaus, type Haus, fm2VertrittFm } from './haus.ts';
import { fallMitPlan } from './planfall.ts';

let haus: Haus;
let fallId: string;

beforeAll(async () => {
  haus = await baueHaus();
  fallId = await fallMitPlan(haus, 'unterlagen');
});
afterAll(async () => {
  await haus.beende();
});

const fallort = (rest = ''): string => `${haus.ort}/faelle/${fallId}${rest}`;

describe('Unterlagen eines Falls (V-66, TR27, E22)', () => {
  it('das Fallblatt: eine Seite A4, ohne Menü, mit allem, was eine Vertretung braucht', async () => {
    const { seite, klagen, fremde } = await haus.meldeAn('fm');
    await seite.goto(fallort());
    await seite.getByRole('link', { name: 'Fallblatt', exact: true }).click();
    await seite.getByRole('heading', { level: 1, name: /^Fallblatt F-/u }).waitFor();
    const text = await seite.locator('.blatt').innerText();
    for (const wort of [
      'Schulden ordnen',
      'Unterlagen 1 sammeln',
      'Kooperationsplan, Fassung 1',
      '<sagt ab>',
    ])
      expect(text).toContain(wort);
    expect(await huerden(seite)).toEqual([]);
    expect(await blaetter(seite)).toBe(1);
    await seite.emulateMedia({ media: 'print' });
    expect(await seite.evaluate(imBlatt(sichtbare, 'nav, .nur-schirm, a.sprung'))).toEqual([]);
    expect({ klagen, fremde }).toEqual({ klagen: [], fremde: [] });
    await seite.context().close();
  });

  it('die Ausfertigung der Vereinbarung: der Brief der Schnittstelle, mit zwei Zeilen für Unterschriften', async () => {
    const { seite, klagen } = await haus.meldeAn('fm');
    await seite.goto(fallort());
    await seite.getByRole('link', { name: 'Unterlagen', exact: true }).click();
    await seite.getByRole('heading', { level: 1, name: 'Unterlagen' }).waitFor();
    expect(await huerden(seite)).toEqual([]);
    await seite.getByRole('link', { name: 'Ihre Ausfertigung der Vereinbarung' }).click();
    await seite.getByRole('heading', { level: 1, name: 'Ihre Ausfertigung der Vereinbarung' }).waitFor();
    expect(await seite.getByText('Ort, Datum, Unterschrift').count()).toBe(2);
    expect(await huerden(seite)).toEqual([]);
    // Its style came through the CSP: the header says the same as the document.
    expect(await seite.evaluate('getComputedStyle(document.body).fontFamily')).toMatch(/^Georgia/u);
    expect(await blaetter(seite)).toBeLessThanOrEqual(2);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('die Schweigepflichtentbindung: was, wem gegenüber, bis wann, auf einer Seite zum Unterschreiben', async () => {
    const { seite, klagen } = await haus.meldeAn('fm');
    await seite.goto(fallort('/unterlagen'));
    await seite.getByRole('link', { name: 'Berufspsychologischer Service' }).click();
    await seite.getByRole('heading', { level: 1, name: 'Schweigepflichtentbindung' }).waitFor();
    expect(await seite.locator('.blatt').innerText()).toMatch(/Eignung[^]*bis zum Widerruf[^]*Ort, Datum/u);
    expect(await huerden(seite)).toEqual([]);
    expect(await blaetter(seite)).toBe(1);
    const fremd = await seite.goto(fallort(`/entbindungen/${crypto.randomUUID()}`));
    expect(fremd?.status()).toBe(404);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it.each(['pap', 'tl'] as const)(
    '%s liest keinen geschützten Bereich und bekommt keinen Weg dahin (V-35)',
    async (wer) => {
      const { seite } = await haus.meldeAn(wer);
      await seite.goto(fallort());
      await seite.getByRole('link', { name: 'Unterlagen', exact: true }).waitFor();
      expect(await seite.getByRole('link', { name: 'Fallblatt' }).count()).toBe(0);
      await seite.goto(fallort('/unterlagen'));
      await seite.getByText('Ihre Ausfertigung der Vereinbarung').waitFor();
      expect(
        await seite.locator('a[href*="/schreiben/"], a[href$="/blatt"], a[href*="/entbindungen/"]').count(),
      ).toBe(0);
      for (const rest of ['/blatt', '/schreiben/1', `/entbindungen/${crypto.randomUUID()}`])
        expect((await seite.goto(fallort(rest)))?.status()).toBeGreaterThanOrEqual(403);
      await seite.context().close();
    },
  );

  it('der Zeitstrahl steht auf dem Schirm als Bild, schmal als Tafel, auch in erzwungenen Farben', async () => {
    const { seite, klagen } = await haus.meldeAn('fm');
    await seite.goto(fallort());
    await seite.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await huerden(seite)).toEqual([]);
    expect(await seite.getByRole('img', { name: /^Zeitstrahl/u }).isVisible()).toBe(true);
    expect(await seite.locator('.zeitstrahl tbody').isVisible()).toBe(false);
    expect(await seite.evaluate(imBlatt(uebereinander, '.strahl g text'))).toEqual([]);
    await seite.setViewportSize({ width: 320, height: 900 });
    expect(await seite.getByRole('img', { name: /^Zeitstrahl/u }).isVisible()).toBe(false);
    expect(await seite.locator('.zeitstrahl tbody').isVisible()).toBe(true);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('wer vertritt, hat das Fallblatt vor allem anderen (R08, V-66)', async () => {
    await fm2VertrittFm(haus);
    const { seite, klagen } = await haus.meldeAn('fm2');
    await seite.goto(fallort());
    await seite.getByRole('note').getByRole('link', { name: 'Fallblatt' }).click();
    await seite.getByRole('heading', { level: 1, name: /^Fallblatt F-/u }).waitFor();
    expect(await huerden(seite)).toEqual([]);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });
});

/** A function to run in the page over what a selector finds there; as text, because it is not for this side. */
const imBlatt = (was: string, wo: string): string =>
  `(${was})([...document.querySelectorAll(${JSON.stringify(wo)})])`;

/** Run in the page: what of these can be seen. */
const sichtbare = `(elemente) => elemente.filter((e) => e.checkVisibility()).map((e) => e.outerHTML)`;

/** Run in the page: pairs of words that lie on each other as the browser draws them. */
const uebereinander = `(texte) => {
  const kaesten = texte.map((t) => ({ wort: t.textContent, k: t.getBoundingClientRect() }));
  const schneiden = (a, b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
  return kaesten.flatMap((a, i) => kaesten.slice(i + 1).filter((b) => schneiden(a.k, b.k)).map((b) => a.wort + ' / ' + b.wort));
}`;
