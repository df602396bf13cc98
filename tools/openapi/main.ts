import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openapiText } from './openapi-text.ts';

/** Writes the contract of the API for everybody who does not run Lotse. */
const datei = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));
await writeFile(datei, await openapiText());
console.error(`Geschrieben: ${datei}`);
