import type { Umgebung } from '../../api/kern/umgebung.ts';
import { oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { starteDatenbanken, type Datenbanken } from '../probehaus/datenbanken.ts';
import { LISTENRUFE, lesendeUmgebung, listenfrager, type Listenruf } from '../probehaus/listen.ts';
import {
  angesehen,
  grosseTabellen,
  oeffneMitPlaenen,
  zugriffe,
  type Ausgefuehrt,
} from '../probehaus/plaene.ts';
import { legeHausAn } from './haeuser.ts';
import { median } from './verteilung.ts';

const [KLEIN, GROSS] = [1_000, Number(process.env['LOTSE_FAELLE'] ?? 100_000)];
const RUNDEN = 7;
/** A list may look at so many more rows, and take so much longer, in a house with a hundred times as many cases. */
const HOECHSTENS = 2;
/** In the big house: what has fewer rows, like the staff, may be read as a whole. */
const GROSS_AB = 10_000;

type Frager = ReturnType<typeof listenfrager>;

type Haus = {
  readonly faelle: number;
  /** Tables that grow with the cases. */
  readonly grosse: ReadonlySet<string>;
  readonly frage: Frager;
  /** The same list, and how PostgreSQL came to it. */
  readonly erklaere: (ruf: Listenruf) => Promise<Ausgefuehrt[]>;
  readonly beende: () => Promise<void>;
};

async function oeffneHaus(datenbanken: Datenbanken, faelle: number): Promise<Haus> {
  const { url, haus, besitzer, zugaenge, tresor, beende } = await legeHausAn(datenbanken, faelle);
  const api = oeffneDatenbank(zugaenge.api, 1);
  const erklaerend = await oeffneMitPlaenen(url, zugaenge.api);
  const umgebung = (db: Datenbank): Umgebung => lesendeUmgebung(db, tresor);
  const mitPlan = listenfrager(umgebung(erklaerend.db), haus);
  return {
    faelle,
    grosse: await grosseTabellen(besitzer, GROSS_AB),
    frage: listenfrager(umgebung(api), haus),
    erklaere: async (ruf) => {
      await mitPlan(ruf);
      erklaerend.nimm();
      await mitPlan(ruf);
      return erklaerend.nimm();
    },
    beende: async () => {
      await Promise.all([api, erklaerend.db].map((db) => db.schliesse()));
      await beende();
    },
  };
}

/** Milliseconds of a list in each house, asked in turns; the first round fills caches. */
async function miss(
  haeuser: readonly Haus[],
  ruf: Listenruf,
): Promise<{ zeiten: number[]; gesamt: number[] }> {
  const zeiten = haeuser.map((): number[] => []);
  const gesamt = haeuser.map(() => 0);
  for (let runde = 0; runde <= RUNDEN; runde += 1)
    for (const [stelle, haus] of haeuser.entries()) {
      const beginn = performance.now();
      const seite = await haus.frage(ruf);
      gesamt[stelle] = seite.gesamt;
      if (runde > 0) zeiten[stelle]?.push(performance.now() - beginn);
    }
  return { zeiten: zeiten.map(median), gesamt };
}

const summe = (plaene: readonly Ausgefuehrt[], grosse: ReadonlySet<string>): number =>
  Math.round(plaene.reduce((zahl, { wurzel }) => zahl + angesehen(wurzel, grosse), 0));

function zeigePlaene({ name, rolle }: Listenruf, { faelle }: Haus, plaene: readonly Ausgefuehrt[]): void {
  const wunsch = process.env['LOTSE_PLAENE'];
  if (wunsch === undefined || (wunsch !== '' && wunsch !== name)) return;
  for (const { anweisung, wurzel, text } of plaene) {
    console.log(`  ${faelle} ${name} ${rolle}: ${anweisung.replaceAll(/\s+/gu, ' ').slice(0, 200)}`);
    for (const zugriff of zugriffe(wurzel)) console.log(`    ${zugriff}`);
    if (wunsch !== '') console.log(text);
  }
}

const mal = (klein: number, gross: number): number => gross / Math.max(klein, 1);
/** A page and what is counted beyond it (ADR 64): a list that looks at no more needs no ratio. */
const GRUNDZEILEN = 1_200;

async function vergleiche(haeuser: readonly [Haus, Haus], ruf: Listenruf): Promise<boolean> {
  const { zeiten, gesamt } = await miss(haeuser, ruf);
  const zeilen: number[] = [];
  for (const haus of haeuser) {
    const plaene = await haus.erklaere(ruf);
    zeilen.push(summe(plaene, haeuser[1].grosse));
    zeigePlaene(ruf, haus, plaene);
  }
  const [ms = 0, msGross = 0] = zeiten;
  const [wenig = 0, viel = 0] = zeilen;
  const haelt = viel <= Math.max(HOECHSTENS * wenig, GRUNDZEILEN);
  console.log(
    `listen ${ruf.name} ${ruf.rolle}: ${ms.toFixed(1)} → ${msGross.toFixed(1)} ms (${mal(ms, msGross).toFixed(2)} ×); ` +
      `angesehen ${wenig} → ${viel} Zeilen (${mal(wenig, viel).toFixed(2)} ×), auf der Liste ${gesamt.join(' → ')}${haelt ? '' : ' ZU VIEL'}`,
  );
  return haelt;
}

/**
 * P10: every list of every role in a house of 1,000 cases and one of 100,000, with the same own cases in both, through the login of the API
 * and its row-level security. Rows looked at decide; times are told. LOTSE_LISTE names one list, LOTSE_PLAENE shows how PostgreSQL
 * came to the rows (with a name: whole plans), LOTSE_FAELLE sets another size.
 */
export async function benchListen(): Promise<void> {
  const datenbanken = await starteDatenbanken();
  const haeuser = [await oeffneHaus(datenbanken, KLEIN), await oeffneHaus(datenbanken, GROSS)] as const;
  const nur = process.env['LOTSE_LISTE'];
  const rufe = LISTENRUFE.filter(({ name }) => nur === undefined || name === nur);
  try {
    let zuViel = 0;
    for (const ruf of rufe) if (!(await vergleiche([haeuser[0], haeuser[1]], ruf))) zuViel += 1;
    console.log(`listen ${rufe.length} Listen und Rollen, ${zuViel} davon nicht flach`);
    if (zuViel > 0) process.exitCode = 1;
  } finally {
    for (const haus of haeuser) await haus.beende();
    await datenbanken.stop();
  }
}
