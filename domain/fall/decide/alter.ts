import { verstoss } from '../../ablehnung.ts';
import type { Policywahl } from '../../policy/policy.ts';
import { policyAus } from '../../policy/wahl.ts';
import { gilt, type Geregelt } from '../../vorgang/regelwerk.ts';
import type { Entwurf } from './entwurf.ts';

/** What says whether the office knows an age limit: the case, or what founds one. */
export type Altersrahmen = Geregelt & { readonly policy: Policywahl; readonly neueParameter?: boolean };

/** POL-ALTER; cases begun before the parameter came have the limit all had before it. */
function kenntAltersgrenze(wo: Altersrahmen): boolean {
  if (!gilt('V-02', wo) || wo.neueParameter === false) return true;
  return policyAus(wo.policy)['POL-ALTER'].ab !== null;
}

/** V-02: the team takes Ü25 only; `satz` says for which day that was asked. */
export function zuJung(ue25: boolean, wo: Altersrahmen, satz: string): Entwurf | null {
  return ue25 || !kenntAltersgrenze(wo) ? null : verstoss('V-02', satz);
}
