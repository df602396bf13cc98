import { tageZwischen, type Tag } from '../frist/tag.ts';

/** What a complaint is about (003 ch8); its words stand in the eAkte, here is what can be counted. */
export const BESCHWERDEARTEN = [
  'umgang',
  'erreichbarkeit',
  'dauer',
  'entscheidung',
  'vereinbarung',
  'wechsel_der_ansprechperson',
  'leistungserbringer',
  'datenschutz',
  'sonstiges',
] as const;
export type Beschwerdeart = (typeof BESCHWERDEARTEN)[number];

export const BESCHWERDEANTWORTEN = [
  'abgeholfen',
  'teilweise_abgeholfen',
  'nicht_abgeholfen',
  'weitergeleitet',
  'zurueckgenommen',
] as const;
export type Beschwerdeantwort = (typeof BESCHWERDEANTWORTEN)[number];

/** Calendar days from its arrival to the answer; null while there is none. */
export function tageBisAntwort(eingegangenAm: Tag, beantwortetAm: Tag | null): number | null {
  return beantwortetAm === null ? null : tageZwischen(eingegangenAm, beantwortetAm);
}
