import { PHASEN } from '../fall/phasen.ts';

/** E06: where a Handlungsbedarf lies (001 3.1); the list is open, so `sonstiges`. Class K4 as a whole. */
export const HANDLUNGSFELDER = [
  'sucht',
  'schulden_finanzielle_notlage',
  'gesundheitliche_einschraenkung',
  'fehlende_krankheitseinsicht',
  'wohnraum',
  'soziales_familiaeres_umfeld',
  'haeusliche_gewalt',
  'aggressionspotential',
  'vorstrafen_geldstrafentilgung',
  'unrealistische_selbsteinschaetzung',
  'handlungsanweisungen_nicht_folgen',
  'sonstiges',
] as const;
export type Handlungsfeld = (typeof HANDLUNGSFELDER)[number];

/** [P] What helped where a Handlungsbedarf was reduced or removed (001 7.1); K4, because services hint at debts or addiction. */
export const INSTRUMENTE = [
  'beratung',
  'massnahme',
  'leistung_16a_1',
  'leistung_16a_2',
  'leistung_16a_3',
  'leistung_16a_4',
  'gutachten',
  'netzwerk',
  'sonstiges',
] as const;
export type Instrument = (typeof INSTRUMENTE)[number];

/** E05: the Prozessphase in which a Handlungsbedarf was recognised, or that no bFM ran on that day. */
export const ERKENNUNGSPHASEN = [...PHASEN, 'ausserhalb_bfm'] as const;
export type Erkennungsphase = (typeof ERKENNUNGSPHASEN)[number];

/** E04: what a person can rest on. */
export const RESSOURCENTYPEN = ['person', 'umfeld_informell', 'oeffentliche_infrastruktur'] as const;
export type Ressource = { readonly typ: (typeof RESSOURCENTYPEN)[number]; readonly bezeichnung: string };
