import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const WURZEL = fileURLToPath(new URL('../../', import.meta.url));

/** One planted change of the sources. */
export type Mutant = {
  readonly name: string;
  readonly datei: string;
  readonly statt: string;
  readonly neu: string;
};

const BUENDEL = ['workflows', 'temporal', 'domain', 'package.json'] as const;

/** What is reached from where the mutant is played: the bundle of the workflows, or the random lives. */
const QUELLEN = {
  workflows: BUENDEL,
  simulation: [...BUENDEL, 'activities', 'worker', 'api', 'db', 'ops', 'tools'],
} as const;

/** Copies what is reached, plants the change, and takes the copy away again afterwards. */
export async function mitMutant<T>(
  { datei, statt, neu }: Omit<Mutant, 'name'>,
  von: keyof typeof QUELLEN,
  arbeit: (ordner: string) => Promise<T>,
): Promise<T> {
  const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-mutant-'));
  try {
    for (const teil of QUELLEN[von]) {
      await cp(path.join(WURZEL, teil), path.join(ordner, teil), { recursive: true });
    }
    await symlink(path.join(WURZEL, 'node_modules'), path.join(ordner, 'node_modules'));
    const ziel = path.join(ordner, datei);
    const quelle = await readFile(ziel, 'utf8');
    if (!quelle.includes(statt)) throw new Error(`In ${datei} gibt es die Stelle nicht mehr: ${statt}`);
    await writeFile(ziel, quelle.replace(statt, neu));
    return await arbeit(ordner);
  } finally {
    await rm(ordner, { recursive: true, force: true });
  }
}
