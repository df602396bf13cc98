import { describe, expect, it } from 'vitest';
import { antwortAuf, type Antwort } from '../../../domain/fall/antwort.ts';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import { fuehreAus } from '../../../domain/fall/schritt.ts';
import { befehl } from '../../../tools/simulation/bauen.ts';
import { GEEIGNET } from '../../../tools/probehaus/befehle.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const AM = '2026-11-24T09:00';

function beantwortet(zustand: keyof typeof FAELLE, einer: Befehl): Antwort {
  const ergebnis = fuehreAus(FAELLE[zustand]().fall, einer);
  if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
  return antwortAuf(einer, ergebnis.ereignisse, ergebnis.fall);
}

describe('the answer to a command', () => {
  it('shows criterion A beside the Übernahmegespräch without deciding by it (V-03, V-06)', () => {
    const person = { ...GEEIGNET, zaehlendeHandlungsbedarfe: 2 };
    const { fakten, zustand } = beantwortet(
      'uebernahme_terminiert',
      befehl('uebernahmegespraech_fuehren', AM, { person }),
    );
    expect(zustand).toBe('zugangspruefung');
    expect(fakten).toEqual({ kriteriumA: false, anzahlHandlungsbedarfe: 2 });
  });

  it('shows until when a Verbleib extends (E34)', () => {
    const { fakten } = beantwortet('standort_faellig', befehl('standortgespraech_fuehren', AM));
    expect(fakten.verlaengerungBis).toBe('2027-05-22');
  });

  it('shows which measuring point counts, and that the duty stays open (AC-82)', () => {
    const { fakten, neben } = beantwortet('beendet', befehl('verbleib_erfassen', AM));
    expect(fakten).toEqual({ zaehltAb: 6, messpunktErfuellt: false });
    expect(neben).toEqual(['nachhaltung']);
  });

  it('names the warnings and those without a reason', () => {
    const dkz = befehl('aufnehmende_stelle_klaeren', AM, { weg: 'dkz_tool' });
    const begruendet = {
      ...dkz,
      begruendungen: { 'V-59': { dokument: 'd', zeichen: 9, nurVorlage: false } },
    };
    expect(beantwortet('abgang_eingeleitet', dkz)).toMatchObject({
      warnungen: ['V-59'],
      offeneHinweise: ['V-59'],
    });
    expect(beantwortet('abgang_eingeleitet', begruendet)).toMatchObject({
      warnungen: ['V-59'],
      offeneHinweise: [],
    });
  });

  it('stays below 400 bytes at its longest', () => {
    const spaet = befehl('standortgespraech_fuehren', '2026-12-15T09:00', { ereignisAm: '2026-11-24' });
    expect(Buffer.byteLength(JSON.stringify(beantwortet('standort_faellig', spaet)))).toBeLessThan(400);
  });
});
