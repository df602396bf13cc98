import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loeschkonzepttext } from './text.ts';

/** Writes docs/datenschutz/loeschkonzept.md from the data the erasure works by. */
const datei = fileURLToPath(new URL('../../docs/datenschutz/loeschkonzept.md', import.meta.url));
await writeFile(datei, loeschkonzepttext());
console.error(`Geschrieben: ${datei}`);
