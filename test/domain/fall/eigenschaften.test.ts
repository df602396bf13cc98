import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Befehl, Befehlsname } from '../../../domain/fall/befehle.ts';
import type { Ereignis } from '../../../domain/fall/ereignisse.ts';
import { nurGrund } from '../../../domain/fall/abgangsgruende.ts';
import { evolve } from '../../../domain/fall/evolve.ts';
import { istAbgeschlossen, type Fall } from '../../../domain/fall/fall.ts';
import { fristschluessel } from '../../../domain/pflicht/frist.ts';
import { geaenderteZeilen, type Fristzeile } from '../../../domain/pflicht/fristzeilen.ts';
import { nachrichten } from '../../../domain/fall/nachrichten.ts';
import { fuehreAus, zeitschritt } from '../../../domain/fall/schritt.ts';
import { naechsterInstant } from '../../../domain/fall/schritt.ts';
import { plusTage } from '../../../domain/frist/tag.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import {
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  NEU,
  type Lauf,
} from '../../../tools/simulation/bauen.ts';
import { FM } from '../../../tools/simulation/vorgaben.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const NAMEN: readonly Befehlsname[] = [
  'zuordnen',
  'uebernahmegespraech_vereinbaren',
  'termin_verlegen',
  'uebernahmegespraech_fuehren',
  'zurueckziehen',
  'zugang_entscheiden',
  'erstgespraech_fuehren',
  'arbeitsbuendnis_schliessen',
  'integrationsplan_aufstellen',
  'vereinbarung_abschliessen',
  'vereinbarung_fortschreiben',
  'ueberpruefen',
  'standortgespraech_fuehren',
  'abgang_einleiten',
  'abgang_zuruecknehmen',
  'aufnehmende_stelle_klaeren',
  'rueckgabegespraech_fuehren',
  'fallbesprechung_fuehren',
  'fallabgang_dokumentieren',
  'akh_festlegen',
  'akh_frist_aendern',
  'wiedervorlage_bearbeiten',
  'ohne_gespraech_beenden',
  'kontakt_erfassen',
  'feedback_geben',
  'verbleib_erfassen',
  'integration_pruefen',
  'nachhaltung_uebertragen',
  'umkehr_beantragen',
  'umkehr_entscheiden',
  'kalender_uebernehmen',
];

/** Moves that lead far into a case come often; the rest of the list may come anywhere. */
const befehlsname = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Befehlsname>('kontakt_erfassen', 'ueberpruefen', 'standortgespraech_fuehren'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Befehlsname>(
      'zuordnen',
      'uebernahmegespraech_vereinbaren',
      'uebernahmegespraech_fuehren',
      'zugang_entscheiden',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(...NAMEN) },
  { weight: 1, arbitrary: fc.constant<'berichtigen'>('berichtigen') },
);
const zug = fc.record({
  name: befehlsname,
  tage: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }) }, fc.integer({ min: 0, max: 400 })),
  zurueck: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 60 })),
  wahl: fc.nat(),
});
type Zug = typeof zug extends fc.Arbitrary<infer T> ? T : never;

function berichtigung(
  { wahl }: Zug,
  um: string,
  lage: { neuesDatum: string; ereignisse: readonly Ereignis[] },
): Befehl {
  const gewaehlt = lage.ereignisse[wahl % lage.ereignisse.length];
  if (gewaehlt === undefined) throw new Error('ein Fall ohne Ereignis');
  const { id: ereignis, art, akteur } = gewaehlt;
  const { neuesDatum } = lage;
  return befehl('berichtigen', um, {
    bezug: { ereignis, art, akteur },
    neuesDatum,
    akteur: { id: FM, rolle: 'tl' },
  });
}

/** Every n-th command of a kind takes another way. */
const SELTENES: Partial<Record<Befehlsname, { jedes: number; mit: (am: string) => object }>> = {
  zugang_entscheiden: { jedes: 5, mit: (am) => ({ ergebnis: 'abweisung', besprochenAm: am }) },
  standortgespraech_fuehren: { jedes: 4, mit: () => ({ ergebnis: 'rueckgabe_an_pap' }) },
  abgang_einleiten: { jedes: 3, mit: () => ({ abgang: nurGrund('X8') }) },
  integration_pruefen: { jedes: 2, mit: (am) => ({ besteht: false, endeAm: am }) },
  umkehr_entscheiden: { jedes: 2, mit: () => ({ gewaehrt: false }) },
};

function befehlAus(einer: Zug, am: string, ereignisse: readonly Ereignis[]): Befehl {
  const { name, wahl } = einer;
  const ereignisAm = plusTage(am, -einer.zurueck);
  const um = `${am}T09:00`;
  if (name === 'berichtigen') return berichtigung(einer, um, { neuesDatum: ereignisAm, ereignisse });
  const selten = SELTENES[name];
  const abweichung = selten !== undefined && wahl % selten.jedes === 0 ? selten.mit(ereignisAm) : {};
  return befehl(name, um, { ereignisAm, ...abweichung });
}

/** Plays the moves; refused ones change nothing. Every due moment is taken on its own before the next command. */
function spiele({ start, zuege }: Partie): Lauf & { abgelehnt: number } {
  let lauf = typeof start === 'number' ? nach(...BIS_FALLZUGANG.slice(0, start)) : FAELLE[start]();
  let am = ortstag(lauf.fall.zuletzt);
  let abgelehnt = 0;
  for (const einer of zuege) {
    am = plusTage(am, einer.tage);
    lauf = bis(lauf, am);
    const ergebnis = fuehreAus(lauf.fall, befehlAus(einer, am, lauf.ereignisse));
    if (ergebnis.ok) lauf = { fall: ergebnis.fall, ereignisse: [...lauf.ereignisse, ...ergebnis.ereignisse] };
    else abgelehnt += 1;
  }
  return { ...lauf, abgelehnt };
}

const partie = fc.record({
  start: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('standort_faellig', 'aktiv_verlaengert', 'abgang_eingeleitet', 'beendet'),
    },
  ),
  zuege: fc.array(zug, { minLength: 1, maxLength: 40 }),
});
type Partie = typeof partie extends fc.Arbitrary<infer T> ? T : never;
const LAEUFE = { numRuns: 80 };

describe('any sequence of commands', () => {
  it('numbers its events without gaps and gives every one its own id', () => {
    fc.assert(
      fc.property(partie, (folge) => {
        const { ereignisse } = spiele(folge);
        expect(ereignisse.map((e) => e.sequenz)).toEqual(ereignisse.map((_, n) => n + 1));
        expect(new Set(ereignisse.map((e) => e.id)).size).toBe(ereignisse.length);
      }),
      LAEUFE,
    );
  });

  it('folds back to the same state, through JSON too', () => {
    fc.assert(
      fc.property(partie, (folge) => {
        const { fall, ereignisse } = spiele(folge);
        const gespeichert = JSON.parse(JSON.stringify(ereignisse)) as Ereignis[];
        const gefaltet = gespeichert.reduce<Fall>(evolve, NEU);
        expect(gefaltet).toEqual(fall);
        expect(JSON.parse(JSON.stringify(fall))).toEqual(fall);
      }),
      LAEUFE,
    );
  });

  it('never runs backwards in time', () => {
    fc.assert(
      fc.property(partie, (folge) => {
        const zeiten = spiele(folge).ereignisse.map((e) => e.am);
        expect(zeiten).toEqual([...zeiten].sort());
      }),
      LAEUFE,
    );
  });

  it('loses no open Frist: what runs and does not rest has a rung to come, was escalated, or ended', () => {
    fc.assert(
      fc.property(partie, (folge) => {
        const { fall, ereignisse } = spiele(folge);
        const zeilen = new Map<string, Fristzeile>();
        for (const ereignis of ereignisse) {
          for (const zeile of geaenderteZeilen(zeilen, ereignis)) zeilen.set(fristschluessel(zeile), zeile);
        }
        const offen = [...zeilen.values()].filter((z) =>
          ['offen', 'erinnert', 'faellig', 'ueberfaellig'].includes(z.status),
        );
        const imFall = new Map(fall.fristen.map((f) => [fristschluessel(f), f]));
        for (const zeile of offen) {
          const frist = imFall.get(fristschluessel(zeile));
          expect(frist).toMatchObject({
            ende: null,
            lauf: zeile.status,
            ruht: zeile.ruht,
            faellig: zeile.faellig,
          });
        }
        expect(fall.fristen.filter((f) => f.ende === null)).toHaveLength(offen.length);
        if (istAbgeschlossen(fall)) expect(offen).toEqual([]);
      }),
      LAEUFE,
    );
  });

  it('tells only people who are there, and wakes only when there is something to do', () => {
    fc.assert(
      fc.property(partie, (folge) => {
        const { fall, ereignisse } = spiele(folge);
        let stand: Fall = NEU;
        for (const ereignis of ereignisse) {
          const weiter = evolve(stand, ereignis);
          for (const n of nachrichten(ereignis, stand, weiter)) {
            expect(n.person !== null || ['tl', 'bereichsleitung', 'controlling'].includes(n.an)).toBe(true);
          }
          stand = weiter;
        }
        const naechster = naechsterInstant(fall);
        if (naechster !== null) expect(zeitschritt(fall, naechster)).not.toBeNull();
      }),
      LAEUFE,
    );
  });

  it('reaches far: the moves of this test are not merely refused', () => {
    const zustaende = new Set<string>();
    fc.assert(
      fc.property(partie, (folge) => {
        zustaende.add(spiele(folge).fall.zustand);
      }),
      { numRuns: 150, seed: 7 },
    );
    expect([...zustaende].sort()).toEqual(
      expect.arrayContaining([
        'abgang_eingeleitet',
        'aktiv',
        'aktiv_verlaengert',
        'beendet',
        'standort_faellig',
        'vorgemerkt',
        'zurueckgezogen',
      ]),
    );
  });
});

/** Four years: monthly contacts, reviews, agreements, two Standortgespräche. */
function vierJahre(): Lauf {
  const monatlich = Array.from({ length: 48 }, (_, n) => {
    const jahr = 2024 + Math.floor((n + 11) / 12);
    const monat = String(((n + 11) % 12) + 1).padStart(2, '0');
    return `${jahr}-${monat}-10`;
  });
  let lauf = nach(...BIS_FALLZUGANG, befehl('erstgespraech_fuehren', '2024-11-25T09:00'));
  for (const [n, am] of monatlich.entries()) {
    lauf = danach(lauf, befehl('kontakt_erfassen', `${am}T09:00`));
    if (n === 3)
      lauf = danach(
        lauf,
        befehl('vereinbarung_abschliessen', `${am}T10:00`),
        befehl('feedback_geben', `${am}T11:00`),
      );
    if (n > 3 && n % 6 === 3) lauf = danach(lauf, befehl('vereinbarung_fortschreiben', `${am}T10:00`));
    if (n % 6 === 5) lauf = danach(lauf, befehl('ueberpruefen', `${am}T11:00`));
    if (n === 23 || n === 35) lauf = danach(lauf, befehl('standortgespraech_fuehren', `${am}T12:00`));
  }
  return bis(lauf, '2028-11-20T00:00');
}

describe('a case of four years', () => {
  const lauf = vierJahre();
  it('is carried in at most 9 KiB', () => {
    expect(lauf.fall.zustand).toBe('aktiv_verlaengert');
    expect(Buffer.byteLength(JSON.stringify(lauf.fall))).toBeLessThanOrEqual(9 * 1024);
  });

  it('remembers in the record what the state forgot', () => {
    const faellig = new Set(
      lauf.ereignisse.flatMap((e) =>
        e.art === 'fristen_berechnet'
          ? e.eintraege.filter((f) => f.id === 'T-07').map((f) => f.vorkommen)
          : [],
      ),
    );
    expect([...faellig].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
