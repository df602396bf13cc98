import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alterAm, istUe25, vollendetAm } from '../../../domain/frist/alter.ts';
import { plusTage } from '../../../domain/frist/tag.ts';

describe('age, § 187 Abs. 2 Satz 2 BGB (D-58, D-59)', () => {
  it.each([
    { geboren: '2001-06-15', jahre: 25, tag: '2026-06-14' },
    { geboren: '2004-02-29', jahre: 25, tag: '2029-02-28' },
    { geboren: '2004-02-29', jahre: 24, tag: '2028-02-28' },
    { geboren: '2004-03-01', jahre: 25, tag: '2029-02-28' },
    { geboren: '2004-02-28', jahre: 25, tag: '2029-02-27' },
    { geboren: '2001-01-01', jahre: 25, tag: '2025-12-31' },
  ])('born $geboren, $jahre years are completed with $tag', ({ geboren, jahre, tag }) => {
    expect(vollendetAm(geboren, jahre)).toBe(tag);
  });

  it('is Ü25 from the day after the completion on, whatever the birthday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (tage) => {
        const geboren = plusTage('1940-01-01', tage);
        const vollendet = vollendetAm(geboren, 25);
        expect(istUe25(geboren, vollendet)).toBe(false);
        expect(istUe25(geboren, plusTage(vollendet, 1))).toBe(true);
        expect([alterAm(geboren, vollendet), alterAm(geboren, plusTage(vollendet, 1))]).toEqual([24, 25]);
      }),
    );
  });
});
