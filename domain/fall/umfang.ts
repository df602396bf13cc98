import type { Hilfeplanstand } from '../leistung/leistung.ts';

/** Kinds of measures of active labour-market policy, by their provision (E29). */
export const MASSNAHMEARTEN = [
  'aktivierung_16_1',
  'arbeitsgelegenheit_16d',
  'weiterbildung',
  'foerderung_16e_16i',
  'sonstige',
] as const;
type Massnahmeart = (typeof MASSNAHMEARTEN)[number];

/** Kind and cost of a measure (E29; 003 ch7); older commands do not say. `art` is the kind of an event. */
export type Massnahmeumfang = { readonly massnahmeart?: Massnahmeart; readonly kostenCent?: number };

/** What a § 16a service says of its extent (E21; 003 ch6, ch7); older commands do not say. */
export type Leistungsumfang = {
  readonly hilfeplan?: Hilfeplanstand;
  readonly voraussichtlicheDauerMonate?: number;
  readonly kostenCent?: number;
};

type Genannt<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Kind and cost as somebody stated them; what nobody stated is left out, as before it was asked for. */
export function massnahmeumfang({ massnahmeart, kostenCent }: Genannt<Massnahmeumfang>): Massnahmeumfang {
  return {
    ...(massnahmeart === undefined ? {} : { massnahmeart }),
    ...(kostenCent === undefined ? {} : { kostenCent }),
  };
}

export function leistungsumfang(genannt: Genannt<Leistungsumfang>): Leistungsumfang {
  const { hilfeplan, voraussichtlicheDauerMonate, kostenCent } = genannt;
  return {
    ...(hilfeplan === undefined ? {} : { hilfeplan }),
    ...(voraussichtlicheDauerMonate === undefined ? {} : { voraussichtlicheDauerMonate }),
    ...(kostenCent === undefined ? {} : { kostenCent }),
  };
}
