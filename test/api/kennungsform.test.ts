import { describe, expect, it } from 'vitest';
import { mitKleinenKennungen } from '../../api/kern/kennungsform.ts';

const ID = '8a37479c-c81e-50be-8dcb-2d31755687de';
const GROSS = ID.toUpperCase();

describe('Kennungen in Großbuchstaben (Nachtrag 11.4)', () => {
  it('werden klein, wo immer sie stehen, auch als Name eines Feldes', () => {
    const eingabe = { fm: GROSS, faelle: { [GROSS]: [GROSS, null] }, tief: [{ id: GROSS }] };
    expect(mitKleinenKennungen(eingabe)).toEqual({
      fm: ID,
      faelle: { [ID]: [ID, null] },
      tief: [{ id: ID }],
    });
  });

  it('alles andere bleibt, wie es kam', () => {
    const eingabe = {
      text: `Siehe ${GROSS}.`,
      zahl: 3,
      ja: true,
      leer: null,
      fehlt: undefined,
      AKTE: 'F-2026-00001',
    };
    expect(mitKleinenKennungen(eingabe)).toEqual(eingabe);
    for (const roh of [null, undefined, 7, 'GROSS', GROSS.slice(1)])
      expect(mitKleinenKennungen(roh)).toBe(roh);
  });
});
