import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Instant } from '../domain/frist/zeitzone.ts';
import { verpflichtungVon } from '../domain/team/ziehung.ts';
import type { Transaktion } from './client.ts';
import { ziehungssaat } from './schema/index.ts';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A new seed, kept secret; what may be known of it at once is its promise (E45). */
export async function neueVerpflichtung(tx: Transaktion, teamId: string, am: Instant): Promise<string> {
  const saat = randomBytes(32).toString('hex');
  const verpflichtung = verpflichtungVon(saat, sha256);
  await tx.insert(ziehungssaat).values({ verpflichtung, teamId, saat, erzeugtAm: am });
  return verpflichtung;
}

/** The secret behind a published promise. @throws when nobody ever promised it */
export async function liesSaat(tx: Transaktion, verpflichtung: string): Promise<string> {
  const [zeile] = await tx
    .select({ saat: ziehungssaat.saat })
    .from(ziehungssaat)
    .where(eq(ziehungssaat.verpflichtung, verpflichtung));
  if (zeile === undefined) throw new Error('Zu dieser Verpflichtung gibt es keine Saat');
  return zeile.saat;
}
