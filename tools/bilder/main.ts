import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { alsProgramm, BedienFehler } from '../../ops/bedienfehler.ts';
import { oeffneBrowser } from '../probehaus/browser.ts';

const ORDNER = path.join(import.meta.dirname, '../../docs/bilder');
const BREITE = 1_280;
const HOEHE = 800;

/** A page of the running demo: who sees it, and where it is or what leads there from the start page. */
type Bild = {
  readonly datei: string;
  readonly wer: string;
  readonly pfad?: string;
  readonly klick?: string;
};

const BILDER: readonly Bild[] = [
  { datei: 'heute', wer: 'fm' },
  { datei: 'fall', wer: 'fm', klick: '.faelle h3 a' },
  { datei: 'kontakt', wer: 'fm', klick: '.pflicht .tun a' },
  { datei: 'vormerkungen', wer: 'tl', pfad: '/vormerkungen' },
  {
    datei: 'fristenrechner',
    wer: 'pap',
    pfad: '/fristen?regel=CAL-F&ereignis=2026-11-24&anzahl=1&einheit=monate&land=HB',
  },
];

async function nimmAuf(browser: Browser, lotse: string, bild: Bild): Promise<void> {
  const kontext = await browser.newContext({ locale: 'de-DE', viewport: { width: BREITE, height: HOEHE } });
  const seite = await kontext.newPage();
  await seite.goto(lotse);
  await seite.locator(`button[value="${bild.wer}"]`).click();
  await seite.locator('main h1').waitFor();
  if (bild.pfad !== undefined) await seite.goto(lotse + bild.pfad);
  if (bild.klick !== undefined) await seite.locator(bild.klick).first().click();
  await seite.locator('main h1').waitFor();
  await seite.screenshot({ path: path.join(ORDNER, `${bild.datei}.png`) });
  await kontext.close();
}

/** Pictures of the main pages for the README, taken of the demo that `npm start` runs. */
await alsProgramm(async () => {
  const lotse = process.argv[2] ?? 'http://127.0.0.1:7400';
  const bereit = await fetch(`${lotse}/readyz`).catch(() => null);
  if (bereit?.ok !== true)
    throw new BedienFehler(
      `Unter ${lotse} läuft kein Lotse.`,
      'Starten Sie zuerst in einem anderen Fenster npm start.',
    );
  await mkdir(ORDNER, { recursive: true });
  const browser = await oeffneBrowser();
  try {
    for (const bild of BILDER) {
      await nimmAuf(browser, lotse, bild);
      console.log(`docs/bilder/${bild.datei}.png`);
    }
  } finally {
    await browser.close();
  }
});
