import { einmalig, type Pflicht, type Sicht } from './pflicht.ts';

/** T-55: once the person is gone, the case is withdrawn (TR13) or ended (TR50). */
export function abwicklung(sicht: Sicht): Pflicht[] {
  const { fall } = sicht;
  const { weggefallen: anker } = fall;
  if (anker === null) return [];
  // A case that had ended before was not left over.
  const ende =
    fall.zustand === 'beendet' && fall.fallabgang.erfasstAm >= anker.erfasstAm ? fall.fallabgang : null;
  return einmalig(sicht, { id: 'T-55', anker, anlass: 'Meldung zur Person' }, ende);
}
