import { alsGrundteil } from '../../db/client.ts';
import * as nachrichten from '../../db/nachrichten.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import type { Zustellungsmittel } from './mittel.ts';

/** What does not go out stays and comes last the next time. */
export async function merkeFehler(
  { db, log }: Zustellungsmittel,
  sendung: Sendung,
  fehler: unknown,
): Promise<void> {
  const { id, fallId, vorgangId } = sendung;
  log.warn({ sendung: id, fallId, vorgangId, err: fehler }, 'Sendung nicht zustellbar');
  const grund = fehler instanceof Error ? fehler.name : 'Fehler';
  await alsGrundteil(db, 'worker', (tx) => nachrichten.merkeFehlversuch(tx, id, grund));
}
