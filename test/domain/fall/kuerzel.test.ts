import { describe, expect, it } from 'vitest';
import { enthaeltKuerzel } from '../../../domain/fall/kuerzel.ts';

describe('V-28: Kürzel und versteckte Zeichen', () => {
  it.each([
    'Zustand nach F32.1',
    'Termin verpasst #schwierig',
    '*** Vorsicht ***',
    'Kam wieder zu spät!!!',
    'Gespräch verlief 🙄',
    'siehe Vermerk ===',
  ])('fällt auf: %s', (text) => {
    expect(enthaeltKuerzel(text)).toBe(true);
  });

  it.each([
    'Bezieht ALG II seit 2023, § 16e SGB II kommt in Betracht.',
    'Deutsch auf B1, Führerschein Klasse B, wohnt nahe der A27.',
    'Ist das so? Ja! Er sagt: „Ich kann das.“',
    'Zeugnis Note 2.1 – Ausbildung 2015 bis 2018; Telefon 0471 000000',
    'Arbeitet im Team C3 der Werft, Halle 4.2',
  ])('ist gewöhnliche Sprache: %s', (text) => {
    expect(enthaeltKuerzel(text)).toBe(false);
  });
});
