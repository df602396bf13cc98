import { alsGrundteil } from '../../db/client.ts';
import * as nachrichten from '../../db/nachrichten.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import { erbringerpost } from './einmallink.ts';
import { merkeFehler } from './fehlversuch.ts';
import { Postausfall } from './mail.ts';
import { ordneMails } from './mailordnung.ts';
import type { Zustellungsmittel } from './mittel.ts';
import { sendeTagesmail } from './tagesmail.ts';
import { terminbeilage } from './terminbeilage.ts';

/** What became of some mails: out or put aside, not accepted, and why none of the rest was tried. */
type Postbilanz = {
  readonly zugestellt: number;
  readonly gescheitert: number;
  readonly grund: Postausfall | null;
  readonly gestoert: boolean;
};

export const KEINE_POST: Postbilanz = { zugestellt: 0, gescheitert: 0, grund: null, gestoert: false };

async function sende(mittel: Zustellungsmittel, mail: Sendung): Promise<void> {
  const { post } = mittel;
  if (mail.art === 'tagesmail') return sendeTagesmail(mittel, mail);
  const anErbringer = await erbringerpost(mittel, mail);
  await post.sende(mail, { anErbringer, uebergabe: await terminbeilage(mittel, mail) });
}

/**
 * Mails one after the other, each marked once it was accepted: the fewest that a kill could send twice. A mail that is refused stops none
 * of the others; a mail server that answers nobody is not asked once for each of them.
 */
export async function sendePost(mittel: Zustellungsmittel, mails: readonly Sendung[]): Promise<Postbilanz> {
  const { db, log, jetzt } = mittel;
  const sofortige = await ordneMails(mittel, mails);
  let zugestellt = mails.length - sofortige.length;
  let gescheitert = 0;
  for (const mail of sofortige) {
    try {
      await sende(mittel, mail);
      await alsGrundteil(db, 'worker', (tx) => nachrichten.markiereZugestellt(tx, [mail.id], jetzt()));
      zugestellt += 1;
    } catch (fehler) {
      if (fehler instanceof Postausfall) {
        log.error({ err: fehler }, 'Der Mailserver antwortet nicht; die Post wartet');
        return { zugestellt, gescheitert, grund: fehler, gestoert: true };
      }
      gescheitert += 1;
      await merkeFehler(mittel, mail, fehler);
    }
  }
  return { zugestellt, gescheitert, grund: null, gestoert: false };
}
