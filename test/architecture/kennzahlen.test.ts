import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { KENNZAHLEN } from '../../domain/qualitaet/kennzahl.ts';

it('Zielwerte kennen jede Kennzahl des Fachkonzepts und keine andere (003 Kap. 7)', async () => {
  const datei = await readFile(new URL('../../docs/fachkonzept/kennzahlen.md', import.meta.url), 'utf8');
  const genannt = [...datei.matchAll(/<a id="k-[a-z0-9]+"><\/a>(K-[A-Za-z0-9]+)/gu)].map(([, id]) => id);
  expect([...KENNZAHLEN]).toEqual(genannt);
});
