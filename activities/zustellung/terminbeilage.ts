import { mitAkteur } from '../../db/client.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import { liesUebergabeprotokolle } from '../../db/uebergabeprotokoll.ts';
import type { Uebergabeprotokoll } from '../../domain/fall/uebergabeprotokoll.ts';
import { bringtTermin } from '../../domain/fall/uebergabetermin.ts';
import type { Zustellungsmittel } from './mittel.ts';

/**
 * The handover whose appointment an announcement is about, as it stands when the mail goes out: a mail that comes late
 * brings the newest, never an older one.
 */
export async function terminbeilage(
  { db }: Pick<Zustellungsmittel, 'db'>,
  { fallId, anlass, leistung, leistungserbringerId }: Sendung,
): Promise<Uebergabeprotokoll | null> {
  if (fallId === null || !bringtTermin(anlass)) return null;
  if (leistung !== null || leistungserbringerId !== null) return null;
  const uebergaben = await mitAkteur(db, { system: 'worker' }, (tx) => liesUebergabeprotokolle(tx, fallId));
  const letzte = uebergaben.at(-1);
  return letzte?.gefuehrt === null ? letzte : null;
}
