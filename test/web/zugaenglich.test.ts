import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { SEITEN } from '../../web/seiten.ts';
import { ERBRINGER } from '../support/leistungsfall.ts';
import { baumaengel, tabmaengel } from './bauweise.ts';
import { huerden } from './barrieren.ts';
import {
  baueHaus,
  gibKalender,
  ueberfaelligerFall,
  wartenderFall,
  type Angemeldet,
  type Haus,
  type Wer,
} from './haus.ts';
import { fallMitPlan } from './planfall.ts';
import { SEITENSTAENDE, type Stand, type Welt } from './seitenstaende.ts';

const HEUTE = ortstag(systemuhr.jetzt());

let haus: Haus;
let welt: Welt;
/** Everybody signs in once. */
const angemeldete = new Map<Wer, Promise<Angemeldet>>();

const wer = (rolle: Wer): Promise<Angemeldet> => {
  const da = angemeldete.get(rolle) ?? haus.meldeAn(rolle, { deviceScaleFactor: 2 });
  angemeldete.set(rolle, da);
  return da;
};

async function legePoliciesAn(): Promise<Pick<Welt, 'policy' | 'migration'>> {
  const policy = 'zugaenglich';
  const begruendung = 'Die Höchstdauer soll hart gelten.';
  const aenderungen = { 'POL-HOECHSTDAUER': 'hard' };
  await haus.rufe('tl', '/policies', { name: policy, gueltigAb: HEUTE, aenderungen, begruendung });
  await haus.rufe('bereichsleitung', `/policies/${policy}/freigabe`, {});
  const { id } = await haus.rufe('bereichsleitung', `/policies/${policy}/migrationen`, {});
  return { policy, migration: String(id) };
}

/** Addresses of the letter and of the release that the page of the documents leads to. */
async function papiere(fall: string): Promise<Pick<Welt, 'brief' | 'entbindung'>> {
  const { seite } = await wer('fm');
  await seite.goto(`${haus.ort}/faelle/${fall}/unterlagen`);
  const ort = async (teil: string): Promise<string> =>
    (await seite.locator(`main a[href*="/${teil}/"]`).first().getAttribute('href')) ?? '';
  return { brief: await ort('schreiben'), entbindung: await ort('entbindungen') };
}

async function baueWelt(): Promise<Welt> {
  const fall = await fallMitPlan(haus, 'zugaenglich');
  const ueberfaellig = await ueberfaelligerFall(haus, 'zugaenglich-spaet');
  const wartend = await wartenderFall(haus, 'zugaenglich-wartet');
  for (const n of [1, 2]) await wartenderFall(haus, `zugaenglich-wartet-${String(n)}`);
  await gibKalender(haus);
  await haus.rufe('tl', `/teams/${TEAM}/beschwerden`, { art: 'erreichbarkeit', eingegangenAm: HEUTE });
  const erbringer = String((await haus.rufe('koordinator', '/leistungserbringer', ERBRINGER))['id']);
  const grund = 'Krise am Empfang, sofort zu klären.';
  await haus.rufe('fm3', '/zugriffe', { art: 'notzugriff', fall, grund, stunden: 1 });
  const { seite } = await wer('fm');
  await seite.goto(`${haus.ort}/faelle/${fall}`);
  const zurPerson = await seite.locator('main a[href^="/personen/"]').first().getAttribute('href');
  return {
    ...{ fall, ueberfaellig, wartend, team: TEAM, erbringer, kollegin: PERSONAL.fm3 },
    person: zurPerson?.split('/').at(-1) ?? randomUUID(),
    ...(await legePoliciesAn()),
    ...(await papiere(fall)),
  };
}

beforeAll(async () => {
  haus = await baueHaus();
  welt = await baueWelt();
}, 120_000);
afterAll(async () => {
  await haus.beende();
});

const ZEILEN = Object.entries(SEITENSTAENDE).flatMap(([seite, staende]) =>
  staende.map((stand, nummer) => ({ seite, stand, erster: nummer === 0 && seite.startsWith('get ') })),
);
const nenne = ({ seite, stand }: { seite: string; stand: Stand }, nummer: number): string =>
  `${String(nummer + 1)} ${stand.wer}: ${seite}${stand.als === undefined ? '' : `, ${stand.als}`}`;

describe('jede Seite, in jedem Stand (WCAG 2.1 und 2.2 A, AA)', () => {
  it('keine Seite fehlt', () => {
    expect(Object.keys(SEITENSTAENDE).toSorted()).toEqual(
      SEITEN.map(({ methode, pfad }) => `${methode} ${pfad}`).toSorted(),
    );
  });

  it.each(ZEILEN.map((zeile, nummer) => [nenne(zeile, nummer), zeile] as const))('%s', async (_, zeile) => {
    const { stand, erster } = zeile;
    const { seite, klagen, fremde } = await wer(stand.wer);
    await seite.setViewportSize({ width: 1280, height: 900 });
    await seite.goto(haus.ort + stand.ort(welt));
    await stand.tue?.(seite);
    expect(await baumaengel(seite)).toEqual([]);
    expect(erster ? await tabmaengel(seite) : []).toEqual([]);
    expect(await huerden(seite)).toEqual([]);
    expect({ klagen, fremde }).toEqual({ klagen: [], fremde: [] });
    expect(Buffer.byteLength(await seite.content())).toBeLessThan(100_000);
  });

  it('Kontrolle: was fehlt, fällt auf', async () => {
    const { seite } = await haus.meldeAn('pap');
    await seite.goto('about:blank');
    await seite.setContent(`<title>Eingabe</title><style>
        a:focus { outline: none } p { transition: color 1s } .kern-btn { border: none }</style>
      <nav><a href="/">Heute</a></nav><h1>Eins</h1><h3>Drei</h3>
      <div role="alert"><a href="#feld">Feld</a></div><input id="feld" tabindex="2"><input id="davor" tabindex="1">
      <table><tr><th>Kopf</th></tr></table><main><p>Text</p><button class="kern-btn">Los</button></main>`);
    const gefunden = await baumaengel(seite);
    for (const mangel of [
      'Stufen der Überschriften: 1 3',
      'nav ohne Namen',
      'Tabellenkopf ohne scope',
      'Tabelle ohne Kopf',
      'tabindex größer null',
      'Knopf ohne Rand',
      'kein Fokus zu sehen',
      'würde sich bewegen',
      'steht auf dem Papier',
    ])
      expect(gefunden.filter((eines) => eines.startsWith(mangel))).not.toEqual([]);
    expect(await tabmaengel(seite)).not.toEqual([]);
    await seite.setContent(
      '<title>Eingabe</title><main><h1>Eins</h1><div role="alert"><a href="#feld">Feld</a></div><input id="feld"></main>',
    );
    expect(await baumaengel(seite)).toEqual(
      expect.arrayContaining([
        'Titel: Eingabe',
        expect.stringMatching(/^Fehler steht nicht am Feld/u),
        expect.stringMatching(/^Feld gilt als richtig/u),
      ]),
    );
    await seite.context().close();
  });
});
