import { describe, expect, it } from 'vitest';
import {
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';

/** Four years: monthly contacts, reviews, agreements, two Standortgespräche. */
function vierJahre(): Werdegang {
  const monatlich = Array.from({ length: 48 }, (_, n) => {
    const jahr = 2024 + Math.floor((n + 11) / 12);
    const monat = String(((n + 11) % 12) + 1).padStart(2, '0');
    return `${jahr}-${monat}-10`;
  });
  let werdegang = nach(...BIS_FALLZUGANG, befehl('erstgespraech_fuehren', '2024-11-25T09:00'));
  for (const [n, am] of monatlich.entries()) {
    werdegang = danach(werdegang, befehl('kontakt_erfassen', `${am}T09:00`));
    if (n === 3)
      werdegang = danach(
        werdegang,
        befehl('vereinbarung_abschliessen', `${am}T10:00`),
        befehl('feedback_geben', `${am}T11:00`),
      );
    if (n > 3 && n % 6 === 3)
      werdegang = danach(werdegang, befehl('vereinbarung_fortschreiben', `${am}T10:00`));
    if (n % 6 === 5) werdegang = danach(werdegang, befehl('ueberpruefen', `${am}T11:00`));
    if (n === 23 || n === 35)
      werdegang = danach(werdegang, befehl('standortgespraech_fuehren', `${am}T12:00`));
  }
  return bis(werdegang, '2028-11-20T00:00');
}

describe('a case of four years', () => {
  const werdegang = vierJahre();
  it('is carried in at most 9 KiB', () => {
    expect(werdegang.fall.zustand).toBe('aktiv_verlaengert');
    expect(Buffer.byteLength(JSON.stringify(werdegang.fall))).toBeLessThanOrEqual(9 * 1024);
  });

  it('remembers in the record what the state forgot', () => {
    const faellig = new Set(
      werdegang.ereignisse.flatMap((e) =>
        e.art === 'fristen_berechnet'
          ? e.eintraege.filter((f) => f.id === 'T-07').map((f) => f.vorkommen)
          : [],
      ),
    );
    expect([...faellig].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
