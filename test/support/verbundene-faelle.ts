import { eq } from 'drizzle-orm';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { fall } from '../../db/schema/index.ts';

/** TR64, without the whole way: `vorher` went on as `eigen`, and that one as `nachher`. */
export async function verbinde(
  db: Datenbank,
  idVon: (name: 'vorher' | 'eigen' | 'nachher') => string,
): Promise<void> {
  for (const [folgt, auf] of [
    ['eigen', 'vorher'],
    ['nachher', 'eigen'],
  ] as const)
    await mitAkteur(db, { system: 'wartung' }, (tx) =>
      tx
        .update(fall)
        .set({ herkunft: 'weiterleitung', vorgaengerFallId: idVon(auf) })
        .where(eq(fall.id, idVon(folgt))),
    );
}
