import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startePostgres } from './postgres.ts';

/**
 * A PostgreSQL of its own for one test file: empty database, nothing flushed to disk, gone after `stop`.
 * It lies below the system's temp folder, which the database user can enter even when the tests run as root.
 */
export async function pruefDatenbank(): Promise<{ url: string; stop: () => Promise<void> }> {
  const datenordner = await mkdtemp(path.join(tmpdir(), 'lotse-pruefung-'));
  const { url, stop } = await startePostgres({ datenordner, fluechtig: true });
  return { url, stop };
}
