import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { kennungstext, offeneKennungen } from './tabelle.ts';

/** Writes docs/kennungen.md and names the ids that have neither code and test nor a part of their own; exit 1 if any. */
const datei = fileURLToPath(new URL('../../docs/kennungen.md', import.meta.url));
await writeFile(datei, await kennungstext());
console.error(`Geschrieben: ${datei}`);
for (const offen of await offeneKennungen()) {
  console.error(offen);
  process.exitCode = 1;
}
