import { verstoss, type Ablehnung } from '../ablehnung.ts';
import { plusArbeitstage } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import { policyAus } from '../policy/wahl.ts';
import type { Vorgangskopf } from './aggregat.ts';
import type { Befehlskopf } from './befehl.ts';
import { mitWarnung, type Entwurf } from './entwurf.ts';

/** V-74, first half: no fact lies in the future. `weitere` are days a command reports beside its own. */
export function liegtInZukunft(
  befehl: Befehlskopf,
  weitere: readonly Tag[],
): { ok: false; ablehnung: Ablehnung } | null {
  const heute = ortstag(befehl.at);
  if ([befehl.ereignisAm, ...weitere].every((tag) => tag <= heute)) return null;
  return verstoss('V-74', 'Das Ereignis liegt in der Zukunft.');
}

/** V-74, second half: a fact recorded late needs a reason (POL-KORREKTUR). */
export function istSpaet(
  { ereignisAm, at }: Befehlskopf,
  { policy, kalender }: Pick<Vorgangskopf, 'policy' | 'kalender'>,
): boolean {
  const { nachtrag } = policyAus(policy)['POL-KORREKTUR'];
  return ortstag(at) > plusArbeitstage(ereignisAm, nachtrag, kalender);
}

/** Adds the warning V-74 to the reported fact. */
export function verspaetet<Daten>(entwurf: Entwurf<Daten>, befehl: Befehlskopf): Entwurf<Daten> {
  return mitWarnung(entwurf, befehl, 'V-74');
}
