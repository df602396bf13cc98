import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { verschluesselung, type Leser } from './codec.ts';
import type { Nutzlastschutz } from './einstellung.ts';

/** Also part of the bundle of workflows: both sides have to agree. */
const FEHLERFORM = fileURLToPath(new URL('./fehlerform.ts', import.meta.url));

/** The data converter of every client and every worker of an installation; the only place that knows the codec. */
export function datenumwandlung(schutz: Nutzlastschutz, leser: Leser): DataConverter {
  return {
    failureConverterPath: FEHLERFORM,
    ...(schutz === null ? {} : { payloadCodecs: [verschluesselung(schutz, leser)] }),
  };
}
