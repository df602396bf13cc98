import { mkdir, chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { z } from 'zod';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import { LAUFZETTEL, lauffelder } from '../../ops/datenordner.ts';
import type { Melder } from '../lokal/melder.ts';
import { befehlszeile, lebt } from '../lokal/prozess.ts';

const prozess = z.object({ pid: z.number().int(), befehl: z.string() });
const schema = z.object({
  ...prozess.shape,
  issuer: z.string(),
  apiUrl: z.string(),
  ...lauffelder,
  kinder: z.array(prozess),
});

/** What runs at the moment: read by `npm run token`, `npm run ops` and by the next start after a kill. */
export type Laufzettel = z.infer<typeof schema>;

/**
 * Takes possession of the data folder: refuses when Lotse already runs on it, and ends processes
 * a killed run has left behind.
 */
export async function uebernimmOrdner(daten: string, melde: Melder): Promise<void> {
  try {
    await mkdir(daten, { recursive: true });
    // Traversable, because PostgreSQL runs under another user when Lotse is started by root.
    if (process.getuid?.() === 0) await chmod(daten, 0o711);
  } catch (cause) {
    throw new BedienFehler(
      `Der Datenordner ${daten} lässt sich nicht anlegen oder beschreiben.`,
      'Prüfen Sie die Rechte oder wählen Sie mit LOTSE_DATEN einen anderen Ordner.',
      { cause },
    );
  }
  const voriger = await liesLaufzettel(daten);
  if (voriger === undefined) return;
  if (voriger.pid !== process.pid && laeuftNoch(voriger)) {
    throw new BedienFehler(
      `Lotse läuft schon auf ${daten} (Prozess ${String(voriger.pid)}).`,
      'Beenden Sie diesen Lauf mit Strg-C oder wählen Sie mit LOTSE_DATEN und LOTSE_PORT_… einen zweiten Platz.',
    );
  }
  await beendeReste(voriger.kinder.filter(laeuftNoch), melde);
  await rm(path.join(daten, LAUFZETTEL), { force: true });
}

async function beendeReste(reste: readonly z.infer<typeof prozess>[], melde: Melder): Promise<void> {
  if (reste.length === 0) return;
  melde('Der vorige Lauf wurde nicht sauber beendet; seine übrigen Prozesse werden beendet.');
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const rest of reste.filter(laeuftNoch)) process.kill(rest.pid, signal);
    for (let versuch = 0; versuch < 100 && reste.some(laeuftNoch); versuch += 1) await warte(100);
  }
}

/** The id alone is not enough: the system gives it to somebody else later. */
function laeuftNoch({ pid, befehl }: z.infer<typeof prozess>): boolean {
  return lebt(pid) && befehlszeile(pid) === befehl;
}

/** The note of the run on a data folder; undefined when there is none. */
async function liesLaufzettel(daten: string): Promise<Laufzettel | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(path.join(daten, LAUFZETTEL), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Notes what runs now, readable by its owner only. */
export async function schreibeLaufzettel(
  daten: string,
  stand: Pick<Laufzettel, 'issuer' | 'apiUrl' | 'datenbank' | 'temporal'> & { kinder: readonly number[] },
): Promise<void> {
  const mitBefehl = (pid: number): z.infer<typeof prozess> => ({ pid, befehl: befehlszeile(pid) });
  const zettel: Laufzettel = { ...mitBefehl(process.pid), ...stand, kinder: stand.kinder.map(mitBefehl) };
  const datei = path.join(daten, LAUFZETTEL);
  // The address of the database contains its password.
  await writeFile(`${datei}.neu`, JSON.stringify(zettel, null, 2), { mode: 0o600 });
  await rename(`${datei}.neu`, datei);
}

/** The run has ended and nothing of it is left; the note of another run stays. */
export async function entferneLaufzettel(daten: string): Promise<void> {
  if ((await liesLaufzettel(daten))?.pid === process.pid)
    await rm(path.join(daten, LAUFZETTEL), { force: true });
}
