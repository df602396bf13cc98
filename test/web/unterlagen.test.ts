import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { plusMonate, plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { huerden } from './barrieren.ts';
import { baueHaus, type Haus, fm2VertrittFm } from './haus.ts';

const HEUTE: Tag = ortstag(systemuhr.jetzt());
const FALLZUGANG = plusTage(plusMonate(HEUTE, -7), -3);

let haus: Haus;
let fallId: string;

/** A case in its eighth month as people have it: what is worked on, goals, an agreement, a release from secrecy. */
async function fallMitPlan(): Promise<string> {
  const person = await legePersonAn(haus.stand.db, 'unterlagen');
  const angelegt = await haus.rufe('tl', '/faelle/uebernahme', {
    person,
    bestand: {
      vorgemerktAm: plusTage(FALLZUGANG, -25),
      zuordnung: { am: plusTage(FALLZUGANG, -18), fm: PERSONAL.fm },
      uebernahmegespraechAm: plusTage(FALLZUGANG, -7),
      erstgespraechAm: plusTage(FALLZUGANG, -7),
      fallzugangAm: FALLZUGANG,
      vereinbarungenAm: [],
      kontakteAm: [plusTage(HEUTE, -20)],
      ueberpruefungenAm: [plusTage(plusMonate(FALLZUGANG, 6), -5)],
      standortgespraecheAm: [],
      feedbackAm: plusTage(plusMonate(FALLZUGANG, 3), -1),
    },
  });
  const ort = `/faelle/${String(angelegt['fallId'])}`;
  const bedarfe: string[] = [];
  for (const bezeichnung of ['Schulden ordnen', 'Wohnung sichern', 'Kinderbetreuung']) {
    const rumpf = { schluesselgruppe: 'rahmenbedingungen', bezeichnung, erkanntAm: FALLZUGANG };
    bedarfe.push(String((await haus.rufe('fm', `/personen/${person}/handlungsbedarfe`, rumpf))['id']));
  }
  await haus.rufe('fm', `${ort}/arbeitsbuendnis`, { erwartungen: 'Offen miteinander reden.' });
  await haus.rufe('fm', `${ort}/assessment`, { freiwilligkeitErklaertAm: HEUTE });
  await haus.rufe('fm', `${ort}/integrationsplan`, {
    zielLangfristig: 'Arbeit in Teilzeit',
    zielMittelfristig: 'Ein geregelter Haushalt',
    zielKurzfristig: 'Schulden überblicken',
    arbeitsmarktabgleich: 'Lager und Verkauf suchen.',
    reihenfolge: bedarfe,
  });
  for (const [nummer, handlungsbedarf] of bedarfe.entries())
    await haus.rufe('fm', `${ort}/teilziele`, {
      wer: 'kunde',
      was: `Unterlagen ${String(nummer + 1)} sammeln und zur Beratungsstelle bringen`,
      bisWann: plusTage(HEUTE, 30 * (nummer + 1)),
      nachweisWie: 'Bestätigung der Stelle',
      handlungsbedarf,
      zielbereich: 'Lebenslage',
    });
  await haus.rufe('fm', `${ort}/vereinbarung`, {
    gueltigBis: plusMonate(HEUTE, 6),
    leistungenTraeger: 'Termin bei der Beratungsstelle',
    pflichtenKunde: 'Kommt zu jedem Termin & <sagt ab>, wenn es nicht geht.',
    zeitrahmen: 'sechs Monate',
    handlungsbedarfe: bedarfe,
    teilziele: [1, 2, 3],
    angebotsinformationGegebenAm: HEUTE,
  });
  await haus.rufe('fm', `/personen/${person}/einwilligungen`, {
    zweck: 'fachdienst',
    datenkategorien: ['eignung'],
    entbundeneStellen: ['jobcenter', 'fachdienst'],
    empfaenger: 'Berufspsychologischer Service',
    form: 'schriftlich',
    erteiltAm: plusTage(HEUTE, -3),
    aufgeklaertUeber: { zweck: true, folgenVerweigerung: true, widerruf: true },
  });
  return String(angelegt['fallId']);
}

beforeAll(async () => {
  haus = await baueHaus();
  fallId = await fallMitPlan();
});
afterAll(async () => {
  await haus.beende();
});

/** Pages of the page as it comes out of the printer. */
async function blaetter(seite: Page): Promise<number> {
  const pdf = await seite.pdf({ preferCSSPageSize: true, printBackground: false });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}

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
