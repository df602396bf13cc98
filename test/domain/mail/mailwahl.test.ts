import { describe, expect, it } from 'vitest';
import { absageDerMailwahl, MAILWEGE, mailweg, OHNE_WAHL } from '../../../domain/mail/mailwahl.ts';
import { zeilennamen } from '../../../domain/tabelle.ts';

const STUFEN = zeilennamen(OHNE_WAHL);
const KEINE = {
  erinnerung: 'keine',
  faellig: 'keine',
  ueberfaellig: 'taeglich',
  mitteilung: 'keine',
} as const;

describe('Welche Nachricht wie per Mail kommt (Issue 16.3, ADR 75)', () => {
  it('POL-ESC: Überfälliges lässt sich nicht abwählen, alles andere schon', () => {
    expect(absageDerMailwahl(KEINE)).toBeNull();
    expect(absageDerMailwahl({ ...KEINE, ueberfaellig: 'keine' })).toMatchObject({
      id: 'POL-ESC',
      art: 'regel',
      satz: expect.stringContaining('immer auch per Mail') as string,
    });
  });

  it('ohne Wahl kommt Überfälliges sofort und nichts gar nicht', () => {
    expect(mailweg({ stufe: 'ueberfaellig', anlass: 'T-10' }, OHNE_WAHL)).toBe('sofort');
    expect(STUFEN.map((stufe) => mailweg({ stufe, anlass: 'T-10' }, OHNE_WAHL))).not.toContain('keine');
    expect(absageDerMailwahl(OHNE_WAHL)).toBeNull();
  });

  it.each(MAILWEGE.flatMap((weg) => STUFEN.map((stufe) => [stufe, weg] as const)))(
    '%s, gewählt %s: so kommt sie',
    (stufe, weg) => {
      expect(mailweg({ stufe, anlass: 'TR04' }, { ...KEINE, [stufe]: weg })).toBe(weg);
    },
  );

  it.each(['TR10', 'TR11', 'TR13', 'TR46', 'TR54', 'TR65'])(
    '%s: die Einladung zum Termin einer Übergabe kommt immer sofort',
    (anlass) => {
      expect(mailweg({ stufe: 'mitteilung', anlass }, KEINE)).toBe('sofort');
    },
  );
});
