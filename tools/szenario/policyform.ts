import { z } from 'zod';
import { policyaenderungen, vollstaendigeAenderungen } from '../../api/policy/parameterformen.ts';
import { POLICYBASEN, type Policywahl } from '../../domain/policy/policy.ts';

/** Name of the version a story writes itself. */
const EIGENE_POLICY = 'geschichte';

export const policyform = z.union([
  z.enum(POLICYBASEN),
  z.strictObject({ basis: z.enum(POLICYBASEN), aenderungen: policyaenderungen.optional() }),
]);

/** The choice the cases of a story begin with. */
export function policywahl(form: z.output<typeof policyform> | undefined): Policywahl {
  if (form === undefined) return { basis: 'standard', aenderungen: {} };
  if (typeof form === 'string') return { basis: form, aenderungen: {} };
  const { basis, aenderungen = {} } = form;
  return { version: EIGENE_POLICY, basis, aenderungen: vollstaendigeAenderungen(basis, aenderungen) };
}
