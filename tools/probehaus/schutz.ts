import { createHash } from 'node:crypto';
import { nutzlastschutzAus } from '../../temporal/einstellung.ts';

/** Keys anybody can compute: for tests, benchmarks and stored histories only. */
const eintrag = (id: string): string => `${id}:${createHash('sha256').update(id).digest('base64')}`;

/** Protection of the payloads wherever no test asks for another one, as a process of its own gets it. */
export const PRUEFSCHUTZ_ENV = { LOTSE_TEMPORAL_SCHLUESSEL: eintrag('pruefstand') };
export const PRUEFSCHUTZ = nutzlastschutzAus(PRUEFSCHUTZ_ENV);
