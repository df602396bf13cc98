import { describe, expect, it } from 'vitest';
import { klartext } from '../../domain/klartext.ts';

describe('Kennungen als Worte', () => {
  it.each([
    ['rueckmeldung_eingegangen', 'Rückmeldung eingegangen'],
    ['massnahme_begonnen', 'Maßnahme begonnen'],
    ['bgNummer', 'Bg Nummer'],
    ['pruefung_neuer_betreuer', 'Prüfung neuer betreuer'],
    ['teilziele_angepasst', 'Teilziele angepasst'],
  ])('%s: %s', (kennung, worte) => {
    expect(klartext(kennung)).toBe(worte);
  });
});
