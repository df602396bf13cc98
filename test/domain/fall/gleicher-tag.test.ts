import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import type { BestehenderFall } from '../../../domain/fall/fall.ts';
import {
  antwort,
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  vormerkung,
} from '../../../tools/simulation/bauen.ts';
import { FM } from '../../../tools/simulation/vorgaben.ts';

const kontakt = (um: string, ereignisAm: string): Befehl => befehl('kontakt_erfassen', um, { ereignisAm });
const frist = (fall: BestehenderFall, id: string): BestehenderFall['fristen'][number] | undefined =>
  fall.fristen.findLast((f) => f.id === id);

describe('facts and the days they lie on', () => {
  it('T-10 keeps the second contact of a day when the first one is corrected away (TR58)', () => {
    const zwei = danach(
      nach(...BIS_FALLZUGANG),
      kontakt('2024-12-10T09:00', '2024-12-10'),
      kontakt('2024-12-10T11:00', '2024-12-10'),
    );
    expect(frist(zwei.fall, 'T-10')).toMatchObject({ vorkommen: 2, roh: '2025-01-10' });
    const erster = zwei.ereignisse.find((e) => e.art === 'kontakt_erfasst')?.id ?? '';
    const { fall } = danach(
      zwei,
      befehl('berichtigen', '2024-12-10T12:00', {
        bezug: { ereignis: erster, art: 'kontakt_erfasst', akteur: FM },
        neuesDatum: '2024-12-06',
      }),
    );
    expect(frist(fall, 'T-10')).toMatchObject({ roh: '2025-01-10', ende: null });
  });

  it('D-55 a Vormerkung on a Tuesday that is a holiday meets the moved meeting of the next day', () => {
    const { fall } = nach(vormerkung('2028-10-31'));
    expect(frist(fall, 'T-01')).toMatchObject({ vorkommen: 1, faellig: '2028-11-01' });
  });

  it('T-01 that was missed only because the Zuordnung was entered late was never owed', () => {
    const verpasst = bis(nach(vormerkung('2024-11-12')), '2024-12-11');
    expect(
      verpasst.fall.fristen.filter((f) => f.id === 'T-01' && f.ende === 'versaeumt').length,
    ).toBeGreaterThan(1);
    const { fall } = danach(verpasst, befehl('zuordnen', '2024-12-11T09:00', { ereignisAm: '2024-11-18' }));
    expect(fall.fristen.filter((f) => f.id === 'T-01' && f.ende === 'versaeumt')).toEqual([]);
    expect(fall.fristen.find((f) => f.id === 'T-01' && f.vorkommen === 1)?.ende).toBe(
      'rechtzeitig_nacherfasst',
    );
  });

  it('T-09 stays on the list until the talk was held, however late', () => {
    const { fall } = bis(nach(...BIS_FALLZUGANG), '2027-12-01');
    expect(fall.zustand).toBe('standort_faellig');
    expect(fall.fristen.filter((f) => f.id === 'T-09')).toMatchObject([
      { vorkommen: 1, lauf: 'ueberfaellig', ende: null },
    ]);
  });

  it('TR58 a correction reaches no day the command itself would refuse', () => {
    const gefuehrt = danach(nach(...BIS_FALLZUGANG), befehl('erstgespraech_fuehren', '2024-12-02T09:00'));
    const ereignis = gefuehrt.ereignisse.find((e) => e.art === 'erstgespraech_gefuehrt')?.id ?? '';
    const vor = befehl('berichtigen', '2024-12-03T09:00', {
      bezug: { ereignis, art: 'erstgespraech_gefuehrt', akteur: FM },
      neuesDatum: '2024-11-20',
    });
    expect(antwort(gefuehrt.fall, vor)).toBe('TR58');
    expect(antwort(gefuehrt.fall, { ...vor, neuesDatum: '2024-11-25' })).toBe('ok');
  });

  it('nothing of a case happens before its Vormerkung; the refusal names the transition', () => {
    const { fall } = nach(...BIS_FALLZUGANG);
    expect(antwort(fall, kontakt('2024-12-10T09:00', '1999-01-01'))).toBe('TR54');
  });
});
