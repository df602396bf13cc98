import { describe, expect, it } from 'vitest';
import { absageDesTages, spaetesterTag } from '../../../domain/eigenewiedervorlage/eigene-wiedervorlage.ts';

const HEUTE = '2026-12-04';

describe('Tag einer eigenen Wiedervorlage (V-74, ADR 72)', () => {
  it.each(['2026-12-04', '2026-12-05', '2028-12-04'])('V-74: der %s geht', (tag) => {
    expect(absageDesTages(tag, HEUTE)).toBeNull();
  });

  it.each([
    ['2026-12-03', 'Der 03.12.2026 ist vorbei; eine eigene Wiedervorlage liegt frühestens heute.'],
    [
      '2028-12-05',
      'Eine eigene Wiedervorlage liegt höchstens zwei Jahre voraus, also spätestens am 04.12.2028.',
    ],
  ])('V-74: der %s geht nicht, mit einem Satz, der sagt, welcher ginge', (tag, satz) => {
    expect(absageDesTages(tag, HEUTE)).toEqual({ id: 'V-74', art: 'regel', satz });
  });

  it('V-74: zwei Jahre nach einem Schalttag enden am Ende des Februars', () => {
    expect(spaetesterTag('2028-02-29')).toBe('2030-02-28');
    expect(absageDesTages('2030-03-01', '2028-02-29')).not.toBeNull();
  });
});
