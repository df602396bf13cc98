import { FRISTEN, fristenMit, jeFrist } from '../pflicht/katalog/katalog.ts';
import { GESPRAECHSARTEN, type Eskalationsregel, type Policy } from './policy.ts';

const KURZ = fristenMit(({ leiter }) => leiter === 'kurz');
/** Duties that end in an open task or a transition notice instead of a ladder. */
const OHNE_LEITER = fristenMit(({ leiter }) => leiter === 'keine');

/** Rungs that single Fristen have besides. */
const ZUSATZ = fristenMit(({ zusatz }) => zusatz !== undefined).flatMap((id) =>
  (FRISTEN[id].zusatz ?? []).map((sprosse): Eskalationsregel => ({ fristen: [id], ...sprosse })),
);

const LEITER: readonly Eskalationsregel[] = [
  {
    fristen: 'alle',
    ausser: [...OHNE_LEITER, ...KURZ],
    versatz: -14,
    einheit: 'tage',
    rolle: 'verantwortlich',
    stufe: 'erinnerung',
  },
  { fristen: KURZ, versatz: -3, einheit: 'tage', rolle: 'verantwortlich', stufe: 'erinnerung' },
  {
    fristen: 'alle',
    ausser: OHNE_LEITER,
    versatz: 0,
    einheit: 'tage',
    rolle: 'verantwortlich',
    stufe: 'faellig',
  },
  {
    fristen: 'alle',
    ausser: OHNE_LEITER,
    versatz: 1,
    einheit: 'tage',
    rolle: 'verantwortlich',
    stufe: 'ueberfaellig',
  },
  ...ZUSATZ,
  {
    fristen: 'alle',
    ausser: OHNE_LEITER,
    versatz: 1,
    einheit: 'arbeitstage',
    rolle: 'tl',
    stufe: 'ueberfaellig',
  },
  {
    fristen: 'alle',
    ausser: OHNE_LEITER,
    versatz: 10,
    einheit: 'arbeitstage',
    rolle: 'bereichsleitung',
    stufe: 'ueberfaellig',
    nurZaehler: true,
  },
];

/** POL-GESPRAECH [P]: people who meet for such a talk see each other. */
const OHNE_TELEFON = GESPRAECHSARTEN.filter((art) => art !== 'telefon');

/** The version `standard`: the recommended defaults of policies.md. */
export const STANDARD: Policy = {
  'POL-KOMPLEX': ['entwicklungsprofil', 'stabilisierungsprofil', 'unterstuetzungsprofil'],
  'POL-PROFIL-QUELLE': 'profillage_oder_einschaetzung',
  'POL-HB': { gruppen: ['rahmenbedingungen', 'leistungsfaehigkeit'], min: 3 },
  'POL-ABWEICHUNG': 'mit_grund_und_tl_freigabe',
  'POL-VEREINBARUNG': [
    { ab: '1995-01-01', typ: 'egv' },
    { ab: '2023-07-01', typ: 'kooperationsplan' },
  ],
  'POL-HOECHSTDAUER': { monate: 24, art: 'soft' },
  'POL-VERLAENGERUNG': 6,
  'POL-KORREKTUR': { umkehr: 10, nachtrag: 3 },
  'POL-ANKER': 'fallzugang',
  'POL-REVIEW': { art: 'fix_mit_fenster', tage: 30 },
  'POL-ERST-START': 'uebernahmegespraech',
  'POL-KONTAKT': { zaehlendeArten: ['persoenlich', 'telefon', 'aufsuchend', 'video'], art: 'rollierend' },
  'POL-GESPRAECH': {
    erst: GESPRAECHSARTEN,
    uebernahme: OHNE_TELEFON,
    standort: OHNE_TELEFON,
    rueckgabe: GESPRAECHSARTEN,
  },
  'POL-U25': 'TAG_GLEICHER_ZAHL',
  'POL-ALTER': { ab: 25 },
  'POL-ROLL': {},
  'POL-FEIERTAGE': { land: 'HB' },
  'POL-BESPRECHUNG': { wochentag: 2, anFeiertag: 'naechster_arbeitstag' },
  'POL-LOESCH': { start: 'erfassung', monate: 60 },
  'POL-SCHLUESSEL': { soll: 75, min: 75, warnMax: 85 },
  'POL-AKH-CHECK': 'dokumentieren',
  'POL-ERFOLG': ['X1', 'X2', 'X9'],
  'POL-ESC': LEITER,
  'POL-FRIST': jeFrist(({ dauer, standard }) => ({ aktiv: standard !== 'aus', dauer })),
};
