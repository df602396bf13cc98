import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ablauftext } from './ablauf.ts';
import { fristentext } from './fristen.ts';

/** What the catalogues tell, as pages for experts. */
const SEITEN: Readonly<Record<string, () => string>> = {
  'ablauf.md': ablauftext,
  'fristen.md': fristentext,
};

for (const [name, text] of Object.entries(SEITEN)) {
  const datei = fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
  await writeFile(datei, text());
  console.error(`Geschrieben: ${datei}`);
}
