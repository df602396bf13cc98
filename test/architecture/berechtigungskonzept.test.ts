import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { berechtigungskonzept } from '../../tools/berechtigungskonzept/text.ts';

const DATEI = new URL('../../docs/datenschutz/berechtigungskonzept.md', import.meta.url);

it('das Berechtigungskonzept sagt, was die Matrix sagt (sonst: node tools/berechtigungskonzept/main.ts)', () => {
  expect(readFileSync(DATEI, 'utf8')).toBe(berechtigungskonzept());
});
