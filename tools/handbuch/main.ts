import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { verlaeufeText } from './verlaeufe.ts';

/** Writes the chapter of the handbook that shows how paths go. */
const datei = fileURLToPath(new URL('../../docs/handbuch/verlaeufe.md', import.meta.url));
await writeFile(datei, await verlaeufeText());
console.error(`Geschrieben: ${datei}`);
