import { oeffneDatenbank } from '../../db/client.ts';
import { starteDatenbanken, type Datenbanken } from '../probehaus/datenbanken.ts';
import { starteApiVor } from '../probehaus/api.ts';
import { lesendeUmgebung } from '../probehaus/listen.ts';
import { besucheSeiten, seitenOhneAnbieter, type Besuch } from '../probehaus/seiten.ts';
import { PERSONAL } from '../probehaus/stammdaten.ts';
import pino from 'pino';
import { legeHausAn } from './haeuser.ts';
import { median } from './verteilung.ts';

/** The small one holds hardly more than the own cases, which are the same in both. */
const [KLEIN, GROSS] = [150, Number(process.env['LOTSE_FAELLE'] ?? 100_000)];
const RUNDEN = 25;
/** How much longer a page may take in the big house; a list as in `bench -- listen`. */
const HOECHSTENS = { heute: 1.5, liste: 2 };
const BYTES_HOECHSTENS = 100 * 1024;
const ZUGLEICH = 8;

type Seitenruf = { readonly name: string; readonly wer: keyof typeof PERSONAL; readonly pfad: string };

const SEITENRUFE: readonly Seitenruf[] = [
  { name: 'Heute', wer: 'fm', pfad: '/' },
  { name: 'Heute', wer: 'pap', pfad: '/' },
  { name: 'Heute', wer: 'tl', pfad: '/' },
  { name: 'Fälle', wer: 'fm', pfad: '/faelle' },
  { name: 'Personen', wer: 'pap', pfad: '/personen' },
  { name: 'Eingang', wer: 'fm', pfad: '/eingang' },
  { name: 'Vormerkungen', wer: 'tl', pfad: '/vormerkungen' },
  { name: 'Fristen des Teams', wer: 'tl', pfad: '/team/fristen' },
];

type Seitenhaus = { readonly besuche: Besuch; readonly fall: string; readonly beende: () => Promise<void> };

async function oeffneHaus(datenbanken: Datenbanken, faelle: number): Promise<Seitenhaus> {
  const messhaus = await legeHausAn(datenbanken, faelle);
  const db = oeffneDatenbank(messhaus.zugaenge.api, ZUGLEICH, 'anmeldung');
  const log = pino({ level: 'silent' });
  const { ablaeufe, uhr, tresor } = lesendeUmgebung(db, messhaus.tresor);
  const api = await starteApiVor(ablaeufe, {
    db,
    uhr,
    tresor,
    log,
    seiten: (umgebung, adresse) => seitenOhneAnbieter(umgebung, adresse, log),
  });
  return {
    besuche: besucheSeiten(api.umgebung, api.url),
    fall: messhaus.haus.eigen.fall,
    beende: async () => {
      await api.stop();
      await db.schliesse();
      await messhaus.beende();
    },
  };
}

async function besuche({ besuche: hin }: Seitenhaus, { wer, pfad, name }: Seitenruf): Promise<number> {
  const { status, html } = await hin(PERSONAL[wer], pfad);
  if (status !== 200) throw new Error(`${name} als ${wer}: ${String(status)}`);
  return Buffer.byteLength(html);
}

/** In turns, so that both meet the same weather; the first rounds fill caches. */
async function vergleiche(haeuser: readonly Seitenhaus[], ruf: Seitenruf): Promise<boolean> {
  const zeiten = haeuser.map((): number[] => []);
  const bytes = haeuser.map(() => 0);
  for (let runde = -3; runde < RUNDEN; runde += 1)
    for (const [stelle, haus] of haeuser.entries()) {
      const beginn = performance.now();
      bytes[stelle] = await besuche(haus, ruf);
      if (runde >= 0) zeiten[stelle]?.push(performance.now() - beginn);
    }
  const [klein = 0, gross = 0] = zeiten.map(median);
  const hoechstens = ruf.pfad === '/' ? HOECHSTENS.heute : HOECHSTENS.liste;
  const haelt = gross <= klein * hoechstens && bytes.every((n) => n <= BYTES_HOECHSTENS);
  console.log(
    `web ${ruf.name} ${ruf.wer}: ${klein.toFixed(1)} → ${gross.toFixed(1)} ms (${(gross / klein).toFixed(2)} ×), ` +
      `${bytes.map((n) => (n / 1024).toFixed(0)).join(' → ')} kB${haelt ? '' : ' ZU VIEL'}`,
  );
  return haelt;
}

/** Pages a second, so many people clicking at once. */
async function durchsatz(haus: Seitenhaus, ruf: Seitenruf): Promise<void> {
  const je = 40;
  const beginn = performance.now();
  await Promise.all(
    Array.from({ length: ZUGLEICH }, async () => {
      for (let n = 0; n < je; n += 1) await besuche(haus, ruf);
    }),
  );
  const sekunden = (performance.now() - beginn) / 1000;
  console.log(
    `web ${ruf.name} ${ruf.wer}: ${((ZUGLEICH * je) / sekunden).toFixed(0)} Seiten/s zu ${String(ZUGLEICH)}`,
  );
}

/**
 * Pages in a house of few cases and in one of 100,000 (LOTSE_FAELLE sets another size), with the same own cases, over HTTP and through the
 * login of the API: time and bytes of each, and how many of "Heute" and of a case a second.
 */
export async function benchWeb(): Promise<void> {
  const datenbanken = await starteDatenbanken();
  const haeuser = [await oeffneHaus(datenbanken, KLEIN), await oeffneHaus(datenbanken, GROSS)] as const;
  try {
    let zuViel = 0;
    for (const ruf of SEITENRUFE) if (!(await vergleiche(haeuser, ruf))) zuViel += 1;
    const [, gross] = haeuser;
    await durchsatz(gross, { name: 'Heute', wer: 'fm', pfad: '/' });
    await durchsatz(gross, { name: 'Fall', wer: 'fm', pfad: `/faelle/${gross.fall}` });
    console.log(`web ${String(SEITENRUFE.length)} Seiten, ${String(zuViel)} davon zu langsam oder zu groß`);
    if (zuViel > 0) process.exitCode = 1;
  } finally {
    for (const haus of haeuser) await haus.beende();
    await datenbanken.stop();
  }
}
