/** Roles with business of their own (rollen.md). */
export const FACHROLLEN = [
  'pap',
  'fm',
  'fm_u25',
  'fm_extern',
  'fm_spezial',
  'jour_fixe_av',
  'tl',
  'bereichsleitung',
  'controlling',
  'service_center',
  'koordinator',
] as const;
/** R26 runs the system, R27 reads who looked at what: neither has business content, and no account is both [P]. */
export const ROLLEN = [...FACHROLLEN, 'administration', 'datenschutz'] as const;
export type Rolle = (typeof ROLLEN)[number];

/** Who can be told something: colleagues, and a Leistungserbringer (R17), who has no account. */
export const EMPFAENGERROLLEN = [...ROLLEN, 'leistungserbringer'] as const;
export type Empfaengerrolle = (typeof EMPFAENGERROLLEN)[number];
