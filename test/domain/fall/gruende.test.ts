import { describe, expect, it } from 'vitest';
import { UEBERNAHMEGRUENDE, VERLAENGERUNGSGRUENDE } from '../../../domain/kennungen.ts';
import { antwort, befehl, BIS_FALLZUGANG, danach, nach } from '../../../tools/simulation/bauen.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const STANDORT = '2026-11-23T09:00';

describe('Art des Grundes für Übernahme und Verbleib (001 7.1, TR11, TR39)', () => {
  it.each(UEBERNAHMEGRUENDE)('der Fallzugang nennt „%s“', (uebernahmegrund) => {
    const vorher = nach(...BIS_FALLZUGANG.slice(0, -1));
    const { ereignisse } = danach(
      vorher,
      befehl('zugang_entscheiden', '2024-11-22T11:00', { uebernahmegrund }),
    );
    const zugang = ereignisse.find(({ art }) => art === 'fallzugang_dokumentiert');
    expect(zugang).toMatchObject({ uebernahmegrund });
  });

  it.each(VERLAENGERUNGSGRUENDE)('der Verbleib nennt „%s“', (verlaengerungsgrund) => {
    const gespraech = befehl('standortgespraech_fuehren', STANDORT, { verlaengerungsgrund });
    const { ereignisse } = danach(FAELLE.standort_faellig(), gespraech);
    expect(ereignisse.filter((e) => 'verlaengerungsgrund' in e)).toMatchObject([{ verlaengerungsgrund }]);
  });

  it('wer ihn nicht nennt, hat keinen; zu einer Rückgabe gehört keiner (TR40)', () => {
    const { ereignisse } = danach(FAELLE.standort_faellig(), befehl('standortgespraech_fuehren', STANDORT));
    expect(ereignisse.filter((e) => 'verlaengerungsgrund' in e || 'uebernahmegrund' in e)).toEqual([]);
    const rueckgabe = { ergebnis: 'rueckgabe_an_pap', verlaengerungsgrund: 'sonstiges' } as const;
    const { fall } = FAELLE.standort_faellig();
    expect(antwort(fall, befehl('standortgespraech_fuehren', STANDORT, rueckgabe))).toBe('TR40');
  });
});
