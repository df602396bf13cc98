import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { ERBRINGER } from '../support/leistungsfall.ts';
import { huerden } from './barrieren.ts';
import { baueHaus, type Haus } from './haus.ts';

const HEUTE: Tag = ortstag(systemuhr.jetzt());
const BERICHT = 'Zwei Termine wahrgenommen, der nächste ist vereinbart.';

let haus: Haus;
let erbringer: string;

beforeAll(async () => {
  haus = await baueHaus();
  erbringer = String((await haus.rufe('koordinator', '/leistungserbringer', ERBRINGER))['id']);
});
afterAll(async () => {
  await haus.beende();
});

/** A case with a service whose provider may report, and the link of its mail as people open it. */
async function link(marke: string): Promise<{ fallId: string; adresse: string; geheimnis: string }> {
  const person = await legePersonAn(haus.stand.db, marke);
  const fallzugang = plusTage(HEUTE, -45);
  const { fallId, fallnummer } = await haus.rufe('tl', '/faelle/uebernahme', {
    person,
    bestand: {
      vorgemerktAm: plusTage(fallzugang, -25),
      zuordnung: { am: plusTage(fallzugang, -18), fm: PERSONAL.fm },
      uebernahmegespraechAm: fallzugang,
      erstgespraechAm: fallzugang,
      fallzugangAm: fallzugang,
      vereinbarungenAm: [plusTage(HEUTE, -30)],
    },
  });
  await haus.rufe('fm', `/personen/${person}/einwilligungen`, {
    zweck: 'leistung_16a',
    datenkategorien: ['termine', 'verlauf', 'ergebnis'],
    entbundeneStellen: ['jobcenter', 'leistungserbringer'],
    empfaenger: ERBRINGER.name,
    leistungserbringer: erbringer,
    form: 'schriftlich',
    erteiltAm: plusTage(HEUTE, -20),
    aufgeklaertUeber: { zweck: true, folgenVerweigerung: true, widerruf: true },
  });
  await haus.rufe('fm', `/faelle/${String(fallId)}/leistungen`, {
    leistungsart: 'nr_2',
    erbringer,
    bedarf: 'Überschuldung',
    erforderlichkeit: 'Pfändungen verhindern die Arbeitsaufnahme.',
    vorrangpruefung: 'Andere Träger leisten hier nicht.',
  });
  const inPost = (): string[] =>
    haus.stand.postfach
      .nachrichten()
      .filter(({ betreff }) => betreff.endsWith(`${String(fallnummer)}/1`))
      .flatMap(({ text }) => /\/rueckmeldung#[\w-]+/u.exec(text)?.[0] ?? []);
  await expect.poll(inPost, { timeout: 60_000 }).toHaveLength(1);
  const [ort = ''] = inPost();
  return { fallId: String(fallId), adresse: haus.ort + ort, geheimnis: ort.split('#')[1] ?? '' };
}

/** Somebody who has never been here: no session, no account. Every address asked for is kept. */
async function fremder(
  wie: BrowserContextOptions = {},
): Promise<{ seite: Page; klagen: string[]; adressen: string[] }> {
  const kontext = await haus.browser.newContext({ locale: 'de-DE', ...wie });
  const seite = await kontext.newPage();
  const [klagen, adressen]: [string[], string[]] = [[], []];
  seite.on('console', (zeile) => {
    if (['error', 'warning'].includes(zeile.type()) && !zeile.text().startsWith('Failed to load resource'))
      klagen.push(zeile.text());
  });
  seite.on('pageerror', (fehler) => klagen.push(fehler.message));
  seite.on('request', (anfrage) => adressen.push(`${anfrage.url()} ${anfrage.headers()['referer'] ?? ''}`));
  return { seite, klagen, adressen };
}

async function fuelleAus(seite: Page): Promise<void> {
  await seite.getByLabel('Termine', { exact: true }).check();
  await seite.getByLabel('Von welchem Tag berichten Sie?').fill(HEUTE);
  await seite.getByLabel('Ihr Bericht').fill(BERICHT);
}
const senden = (seite: Page): Promise<void> =>
  seite.getByRole('button', { name: 'Rückmeldung senden' }).click();

describe('die Seite für Leistungserbringer (E25, R17)', () => {
  it('öffnet den Link der Mail, nimmt den Bericht an und bleibt beim selben Bericht bei derselben Quittung', async () => {
    const { fallId, adresse, geheimnis } = await link('traeger-1');
    const { seite, klagen, adressen } = await fremder();
    await seite.goto(adresse);
    await seite.getByRole('heading', { name: /^Rückmeldung zu F-/u }).waitFor();
    expect(seite.url()).toBe(`${haus.ort}/rueckmeldung`);
    expect(await seite.title()).toMatch(/^Rückmeldung zu F-\d{4}-\d{5}\/1 – Lotse$/u);
    // E25: nothing about the person.
    expect(await seite.content()).not.toMatch(/traeger-1|Prüfperson|nr_2/u);
    expect(await huerden(seite)).toEqual([]);
    await fuelleAus(seite);
    expect(await seite.getByText('Wie ist es ausgegangen?').isVisible()).toBe(false);
    await senden(seite);
    await seite.getByRole('heading', { name: 'Ihre Rückmeldung ist angekommen' }).waitFor();
    expect(await huerden(seite)).toEqual([]);
    await haus.stand.activities.stosseZustellungAn();
    const quittung = await seite.getByRole('status').innerText();
    // Reload sends the same words again (13.6).
    await seite.reload();
    expect(await seite.getByRole('status').innerText()).toBe(quittung);
    expect(adressen.filter((eine) => eine.includes(geheimnis))).toEqual([]);
    expect(klagen).toEqual([]);
    await seite.context().close();

    const fm = await haus.meldeAn('fm');
    await expect
      .poll(
        async () => {
          await fm.seite.goto(`${haus.ort}/faelle/${fallId}`);
          return fm.seite.locator('.verlauf').innerText();
        },
        { timeout: 60_000 },
      )
      .toContain(BERICHT);
    await fm.seite.context().close();
  });

  it('geht ohne JavaScript: Code einfügen, ausfüllen, senden; auch der ganze Link wird verstanden', async () => {
    const { adresse, geheimnis } = await link('traeger-2');
    const { seite, adressen } = await fremder({ javaScriptEnabled: false });
    await seite.goto(`${haus.ort}/rueckmeldung`);
    await seite.getByLabel('Code aus der E-Mail').fill(`  ${adresse} `);
    await seite.getByRole('button', { name: 'Weiter' }).click();
    await seite.getByLabel('Abschluss').check();
    await seite.getByLabel('Von welchem Tag berichten Sie?').fill(HEUTE);
    await seite.getByLabel('Ihr Bericht').fill(BERICHT);
    await seite.getByLabel('Erreicht', { exact: true }).check();
    await senden(seite);
    await seite.getByRole('heading', { name: 'Ihre Rückmeldung ist angekommen' }).waitFor();
    expect(adressen.filter((eine) => eine.includes(geheimnis))).toEqual([]);
    await seite.context().close();
  });

  it('zeigt Fehler am Feld und behält, was getippt war; der Link bleibt dabei gültig (V-74)', async () => {
    const { adresse } = await link('traeger-3');
    const { seite, klagen } = await fremder();
    await seite.goto(adresse);
    await seite.getByLabel('Ihr Bericht').fill(BERICHT);
    await senden(seite);
    await seite.getByRole('alert').waitFor();
    expect(await seite.title()).toMatch(/^Fehler: /u);
    expect(await seite.getByLabel('Ihr Bericht').inputValue()).toBe(BERICHT);
    expect(await seite.getByRole('alert').innerText()).toContain('Bitte wählen Sie, worüber Sie berichten.');
    const ziele = await seite.getByRole('alert').getByRole('link').all();
    expect(ziele.length).toBeGreaterThan(0);
    for (const ziel of ziele)
      expect(await seite.locator((await ziel.getAttribute('href')) ?? 'x').count()).toBe(1);
    expect(await huerden(seite)).toEqual([]);
    await fuelleAus(seite);
    await seite.getByLabel('Von welchem Tag berichten Sie?').fill(plusTage(HEUTE, -10));
    await senden(seite);
    await seite.locator('#feld-tag-fehler').waitFor();
    expect(await seite.locator('#feld-tag-fehler').innerText()).toContain('vor der Zuweisung');
    await fuelleAus(seite);
    await senden(seite);
    await seite.getByRole('heading', { name: 'Ihre Rückmeldung ist angekommen' }).waitFor();
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('sagt bei einem verbrauchten Link, wen man fragt, und gibt einen anderen Text zurück (13.6)', async () => {
    const { adresse } = await link('traeger-4');
    const { seite } = await fremder();
    await seite.goto(adresse);
    await fuelleAus(seite);
    const spaete = await seite.context().newPage();
    await spaete.goto(adresse);
    await spaete.getByLabel('Ihr Bericht').fill('Ein ganz anderer Bericht.');
    await spaete.getByLabel('Termine', { exact: true }).check();
    await spaete.getByLabel('Von welchem Tag berichten Sie?').fill(HEUTE);
    await senden(seite);
    await seite.getByRole('heading', { name: 'Ihre Rückmeldung ist angekommen' }).waitFor();
    await senden(spaete);
    await spaete.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor();
    expect(await spaete.locator('.wortlaut').innerText()).toBe('Ein ganz anderer Bericht.');
    expect(await spaete.locator('main').innerText()).toContain('rufen Sie bitte die Person im Jobcenter an');
    expect(await huerden(spaete)).toEqual([]);
    await seite.goto(adresse);
    await seite.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor();
    await seite.context().close();
  });

  it('weist einen falschen Code ohne Umweg ab, und Formulare fremder Seiten', async () => {
    const { seite, klagen } = await fremder();
    await seite.goto(`${haus.ort}/rueckmeldung#zu-kurz`);
    await seite.getByRole('alert').waitFor();
    expect(await huerden(seite)).toEqual([]);
    await seite.goto(`${haus.ort}/rueckmeldung`);
    expect(await huerden(seite)).toEqual([]);
    await seite.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await huerden(seite)).toEqual([]);
    expect(klagen).toEqual([]);
    const sende = async (herkunft: string): Promise<number> => {
      const antwort = await fetch(`${haus.ort}/rueckmeldung`, {
        method: 'POST',
        headers: { 'sec-fetch-site': herkunft, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'zugang=x',
      });
      return antwort.status;
    };
    expect([await sende('cross-site'), await sende('same-origin')]).toEqual([403, 400]);
    const { headers } = await fetch(`${haus.ort}/rueckmeldung`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
    await seite.context().close();
  });
});
