import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What one run of the tests builds once for all its processes; gone with the run (vitest globalSetup). */
export function setup(): (() => void) | undefined {
  if (process.env['LOTSE_PRUEFABLAGE'] !== undefined) return undefined;
  const ordner = mkdtempSync(path.join(tmpdir(), 'lotse-pruefablage-'));
  // The user of the database has to get through.
  chmodSync(ordner, 0o711);
  process.env['LOTSE_PRUEFABLAGE'] = ordner;
  return () => {
    rmSync(ordner, { recursive: true, force: true });
  };
}
