import { describe, expect, it } from 'vitest';
import { istUebergang, UEBERGAENGE } from '../../domain/fall/uebergaenge/katalog.ts';
import { BEFEHLSVERTRAEGE } from '../../api/befehle/vertraege.ts';
import { anlassname } from '../../domain/fall/bezeichnungen.ts';
import { FRIST_IDS } from '../../domain/kennungen.ts';
import { fristname } from '../../domain/pflicht/katalog/katalog.ts';
import { befehlUpdate } from '../../workflows/contract.ts';

/** Words that hint at health or its treatment (zustaende.md 6). */
const HEIKEL = /akh|passiv|x8|x12/i;
const GESUNDHEIT = /gutacht|attest|krank|diagnos|therap|reha|sucht|psych|behinder/i;

describe('was im Klartext steht, deutet nicht auf Gesundheit hin (DS-20, DS-30)', () => {
  it.each(BEFEHLSVERTRAEGE.map((v) => [v.befehl, v] as const))('%s: Update und Pfad', (_, vertrag) => {
    // The name of an update stands in the history, the path in the log of the API.
    expect(befehlUpdate(vertrag.befehl).name).not.toMatch(HEIKEL);
    expect(befehlUpdate(vertrag.befehl).name).not.toMatch(GESUNDHEIT);
    expect(vertrag.pfad ?? '').not.toMatch(HEIKEL);
  });

  it('Fristen und Mitteilungen', () => {
    const uebergaenge = Object.keys(UEBERGAENGE).filter(istUebergang);
    const namen = [...FRIST_IDS.map(fristname), ...uebergaenge.map(anlassname)];
    expect(namen.filter((name) => HEIKEL.test(name))).toEqual([]);
  });
});
