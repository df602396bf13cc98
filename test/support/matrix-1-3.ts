import type { Rolle } from '../../domain/kennungen.ts';

/**
 * rollen.md 3, copied by hand from there and never from `domain/rollen`: what a role reads in a case, by
 * how it stands to it. `eigen` is what the rows call "own" (own, handed over, received, entrusted), `vertreten` the
 * represented FM's, `team` a colleague's case in the team the role leads or belongs to, `gezogen` the same while it is in
 * the sample, `fremd` a case of another team; `vorher` one of another team that was passed on to a case of the role's own or of its
 * team, `nachher` one in which such a case goes on over there (11.3: who may read what is explicit).
 */
export type Naehe = 'eigen' | 'vertreten' | 'team' | 'gezogen' | 'fremd' | 'vorher' | 'nachher';

type Zeile = Readonly<Record<Naehe, string>>;
const OHNE = { vorher: '', nachher: '' };
const NICHTS: Zeile = { eigen: '', vertreten: '', team: '', gezogen: '', fremd: '', ...OHNE };
/** R07 "R own + team" (K6). */
const FM: Zeile = {
  eigen: 'K0 K1 K2 K3 K4 K5 K6',
  vertreten: 'K0 K1 K2 K3 K5',
  team: '',
  gezogen: '',
  fremd: '',
  // The reasons and the profile to whom the person comes, the status back.
  vorher: 'K1 K2',
  nachher: 'K1',
};

export const LIEST: Readonly<Record<Rolle, Zeile>> = {
  // R04/R05: R own | R own | RW own, R during bFM | – | – | –
  pap: { ...NICHTS, eigen: 'K0 K1 K2' },
  // R07, R08: "R, time-limited | RW limited | R | R | on reason | R"
  fm: FM,
  // R23: "as R07 for entrusted cases"
  fm_extern: { ...NICHTS, eigen: 'K0 K1 K2 K3 K4 K5 K6' },
  // R09/R10: "own cases only; R of handed-over K1"
  fm_u25: { ...NICHTS, eigen: 'K1' },
  fm_spezial: { ...NICHTS, eigen: 'K1' },
  jour_fixe_av: { ...NICHTS, eigen: 'K1' },
  // R12: R | RW | R | sample only | – | – | R | R (own team); K0 and K2 carry no "own".
  tl: {
    eigen: 'K0 K1 K2 K6 K7',
    vertreten: 'K0 K1 K2 K6 K7',
    team: 'K0 K1 K2 K6 K7',
    gezogen: 'K0 K1 K2 K3 K6 K7',
    fremd: 'K0 K2',
    vorher: 'K0 K1 K2',
    nachher: 'K0 K1',
  },
  // R13: – | R (case no.) | – … R
  bereichsleitung: {
    eigen: 'K1 K6',
    vertreten: 'K1 K6',
    team: 'K1 K6',
    gezogen: 'K1 K6',
    fremd: '',
    ...OHNE,
  },
  // R15: K1 and K2 as pseudonyms; Lotse has no pseudonymised K2 yet.
  controlling: { eigen: 'K1 K6', vertreten: 'K1 K6', team: 'K1 K6', gezogen: 'K1 K6', fremd: '', ...OHNE },
  // R24: R (appointments) | W Kontakt ABGESAGT: of every open case of the house.
  service_center: {
    ...{ eigen: 'K0', vertreten: 'K0', team: 'K0', gezogen: 'K0', fremd: 'K0' },
    ...{ vorher: 'K0', nachher: 'K0' },
  },
  // R18: K6 only.
  koordinator: { eigen: 'K6', vertreten: 'K6', team: 'K6', gezogen: 'K6', fremd: '', ...OHNE },
  // R26: – | technical | – …, and no K7 any more (11.3). What is technical of K1 is no row and no operation on a case.
  administration: NICHTS,
  // R27 (11.3): reads K7 only.
  datenschutz: {
    ...{ eigen: 'K7', vertreten: 'K7', team: 'K7', gezogen: 'K7', fremd: 'K7' },
    ...{ vorher: 'K7', nachher: 'K7' },
  },
};

/** What stands in brackets in the column K1: these know of a case by a number, a pseudonym, an appointment, and open none. */
export const K1_OHNE_AKTE: Readonly<Partial<Record<Rolle, string>>> = {
  bereichsleitung: 'R (case no.)',
  controlling: 'R (pseudonym)',
  service_center: 'W Kontakt ABGESAGT',
};

/**
 * Break-glass is in no row of 1.3; 1.2 denies K3 and K4 to R13, R15, R18 and, outside entrusted cases, R23, and gives R24 and
 * R25 no talk content. What is left are those who counsel or lead a team; R04 and R11 get "no access to K3/K4/K5" even so.
 */
export const IM_NOTZUGRIFF: Readonly<Partial<Record<Rolle, string>>> = {
  pap: 'K0 K1 K2',
  jour_fixe_av: 'K0 K1 K2',
  fm: 'K0 K1 K2 K3 K4 K5',
  fm_u25: 'K0 K1 K2 K3 K4 K5',
  fm_spezial: 'K0 K1 K2 K3 K4 K5',
  tl: 'K0 K1 K2 K3 K4 K5',
};
