import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import type { Melder } from './melder.ts';
import type { Datenordner } from './postgres-ordner.ts';
import { befehlszeile, lebt } from './prozess.ts';

/** What the server itself writes into postmaster.pid: line 1 = process id, line 8 = status. */
export async function leseStand(cluster: string): Promise<{ pid: number; bereit: boolean } | undefined> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const zeilen = text.split('\n');
  const pid = Number.parseInt(zeilen[0] ?? '', 10);
  return Number.isNaN(pid) ? undefined : { pid, bereit: zeilen[7]?.trim() === 'ready' };
}

/**
 * Makes this process the owner of the folder. After a kill of Lotse its server may still run there and is ended;
 * a pid file naming a stranger's process is removed.
 * @throws BedienFehler when another living Lotse owns the folder
 */
export async function loeseVorgaengerAb({ wurzel, cluster }: Datenordner, melde: Melder): Promise<void> {
  const besitzerdatei = path.join(wurzel, 'besitzer');
  const stand = await leseStand(cluster);
  if (stand !== undefined && lebt(stand.pid)) {
    if (!befehlszeile(stand.pid).includes(cluster)) {
      await rm(path.join(cluster, 'postmaster.pid'), { force: true });
    } else {
      await pruefeBesitzer(besitzerdatei, wurzel);
      await beendeWaisen(stand.pid, wurzel, melde);
    }
  }
  await writeFile(besitzerdatei, String(process.pid));
}

async function pruefeBesitzer(datei: string, wurzel: string): Promise<void> {
  const besitzer = Number.parseInt(await readFile(datei, 'utf8').catch(() => ''), 10);
  if (Number.isNaN(besitzer) || besitzer === process.pid || !befehlszeile(besitzer).includes('node')) return;
  throw new BedienFehler(
    `Auf dem Datenordner ${wurzel} läuft Lotse schon (Prozess ${String(besitzer)}).`,
    'Beenden Sie diesen Lauf mit Strg-C oder wählen Sie mit LOTSE_DATEN einen anderen Ordner.',
  );
}

async function beendeWaisen(pid: number, wurzel: string, melde: Melder): Promise<void> {
  melde('Ein PostgreSQL des vorigen Laufs ist noch da und wird beendet.');
  process.kill(pid, 'SIGINT');
  for (let versuch = 0; versuch < 200; versuch += 1) {
    if (!lebt(pid)) return;
    await warte(100);
  }
  throw new BedienFehler(
    `PostgreSQL läuft noch auf ${wurzel} (Prozess ${String(pid)}).`,
    'Beenden Sie diesen Prozess und starten Sie neu.',
  );
}
