import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { verlaeufeText } from '../../tools/handbuch/verlaeufe.ts';

describe('das Handbuch', () => {
  it('zeigt die Verläufe, wie Lotse sie heute spielt (sonst: node tools/handbuch/main.ts)', async () => {
    const datei = await readFile(new URL('../../docs/handbuch/verlaeufe.md', import.meta.url), 'utf8');
    expect(datei).toBe(await verlaeufeText());
  });
});
