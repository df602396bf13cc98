import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ablauftext } from './ablauf.ts';

/** The documents that the catalogues of the domain tell. */
const DOKUMENTE: Readonly<Record<string, () => string>> = { 'ablauf.md': ablauftext };

for (const [name, text] of Object.entries(DOKUMENTE)) {
  const datei = fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
  await writeFile(datei, text());
  console.error(`Geschrieben: ${datei}`);
}
