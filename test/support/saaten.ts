import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { NACHTS } from './umfang.ts';
import { WIEDERHOLUNG } from './wiederholung.ts';

const DATEI = new URL('./gemerkte-saaten.json', import.meta.url);

/** Tests that draw at random, each with the seed of `npm test`: a newcomer's run is the same as ours. */
const FESTE = { leben: 1, vertretung: 20_261_102, fuzz: 20_261_103 } as const;
export type Ziehung = keyof typeof FESTE;

/** A seed that failed once, how far it has to be played, and what it found. */
export type GemerkteSaat = { readonly saat: number; readonly laeufe: number; readonly fund: string };
type Merkliste = Readonly<Record<Ziehung, readonly GemerkteSaat[]>>;

const lies = (datei: URL): Merkliste => JSON.parse(readFileSync(datei, 'utf8')) as Merkliste;

/** One way through the draws of a test. */
export type Durchgang = { readonly saat: number; readonly laeufe: number };

/** What failed once comes first, then the seed of this run: the fixed one, at night a fresh one. */
export function durchgaenge(
  name: Ziehung,
  laeufe: number,
  { nachts = NACHTS, datei = DATEI }: { nachts?: boolean; datei?: URL } = {},
): readonly Durchgang[] {
  if (name === 'fuzz' && WIEDERHOLUNG.saat !== null) return [{ saat: WIEDERHOLUNG.saat, laeufe }];
  const saat = nachts ? randomInt(2 ** 31) : FESTE[name];
  return [...lies(datei)[name].map((alte) => ({ saat: alte.saat, laeufe: alte.laeufe })), { saat, laeufe }];
}

/** Plays every draw in turn; one that fails is kept in the file, to be played first from now on. */
export async function spieleDurchgaenge(
  { name, alle, datei = DATEI }: { name: Ziehung; alle: readonly Durchgang[]; datei?: URL },
  spiele: (durchgang: Durchgang) => void | Promise<void>,
): Promise<void> {
  for (const durchgang of alle) {
    console.log(`${name}: Saat ${String(durchgang.saat)}, ${String(durchgang.laeufe)} Durchläufe`);
    try {
      await spiele(durchgang);
    } catch (fehler) {
      merke(name, { ...durchgang, fund: String(fehler).slice(0, 300) }, datei);
      throw fehler;
    }
  }
}

/** The fixed seed is played anyway, and what is on the list stands there once. */
function merke(name: Ziehung, neue: GemerkteSaat, datei: URL): void {
  const liste = lies(datei);
  if (neue.saat === FESTE[name] || liste[name].some(({ saat }) => saat === neue.saat)) return;
  writeFileSync(datei, `${JSON.stringify({ ...liste, [name]: [...liste[name], neue] }, null, 2)}\n`);
  console.error(
    `Saat ${String(neue.saat)} steht jetzt in test/support/gemerkte-saaten.json: bitte einchecken.`,
  );
}
