/** Writes docs/szenario.schema.json anew; a test fails when it is not current. */
import { writeFile } from 'node:fs/promises';
import { szenarioSchema } from './schema.ts';

const datei = new URL('../../docs/szenario.schema.json', import.meta.url);
await writeFile(datei, `${JSON.stringify(szenarioSchema(), null, 2)}\n`);
