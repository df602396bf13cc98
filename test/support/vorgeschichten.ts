import { ortszeit } from '../../domain/frist/zeitzone.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { texteVon } from '../../tools/simulation/felder.ts';
import type { AlteAusgabe, AlterBefehl } from './alte-ausgabe.ts';

/** The first day of cases a release of before begins. */
export const BEGINN = '2025-01-13';
export const um = (tag: string, uhrzeit = '10:00'): string => ortszeit(`${tag}T${uhrzeit}`);

/** How a case came to where the old release left it. */
type Vorgeschichte = (alt: AlteAusgabe, person: string) => readonly AlterBefehl[];

let nummer = 0;
function vormerkung(alt: AlteAusgabe, person: string): ReturnType<AlteAusgabe['vormerkung']> {
  nummer += 1;
  return alt.vormerkung(um(BEGINN), person, `F-2025-${String(nummer).padStart(5, '0')}`);
}
const begonnen =
  (schritte: number, ...weitere: ((alt: AlteAusgabe) => AlterBefehl)[]): Vorgeschichte =>
  (alt, person) => [
    vormerkung(alt, person),
    ...alt.BIS_FALLZUGANG.slice(0, schritte).map((schritt) => schritt(um(BEGINN))),
    ...weitere.map((schritt) => schritt(alt)),
  ];
const uebernommen: Vorgeschichte = (alt, person) => [
  {
    ...alt.kopf(um(BEGINN), 'tl'),
    befehl: 'fall_uebernehmen',
    gruendung: vormerkung(alt, person).gruendung,
    person: alt.GEEIGNET,
    bestand: {
      ...{ vorgemerktAm: '2023-01-03', zuordnung: { am: '2023-01-10', fm: PERSONAL.fm } },
      ...{ uebernahmegespraechAm: '2023-01-16', erstgespraechAm: '2023-01-16', fallzugangAm: '2023-01-16' },
      ueberpruefungenAm: ['2023-07-14', '2024-01-12', '2024-07-12', '2025-01-10'],
      ...{ vereinbarungenAm: ['2023-02-01'], kontakteAm: ['2025-01-10'], standortgespraecheAm: [] },
      feedbackAm: null,
    },
  },
];
const verbleib = (alt: AlteAusgabe): AlterBefehl => ({
  ...alt.kopf(um('2025-01-20'), 'fm', texteVon('standortgespraech_fuehren')),
  ...{ befehl: 'standortgespraech_fuehren', ergebnis: 'verbleib', art: 'persoenlich' },
  ...{ handlungsbedarfeBewertet: 3, person: alt.GEEIGNET },
});
const einleitung =
  (abgang: object) =>
  (alt: AlteAusgabe): AlterBefehl => ({
    ...alt.kopf(um('2025-02-03'), 'fm', texteVon('abgang_einleiten')),
    ...{
      befehl: 'abgang_einleiten',
      abgang: { kriterienEntfallen: false, ohneFmMoeglich: false, ...abgang },
    },
  });
const abgang = (alt: AlteAusgabe): AlterBefehl => ({
  ...alt.kopf(um('2025-02-10'), 'fm', texteVon('fallabgang_dokumentieren')),
  ...{ befehl: 'fallabgang_dokumentieren', administrativ: null, zielerreichung: 'teilweise' },
  person: { ...alt.GEEIGNET, profilAngepasstAm: '2025-02-10', massgeblicherBedarfReduziert: true },
});

/** A case in each state, by the name of the state. */
export const VORGESCHICHTEN: Readonly<Record<string, Vorgeschichte>> = {
  vorgemerkt: begonnen(0),
  zugeordnet: begonnen(1),
  zugangspruefung: begonnen(3),
  aktiv: begonnen(4),
  standort_faellig: uebernommen,
  aktiv_verlaengert: (alt, person) => [...uebernommen(alt, person), verbleib(alt)],
  abgang_eingeleitet: begonnen(4, einleitung({ grund: 'X2' })),
  beendet: begonnen(4, einleitung({ grund: 'X2' }), abgang),
};
