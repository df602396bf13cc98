import { describe, expect, it } from 'vitest';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { tagMitWochentag } from '../../web/kern/datum.ts';
import { stationen, type Zeitangaben } from '../../web/fall/stationen.ts';
import { masse, MASSE, type Marke } from '../../web/fall/strahlmasse.ts';
import { zeitstrahl } from '../../web/fall/zeitstrahl.ts';

type Ereignis = Fallansicht['geschichte'][number];
type Frist = Fallansicht['fristen'][number];

const HEUTE = '2026-11-30';

const ereignis = (art: string, ereignisAm: string | null, angaben: Ereignis['angaben'] = {}): Ereignis => ({
  id: `${art}-${String(ereignisAm)}`,
  sequenz: 1,
  art,
  am: '2026-11-30T09:00:00Z',
  ereignisAm,
  uebergang: null,
  akteur: null,
  fuer: null,
  wer: null,
  warnungen: [],
  offeneHinweise: [],
  angaben,
  texte: [],
});

const frist = (id: Frist['id'], faellig: string, mehr: Partial<Frist> = {}): Frist => ({
  id,
  name: `Frist ${id}`,
  vorkommen: 1,
  beginn: faellig,
  roh: faellig,
  faellig,
  status: 'offen',
  offen: true,
  ruht: false,
  ueberfaellig: faellig < HEUTE,
  herleitung: [],
  warum: '',
  quelle: '',
  ...mehr,
});

/** A case of two years: everything close together in its first weeks, several duties on one day. */
const FALL: Zeitangaben = {
  vorgemerktAm: '2025-01-07',
  fallzugangAm: '2025-01-31',
  fallabgangAm: null,
  geschichte: [
    ereignis('vorgemerkt', '2025-01-07'),
    ereignis('zugeordnet', '2025-01-14'),
    ereignis('uebernahmegespraech_gefuehrt', '2025-01-28'),
    ereignis('erstgespraech_gefuehrt', '2025-01-28'),
    ereignis('fallzugang_dokumentiert', '2025-01-30'),
    ereignis('kontakt_erfasst', '2025-02-20'),
    ereignis('vereinbarung_abgeschlossen', '2025-02-27'),
    ereignis('ueberprueft', '2025-07-29'),
    ereignis('ueberprueft', '2026-01-29'),
    ereignis('standortgespraech_gefuehrt', '2026-11-27'),
  ],
  fristen: [
    frist('T-10', '2026-11-23', { name: 'Monatlicher Kontakt mit einem sehr langen Namen, der nicht passt' }),
    frist('T-07', '2027-01-29'),
    frist('T-08', '2027-01-29'),
    frist('T-15', '2027-01-29', { ruht: true, ueberfaellig: false }),
    frist('T-06', '2025-04-30', { offen: false, status: 'erledigt', ueberfaellig: false }),
    frist('T-54', '2028-02-01'),
  ],
};

/** Pairs of marks whose words would lie on each other, and lines that would run through words. */
function stoerungen(marken: readonly Marke[]): string[] {
  return marken.flatMap((a) =>
    marken.flatMap((b) => {
      const innen = a !== b && b.x >= a.x && b.x <= a.x + a.breite;
      if (innen && a.reihe === b.reihe) return [`${a.text} liegt auf ${b.text}`];
      return innen && b.x > a.x && b.reihe > a.reihe ? [`${b.text} geht durch ${a.text}`] : [];
    }),
  );
}

describe('der Zeitstrahl eines Falls', () => {
  it('nennt in der Reihenfolge der Tage, was war, heute und was ansteht; Kontakte und Erledigtes nicht', () => {
    expect(stationen(FALL, HEUTE).map(({ tag, name, stand }) => `${tag} ${name}: ${stand}`)).toEqual([
      '2025-01-07 Vormerkung: geschehen',
      '2025-01-14 Zuordnung: geschehen',
      '2025-01-28 Übernahmegespräch: geschehen',
      '2025-01-28 Erstgespräch: geschehen',
      // As the case knows it after a correction, not as it was recorded first (TR58).
      '2025-01-31 Fallzugang: geschehen',
      '2025-02-27 Vereinbarung: geschehen',
      '2025-07-29 Überprüfung: geschehen',
      '2026-01-29 Überprüfung: geschehen',
      '2026-11-23 Monatlicher Kontakt mit einem sehr langen Namen, der nicht passt: überfällig',
      '2026-11-27 Standortgespräch: geschehen',
      '2026-11-30 Heute: heute',
      '2027-01-29 Frist T-07: steht an',
      '2027-01-29 Frist T-08: steht an',
      '2027-01-29 Frist T-15: ruht',
      '2028-02-01 Frist T-54: steht an',
    ]);
  });

  it('stellt die Marken nach ihrem Tag, kein Wort liegt auf einem anderen, alle stehen im Bild', () => {
    const { oben, unten } = masse(stationen(FALL, HEUTE));
    expect([oben.length, unten.length]).toEqual([10, 5]);
    for (const seite of [oben, unten]) {
      expect(seite.map(({ x }) => x)).toEqual(seite.map(({ x }) => x).toSorted((a, b) => a - b));
      expect(stoerungen(seite)).toEqual([]);
      for (const { x, breite } of seite) {
        expect(x).toBeGreaterThanOrEqual(MASSE.rand);
        expect(x + breite).toBeLessThanOrEqual(MASSE.breite);
      }
    }
    const x = new Map([...oben, ...unten].map(({ station, x: wo }) => [station.tag, wo]));
    const tage = (von: string, bis: string): number => (x.get(bis) ?? 0) - (x.get(von) ?? 0);
    // 184 days are as wide wherever they are.
    expect(tage('2025-07-29', '2026-01-29') / 184).toBeCloseTo(tage('2025-01-07', '2028-02-01') / 1120, 6);
  });

  it('verliert in der Tafel nichts: jeder Tag und jedes Wort steht dort ganz', () => {
    const seite = String(zeitstrahl(FALL, HEUTE));
    const tafel = seite.slice(seite.indexOf('<tbody')).replaceAll(/\s+/gu, ' ');
    for (const { tag, name, kennung, stand } of stationen(FALL, HEUTE))
      for (const wort of [tagMitWochentag(tag), name, kennung ?? '', stand]) expect(tafel).toContain(wort);
    expect(tafel.match(/<tr/gu)).toHaveLength(15);
  });

  it('liest einen Bestandsfall aus seiner Übernahme, mit Berichtigungen (TR58), ohne Zurückgezogenes (TR61)', () => {
    const uebernommen = ereignis('fall_uebernommen', HEUTE, {
      bestand: {
        vorgemerktAm: '2026-01-05',
        zuordnung: { am: '2026-01-12', fm: '6f1c0c52-0000-4000-8000-000000000001' },
        fallzugangAm: '2026-01-20',
        ueberpruefungenAm: ['2026-07-20', '2026-04-20'],
        feedbackAm: null,
      },
    });
    const ueberprueft = ereignis('ueberprueft', '2026-11-02');
    const fall: Zeitangaben = {
      ...FALL,
      vorgemerktAm: '2026-01-05',
      fallzugangAm: '2026-01-20',
      fristen: [],
      geschichte: [
        uebernommen,
        ueberprueft,
        ereignis('berichtigt', HEUTE, {
          bezug: `${uebernommen.id}/ueberpruefung-2`,
          neuesDatum: '2026-07-22',
        }),
        ereignis('eintrag_zurueckgezogen', HEUTE, { teile: [{ ereignis: ueberprueft.id }] }),
      ],
    };
    expect(stationen(fall, HEUTE).map(({ tag, name }) => `${tag} ${name}`)).toEqual([
      '2026-01-05 Vormerkung',
      '2026-01-12 Zuordnung',
      '2026-01-20 Fallzugang',
      '2026-04-20 Überprüfung',
      '2026-07-22 Überprüfung',
      '2026-11-30 Heute',
    ]);
  });

  it('steht auch für einen Fall, der heute begann', () => {
    const neu: Zeitangaben = {
      ...FALL,
      vorgemerktAm: HEUTE,
      fallzugangAm: null,
      geschichte: [],
      fristen: [],
    };
    const { oben } = masse(stationen(neu, HEUTE));
    expect(oben.map(({ x, reihe }) => [x, reihe])).toEqual([
      [MASSE.rand, 1],
      [MASSE.rand, 0],
    ]);
  });
});
