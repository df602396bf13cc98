import { BA_2010 } from './ba-2010.ts';
import type { Policy, Policyaenderungen, Policybasis, Policywahl } from './policy.ts';
import { STANDARD } from './standard.ts';

/**
 * Parameters whose alternatives act. A deviation of any other one is refused, so that nobody believes in a setting that
 * changes nothing.
 */
const WIRKSAME_PARAMETER = [
  'POL-KOMPLEX',
  'POL-PROFIL-QUELLE',
  'POL-HB',
  'POL-ABWEICHUNG',
  'POL-VEREINBARUNG',
  'POL-HOECHSTDAUER',
  'POL-VERLAENGERUNG',
  'POL-KORREKTUR',
  'POL-ANKER',
  'POL-REVIEW',
  'POL-ERST-START',
  'POL-KONTAKT',
  'POL-GESPRAECH',
  'POL-AKH-CHECK',
  'POL-U25',
  'POL-ALTER',
  'POL-BESPRECHUNG',
  'POL-LOESCH',
  'POL-SCHLUESSEL',
  'POL-ERFOLG',
  'POL-ESC',
  'POL-FRIST',
  'POL-ROLL',
] as const satisfies readonly (keyof Policy)[];

function ueber(policy: Policy, aenderungen: Policyaenderungen): Policy {
  const fristen = { ...policy['POL-FRIST'], ...aenderungen['POL-FRIST'] };
  return { ...policy, ...aenderungen, 'POL-FRIST': fristen };
}

const EINGEBAUT: Readonly<Record<Policybasis, Policy>> = {
  standard: STANDARD,
  'ba-2010': ueber(STANDARD, BA_2010),
};

const gemerkt = new WeakMap<Policywahl, Policy>();

/** The complete policy a case runs under: built-in version plus its deviations (E48). */
export function policyAus(wahl: Policywahl): Policy {
  const bekannt = gemerkt.get(wahl);
  if (bekannt !== undefined) return bekannt;
  const policy = ueber(EINGEBAUT[wahl.basis], wahl.aenderungen);
  gemerkt.set(wahl, policy);
  return policy;
}

/** The name under which clerks know the version a case runs under. */
export function versionsname({ version, basis }: Policywahl): string {
  return version ?? basis;
}

/** Names the deviations that do not act yet; empty when the choice may be used. */
export function unwirksameAenderungen(wahl: Policywahl): readonly (keyof Policy)[] {
  const wirksam: readonly string[] = WIRKSAME_PARAMETER;
  // Object.keys forgets the names; the deviations are those of a Policy.
  const namen = Object.keys(wahl.aenderungen) as (keyof Policy)[];
  return namen.filter((name) => !wirksam.includes(name));
}

export const STANDARDWAHL: Policywahl = { basis: 'standard', aenderungen: {} };
