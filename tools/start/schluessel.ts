import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A key of this installation as its setting wants it (`id:base64` of 32 bytes); made (0600) the first time. */
export async function sichereSchluessel(datenordner: string, name: string): Promise<string> {
  const datei = path.join(datenordner, 'schluessel', name);
  if (existsSync(datei)) return (await readFile(datei, 'utf8')).trim();
  const frisch = `start-1:${randomBytes(32).toString('base64')}`;
  await mkdir(path.dirname(datei), { recursive: true, mode: 0o700 });
  await writeFile(`${datei}.neu`, `${frisch}\n`, { mode: 0o600 });
  await rename(`${datei}.neu`, datei);
  return frisch;
}
