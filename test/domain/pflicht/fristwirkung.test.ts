import { describe, expect, it } from 'vitest';
import type { Friststand } from '../../../domain/pflicht/frist.ts';
import { fristwirkungen } from '../../../domain/pflicht/fristwirkung.ts';

const FRIST: Friststand = {
  id: 'T-10',
  vorkommen: 1,
  beginn: '2026-12-01',
  start: '2026-12-01',
  roh: '2027-01-01',
  faellig: '2027-01-04',
  nr: 0,
  lauf: 'offen',
  ende: null,
  ruht: false,
};

const SPAETER = { ...FRIST, faellig: '2027-02-01' };

describe('was ein Schritt mit Fristen macht (ADR 65)', () => {
  it.each([
    { wirkung: 'neu', vorher: [], nachher: [FRIST], bisher: null },
    { wirkung: 'unveraendert', vorher: [FRIST], nachher: [FRIST], bisher: null },
    { wirkung: 'verlegt', vorher: [FRIST], nachher: [SPAETER], bisher: FRIST.faellig },
    { wirkung: 'ruht', vorher: [FRIST], nachher: [{ ...FRIST, ruht: true }], bisher: null },
    {
      wirkung: 'laeuft_weiter',
      vorher: [{ ...FRIST, ruht: true }],
      nachher: [SPAETER],
      bisher: FRIST.faellig,
    },
    { wirkung: 'endet', vorher: [FRIST], nachher: [{ ...FRIST, ende: 'erledigt' }], bisher: null },
  ] as const)('$wirkung', ({ wirkung, vorher, nachher, bisher }) => {
    expect(fristwirkungen(vorher, nachher)).toMatchObject([{ wirkung, vorher: bisher }]);
  });

  it('was vorher schon zu Ende war, gehört nicht dazu; sonst steht, was früher fällig ist, vorn', () => {
    const fertig = { ...FRIST, ende: 'erledigt' } as const;
    const spaeter = { ...FRIST, id: 'T-07', faellig: '2027-05-03' } as const;
    const frueher = { ...FRIST, vorkommen: 2, faellig: '2027-02-04' } as const;
    const danach = fristwirkungen([fertig], [fertig, spaeter, frueher]);
    expect(danach.map(({ id, vorkommen }) => `${id}/${String(vorkommen)}`)).toEqual(['T-10/2', 'T-07/1']);
  });
});
