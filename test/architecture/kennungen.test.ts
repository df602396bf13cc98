import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { kennungstext, offeneKennungen } from '../../tools/kennungen/tabelle.ts';

describe('das Verzeichnis der Kennungen', () => {
  it('kennt zu jeder den Code und den Test oder den Teil, der sie noch bekommt', async () => {
    expect(await offeneKennungen()).toEqual([]);
  });

  it('zeigt, wo der Code heute entscheidet (sonst: node tools/kennungen/main.ts)', async () => {
    const datei = await readFile(new URL('../../docs/kennungen.md', import.meta.url), 'utf8');
    expect(datei).toBe(await kennungstext());
  });
});
