import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { absatz, kurztext, menschenname } from '../../api/kern/felder.ts';
import { sicher } from '../../api/kern/html.ts';
import { zerlegeTexte } from '../../api/befehle/texte.ts';
import { REGELNUMMER } from '../../domain/kennungen.ts';

/** Zero width space, joiners, a soft hyphen, a Hangul filler that counts as a letter, the empty Braille pattern, controls. */
const UNSICHTBARES = [
  '\u200b\u2060',
  '\u200d',
  '\u00ad',
  '\u3164',
  '\uffa0',
  '\u2800',
  '\u0007',
  '\u202e',
  '\ufe0f',
];

describe('Zeichen, die niemand sieht (13.4, 13.12)', () => {
  it('sind kein Name und kein Text', () => {
    for (const zeichen of UNSICHTBARES)
      for (const form of [menschenname, kurztext, absatz(100)])
        expect(form.safeParse(zeichen).success, JSON.stringify(zeichen)).toBe(false);
    expect(kurztext.safeParse('...').success).toBe(false);
  });

  it('machen aus einer Zeile keine andere', () => {
    for (const zeile of ['Rech\u202enug', 'a\u0000b', 'zwei\nZeilen', 'a\u2028b', 'a\u2066b'])
      expect(kurztext.safeParse(zeile).success, JSON.stringify(zeile)).toBe(false);
  });

  it('was Menschen schreiben, bleibt: Umlaute, andere Schriften, Bilder, weiche Trennung', () => {
    for (const zeile of ['Öl', 'محمد', '李', 'Kurs 👩‍🔧', 'Bil\u00addung', "D'Arc", '3'])
      expect(kurztext.parse(zeile)).toBe(zeile);
    expect(absatz(100).parse('Erste Zeile\n\tzweite')).toBe('Erste Zeile\n\tzweite');
  });

  it('zählen nicht als Zeichen eines Grundes und werden kein Text der Akte', () => {
    const zerlegt = (gruende: string) =>
      zerlegeTexte(
        { texte: { gruende: 'K1' } },
        Object.assign({ begruendungen: { 'V-13': gruende } }, { gruende }),
        (f) => f,
      );
    for (const zeichen of UNSICHTBARES) {
      const { entwuerfe, texte, begruendungen } = zerlegt(zeichen.repeat(30));
      expect([entwuerfe, texte['gruende']?.zeichen, begruendungen['V-13']?.zeichen]).toEqual([[], 0, 0]);
    }
    expect(zerlegt('Zwei\nZeilen').texte['gruende']?.zeichen).toBe(11);
  });

  it('stehen in keinem Dokument', () => {
    expect(sicher('Zahlung\u202e <b>\u0007\u200b\nan')).toBe('Zahlung &lt;b&gt;\nan');
  });
});

describe('Was zu lang ist', () => {
  it.each([kurztext, absatz(200)])('sagt in einem Satz, wie lang es sein darf', (form) => {
    expect(form.safeParse('x'.repeat(200)).success).toBe(true);
    expect(form.safeParse('x'.repeat(201)).error?.issues.map(({ message }) => message)).toEqual([
      'Höchstens 200 Zeichen',
    ]);
  });
});

describe('Nummern der Regeln (V-83)', () => {
  it('sind die von regeln.md', () => {
    const regeln = readFileSync(new URL('../../docs/fachkonzept/regeln.md', import.meta.url), 'utf8');
    const anker = [...regeln.matchAll(/id="v-(\d\d)"/gu)].map(([, zahl = '']) => zahl).sort();
    const alle = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));
    expect(alle.filter((zahl) => REGELNUMMER.test(`V-${zahl}`))).toEqual(anker);
  });
});
