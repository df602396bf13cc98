import { ortstag } from '../../frist/zeitzone.ts';
import { PFLEGEZEILEN } from '../../vorgang/pflege.ts';
import { mitErreichterDauer } from './berichtigung.ts';
import type { Folgezeilen } from './zeilen.ts';

/** What happens to any Vorgang; another policy may also move the end of the maximum duration. */
export const PFLEGE = {
  ...PFLEGEZEILEN,
  policy_uebernommen: (fall, ereignis) =>
    mitErreichterDauer(PFLEGEZEILEN.policy_uebernommen(fall, ereignis), ortstag(ereignis.am)),
} satisfies Partial<Folgezeilen>;
