import { describe, expect, it } from 'vitest';
import type { Fristauftrag, Herleitungsschritt } from '../../../domain/frist/berechnung.ts';
import { berechneFrist } from '../../../domain/frist/berechnung.ts';
import { kalenderFuer } from '../../../domain/frist/kalender.ts';

const BREMEN = kalenderFuer('HB');
const herleitung = (auftrag: Fristauftrag): Herleitungsschritt[] => berechneFrist(auftrag, BREMEN).herleitung;

describe('derivation in words', () => {
  it('D-20: tells the missing day of the month and the weekend', () => {
    expect(
      herleitung({
        regel: 'CAL-F',
        ereignis: '2025-08-29',
        dauer: { einheit: 'monate', anzahl: 6 },
        anlass: 'Fallzugang',
      }),
    ).toEqual([
      {
        schritt: 'Fallzugang Freitag 29.08.2025, zählt nicht mit',
        norm: '§ 187 Abs. 1 BGB',
        datum: '2025-08-29',
      },
      {
        schritt: '+ 6 Monate = Samstag 28.02.2026 (kein 29. in diesem Monat, daher dessen letzter Tag)',
        norm: '§ 188 Abs. 2, 3 BGB',
        datum: '2026-02-28',
      },
      {
        schritt: 'frei: 28.02.2026 Samstag, 01.03.2026 Sonntag; nächster Werktag = Montag 02.03.2026',
        norm: '§ 26 Abs. 3 SGB X, § 193 BGB',
        datum: '2026-03-02',
      },
    ]);
  });

  it('D-03: names every skipped day and the act that makes the holidays free', () => {
    const schritte = herleitung({
      regel: 'CAL-F',
      ereignis: '2026-03-20',
      dauer: { einheit: 'tage', anzahl: 14 },
    });
    expect(schritte[1]?.norm).toBe('§ 188 Abs. 1 BGB');
    expect(schritte[2]).toEqual({
      schritt:
        'frei: 03.04.2026 Karfreitag, 04.04.2026 Samstag, 05.04.2026 Sonntag, 06.04.2026 Ostermontag; nächster Werktag = Dienstag 07.04.2026',
      norm: '§ 26 Abs. 3 SGB X, § 193 BGB; § 2 FTG HB',
      datum: '2026-04-07',
    });
  });

  it('D-24: tells that the second occurrence is counted from the anchor', () => {
    const dauer = { einheit: 'monate', anzahl: 6 } as const;
    const schritte = herleitung({ regel: 'CAL-F', ereignis: '2026-08-31', dauer, vorkommen: 2 });
    expect(schritte.map(({ schritt }) => schritt)).toEqual([
      'Ereignis Montag 31.08.2026, zählt nicht mit',
      '+ 2 × 6 Monate = Dienstag 31.08.2027',
    ]);
  });

  it('D-45: tells the day earlier of KLARE_MONATE, and the norm that sets the period', () => {
    const dauer = { einheit: 'monate', anzahl: 3 } as const;
    const auftrag = {
      regel: 'CAL-R',
      ereignis: '2029-03-01',
      dauer,
      variante: 'KLARE_MONATE',
      norm: '001 3.2',
    } as const;
    expect(herleitung(auftrag)).toEqual([
      {
        schritt: 'Ereignis Donnerstag 01.03.2029, zählt nicht mit',
        norm: '001 3.2; § 187 Abs. 1 BGB',
        datum: '2029-03-01',
      },
      { schritt: '− 3 Monate = Freitag 01.12.2028', norm: '§ 188 Abs. 2 BGB', datum: '2028-12-01' },
      {
        schritt: 'volle Zeiteinheiten dazwischen, daher ein Tag früher = Donnerstag 30.11.2028',
        norm: '§ 187 Abs. 1 BGB (KLARE_MONATE)',
        datum: '2028-11-30',
      },
    ]);
  });

  it('D-47: tells that a Rückwärtsfrist rolls to the day before', () => {
    const schritte = herleitung({
      regel: 'CAL-R',
      ereignis: '2026-07-06',
      dauer: { einheit: 'monate', anzahl: 3 },
    });
    expect(schritte.at(-1)?.schritt).toBe(
      'frei: 06.04.2026 Ostermontag, 05.04.2026 Sonntag, 04.04.2026 Samstag, 03.04.2026 Karfreitag; vorheriger Werktag, damit die Mindestfrist gewahrt bleibt = Donnerstag 02.04.2026',
    );
  });

  it('D-33, D-62: tells why a Zeitraum and a Termin stay on a free day', () => {
    const zeitraum = herleitung({
      regel: 'CAL-Z',
      ereignis: '2024-02-29',
      dauer: { einheit: 'jahre', anzahl: 2 },
    });
    expect(zeitraum.at(-1)).toEqual({
      schritt: '28.02.2026 ist frei (Samstag), keine Verschiebung',
      norm: '§ 26 Abs. 4 SGB X',
      datum: '2026-02-28',
    });
    const termin = herleitung({ regel: 'CAL-T', ereignis: '2026-11-28', dauer: null, anlass: 'Termin' });
    expect(termin).toEqual([
      { schritt: 'Termin Samstag 28.11.2026', norm: '§ 26 Abs. 5 SGB X', datum: '2026-11-28' },
      {
        schritt: '28.11.2026 ist frei (Samstag), keine Verschiebung',
        norm: '§ 26 Abs. 5 SGB X',
        datum: '2026-11-28',
      },
    ]);
  });

  it.each([
    { einheit: 'tage', anzahl: 1, schritt: '+ 1 Tag = Dienstag 10.11.2026', norm: '§ 188 Abs. 1 BGB' },
    {
      einheit: 'arbeitstage',
      anzahl: 5,
      schritt: '+ 5 Arbeitstage = Montag 16.11.2026',
      norm: '§ 188 Abs. 1 BGB (nur Arbeitstage gezählt)',
    },
    { einheit: 'wochen', anzahl: 2, schritt: '+ 2 Wochen = Montag 23.11.2026', norm: '§ 188 Abs. 2 BGB' },
    { einheit: 'jahre', anzahl: 1, schritt: '+ 1 Jahr = Dienstag 09.11.2027', norm: '§ 188 Abs. 2 BGB' },
  ] as const)('$anzahl $einheit: $schritt, $norm', ({ einheit, anzahl, schritt, norm }) => {
    const schritte = herleitung({ regel: 'CAL-F', ereignis: '2026-11-09', dauer: { einheit, anzahl } });
    expect(schritte[1]).toMatchObject({ schritt, norm });
  });
});
