import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { kennungstext } from '../../tools/kennungen/tabelle.ts';

describe('das Verzeichnis der Kennungen', () => {
  it('zeigt, wo der Code heute entscheidet (sonst: node tools/kennungen/main.ts)', async () => {
    const datei = await readFile(new URL('../../docs/kennungen.md', import.meta.url), 'utf8');
    expect(datei).toBe(await kennungstext());
  });
});
