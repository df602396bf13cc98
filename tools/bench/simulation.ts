import fc from 'fast-check';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { lebe } from '../simulation/leben.ts';
import { partie } from '../simulation/zuege.ts';

const LEBEN = 2_000;
const SAAT = 20_261_122;
const TAG_MS = 86_400_000;

function jahre(leben: ReturnType<typeof lebe>): number {
  const tage = leben.ereignisse.map((e) => Date.parse(ortstag(e.am)));
  return (Math.max(...tage) - Math.min(...tage)) / TAG_MS / 365.25;
}

/** Years of case life that random commands and the passage of time simulate in one minute of one core. */
export function benchSimulation(): void {
  const partien = fc.sample(partie, { numRuns: LEBEN, seed: SAAT });
  const vorher = process.cpuUsage();
  const summe = partien.reduce((bisher, eine) => bisher + jahre(lebe(eine)), 0);
  const { user, system } = process.cpuUsage(vorher);
  const minuten = (user + system) / 60_000_000;
  console.log(
    `simulation: ${Math.round(summe / minuten)} Falljahre je CPU-Minute (${LEBEN} Leben, ${Math.round(summe)} Jahre)`,
  );
}
