import type { AmFall } from '../../api/eigenewiedervorlage/formen.ts';
import { wiedervorlagenroute } from '../../api/eigenewiedervorlage/routen.ts';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { wennDa } from '../kern/zeilen.ts';

/** What this colleague reminds themselves of at a case; null for whoever does not open it. */
export const meineAmFall = ({ umgebung, konto }: Seitenanfrage, fallId: string): Promise<AmFall | null> =>
  wennDa(() => frageWennErlaubt(umgebung, wiedervorlagenroute, { konto, pfad: { fallId } }));
