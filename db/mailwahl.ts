import { eq, inArray } from 'drizzle-orm';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Mailwahl } from '../domain/mail/mailwahl.ts';
import type { Transaktion } from './client.ts';
import { mailwahl } from './schema/index.ts';

const { erinnerung, faellig, ueberfaellig, mitteilung } = mailwahl;
const WAHL = { erinnerung, faellig, ueberfaellig, mitteilung } as const;

/** What an account has chosen; null while it has not. */
export async function liesMailwahl(tx: Transaktion, kontoId: string): Promise<Mailwahl | null> {
  const [zeile] = await tx.select(WAHL).from(mailwahl).where(eq(mailwahl.kontoId, kontoId));
  return zeile ?? null;
}

/** Those of several accounts that have chosen. */
export async function liesMailwahlen(
  tx: Transaktion,
  konten: readonly string[],
): Promise<ReadonlyMap<string, Mailwahl>> {
  if (konten.length === 0) return new Map();
  const zeilen = await tx
    .select({ kontoId: mailwahl.kontoId, ...WAHL })
    .from(mailwahl)
    .where(inArray(mailwahl.kontoId, [...konten]));
  return new Map(zeilen.map(({ kontoId, ...wahl }) => [kontoId, wahl]));
}

export async function setzeMailwahl(
  tx: Transaktion,
  kontoId: string,
  { am: geaendertAm, ...wahl }: Mailwahl & { readonly am: Instant },
): Promise<void> {
  const neu = { ...wahl, geaendertAm };
  await tx
    .insert(mailwahl)
    .values({ kontoId, ...neu })
    .onConflictDoUpdate({ target: mailwahl.kontoId, set: neu });
}
