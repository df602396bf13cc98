import type { Dauer } from '../frist/berechnung.ts';
import type { Eskalationsregel, Policy } from './policy.ts';

const tage = (anzahl: number): Dauer => ({ einheit: 'tage', anzahl });
const monate = (anzahl: number): Dauer => ({ einheit: 'monate', anzahl });
const aktiv = (dauer: Dauer | null): { aktiv: boolean; dauer: Dauer | null } => ({ aktiv: true, dauer });

const KURZ = ['T-02', 'T-03', 'T-04'] as const;
/** POL-ESC: duties that end in an open task or a transition notice instead of a ladder. */
const OHNE_LEITER = ['T-08', 'T-20', 'T-28', 'T-30', 'T-32'] as const;

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
  // AC-52: who is to report is reminded, too; the waiting time is a matter of capacity (R18).
  {
    fristen: ['T-18'],
    versatz: 0,
    einheit: 'tage',
    rolle: 'leistungserbringer',
    stufe: 'faellig',
  },
  { fristen: ['T-19'], versatz: 1, einheit: 'tage', rolle: 'koordinator', stufe: 'ueberfaellig' },
  // The case stays with its Fallmanager when a third party is late (003 ch8).
  { fristen: ['T-33'], versatz: 1, einheit: 'tage', rolle: 'fm', stufe: 'ueberfaellig' },
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

/** The version `standard`: the recommended defaults of 08-policies.md. */
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
  'POL-U25': 'TAG_GLEICHER_ZAHL',
  'POL-ROLL': {},
  'POL-FEIERTAGE': { land: 'HB' },
  'POL-BESPRECHUNG': { wochentag: 2, anFeiertag: 'naechster_arbeitstag' },
  'POL-LOESCH': { start: 'erfassung', monate: 60 },
  'POL-SCHLUESSEL': { soll: 75, min: 75, warnMax: 85 },
  'POL-AKH-CHECK': 'dokumentieren',
  'POL-ERFOLG': ['X1', 'X2', 'X9'],
  'POL-ESC': LEITER,
  'POL-FRIST': {
    'T-01': aktiv(null),
    'T-02': aktiv({ einheit: 'arbeitstage', anzahl: 5 }),
    'T-03': aktiv(tage(14)),
    'T-04': aktiv(tage(14)),
    'T-06': aktiv(monate(3)),
    'T-07': aktiv(monate(6)),
    'T-08': aktiv(null),
    'T-09': aktiv(null),
    'T-10': aktiv(monate(1)),
    'T-11': aktiv(monate(3)),
    'T-12': aktiv(tage(14)),
    'T-14': aktiv(monate(4)),
    'T-15': aktiv(monate(6)),
    'T-17': aktiv(null),
    'T-18': aktiv(tage(14)),
    'T-19': aktiv(null),
    'T-20': aktiv(null),
    'T-21': aktiv(monate(1)),
    'T-23': aktiv(null),
    'T-24': aktiv(monate(6)),
    'T-25': aktiv(monate(12)),
    'T-26': aktiv(monate(24)),
    'T-28': aktiv(monate(6)),
    'T-30': aktiv(null),
    'T-31': aktiv(null),
    'T-32': aktiv(null),
    'T-33': aktiv(null),
    'T-40': aktiv(monate(6)),
    'T-41': aktiv(null),
    'T-42': aktiv(null),
    'T-43': aktiv(null),
    'T-44': aktiv(monate(12)),
    'T-45': aktiv(monate(3)),
    'T-48': aktiv(monate(12)),
    'T-49': aktiv(monate(6)),
    'T-50': aktiv(monate(6)),
    'T-52': aktiv(monate(12)),
  },
};
