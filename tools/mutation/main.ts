/**
 * Takes away the check of every rule and duty, one at a time, and plays the stories: node tools/mutation/main.ts [id …].
 * Each mutant must be noticed by at least one story; exit 1 names those that were not.
 */
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MUTANTEN, OHNE_MUTANT, type Mutant } from './mutanten.ts';

const WURZEL = fileURLToPath(new URL('../../', import.meta.url));
const GESCHICHTEN = globSync('test/szenarien/*.yaml', { cwd: WURZEL }).sort();

type Befund = {
  readonly id: string;
  readonly art: 'bemerkt' | 'unbemerkt' | 'ohne Stelle';
  readonly durch: string[];
};

/** Plays all stories with one check taken away. @throws when the runner itself did not come to an end. */
function pruefe({ id }: Mutant): Promise<Befund> {
  const argumente = ['--import', './tools/mutation/haken.ts', 'tools/szenario/main.ts', ...GESCHICHTEN];
  const aufruf = { cwd: WURZEL, env: { ...process.env, LOTSE_MUTANT: id }, maxBuffer: 1 << 26 };
  return new Promise((fertig, gescheitert) => {
    execFile(process.execPath, argumente, aufruf, (_, __, stderr) => {
      if (!/^\d+ passed, \d+ failed$/mu.test(stderr)) gescheitert(new Error(`${id}: ${stderr.slice(-500)}`));
      const durch = [...stderr.matchAll(/^test\/szenarien\/(\S+?)\.yaml:/gmu)].map(([, name = '']) => name);
      const stelle = stderr.includes(`Mutant ${id}: `);
      const art = stelle ? (durch.length > 0 ? 'bemerkt' : 'unbemerkt') : 'ohne Stelle';
      fertig({ id, art, durch: [...new Set(durch)] });
    });
  });
}

const gewaehlt = process.argv.slice(2);
const warteschlange = MUTANTEN.filter(({ id }) => gewaehlt.length === 0 || gewaehlt.includes(id));
const befunde: Befund[] = [];
async function arbeite(): Promise<void> {
  for (let mutant = warteschlange.shift(); mutant !== undefined; mutant = warteschlange.shift()) {
    const befund = await pruefe(mutant);
    befunde.push(befund);
    console.log(`${befund.id} ${befund.art} ${befund.durch.slice(0, 4).join(', ')}`);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, arbeite));
const unbemerkt = befunde.filter(({ art }) => art !== 'bemerkt');
console.log(`${befunde.length - unbemerkt.length} von ${befunde.length} Mutanten bemerkt`);
for (const { id, art } of unbemerkt) console.error(`${id}: ${art}`);
if (gewaehlt.length === 0)
  for (const [id, statt] of Object.entries(OHNE_MUTANT)) console.log(`${id} ohne Mutanten: ${statt}`);
process.exitCode = unbemerkt.length === 0 ? 0 : 1;
