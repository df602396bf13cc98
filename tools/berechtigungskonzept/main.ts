import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { berechtigungskonzept } from './text.ts';

/** Writes docs/datenschutz/berechtigungskonzept.md from the matrix by which use cases and PostgreSQL decide. */
const datei = fileURLToPath(new URL('../../docs/datenschutz/berechtigungskonzept.md', import.meta.url));
await writeFile(datei, berechtigungskonzept());
console.error(`Geschrieben: ${datei}`);
