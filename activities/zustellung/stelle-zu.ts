import { mitAkteur } from '../../db/client.ts';
import * as nachrichten from '../../db/nachrichten.ts';
import { wartungSeit } from '../../db/rundgang.ts';
import { mitLebenszeichen } from '../lebenszeichen.ts';
import { erbringerpost } from './einmallink.ts';
import type { Zustellungsmittel } from './mittel.ts';
import { signalisiere } from './signale.ts';

/** Rows taken in one go; small enough to finish well inside the activity's time. */
const BUENDEL = 50;

/**
 * Delivers the oldest rows of the outbox, marking each after it was accepted. A kill between accept and mark may
 * repeat one Message-ID; nothing else can (architecture.md 3.7). @throws when nothing at all could be delivered.
 */
export function erzeugeStelleZu(mittel: Zustellungsmittel): () => Promise<{ uebrig: number }> {
  const { db, log, post, jetzt } = mittel;
  const system = { system: 'worker' } as const;
  const leere = async (): Promise<{ uebrig: number }> => {
    const sendungen = await mitAkteur(db, system, async (tx) =>
      // What is restored to an older instant may hold rows that went out long ago.
      (await wartungSeit(tx)) === null ? nachrichten.offeneSendungen(tx, BUENDEL) : [],
    );
    let zugestellt = 0;
    let letzter: unknown;
    for (const sendung of sendungen) {
      try {
        await (sendung.art === 'mail'
          ? post.sende(sendung, await erbringerpost(mittel, sendung))
          : signalisiere(mittel, sendung));
        await mitAkteur(db, system, (tx) => nachrichten.markiereZugestellt(tx, [sendung.id], jetzt()));
        zugestellt += 1;
      } catch (fehler) {
        letzter = fehler;
        const { id, fallId, vorgangId } = sendung;
        log.warn({ sendung: id, fallId, vorgangId, err: fehler }, 'Sendung nicht zustellbar');
        const grund = fehler instanceof Error ? fehler.name : 'Fehler';
        await mitAkteur(db, system, (tx) => nachrichten.merkeFehlversuch(tx, sendung.id, grund));
      }
    }
    if (sendungen.length > 0 && zugestellt === 0) throw letzter;
    const uebrig = await mitAkteur(db, system, (tx) => nachrichten.zaehleOffeneSendungen(tx));
    return { uebrig: zugestellt > 0 ? uebrig : 0 };
  };
  return () => mitLebenszeichen(leere);
}
