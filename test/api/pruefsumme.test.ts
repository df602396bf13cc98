import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pruefsummeMit } from '../../api/kern/schluessel.ts';

const mit = (marke: string) => pruefsummeMit({ schluessel: () => Promise.resolve(Buffer.alloc(32, marke)) });
const rumpf = { wohnung: 'ja', sucht: null, liste: [1, { b: 2, a: 1 }] };

describe('Prüfsumme wiederholter Schreibvorgänge (DS-28)', () => {
  it('erkennt dieselbe Eingabe, gleich in welcher Reihenfolge, und jede andere', async () => {
    const summe = mit('eins');
    const gedreht = { liste: [1, { a: 1, b: 2 }], sucht: null, wohnung: 'ja' };
    expect(await summe('POST /x', 'ort', gedreht)).toBe(await summe('POST /x', 'ort', rumpf));
    expect(await summe('POST /x', 'ort', { ...rumpf, wohnung: 'nein' })).not.toBe(
      await summe('POST /x', 'ort', rumpf),
    );
    expect(await summe('POST /x', 'anderswo', rumpf)).not.toBe(await summe('POST /x', 'ort', rumpf));
  });

  it('wer nur die Datenbank hat, probiert keine Eingaben aus', async () => {
    const summe = await mit('eins')('POST /x', '', 'ja');
    expect(summe).not.toBe(await mit('zwei')('POST /x', '', 'ja'));
    expect(summe).not.toBe(createHash('sha256').update('POST /x\n\n"ja"').digest('hex'));
  });

  it('ohne Schlüssel wird nichts geschrieben', async () => {
    const summe = pruefsummeMit({ schluessel: () => Promise.resolve(null) });
    await expect(summe('POST /x', '', {})).rejects.toThrow('vernichtet');
  });
});
