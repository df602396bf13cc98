import { readFile } from 'node:fs/promises';
import { kernMotor } from '../szenario/kern.ts';
import { leseGeschichte } from '../szenario/lesen.ts';
import { fehlerVon, spiele } from '../szenario/spielen.ts';

const DURCHGAENGE = 20;
/** More than two years from Vormerkung to extension, every due moment on its own. */
const DATEI = new URL('../../test/szenarien/voller-fall-9.3.yaml', import.meta.url);

function median(werte: readonly number[]): number {
  return [...werte].sort((a, b) => a - b)[Math.floor(werte.length / 2)] ?? Number.NaN;
}

/** Milliseconds to read and play a story of more than two years in the pure domain; median of 20 after one warm-up. */
export async function benchKern(): Promise<void> {
  const text = await readFile(DATEI, 'utf8');
  const zeiten: number[] = [];
  for (let durchgang = 0; durchgang <= DURCHGAENGE; durchgang += 1) {
    const beginn = performance.now();
    const bericht = await spiele(leseGeschichte('voller-fall-9.3.yaml', text), kernMotor());
    if (durchgang > 0) zeiten.push(performance.now() - beginn);
    if (fehlerVon(bericht).length > 0) throw new Error(fehlerVon(bericht).join('\n'));
  }
  console.log(
    `kern: ${median(zeiten).toFixed(1)} ms für eine Geschichte über 26 Monate (Median von ${DURCHGAENGE})`,
  );
}
