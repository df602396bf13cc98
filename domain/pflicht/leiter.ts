import { plusArbeitstage, type Kalender } from '../frist/kalender.ts';
import { plusTage, type Tag } from '../frist/tag.ts';
import { beginnDesTages, type Instant } from '../frist/zeitzone.ts';
import type { Fristid } from '../kennungen.ts';
import type { Eskalationsregel, Policy } from '../policy/policy.ts';
import type { Friststand, Fristschritt } from './frist.ts';

export type Sprosse = {
  readonly instant: Instant;
  readonly stufe: Fristschritt['stufe'];
  readonly an: Fristschritt['an'];
};

type Leitern = Map<string, readonly Sprosse[]>;
const gemerkt = new WeakMap<Policy, WeakMap<Kalender, Leitern>>();

function leitern(policy: Policy, kalender: Kalender): Leitern {
  const jeKalender = gemerkt.get(policy) ?? new WeakMap<Kalender, Leitern>();
  gemerkt.set(policy, jeKalender);
  const bekannte = jeKalender.get(kalender) ?? new Map<string, readonly Sprosse[]>();
  jeKalender.set(kalender, bekannte);
  return bekannte;
}

function tagVon(regel: Eskalationsregel, faellig: Tag, kalender: Kalender): Tag {
  return regel.einheit === 'tage'
    ? plusTage(faellig, regel.versatz)
    : plusArbeitstage(faellig, regel.versatz, kalender);
}

/** Does a rung of POL-ESC belong to the ladder of this Frist? */
export function gilt(regel: Eskalationsregel, id: Fristid): boolean {
  if (regel.ausser?.includes(id) === true) return false;
  return regel.fristen === 'alle' || regel.fristen.includes(id);
}

/** A day that only reminds has one rung: the owner's on the day itself. */
function istMahnung(regel: Eskalationsregel): boolean {
  return regel.rolle === 'verantwortlich' && regel.stufe === 'faellig';
}

function baue(frist: Friststand, policy: Policy, kalender: Kalender): readonly Sprosse[] {
  const sprossen: Sprosse[] = [];
  for (const regel of policy['POL-ESC']) {
    if (!gilt(regel, frist.id)) continue;
    const tag = tagVon(regel, frist.faellig, kalender);
    // The Frist begins after its event day (§ 187 Abs. 1 BGB); a reminder before that would remind of nothing.
    if (regel.stufe === 'erinnerung' && tag <= frist.start) continue;
    if (frist.nurErinnerung === true && !istMahnung(regel)) continue;
    const an = regel.nurZaehler === true || regel.rolle === 'bereichsleitung' ? null : regel.rolle;
    const stufe = frist.nurErinnerung === true ? 'erinnerung' : regel.stufe;
    sprossen.push({ instant: beginnDesTages(tag), stufe, an });
  }
  return sprossen.sort((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0));
}

/** The escalation steps of one duty in the order in which they fire (POL-ESC). */
export function leiterVon(frist: Friststand, policy: Policy, kalender: Kalender): readonly Sprosse[] {
  const bekannte = leitern(policy, kalender);
  const schluessel = `${frist.id}${frist.start}${frist.faellig}${frist.nurErinnerung === true ? '*' : ''}`;
  const bekannt = bekannte.get(schluessel);
  if (bekannt !== undefined) return bekannt;
  const sprossen = baue(frist, policy, kalender);
  bekannte.set(schluessel, sprossen);
  return sprossen;
}
