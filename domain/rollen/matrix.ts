import type { Rolle } from '../kennungen.ts';
import { zeilennamen } from '../tabelle.ts';

/** Data classes of rollen.md 1 that a text of a case can belong to. */
export const DATENKLASSEN = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'] as const;
export type Datenklasse = (typeof DATENKLASSEN)[number];

/** DS-29: every look at one of these is on record. */
export const GESCHUETZT: readonly Datenklasse[] = ['K3', 'K4', 'K5'];

/** All data classes; K0 is the person, K7 the audit. */
export const KLASSEN = ['K0', ...DATENKLASSEN, 'K7'] as const;
export type Klasse = (typeof KLASSEN)[number];

/**
 * How somebody can stand to a case or a person. `vertretung` = represents the responsible Fallmanager today, and with
 * `vertretung_grund` has given a reason for K4; `beauftragt` = external Fallmanagement; `abgebend` and `aufnehmend` = hands
 * over or receives; `betreuend` = pAp or FM U25 of the person, with or without a case; `team` = leads or steers the team of
 * the case; `mitglied` = works in that team; `stichprobe` = the case is drawn for the reader (T-50); `notzugriff` =
 * break-glass; `uebernehmend` = leads, or leads the team of, the case this one was passed on to, `weiterleitend` the one it was
 * passed on from (TR64); `jour_fixe` = the person is at the Jour-Fixe, not in bFM; `termin` = keeps appointments of open cases;
 * `haus` = none of them, only the role.
 */
export const BEZIEHUNGEN = [
  'zustaendig',
  'vertretung',
  'vertretung_grund',
  'beauftragt',
  'abgebend',
  'aufnehmend',
  'betreuend',
  'team',
  'mitglied',
  'stichprobe',
  'notzugriff',
  'uebernehmend',
  'weiterleitend',
  'jour_fixe',
  'termin',
  'haus',
] as const;
export type Rechtsbeziehung = (typeof BEZIEHUNGEN)[number];

export type Recht = { readonly liest: readonly Klasse[]; readonly schreibt: readonly Klasse[] };

const NICHTS: Recht = { liest: [], schreibt: [] };

const PROZESS = ['K0', 'K1', 'K2'] as const;
const FALLAKTE = [...PROZESS, 'K3', 'K4', 'K5'] as const;

const FUEHRT: Recht = { liest: [...FALLAKTE, 'K6'], schreibt: FALLAKTE };
/** K0 is written by the pAp as long as Lotse takes over persons from no other system. */
const PAP: Recht = { liest: PROZESS, schreibt: PROZESS };
/** R09, R10: what was handed over is known by its status only. */
const ABGEGEBEN: Recht = { liest: ['K1'], schreibt: ['K1'] };
/** For those who counsel or lead a team, in a crisis; steering, figures and appointments never need K3 or K4 (R13, R15, R18, R24). */
const NOTZUGRIFF: Recht = { liest: FALLAKTE, schreibt: [] };
/** R04, R11: "no access to K3/K4/K5" holds in a crisis, too; whose the case is and where it stands is enough to call them. */
const NOTZUGRIFF_OHNE_AKTE: Recht = { liest: PROZESS, schreibt: [] };

/** Over a link of two cases goes what the next talk needs, never the restricted area: the profile and the reasons to whom the person comes, only the status back (ADR 54). */
const VERBUNDEN = {
  uebernehmend: { liest: ['K1', 'K2'], schreibt: [] },
  weiterleitend: { liest: ['K1'], schreibt: [] },
} as const satisfies Partial<Record<Rechtsbeziehung, Recht>>;

/**
 * The permission matrix of rollen.md 3: role × relation × data class × read or write. Use cases and row-level
 * security read this one table (PostgreSQL holds a copy, see `berechtigung`); what is not in it is not allowed.
 */
const MATRIX: Readonly<Record<Rolle, Readonly<Partial<Record<Rechtsbeziehung, Recht>>>>> = {
  pap: { betreuend: PAP, abgebend: PAP, aufnehmend: PAP, notzugriff: NOTZUGRIFF_OHNE_AKTE },
  fm: {
    zustaendig: FUEHRT,
    vertretung: { liest: [...PROZESS, 'K3', 'K5'], schreibt: ['K1'] },
    vertretung_grund: { liest: ['K4'], schreibt: [] },
    mitglied: { liest: ['K6'], schreibt: [] },
    notzugriff: NOTZUGRIFF,
    ...VERBUNDEN,
  },
  fm_u25: {
    betreuend: { liest: PROZESS, schreibt: PROZESS },
    abgebend: ABGEGEBEN,
    notzugriff: NOTZUGRIFF,
  },
  fm_extern: { beauftragt: FUEHRT },
  fm_spezial: { aufnehmend: ABGEGEBEN, notzugriff: NOTZUGRIFF },
  jour_fixe_av: {
    jour_fixe: { liest: PROZESS, schreibt: PROZESS },
    abgebend: ABGEGEBEN,
    notzugriff: NOTZUGRIFF_OHNE_AKTE,
  },
  tl: {
    team: { liest: [...PROZESS, 'K6', 'K7'], schreibt: ['K0', 'K1'] },
    stichprobe: { liest: ['K3'], schreibt: [] },
    haus: { liest: ['K0', 'K2'], schreibt: ['K0'] },
    notzugriff: NOTZUGRIFF,
    ...VERBUNDEN,
  },
  bereichsleitung: { team: { liest: ['K1', 'K6'], schreibt: ['K1'] } },
  controlling: { team: { liest: ['K1', 'K6'], schreibt: ['K6'] } },
  service_center: { termin: { liest: ['K0'], schreibt: ['K1'] } },
  koordinator: { team: { liest: ['K6'], schreibt: ['K6'] } },
  /** R26: technical data of K1 only as payloads of Temporal, which is no reading of a case (ADR 34). */
  administration: {},
  /** R27: the log of the whole house, and nothing it is about (ADR 49). */
  datenschutz: { haus: { liest: ['K7'], schreibt: [] } },
};

/** Roles that may open a case in an emergency (DS-29). */
export const NOTZUGRIFFSROLLEN = zeilennamen(MATRIX).filter((r) => 'notzugriff' in MATRIX[r]);

/** What a role may read and write in a relation. */
export function recht(rolle: Rolle, beziehung: Rechtsbeziehung): Recht {
  return MATRIX[rolle][beziehung] ?? NICHTS;
}

/** One cell of the matrix that allows something. */
export type Zelle = {
  readonly rolle: Rolle;
  readonly beziehung: Rechtsbeziehung;
  readonly klasse: Klasse;
  readonly lesen: boolean;
  readonly schreiben: boolean;
};

/** The matrix as rows, for the copy in PostgreSQL. */
export function zellen(): Zelle[] {
  return zeilennamen(MATRIX).flatMap((rolle) =>
    BEZIEHUNGEN.flatMap((beziehung) => {
      const { liest, schreibt } = recht(rolle, beziehung);
      return KLASSEN.map((klasse) => ({
        rolle,
        beziehung,
        klasse,
        lesen: liest.includes(klasse),
        schreiben: schreibt.includes(klasse),
      })).filter(({ lesen, schreiben }) => lesen || schreiben);
    }),
  );
}
