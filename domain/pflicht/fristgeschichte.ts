import type { Tag } from '../frist/tag.ts';
import type { Instant } from '../frist/zeitzone.ts';
import { versionsname } from '../policy/wahl.ts';
import type { Policywahl } from '../policy/policy.ts';
import { fristschluessel, istFristereignis, type Fristende, type Rechengrund } from './frist.ts';

/** One change of one duty: what it was computed to, why, by whom, under which policy. */
export type Fristeintrag = {
  readonly am: Instant;
  /** Staff id of the one whose act changed it; null = time, or Lotse itself. */
  readonly akteur: string | null;
  readonly grund: Rechengrund;
  /** The event the change followed from. */
  readonly durch: string;
  readonly policy: string;
  readonly vorher: Tag | null;
  readonly faellig: Tag;
  readonly ende: Fristende | null;
};

type Ereignis = {
  readonly id: string;
  readonly am: Instant;
  readonly akteur: string | null;
  readonly art: string;
};

/** The policy an event brings: the one a Vorgang begins with, or another one it is moved to. */
function policyVon(ereignis: Ereignis): Policywahl | null {
  const mit = ereignis as { policy?: Policywahl; gruendung?: { policy?: Policywahl } };
  if (ereignis.art === 'policy_uebernommen') return mit.policy ?? null;
  return mit.gruendung?.policy ?? null;
}

const schrittVon = ({ id }: Ereignis): string => id.slice(0, id.lastIndexOf('/'));

/** The history of every duty of a record, by `id/vorkommen`, oldest first. */
export function fristgeschichten(
  ereignisse: readonly Ereignis[],
): ReadonlyMap<string, readonly Fristeintrag[]> {
  const geschichten = new Map<string, Fristeintrag[]>();
  let policy = 'standard';
  let ausloeser: Ereignis | undefined;
  for (const ereignis of ereignisse) {
    const neue = policyVon(ereignis);
    if (neue !== null) policy = versionsname(neue);
    // The first event of a command is its fact; what follows in the same step follows from it.
    if (ausloeser === undefined || schrittVon(ausloeser) !== schrittVon(ereignis)) ausloeser = ereignis;
    if (!istFristereignis(ereignis) || ereignis.art !== 'fristen_berechnet') continue;
    const { am, akteur, grund } = ereignis;
    for (const eintrag of ereignis.eintraege) {
      const bisher = geschichten.get(fristschluessel(eintrag)) ?? [];
      const { faellig, ende } = eintrag;
      const vorher = eintrag.vorher ?? null;
      const neu = { am, akteur, grund, durch: ausloeser.art, policy, vorher, faellig, ende };
      geschichten.set(fristschluessel(eintrag), [...bisher, neu]);
    }
  }
  return geschichten;
}
