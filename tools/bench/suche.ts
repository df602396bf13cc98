import { eq, sql } from 'drizzle-orm';
import { ladeKonto } from '../../api/kern/konto.ts';
import type { Konto, Umgebung } from '../../api/kern/umgebung.ts';
import { personensuche } from '../../api/personen/routen.ts';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { fall, person } from '../../db/schema/index.ts';
import { starteDatenbanken } from '../probehaus/datenbanken.ts';
import { lesendeUmgebung } from '../probehaus/listen.ts';
import { PERSONAL } from '../probehaus/stammdaten.ts';
import { legeHausAn } from './haeuser.ts';
import { quantil } from './verteilung.ts';

const PERSONEN = Number(process.env['LOTSE_FAELLE'] ?? 100_000);
const RUNDEN = 20;
/** 16: what somebody waits for at most who knows two things; with one alone a whole house may have to be read. */
const HOECHSTENS_MS = 300;

type Merkmale = Readonly<Record<'name' | 'geburtsdatum' | 'kundennummer' | 'fallnummer', string>>;

/** Each pair of what somebody may know, and each alone. */
const SUCHEN: readonly (readonly (keyof Merkmale)[])[] = [
  ['name', 'geburtsdatum'],
  ['name', 'kundennummer'],
  ['geburtsdatum', 'kundennummer'],
  ['name', 'fallnummer'],
  ['name'],
  ['geburtsdatum'],
  ['kundennummer'],
  ['fallnummer'],
];

/** The persons of a grown house are copies: their birth dates are spread over forty years. */
async function streueGeburtstage(besitzer: Datenbank): Promise<void> {
  await mitAkteur(besitzer, { system: 'wartung' }, async (tx) => {
    await tx.execute(
      sql`update person set geburtsdatum = date '1960-01-01' + (hashtext(id::text) & 16383) % 14600`,
    );
    await tx.execute(sql`analyze person`);
  });
}

async function merkmaleVon(besitzer: Datenbank, personId: string): Promise<Merkmale> {
  const [wer] = await mitAkteur(besitzer, { system: 'wartung' }, (tx) =>
    tx.select().from(person).innerJoin(fall, eq(fall.personId, person.id)).where(eq(person.id, personId)),
  );
  if (wer === undefined) throw new Error('Die gesuchte Person hat keinen Fall');
  const { name, geburtsdatum, kundennummer } = wer.person;
  return { name: name.slice(-8), geburtsdatum, kundennummer, fallnummer: wer.fall.fallnummer };
}

type Messung = { readonly umgebung: Umgebung; readonly konto: Konto; readonly merkmale: Merkmale };

/** Milliseconds that 19 of 20 searches do not exceed; the first one fills caches. */
async function miss(
  { umgebung, konto, merkmale }: Messung,
  felder: readonly (keyof Merkmale)[],
): Promise<number> {
  const rumpf = Object.fromEntries(felder.map((feld) => [feld, merkmale[feld]]));
  const zeiten: number[] = [];
  for (let runde = 0; runde <= RUNDEN; runde += 1) {
    const beginn = performance.now();
    const antwort = await personensuche.rufe(umgebung, {
      konto,
      pfad: {},
      abfrage: {},
      rumpf,
      schluessel: '',
    });
    if (runde > 0) zeiten.push(performance.now() - beginn);
    if (antwort.rumpf.gesamt === 0) throw new Error(`Niemand gefunden mit ${felder.join(' und ')}`);
  }
  return quantil(zeiten, 0.95);
}

/** 16.1: how long a search for a person takes in a house of 100,000, through the login of the API and its row-level security. */
export async function benchSuche(): Promise<void> {
  const datenbanken = await starteDatenbanken();
  const { haus, besitzer, zugaenge, tresor, beende } = await legeHausAn(datenbanken, PERSONEN);
  const api = oeffneDatenbank(zugaenge.api, 1);
  try {
    await streueGeburtstage(besitzer);
    const umgebung = lesendeUmgebung(api, tresor);
    const merkmale = await merkmaleVon(besitzer, haus.eigen.person);
    let zuLang = 0;
    for (const rolle of ['pap', 'fm', 'tl'] as const) {
      const konto = await ladeKonto(umgebung, PERSONAL[rolle]);
      for (const felder of SUCHEN) {
        const ms = await miss({ umgebung, konto, merkmale }, felder);
        const haelt = ms <= HOECHSTENS_MS || felder.length < 2;
        if (!haelt) zuLang += 1;
        console.log(
          `suche ${rolle} ${felder.join(' + ')}: p95 ${ms.toFixed(1)} ms${haelt ? '' : ' ZU LANG'}`,
        );
      }
    }
    console.log(
      `suche ${String(PERSONEN)} Personen, ${String(zuLang)} Suchen nach zwei Merkmalen über ${String(HOECHSTENS_MS)} ms`,
    );
    if (zuLang > 0) process.exitCode = 1;
  } finally {
    await api.schliesse();
    await beende();
    await datenbanken.stop();
  }
}
