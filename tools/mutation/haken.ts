/**
 * Loaded before the Szenario runner (`node --import`): gives it the domain without the check of LOTSE_MUTANT. Says on
 * stderr how many files it changed, so that a mutant without a place is no survivor by accident.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ohneRegel } from './eingriff.ts';
import { MUTANTEN } from './mutanten.ts';

const DOMAIN = new URL('../../domain/', import.meta.url).href;
const WURZEL = new URL('../../', import.meta.url).href;
const name = process.env['LOTSE_MUTANT'] ?? '';
const mutant = MUTANTEN.find(({ id }) => id === name);
if (mutant === undefined) throw new Error(`Keinen Mutanten für ${name}`);
const { id, ersatz } = mutant;

function veraendert(url: string): string | null {
  const text = readFileSync(fileURLToPath(url), 'utf8');
  if (ersatz === null) return text.includes(`'${id}'`) ? ohneRegel(text, id) : null;
  if (url !== `${WURZEL}${ersatz.datei}`) return null;
  if (text.split(ersatz.von).length !== 2)
    throw new Error(`${ersatz.datei} hat die Stelle von ${id} nicht genau einmal`);
  return text.replace(ersatz.von, () => ersatz.nach);
}

registerHooks({
  load: (url, kontext, weiter) => {
    const neu = url.startsWith(DOMAIN) ? veraendert(url) : null;
    if (neu === null) return weiter(url, kontext);
    process.stderr.write(`Mutant ${id}: ${url.slice(WURZEL.length)}\n`);
    return { format: 'module-typescript', source: neu, shortCircuit: true };
  },
});
