import type { Tag } from '../frist/tag.ts';
import type { Policy, Policywahl } from '../policy/policy.ts';
import { policyAus } from '../policy/wahl.ts';

/** The day "Zuweisung in das FM" means, and what happened on it (000/002 3c). */
export type Anker = { readonly am: Tag; readonly anlass: string };

type Geschehen = { readonly am: Tag };
/** The three readings of A-13. */
type Tage = {
  readonly zuordnung: Geschehen;
  readonly uebernahmegespraech: Geschehen | null;
  readonly fallzugang: Geschehen;
};

/** POL-ANKER: what T-07 to T-09 and the maximum duration count from; without an Übernahmegespräch the Zuordnung. */
export function ankerAus(policy: Policy, { zuordnung, uebernahmegespraech, fallzugang }: Tage): Anker {
  const wahl = policy['POL-ANKER'];
  if (wahl === 'fallzugang') return { am: fallzugang.am, anlass: 'Fallzugang' };
  if (wahl === 'uebernahmegespraech' && uebernahmegespraech !== null)
    return { am: uebernahmegespraech.am, anlass: 'Übernahmegespräch' };
  return { am: zuordnung.am, anlass: 'Zuordnung' };
}

/** The anchor of a case after its Fallzugang. */
export function ankerVon({
  policy,
  weg,
  begleitung,
}: {
  readonly policy: Policywahl;
  readonly weg: Omit<Tage, 'fallzugang'>;
  readonly begleitung: Pick<Tage, 'fallzugang'>;
}): Anker {
  return ankerAus(policyAus(policy), { ...weg, ...begleitung });
}
