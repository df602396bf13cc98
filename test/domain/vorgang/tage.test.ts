import { describe, expect, it } from 'vitest';
import { tageDer } from '../../../domain/vorgang/tage.ts';

describe('Tage eines Befehls nach ihrer Art (V-74)', () => {
  it('sind die der gefragten Art, nicht andere, nicht Akte, nicht ungenannte Felder', () => {
    const befehl = { gefragtAm: '2026-01-01', termin: '2026-02-02', person: { am: '2026-03-03' }, n: 1 };
    const tage = tageDer(['tatsache'], befehl, { gefragtAm: 'tatsache', termin: 'plan', person: 'akte' });
    expect(tage).toEqual(['2026-01-01']);
  });

  it('stehen auch in Gruppen und Listen', () => {
    const befehl = {
      angaben: { am: '2026-01-01', bis: '2026-12-31' },
      tageAm: ['2026-02-02', '2026-02-03'],
      schritte: [{ am: '2026-03-03' }, { am: '2026-03-04' }],
    };
    const tage = tageDer(['tatsache'], befehl, {
      angaben: { am: 'tatsache', bis: 'plan' },
      tageAm: 'tatsache',
      schritte: { am: 'tatsache' },
    });
    expect(tage).toEqual(['2026-01-01', '2026-02-02', '2026-02-03', '2026-03-03', '2026-03-04']);
  });

  it('fehlen, wo der Befehl sie nicht nennt', () => {
    expect(
      tageDer(
        ['tatsache'],
        { am: null, angaben: null },
        { am: 'tatsache', angaben: { am: 'tatsache' }, seit: 'tatsache' },
      ),
    ).toEqual([]);
  });
});
