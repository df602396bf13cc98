import { describe, expect, it } from 'vitest';
import { FALL } from '../../../domain/fall/aggregat.ts';
import { ortstag, ortszeit } from '../../../domain/frist/zeitzone.ts';
import { fristgeschichten } from '../../../domain/pflicht/fristgeschichte.ts';
import type { Policyaenderungen, Policywahl } from '../../../domain/policy/policy.ts';
import { STANDARD } from '../../../domain/policy/standard.ts';
import { policyvorschau } from '../../../domain/vorgang/policyvorschau.ts';
import {
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const version = (name: string, aenderungen: Policyaenderungen): Policywahl => ({
  version: name,
  basis: 'standard',
  aenderungen,
});
const ROLLIEREND = version('rollierend', { 'POL-REVIEW': { art: 'rollierend' } });

const umgestellt = (werdegang: Werdegang, am: string, policy: Policywahl): Werdegang =>
  danach(werdegang, befehl('policy_uebernehmen', am, { policy }));
const frist = ({ fall }: Werdegang, id: string, vorkommen: number) =>
  fall.fristen.find((f) => f.id === id && f.vorkommen === vorkommen);
const fristen = ({ fall }: Werdegang, id: string): string[] =>
  fall.fristen.filter((f) => f.id === id).map((f) => `${f.vorkommen} ${f.faellig} ${f.ende ?? 'offen'}`);

describe('ein Fall unter einer anderen Policy (E48, AC-94)', () => {
  it('die Vorschau zeigt genau, was die Umstellung tut, in jedem Zustand', () => {
    for (const [zustand, baue] of Object.entries(FAELLE)) {
      const werdegang = baue();
      const at = werdegang.fall.zuletzt;
      const vorschau = policyvorschau(FALL, werdegang.fall, { policy: ROLLIEREND, at });
      const ereignisAm = ortstag(at);
      const kopf = { policy: ROLLIEREND, at, ereignisAm };
      const neu = danach(werdegang, befehl('policy_uebernehmen', '2025-01-01T09:00', kopf));
      expect(vorschau?.zustand, zustand).toBe(neu.fall.zustand);
      for (const { frist: id, vorkommen, faellig, ende } of vorschau?.bewegungen ?? [])
        expect(frist(neu, id, vorkommen), zustand).toMatchObject({ faellig, ende });
    }
  });

  it('was unter der alten Policy endete, bleibt; keine Nummer wird zweimal vergeben', () => {
    // T-07/1 was missed, T-07/2 kept; rolling from the one review there were only two duties.
    const spaet = bis(nach(...BIS_FALLZUGANG), '2025-11-20T09:00');
    const geprueft = danach(spaet, befehl('ueberpruefen', '2025-11-20T10:00'));
    expect(fristen(geprueft, 'T-07')).toEqual([
      '1 2025-05-22 versaeumt',
      '2 2025-11-24 erledigt',
      '3 2026-05-22 offen',
    ]);
    const neu = umgestellt(geprueft, '2025-12-01T09:00', ROLLIEREND);
    expect(fristen(neu, 'T-07')).toEqual([
      '1 2025-05-22 versaeumt',
      '2 2025-11-24 erledigt',
      '3 2026-05-20 offen',
    ]);
    const weiter = danach(neu, befehl('ueberpruefen', '2026-03-02T10:00'));
    expect(fristen(weiter, 'T-07').slice(2)).toEqual(['3 2026-05-20 erledigt', '4 2026-09-02 offen']);
    const zurueck = umgestellt(weiter, '2026-03-03T09:00', version('fest', {}));
    expect(fristen(zurueck, 'T-07').slice(0, 3)).toEqual(fristen(weiter, 'T-07').slice(0, 3));
  });

  it('eine längere Frist macht aus einem versäumten Tag keinen gehaltenen, eine neue keine vergangenen', () => {
    const dauer = { einheit: 'tage', anzahl: 60 } as const;
    const gefuehrt = danach(
      bis(nach(...BIS_FALLZUGANG), '2025-01-10T09:00'),
      befehl('erstgespraech_fuehren', '2025-01-10T10:00'),
    );
    const vorher = frist(gefuehrt, 'T-03', 1);
    expect(vorher?.ende).toBe('verspaetet_erledigt');
    const laenger = umgestellt(
      gefuehrt,
      '2025-01-13T09:00',
      version('laenger', { 'POL-FRIST': { 'T-03': { aktiv: true, dauer } } }),
    );
    expect(frist(laenger, 'T-03', 1)).toEqual(vorher);

    const ohne = version('ohne', {
      'POL-FRIST': { 'T-10': { ...STANDARD['POL-FRIST']['T-10'], aktiv: false } },
    });
    const still = umgestellt(laenger, '2025-01-14T09:00', ohne);
    expect(fristen(still, 'T-10').at(-1)).toMatch(/entfallen$/);
    const wieder = umgestellt(still, '2025-01-15T09:00', version('wieder', {}));
    expect(fristen(wieder, 'T-10').filter((f) => f.endsWith('offen'))).toHaveLength(1);
  });

  it('ohne Höchstdauer geht ein Fall aus S06 zurück nach S05, mit ihr gleich wieder hinein', () => {
    const werdegang = bis(nach(...BIS_FALLZUGANG), '2026-12-01T09:00');
    expect(werdegang.fall.zustand).toBe('standort_faellig');
    const ohne = umgestellt(
      werdegang,
      '2026-12-01T10:00',
      version('ohne', { 'POL-HOECHSTDAUER': { monate: 24, art: 'none' } }),
    );
    expect(ohne.fall.zustand).toBe('aktiv');
    expect(umgestellt(ohne, '2026-12-02T10:00', version('mit', {})).fall.zustand).toBe('standort_faellig');
  });

  it('zweimal gesagt bewegt sich nichts ein zweites Mal', () => {
    const neu = umgestellt(nach(...BIS_FALLZUGANG), '2025-01-10T09:00', ROLLIEREND);
    const nochmal = umgestellt(neu, '2025-01-10T10:00', ROLLIEREND);
    expect(nochmal.ereignisse).toHaveLength(neu.ereignisse.length);
    expect(
      policyvorschau(FALL, neu.fall, { policy: ROLLIEREND, at: ortszeit('2025-01-10T10:00') }),
    ).toBeNull();
  });

  it('jede Frist erzählt, wer sie wann warum verlegt hat, und unter welcher Policy', () => {
    const werdegang = umgestellt(
      danach(bis(nach(...BIS_FALLZUGANG), '2025-03-03T09:00'), befehl('ueberpruefen', '2025-03-03T10:00')),
      '2025-03-04T09:00',
      ROLLIEREND,
    );
    const verlegt = werdegang.fall.fristen.filter((f) => f.verlegt !== undefined);
    for (const f of verlegt) {
      const letzter = fristgeschichten(werdegang.ereignisse)
        .get(`${f.id}/${f.vorkommen}`)
        ?.findLast((e) => e.vorher !== null);
      expect(letzter).toMatchObject({
        vorher: f.verlegt?.vorher,
        grund: f.verlegt?.grund,
        akteur: f.verlegt?.akteur,
      });
    }
    const t07 = fristgeschichten(werdegang.ereignisse).get('T-07/2');
    expect(t07).toMatchObject([{ policy: 'rollierend', grund: 'policy', durch: 'policy_uebernommen' }]);
    expect(
      fristgeschichten(werdegang.ereignisse)
        .get('T-03/1')
        ?.map((e) => e.durch),
    ).toContain('uebernahmegespraech_gefuehrt');
  });
});
