import { plusMonate, type Tag } from '../frist/tag.ts';
import type { Policy, Policywahl } from '../policy/policy.ts';
import { policyAus } from '../policy/wahl.ts';
import { gilt, type Geregelt } from '../vorgang/regelwerk.ts';
import type { Standortgespraech } from './fall.ts';

/** Last day of the maximum duration, never rolled (T-08, CAL-Z); null where the office knows none (POL-HOECHSTDAUER). */
export function hoechstdauerEnde(policy: Policy, anker: Tag): Tag | null {
  const { monate, art } = policy['POL-HOECHSTDAUER'];
  return art === 'none' ? null : plusMonate(anker, monate);
}

/** A Verbleib as far as its extension goes: the day of the talk, and until when the case had been extended before. */
export type Verlaengerungslage = { readonly am: Tag; readonly laufendBis: Tag | null };

/** Whose rules and policy an extension is counted by. */
type Massgeblich = Geregelt & { readonly policy: Policywahl };

/**
 * E34.verlaengerungBis: the first step raw(anchor + 24 + j·n months) after both the running end and the day of the talk
 * (A-07, T-09). A talk extends only from one month before the running end; an earlier one extends nothing: null. Under
 * the first Regelwerk the day of the talk alone counted.
 */
export function naechstesEnde(
  wo: Massgeblich,
  anker: Tag,
  { am, laufendBis }: Verlaengerungslage,
): Tag | null {
  const policy = policyAus(wo.policy);
  if (!gilt('T-09', wo)) return schrittNach(policy, anker, am);
  const { monate } = policy['POL-HOECHSTDAUER'];
  const bisher = laufendBis ?? plusMonate(anker, monate);
  if (am < plusMonate(bisher, -1)) return null;
  return schrittNach(policy, anker, am > bisher ? am : bisher);
}

/** The next step of POL-VERLAENGERUNG after a day, raw(anchor + 24 + j·n months), counted from the unshifted anchor. */
function schrittNach(policy: Policy, anker: Tag, am: Tag): Tag {
  const { monate } = policy['POL-HOECHSTDAUER'];
  for (let j = 1; ; j += 1) {
    const ende = plusMonate(anker, monate + j * policy['POL-VERLAENGERUNG']);
    if (ende > am) return ende;
  }
}

/** The end the talks before a day have extended the case to; null before the first Verbleib. */
export function laufendesEnde(
  { standortgespraeche }: { readonly standortgespraeche: readonly Standortgespraech[] },
  am: Tag,
): Tag | null {
  const frueher = standortgespraeche.filter((s) => s.am <= am && s.verlaengerungBis !== null);
  return frueher.at(-1)?.verlaengerungBis ?? null;
}

/** A Verbleib with the end it extends the case to. */
export function alsVerbleib<T extends { readonly am: Tag }>(
  gespraech: T,
  verlaengerungBis: Tag | null,
): T & Pick<Standortgespraech, 'verlaengerungBis' | 'zuFrueh'> {
  return verlaengerungBis === null
    ? { ...gespraech, verlaengerungBis, zuFrueh: true }
    : { ...gespraech, verlaengerungBis };
}

/** The talks with their extensions counted anew, one after the other, from another anchor or other days. */
export function neuVerlaengert(
  wo: Massgeblich,
  anker: Tag,
  gespraeche: readonly Standortgespraech[],
): readonly Standortgespraech[] {
  return gespraeche.reduce<readonly Standortgespraech[]>((bisher, { zuFrueh, ...gespraech }) => {
    const { am, verlaengerungBis: alt } = gespraech;
    if (alt === null && zuFrueh === undefined) return [...bisher, gespraech];
    const laufendBis = laufendesEnde({ standortgespraeche: bisher }, am);
    return [...bisher, alsVerbleib(gespraech, naechstesEnde(wo, anker, { am, laufendBis }))];
  }, []);
}
