import { describe, expect, it } from 'vitest';
import { zerlegeTexte } from '../../api/befehle/texte.ts';
import { abweichungNeu } from '../../api/organisation/formen.ts';
import { policyNeu } from '../../api/policy/formen.ts';
import { sperreNeu } from '../../api/loeschung/formen.ts';
import { ausscheiden } from '../../api/personal/formen.ts';
import { istBegruendung, istLesbar } from '../../domain/lesbar.ts';

const OHNE_WORTE = [
  '',
  '   ',
  '...',
  '– – –',
  '\u200B\u200B\u200B',
  '\u00AD\u2060',
  '\u202A\u202C',
  '🙂',
  '!?',
];

describe('Gründe haben Worte (Issue 13, Sicherheit 3)', () => {
  it.each(OHNE_WORTE)('%j sagt nichts', (text) => {
    expect(istLesbar(text)).toBe(false);
    expect(istBegruendung(text)).toBe(false);
  });

  it.each(['Umzug', 'nach § 26 SGB X', 'Öztürk', '§ 188'])('%j sagt etwas', (text) => {
    expect(istLesbar(text)).toBe(true);
  });

  it('eine Begründung hat mehr als ein Wort, auch in anderer Schrift', () => {
    expect(istBegruendung('Krise am Empfang')).toBe(true);
    expect(istBegruendung('криза на рецепцији')).toBe(true);
    expect(istBegruendung('Krise')).toBe(false);
    expect(istBegruendung('Krise Krise KRISE')).toBe(false);
  });

  it.each(OHNE_WORTE)('für die Fachregeln ist ein Text wie %j keiner (V-57 und alle anderen)', (text) => {
    const { texte, begruendungen } = zerlegeTexte(
      { texte: { gruende: 'K1' } },
      { ...{ gruende: text }, begruendungen: { 'V-13': text } },
      (feld) => feld,
    );
    expect(texte['gruende']?.zeichen).toBe(0);
    expect(begruendungen['V-13']?.zeichen).toBe(0);
  });

  it.each(OHNE_WORTE)('auch wo keine Fachregel fragt, ist %j kein Grund', (text) => {
    const mit = (grund: string) => [
      abweichungNeu.safeParse({ tag: '2026-12-24', frei: true, grund }),
      policyNeu.safeParse({ name: 'neu', gueltigAb: '2027-01-01', begruendung: grund }),
      sperreNeu.safeParse({ grund }),
      ausscheiden.safeParse({ version: 1, grund }),
    ];
    expect(mit(text).map(({ success }) => success)).toEqual([false, false, false, false]);
    expect(mit('Betriebsausflug').map(({ success }) => success)).toEqual([true, true, true, true]);
  });
});
