import { describe, expect, it } from 'vitest';
import { zaehleWege } from '../../tools/bench/weg.ts';

/** After the answer one round of the delivery more or less, as it happens to be poked. Statements until the answer and in all, those inside functions, too; COMMIT left out (ADR 63). */
const HOECHSTENS = {
  // Its mail waits for the Tagesmail: who is asked how they want it, and whether one is due (ADR 75).
  vormerken: { bisAntwort: 20, gesamt: 37 },
  zuordnen: { bisAntwort: 32, gesamt: 37 },
  kontakt: { bisAntwort: 12, gesamt: 12 },
} as const;

describe('der Weg eines Befehls (Issue 14, 1)', () => {
  it('eine Vormerkung braucht höchstens 20 Anweisungen bis zur Antwort und 37 insgesamt, ein Kontakt 14 und 18', async () => {
    const wege = new Map((await zaehleWege()).map(({ name, ...weg }) => [name, weg]));
    for (const [name, grenze] of Object.entries(HOECHSTENS)) {
      expect(wege.get(name)?.bisAntwort, `${name} bis zur Antwort`).toBeLessThanOrEqual(grenze.bisAntwort);
      expect(wege.get(name)?.gesamt, `${name} insgesamt`).toBeLessThanOrEqual(grenze.gesamt);
      expect(wege.get(name)?.bisAntwort, name).toBeGreaterThan(5);
    }
  });
});
