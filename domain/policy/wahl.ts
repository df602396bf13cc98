import type { Policy, Policywahl } from './policy.ts';
import { STANDARD } from './standard.ts';

/**
 * Parameters whose alternatives already act. A deviation of any other one is refused, so that nobody
 * believes in a setting that changes nothing.
 */
const WIRKSAME_PARAMETER = [
  'POL-KOMPLEX',
  'POL-PROFIL-QUELLE',
  'POL-HB',
  'POL-ABWEICHUNG',
  'POL-HOECHSTDAUER',
  'POL-VERLAENGERUNG',
  'POL-KORREKTUR',
  'POL-KONTAKT',
  'POL-AKH-CHECK',
  'POL-U25',
  'POL-BESPRECHUNG',
  'POL-SCHLUESSEL',
  'POL-ERFOLG',
  'POL-ESC',
  'POL-FRIST',
  'POL-ROLL',
] as const satisfies readonly (keyof Policy)[];

const gemerkt = new WeakMap<Policywahl, Policy>();

/** The complete policy a case runs under: built-in version plus its deviations (E48). */
export function policyAus(wahl: Policywahl): Policy {
  const bekannt = gemerkt.get(wahl);
  if (bekannt !== undefined) return bekannt;
  const policy: Policy = { ...STANDARD, ...wahl.aenderungen };
  gemerkt.set(wahl, policy);
  return policy;
}

/** Names the deviations that do not act yet; empty when the choice may be used. */
export function unwirksameAenderungen(wahl: Policywahl): readonly string[] {
  const wirksam: readonly string[] = WIRKSAME_PARAMETER;
  return Object.keys(wahl.aenderungen).filter((name) => !wirksam.includes(name));
}

export const STANDARDWAHL: Policywahl = { basis: 'standard', aenderungen: {} };
