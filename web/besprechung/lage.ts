import type { Besprechungsansicht } from '../../api/arbeitslisten/formen.ts';
import { besprechungsroute } from '../../api/arbeitslisten/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { istKennung } from '../kern/kennung.ts';

/** What lies before a meeting; as assigned counts what TR60 may take back. */
export type Besprechungslage = Besprechungsansicht & { readonly heute: Tag };

/**
 * @param fall the one to be called up; an address that names none, or none that waits, calls up the first
 * @throws Absage NICHT_BERECHTIGT for everybody but the Teamleitung.
 */
export async function ladeLage(
  { umgebung, konto }: Seitenanfrage,
  fall: string | null,
): Promise<Besprechungslage> {
  const abfrage = fall !== null && istKennung(fall) ? { fall } : {};
  const lage = await frage(umgebung, besprechungsroute, { konto, abfrage });
  return { ...lage, heute: ortstag(umgebung.uhr.jetzt()) };
}
