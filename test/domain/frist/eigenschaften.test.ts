import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dauer, Fristauftrag } from '../../../domain/frist/berechnung.ts';
import {
  berechneFrist,
  faelligAm,
  FRISTREGELN,
  FRISTVARIANTEN,
  rohesEnde,
} from '../../../domain/frist/berechnung.ts';
import type { Kalender } from '../../../domain/frist/kalender.ts';
import { istArbeitstag, kalenderFuer, LAENDER } from '../../../domain/frist/kalender.ts';
import { plusMonate, plusTage } from '../../../domain/frist/tag.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';

const tage = fc.integer({ min: 0, max: 34_000 }).map((seit) => plusTage('1999-01-01', seit));
const dauern: fc.Arbitrary<Dauer> = fc.record({
  einheit: fc.constantFrom('tage', 'arbeitstage', 'wochen', 'monate'),
  anzahl: fc.integer({ min: 0, max: 40 }),
});
const kalender: fc.Arbitrary<Kalender> = fc
  .record({
    land: fc.constantFrom(...LAENDER),
    schliesstage: fc.array(tage, { maxLength: 5 }),
  })
  .map(({ land, schliesstage }) => ({
    ...kalenderFuer(land),
    abweichungen: schliesstage.map((tag) => ({ tag, frei: true, grund: 'Schließtag' })),
  }));
const auftraege: fc.Arbitrary<Fristauftrag> = fc.record({
  regel: fc.constantFrom(...FRISTREGELN),
  ereignis: tage,
  dauer: dauern,
  vorkommen: fc.constantFrom(1, 2, 3),
  variante: fc.constantFrom(...FRISTVARIANTEN),
});

describe('properties of every Frist (4.0)', () => {
  it('rolls forward with CAL-F, back with CAL-R, never with CAL-Z and CAL-T', () => {
    fc.assert(
      fc.property(auftraege, kalender, (auftrag, buero) => {
        const { roh, faellig } = berechneFrist(auftrag, buero);
        if (auftrag.regel === 'CAL-F') expect(faellig >= roh).toBe(true);
        else if (auftrag.regel === 'CAL-R') expect(faellig <= roh).toBe(true);
        else expect(faellig).toBe(roh);
      }),
    );
  });

  it('ends CAL-F and CAL-R on a working day and skips nothing but free days', () => {
    fc.assert(
      fc.property(auftraege, kalender, (auftrag, buero) => {
        fc.pre(auftrag.regel === 'CAL-F' || auftrag.regel === 'CAL-R');
        const { roh, faellig } = berechneFrist(auftrag, buero);
        const [von, bis] = roh < faellig ? [roh, plusTage(faellig, -1)] : [plusTage(faellig, 1), roh];
        for (let tag = von; tag <= bis; tag = plusTage(tag, 1)) expect(istArbeitstag(tag, buero)).toBe(false);
        expect(istArbeitstag(faellig, buero)).toBe(true);
      }),
    );
  });

  it('fires at local midnight after the due day, and its derivation leads there', () => {
    fc.assert(
      fc.property(auftraege, kalender, (auftrag, buero) => {
        const { faellig, feuertAb, herleitung } = berechneFrist(auftrag, buero);
        expect(ortstag(feuertAb)).toBe(plusTage(faellig, 1));
        expect(herleitung.at(-1)?.datum).toBe(faellig);
        expect(herleitung.every(({ norm, schritt }) => norm !== '' && schritt !== '')).toBe(true);
      }),
    );
  });

  it('counts recurrences from the unshifted anchor and never chains them (D-21, D-24)', () => {
    fc.assert(
      fc.property(
        tage,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 20 }),
        (anker, monate, vorkommen) => {
          const auftrag: Fristauftrag = {
            regel: 'CAL-F',
            ereignis: anker,
            dauer: { einheit: 'monate', anzahl: monate },
          };
          const bremen = kalenderFuer('HB');
          expect(rohesEnde({ ...auftrag, vorkommen }, bremen)).toBe(plusMonate(anker, monate * vorkommen));
          expect(
            faelligAm({ ...auftrag, vorkommen: vorkommen + 1 }, bremen) >
              faelligAm({ ...auftrag, vorkommen }, bremen),
          ).toBe(true);
        },
      ),
    );
  });

  it('gives KLARE_MONATE a raw end exactly one day earlier', () => {
    fc.assert(
      fc.property(tage, dauern, (ereignis, dauer) => {
        const bremen = kalenderFuer('HB');
        const auftrag: Fristauftrag = { regel: 'CAL-R', ereignis, dauer };
        const gleicheZahl = rohesEnde({ ...auftrag, variante: 'TAG_GLEICHER_ZAHL' }, bremen);
        expect(rohesEnde({ ...auftrag, variante: 'KLARE_MONATE' }, bremen)).toBe(plusTage(gleicheZahl, -1));
        expect(rohesEnde(auftrag, bremen)).toBe(gleicheZahl);
      }),
    );
  });

  it('never makes a Frist shorter by an own closing day', () => {
    fc.assert(
      fc.property(auftraege, kalender, (auftrag, buero) => {
        fc.pre(auftrag.regel === 'CAL-F');
        const ohne = faelligAm(auftrag, kalenderFuer(buero.land));
        expect(faelligAm(auftrag, buero) >= ohne).toBe(true);
      }),
    );
  });
});
