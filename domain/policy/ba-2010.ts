import type { Fristid } from '../kennungen.ts';
import type { Policy, Policyaenderungen } from './policy.ts';
import { STANDARD } from './standard.ts';

function ohne(...ids: readonly Fristid[]): Partial<Policy['POL-FRIST']> {
  return Object.fromEntries(ids.map((id) => [id, { ...STANDARD['POL-FRIST'][id], aktiv: false }]));
}

/**
 * The version `ba-2010`: 000/002 read alone, as they were issued, where they differ from the recommended defaults. The
 * rest is not mentioned there (the ladder, the working days) or means the same (24 months "in der Regel", a fixed
 * cadence of six months, three Handlungsbedarfe).
 */
export const BA_2010: Policyaenderungen = {
  // 000/002 3b, A-02: the Profillage is a criterion, and in 2010 the systems still kept one for everybody.
  'POL-PROFIL-QUELLE': 'profillage',
  // 000/002 3b, A-03: the criteria are "verbindlich".
  'POL-ABWEICHUNG': 'verboten',
  // 000/002 3b knows no age; U25 and Ü25 come from 001 alone.
  'POL-ALTER': { ab: null },
  // 14 days, the Feedback, the Standortgespräch and the density of contact come from 001 alone.
  'POL-FRIST': ohne('T-03', 'T-06', 'T-09', 'T-10', 'T-11'),
};
