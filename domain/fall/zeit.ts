import { plusTage } from '../frist/tag.ts';
import { policyAus } from '../policy/wahl.ts';
import type { Zeituebergang } from '../vorgang/aggregat.ts';
import { folge } from './decide/entwurf.ts';
import type { BestehenderFall } from './fall.ts';
import type { Falltypen } from './typen.ts';
import { hoechstdauerEnde } from './verlaengerung.ts';

/** The transitions the passage of time alone brings: S05 becomes S06 once the maximum duration is over (TR38). */
export function zeituebergaenge(fall: BestehenderFall): Zeituebergang<Falltypen>[] {
  if (fall.zustand !== 'aktiv') return [];
  const ende = hoechstdauerEnde(policyAus(fall.policy), fall.begleitung.fallzugang.am);
  if (ende === null) return [];
  return [{ am: plusTage(ende, 1), ereignis: folge('TR38', null, { art: 'standort_faellig_geworden' }) }];
}
