import fc from 'fast-check';
import { nurGrund } from '../../domain/fall/abgangsgruende.ts';
import type { Abgangsangaben, Befehl, Befehlsname } from '../../domain/fall/befehle.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';
import { bleibt, eintragAus, ohneZurueckgezogenes } from '../../domain/fall/ruecknahme.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { LEISTUNGSERGEBNISSE } from '../../domain/leistung/leistung.ts';
import { BEFEHLSRECHTE } from '../../domain/rollen/befehlsrechte.ts';
import { zeilennamen } from '../../domain/tabelle.ts';
import { anlassVon } from '../../domain/vorgang/schritt.ts';
import { WEGFALLGRUENDE } from '../../domain/zugang/wegfall.ts';
import { befehl } from './bauen.ts';
import { ANFAENGE_ALLE } from './anfaenge.ts';
import { AUSTAUSCH } from './leistungsvorgaben.ts';
import { GEEIGNET } from '../probehaus/befehle.ts';
import { BEGLEITPERSONEN, FM_SPEZIAL, GRUENDUNG, TL } from './vorgaben.ts';

/** Everything that may come to a case, in no order; what opens one is refused by one that exists. */
const NAMEN: readonly Befehlsname[] = [
  ...zeilennamen(BEFEHLSRECHTE),
  'kalender_uebernehmen',
  'einwilligungen_uebernehmen',
  'rueckmeldung_uebernehmen',
  'policy_uebernehmen',
  'regelwerk_uebernehmen',
  'handlungsbedarfe_uebernehmen',
  'personenstand_uebernehmen',
  'eintrag_uebernehmen',
];

/** What leads far into a case, by the state it stands in; drawn often, so that long lives are played, too. */
const WEITER: Readonly<Partial<Record<BestehenderFall['zustand'], readonly Befehlsname[]>>> = {
  vorgemerkt: ['zuordnen', 'ohne_warme_uebergabe_zuordnen', 'u25_uebergabe_verlegen'],
  zugeordnet: ['uebernahmegespraech_vereinbaren', 'zuordnung_zuruecknehmen', 'u25_uebergabe_verlegen'],
  uebernahme_terminiert: ['uebernahmegespraech_fuehren'],
  zugangspruefung: ['zugang_entscheiden', 'erstgespraech_fuehren', 'abweichung_entscheiden'],
  aktiv: [
    'kontakt_erfassen',
    'eintrag_zurueckziehen',
    'eintrag_uebernehmen',
    'ueberpruefen',
    'vereinbarung_abschliessen',
    'assessment_beginnen',
    'assessment_eintrag_erfassen',
    'teilziel_setzen',
    'zielaenderung_vorschlagen',
    'zielaenderung_entscheiden',
    'standortgespraech_fuehren',
    'massnahme_beenden',
    'gutachten_unterlagen_erfassen',
    'zwischenbericht_erfassen',
    'abschlussbericht_erfassen',
    'begleitperson_informieren',
    'rechtsfolgen_benennen',
    'arbeitsbuendnis_schliessen',
    'leistung_zuweisen',
    'leistung_einbeziehen',
    'leistung_beginnen',
    'leistung_beenden',
    'rueckmeldung_anfordern',
    'rueckmeldung_uebernehmen',
    'einwilligungen_uebernehmen',
    'rueckmeldungen_pruefen',
    'abbruch_pruefen',
  ],
  standort_faellig: ['ueberpruefen', 'standortgespraech_fuehren'],
  aktiv_verlaengert: ['kontakt_erfassen', 'ueberpruefen'],
  abgang_eingeleitet: [
    'aufnehmende_stelle_klaeren',
    'rueckgabegespraech_fuehren',
    'fallbesprechung_fuehren',
    'fallabgang_dokumentieren',
    'akh_festlegen',
    'akh_frist_aendern',
  ],
  beendet: [
    'verbleib_erfassen',
    'integration_pruefen',
    'wiedervorlage_bearbeiten',
    'umkehr_beantragen',
    'umkehr_entscheiden',
  ],
};

/** One move: a name or the next step of the procedure, days that pass before, days the fact lies back, a choice. */
const zug = fc.record({
  name: fc.option(fc.constantFrom(...NAMEN), { freq: 2, nil: null }),
  tage: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }) },
  ),
  zurueck: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
  ),
  wahl: fc.nat(1_000),
});
export type Zug = typeof zug extends fc.Arbitrary<infer T> ? T : never;

/** Where a life begins, and what happens in it. */
export const partie = fc.record({
  start: fc.oneof(
    { weight: 1, arbitrary: fc.constant('frisch' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...ANFAENGE_ALLE) },
  ),
  zuege: fc.array(zug, { minLength: 1, maxLength: 24 }),
});
export type Partie = typeof partie extends fc.Arbitrary<infer T> ? T : never;

const waehle = <T>(liste: readonly T[], wahl: number): T | undefined => liste[wahl % liste.length];

function berichtigung(zug: Zug, am: Tag, ereignisse: readonly Ereignis[]): Befehl {
  const gewaehlt = waehle(ereignisse, zug.wahl);
  if (gewaehlt === undefined) throw new Error('ein Fall ohne Ereignis');
  const { id: ereignis, art, akteur } = gewaehlt;
  return befehl('berichtigen', `${am}T09:00`, {
    bezug: { ereignis, art, akteur },
    neuesDatum: plusTage(am, -zug.zurueck),
    akteur: { id: TL, rolle: 'tl' },
  });
}

/** TR61: any entry that was not taken back already, with all its command recorded. */
function ruecknahme(zug: Zug, am: Tag, ereignisse: readonly Ereignis[]): Befehl | null {
  const uebrige = ohneZurueckgezogenes(ereignisse).filter(({ art }) => bleibt(art) === null);
  const gewaehlt = waehle(uebrige, zug.wahl);
  if (gewaehlt === undefined) return null;
  const { id: ereignis, art, akteur } = gewaehlt;
  const anlass = anlassVon(gewaehlt);
  return befehl('eintrag_zurueckziehen', `${am}T09:00`, {
    ...eintragAus(
      ereignisse.filter((e) => anlassVon(e) === anlass),
      gewaehlt,
    ),
    bezug: { ereignis, art, akteur },
    falscheAkte: zug.wahl % 2 === 0,
    akteur: { id: TL, rolle: 'tl' },
  });
}

/** T-32: of a cancellation somebody still has to hear of. */
function information(zug: Zug, am: Tag, { terminabsagen }: BestehenderFall): Befehl | null {
  const offene = terminabsagen.filter(({ informiert }) => informiert === null);
  const gewaehlt = waehle(offene, zug.wahl);
  if (gewaehlt === undefined) return null;
  return befehl('begleitperson_informieren', `${am}T09:00`, { nummer: gewaehlt.nummer });
}

const WEITERLEITUNG = { ziel: 'fm_migration', an: FM_SPEZIAL, anIstFmSpezial: true } as const;
/** TR64: goes on as a case of another team. */
const IN_EIN_TEAM = {
  ...{ ziel: 'fm_migration', an: null, anIstFmSpezial: false },
  folgefall: {
    fallId: '1b7c2a7e-0000-4000-8000-0000000000f2',
    gruendung: { ...GRUENDUNG, team: '1b7c2a7e-0000-4000-8000-0000000000b2', laufendeNummer: 2 },
    grundlage: 'aufgabe_der_stelle',
  },
} as const;

const ABGAENGE: readonly Abgangsangaben[] = [
  ...(['X2', 'X8', 'X4', 'X12'] as const).map(nurGrund),
  { grund: 'X9', kriterienEntfallen: true, ohneFmMoeglich: true },
  { ...nurGrund('X11'), marktfaehig: true },
];

type Daten = Readonly<Record<string, unknown>>;
const selten = ({ wahl }: Zug, daten: Daten): Daten => (wahl % 4 === 0 ? daten : {});

/** Data other than the usual, so that every outcome of a command comes. */
const VARIANTEN: Readonly<Partial<Record<Befehlsname, (zug: Zug, ereignisAm: Tag, am: Tag) => Daten>>> = {
  zugang_entscheiden: (zug, besprochenAm) =>
    selten(zug, {
      ergebnis: zug.wahl % 8 === 0 ? 'weiterleitung' : 'abweisung',
      besprochenAm,
      weiterleitung: zug.wahl % 16 === 0 ? IN_EIN_TEAM : WEITERLEITUNG,
    }),
  // Of the talk; the appointment is another one each time.
  uebergabe_bestaetigen: ({ wahl }) =>
    wahl % 2 === 0
      ? {}
      : {
          was: 'gespraech',
          bestaetigt: { gespraech: 'uebernahme', eintrag: 1, termin: null, durch: ['fm'] },
        },
  // Too soon for the FM U25 to have been in time, or not.
  u25_uebergabe_verlegen: ({ wahl }, ereignisAm) => ({
    uebergabe: { am: plusTage(ereignisAm, wahl % 200), ue25: wahl % 9 > 0 },
  }),
  standortgespraech_fuehren: (zug) => selten(zug, { ergebnis: 'rueckgabe_an_pap' }),
  kontakt_erfassen: (zug) =>
    selten(zug, {
      status: waehle(['nicht_erschienen', 'abgesagt'] as const, zug.tage),
      begleitpersonen: BEGLEITPERSONEN,
    }),
  begleitperson_informieren: (zug) => selten(zug, { nummer: (zug.tage % 3) + 1 }),
  // Ahead of its first day, on it, or long after it.
  massnahme_beginnen: ({ wahl }, ereignisAm, am) => {
    const von = plusTage(ereignisAm, (wahl % 40) - 10);
    return { ereignisAm: von < am ? von : am, von, bis: plusTage(von, wahl % 120) };
  },
  einwilligungen_uebernehmen: (zug) => selten(zug, { einwilligungen: [AUSTAUSCH] }),
  rueckmeldung_uebernehmen: (zug, tag) =>
    selten(zug, { inhalt: { art: 'abschluss', tag, ergebnis: waehle(LEISTUNGSERGEBNISSE, zug.tage) } }),
  leistung_beenden: ({ tage }) => ({ ergebnis: waehle(LEISTUNGSERGEBNISSE, tage) }),
  handlungsbedarfe_uebernehmen: ({ wahl }) => ({ zaehlende: wahl % 5 }),
  personenstand_uebernehmen: ({ wahl }) => ({
    wegfall: waehle([...WEGFALLGRUENDE, null], wahl) ?? null,
  }),
  abgang_einleiten: ({ wahl }) => ({ abgang: waehle(ABGAENGE, wahl) ?? nurGrund('X2') }),
  // With and without what makes a success of it (V-78).
  fallabgang_dokumentieren: ({ wahl, tage }, _, am) => ({
    abgang: wahl % 3 === 0 ? (waehle(ABGAENGE, tage) ?? null) : null,
    person: {
      ...{ ...GEEIGNET, profilAngepasstAm: am, massgeblicherBedarfReduziert: wahl % 3 > 0 },
      ...{ zaehlendeHandlungsbedarfe: wahl % 5 === 0 ? 2 : 3, komplex: wahl % 7 > 0 },
    },
    zielerreichung: waehle(['teilweise', 'erreicht', 'nicht_erreicht'] as const, wahl >> 2) ?? 'teilweise',
  }),
  verbleib_erfassen: ({ wahl }, ereignisAm) => ({
    messpunkt: waehle([6, 12, 24] as const, wahl) ?? 6,
    arbeitsaufnahmeAm: wahl % 4 === 0 ? plusTage(ereignisAm, -30) : null,
  }),
  integration_pruefen: (zug, ereignisAm) => selten(zug, { besteht: false, endeAm: ereignisAm }),
  nachhaltung_uebertragen: () => ({ fm: TL }),
  umkehr_entscheiden: ({ wahl }) => ({ gewaehrt: wahl % 2 === 0 }),
  abweichung_entscheiden: ({ wahl }) => ({ gewaehrt: wahl % 2 === 0 }),
};

function variante(name: Befehlsname, am: Tag, zug: Zug): Daten {
  const ereignisAm = plusTage(am, -zug.zurueck);
  return { ereignisAm, ...VARIANTEN[name]?.(zug, ereignisAm, am) };
}

/** The command a move means in a case as it stands. */
export function befehlAus(
  zug: Zug,
  am: Tag,
  werdegang: { readonly fall: BestehenderFall; readonly ereignisse: readonly Ereignis[] },
): Befehl {
  const name = zug.name ?? waehle(WEITER[werdegang.fall.zustand] ?? NAMEN, zug.wahl) ?? 'kontakt_erfassen';
  const informiert = name === 'begleitperson_informieren' ? information(zug, am, werdegang.fall) : null;
  if (informiert !== null) return informiert;
  const zurueck = name === 'eintrag_zurueckziehen' ? ruecknahme(zug, am, werdegang.ereignisse) : null;
  if (zurueck !== null) return zurueck;
  if (name === 'berichtigen') return berichtigung(zug, am, werdegang.ereignisse);
  // Hours in no order: a command may come after one that was claimed later the same day.
  const stunde = String(6 + (zug.wahl % 12)).padStart(2, '0');
  return { ...befehl(name, `${am}T${stunde}:00`), ...variante(name, am, zug) };
}
