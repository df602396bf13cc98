import type { Rolle } from '../kennungen.ts';

/** How somebody comes to a case that is not theirs by giving a reason (DS-29). */
export const ZUGRIFFSARTEN = ['notzugriff', 'vertretung_grund'] as const;
export type Zugriffsart = (typeof ZUGRIFFSARTEN)[number];

/**
 * Cases of one account and legal day. In a crisis it is one, at a bad day a few; who represents somebody has their whole case
 * load. From `eskaliert` on others hear of it than those who review.
 */
const GRENZEN: Readonly<Record<Zugriffsart, { readonly eskaliert: number; readonly hoechstens: number }>> = {
  notzugriff: { eskaliert: 3, hoechstens: 5 },
  vertretung_grund: { eskaliert: 10, hoechstens: 20 },
};

/** With more than one objection that nobody took back, it is no longer about the case. */
const BEANSTANDUNGEN_BIS_ZUR_SPERRE = 2;

/** Who hears of an account that opens many cases, or is refused one: beyond the Teamleitung, because it may be the one. */
export const ESKALATIONSROLLEN = ['bereichsleitung', 'datenschutz'] as const satisfies readonly Rolle[];

/** What an account has opened with a reason, when it wants to open a case. */
export type Zugriffslage = {
  /** Other cases of today, of this kind, that nobody who reviews has confirmed. */
  readonly faelleHeute: number;
  /** Cases with an objection that was not taken back. */
  readonly beanstandet: readonly string[];
};

/** Why an access does not begin; null when it does (DS-29). */
export function absageDesZugriffs(
  { art, fallId }: { readonly art: Zugriffsart; readonly fallId: string },
  { faelleHeute, beanstandet }: Zugriffslage,
): string | null {
  const bis = 'Das geht erst wieder, wenn jemand, der Ihre Zugriffe prüft, Sie freigibt.';
  if (beanstandet.includes(fallId)) return `Ihr Zugriff auf diesen Fall wurde beanstandet. ${bis}`;
  if (beanstandet.length >= BEANSTANDUNGEN_BIS_ZUR_SPERRE)
    return `Mehrere Ihrer Zugriffe wurden beanstandet. ${bis}`;
  const { hoechstens } = GRENZEN[art];
  if (faelleHeute < hoechstens) return null;
  return (
    `Sie haben heute schon ${String(hoechstens)} Fälle mit einem Grund geöffnet. ` +
    'Weitere gehen, sobald jemand einen davon geprüft und bestätigt hat.'
  );
}

/** Is this access one of so many that others hear of it? */
export const faelltAuf = (art: Zugriffsart, { faelleHeute }: Zugriffslage): boolean =>
  faelleHeute + 1 >= GRENZEN[art].eskaliert;
