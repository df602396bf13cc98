import { randomUUID } from 'node:crypto';
import { nebeneinander } from '../../activities/nebeneinander.ts';
import { PERSONAL, legePersonAn } from '../probehaus/stammdaten.ts';
import { holeToken } from '../token/hole-token.ts';
import { baueGegnerhaus, type Gegnerhaus } from './gegner/haus.ts';
import { laengenDesLetzten } from './gegner/laengen.ts';
import type { Laengen } from './gegner/vertrag.ts';
import { median } from './verteilung.ts';

const RUNDEN = 7;
const FAELLE = 60;
const KONTAKTE_JE_FALL = 3;
const ZUGLEICH = 8;
/** Issue 14: opening against the contender, and how many times as long a command may take. */
const ERFUELLT = { eroeffnung: 0.9, befehl: 1.25 };

type Wer = 'pap' | 'fm' | 'tl';
type Rufe = (wer: Wer, ort: string, rumpf: object) => Promise<Record<string, unknown>>;

function rufer(issuer: string): Rufe {
  const tokens = new Map<Wer, Promise<string>>();
  return async (wer, ort, rumpf) => {
    const token = tokens.get(wer) ?? holeToken(issuer, wer);
    tokens.set(wer, token);
    const antwort = await fetch(ort, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(rumpf),
    });
    const inhalt = (await antwort.json()) as Record<string, unknown>;
    if (antwort.ok) return inhalt;
    throw new Error(`${ort}: ${String(antwort.status)} ${JSON.stringify(inhalt)}`);
  };
}

/** One of the two: opens so many cases, and takes contacts on them. */
type Seite = {
  readonly eroeffne: (personen: readonly string[]) => Promise<string[]>;
  /** What lies between opening and contact and is not measured. */
  readonly bereite: (faelle: readonly string[]) => Promise<void>;
  readonly kontakt: (fallId: string) => Promise<unknown>;
};

function lotse({ lotse: ort }: Gegnerhaus, rufe: Rufe): Seite {
  const gruende = 'Mehrere Hemmnisse, die zusammenwirken';
  return {
    eroeffne: (personen) =>
      nebeneinander(personen, ZUGLEICH, async (person) =>
        String((await rufe('pap', `${ort}/faelle`, { person, gruende }))['fallId']),
      ),
    bereite: async (faelle) => {
      await nebeneinander(faelle, ZUGLEICH, (id) =>
        rufe('tl', `${ort}/faelle/${id}/zuordnung`, {
          ...{ fm: PERSONAL.fm, begruendungen: {} },
        }),
      );
    },
    kontakt: (id) => rufe('fm', `${ort}/faelle/${id}/kontakte`, { status: 'durchgefuehrt', art: 'telefon' }),
  };
}

function gegner(
  { gegner: ort }: Gegnerhaus,
  rufe: Rufe,
  laengen: { eroeffnung: Laengen; kontakt: Laengen },
): Seite {
  return {
    eroeffne: (personen) =>
      nebeneinander(personen, ZUGLEICH, async () =>
        String((await rufe('pap', `${ort}/faelle`, { laengen: laengen.eroeffnung }))['fallId']),
      ),
    bereite: () => Promise.resolve(),
    kontakt: (id) => rufe('fm', `${ort}/faelle/${id}/kontakte`, { laengen: laengen.kontakt }),
  };
}

type Takt = { readonly eroeffnung: number; readonly befehl: number };

/** Milliseconds for each opening and each contact. */
async function miss(seite: Seite, personen: readonly string[]): Promise<Takt> {
  const beginn = performance.now();
  const faelle = await seite.eroeffne(personen);
  const eroeffnet = performance.now();
  await seite.bereite(faelle);
  const bereit = performance.now();
  const folge = Array.from({ length: KONTAKTE_JE_FALL }, () => faelle).flat();
  await nebeneinander(folge, ZUGLEICH, seite.kontakt);
  return {
    eroeffnung: (eroeffnet - beginn) / faelle.length,
    befehl: (performance.now() - bereit) / folge.length,
  };
}

const spanne = (werte: readonly number[]): string =>
  `${median(werte).toFixed(2)} (${Math.min(...werte).toFixed(2)} bis ${Math.max(...werte).toFixed(2)})`;

/** Rounds in turns, so that what else happens on the machine meets both. @returns how many times as fast an opening is, how many times as long a command takes */
async function vergleiche(haus: Gegnerhaus): Promise<{ eroeffnung: number[]; befehl: number[] }> {
  const rufe = rufer(haus.issuer);
  const wir = lotse(haus, rufe);
  const personen = (runde: number): Promise<string[]> =>
    nebeneinander(
      Array.from({ length: FAELLE }, (_, nr) => `gegner-${String(runde)}-${String(nr)}`),
      ZUGLEICH,
      (marke) => legePersonAn(haus.db, marke),
    );
  // One case of its own tells how much travels; and both are warm.
  const [erster = ''] = await wir.eroeffne([await legePersonAn(haus.db, 'gegner-laengen')]);
  const eroeffnung = await laengenDesLetzten(haus.temporal, erster);
  await wir.bereite([erster]);
  await wir.kontakt(erster);
  const kontakt = await laengenDesLetzten(haus.temporal, erster);
  const andere = gegner(haus, rufe, { eroeffnung, kontakt });
  console.log(
    `gegner Nutzlasten: Vormerkung ${JSON.stringify(eroeffnung)}, Kontakt ${JSON.stringify(kontakt)}`,
  );
  const verhaeltnisse: { eroeffnung: number[]; befehl: number[] } = { eroeffnung: [], befehl: [] };
  for (let runde = 0; runde <= RUNDEN; runde += 1) {
    const wen = await personen(runde);
    const messe = { wir: () => miss(wir, wen), andere: () => miss(andere, wen) };
    const zuerstWir = runde % 2 === 0;
    const erste = await (zuerstWir ? messe.wir() : messe.andere());
    const zweite = await (zuerstWir ? messe.andere() : messe.wir());
    const [unser, ihr] = zuerstWir ? [erste, zweite] : [zweite, erste];
    // The first round warms up.
    if (runde === 0) continue;
    verhaeltnisse.eroeffnung.push(ihr.eroeffnung / unser.eroeffnung);
    verhaeltnisse.befehl.push(unser.befehl / ihr.befehl);
    console.log(
      `gegner Runde ${runde}: Vormerkung ${unser.eroeffnung.toFixed(1)} gegen ${ihr.eroeffnung.toFixed(1)} ms, Kontakt ${unser.befehl.toFixed(1)} gegen ${ihr.befehl.toFixed(1)} ms`,
    );
  }
  return verhaeltnisse;
}

/** Against what somebody would write by hand: same servers, same Express, same check of the token, as many bytes. */
export async function benchGegner(): Promise<void> {
  const haus = await baueGegnerhaus();
  try {
    const { eroeffnung, befehl } = await vergleiche(haus);
    console.log(
      `gegner Vormerkung ${spanne(eroeffnung)} × so schnell (Ziel mindestens ${ERFUELLT.eroeffnung}), Kontakt ${spanne(befehl)} × so lang (Ziel höchstens ${ERFUELLT.befehl})`,
    );
    if (median(eroeffnung) < ERFUELLT.eroeffnung || median(befehl) > ERFUELLT.befehl) process.exitCode = 1;
  } finally {
    await haus.beende();
  }
}
