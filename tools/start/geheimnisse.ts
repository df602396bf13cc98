import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A key of this data folder in the form `id:base64`, made the first time and kept (0600). */
export async function ladeGeheimnis(daten: string, name: string): Promise<string> {
  const ordner = path.join(daten, 'schluessel');
  const datei = path.join(ordner, name);
  await mkdir(ordner, { recursive: true, mode: 0o700 });
  const neu = `lokal:${randomBytes(32).toString('base64')}`;
  // Written only where none is: another one would make unreadable what the first has written.
  if (!existsSync(datei)) await writeFile(datei, neu, { mode: 0o600, flag: 'wx' });
  return readFile(datei, 'utf8');
}
