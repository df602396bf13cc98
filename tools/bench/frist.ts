import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { LAENDER } from '../../domain/frist/kalender.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { beantworteZeile } from '../frist/beantworte-zeile.ts';

const ZEILEN = 200_000;
const ERSTER_TAG = '1996-01-01';
const TAGE = 36_000;
const REGELN = ['CAL-F', 'CAL-Z', 'CAL-R'] as const;
const DAUERN = [
  ['tage', 400],
  ['arbeitstage', 100],
  ['wochen', 60],
  ['monate', 60],
  ['jahre', 5],
] as const;

/** Park and Miller's generator: the same lines in every run. */
const zufall = (saat: number): ((unter: number) => number) => {
  let zustand = saat;
  return (unter) => {
    zustand = (zustand * 48_271) % 2_147_483_647;
    return zustand % unter;
  };
};

const ausListe = <T>(liste: readonly T[], stelle: number): T => {
  const gewaehlt = liste[stelle];
  if (gewaehlt === undefined) throw new RangeError(`keine Stelle ${stelle}`);
  return gewaehlt;
};

const erzeugeZeilen = (): string[] => {
  const naechste = zufall(187);
  return Array.from({ length: ZEILEN }, () => {
    const [einheit, unter] = ausListe(DAUERN, naechste(DAUERN.length));
    return JSON.stringify({
      regel: ausListe(REGELN, naechste(REGELN.length)),
      ereignis: plusTage(ERSTER_TAG, naechste(TAGE)),
      [einheit]: naechste(unter),
      land: ausListe(LAENDER, naechste(LAENDER.length)),
    });
  });
};

const berichte = (was: string, millisekunden: number): void => {
  console.log(`frist ${was}: ${Math.round((ZEILEN / millisekunden) * 1000)} Zeilen/s (${ZEILEN} Zeilen)`);
};

const messeFunktion = (zeilen: readonly string[]): void => {
  const beginn = performance.now();
  for (const zeile of zeilen) JSON.stringify(beantworteZeile(zeile));
  berichte('Funktion', performance.now() - beginn);
};

const messeKommando = async (zeilen: readonly string[]): Promise<void> => {
  const main = fileURLToPath(new URL('../frist/main.ts', import.meta.url));
  const beginn = performance.now();
  const prozess = spawn(process.execPath, [main, '--stdin'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let antworten = 0;
  prozess.stdout.on('data', (stueck: Buffer) => {
    for (const byte of stueck) if (byte === 10) antworten++;
  });
  prozess.stdin.end(`${zeilen.join('\n')}\n`);
  await once(prozess, 'close');
  if (antworten !== ZEILEN) throw new Error(`${antworten} Antworten auf ${ZEILEN} Zeilen`);
  berichte('Kommandozeile samt Start', performance.now() - beginn);
};

/** Lines a second of the Frist calculator: the function with JSON in and out, and the command line end to end. */
export async function benchFrist(): Promise<void> {
  const zeilen = erzeugeZeilen();
  messeFunktion(zeilen);
  await messeKommando(zeilen);
}
