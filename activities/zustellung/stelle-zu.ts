import { alsGrundteil } from '../../db/client.ts';
import * as nachrichten from '../../db/nachrichten.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import { mitLebenszeichen } from '../lebenszeichen.ts';
import { nebeneinander } from '../nebeneinander.ts';
import { erbringerpost } from './einmallink.ts';
import { terminbeilage } from './terminbeilage.ts';
import type { Zustellungsmittel } from './mittel.ts';
import { ordneMails } from './mailordnung.ts';
import { istPost, signalisiere } from './signale.ts';
import { sammleTagesmails, sendeTagesmail } from './tagesmail.ts';

/** Rows taken in one go; small enough to finish well inside the activity's time. */
const BUENDEL = 50;
/** Vorgänge that are told at the same time. */
const ZUGLEICH = 8;

/** What became of some rows: how many went out, and why the last of the others did not. */
type Bilanz = { readonly zugestellt: number; readonly letzter: unknown };

/** What does not go out stays and comes last the next time. */
async function merkeFehler({ db, log }: Zustellungsmittel, sendung: Sendung, fehler: unknown): Promise<void> {
  const { id, fallId, vorgangId } = sendung;
  log.warn({ sendung: id, fallId, vorgangId, err: fehler }, 'Sendung nicht zustellbar');
  const grund = fehler instanceof Error ? fehler.name : 'Fehler';
  await alsGrundteil(db, 'worker', (tx) => nachrichten.merkeFehlversuch(tx, id, grund));
}

async function sende(mittel: Zustellungsmittel, mail: Sendung): Promise<void> {
  const { post } = mittel;
  if (mail.art === 'tagesmail') return sendeTagesmail(mittel, mail);
  const anErbringer = await erbringerpost(mittel, mail);
  await post.sende(mail, { anErbringer, uebergabe: await terminbeilage(mittel, mail) });
}

/** Mails one after the other, each marked once it was accepted: the fewest that a kill could send twice. */
async function sendeMails(mittel: Zustellungsmittel, mails: readonly Sendung[]): Promise<Bilanz> {
  const { db, jetzt } = mittel;
  let zugestellt = 0;
  let letzter: unknown;
  for (const mail of mails) {
    try {
      await sende(mittel, mail);
      await alsGrundteil(db, 'worker', (tx) => nachrichten.markiereZugestellt(tx, [mail.id], jetzt()));
      zugestellt += 1;
    } catch (fehler) {
      letzter = fehler;
      await merkeFehler(mittel, mail, fehler);
    }
  }
  return { zugestellt, letzter };
}

/** Those of one Vorgang in their order. */
function jeVorgang(signale: readonly Sendung[]): Sendung[][] {
  const gruppen = new Map<string | null, Sendung[]>();
  for (const sendung of signale) {
    const vorgang = sendung.fallId ?? sendung.vorgangId;
    gruppen.set(vorgang, [...(gruppen.get(vorgang) ?? []), sendung]);
  }
  return [...gruppen.values()];
}

/** Signals side by side, marked together: told a second time, a Vorgang knows them by their key. */
async function sendeSignale(mittel: Zustellungsmittel, signale: readonly Sendung[]): Promise<Bilanz> {
  const { db, jetzt } = mittel;
  const angekommen: string[] = [];
  let letzter: unknown;
  await nebeneinander(jeVorgang(signale), ZUGLEICH, async (gruppe) => {
    for (const sendung of gruppe) {
      try {
        await signalisiere(mittel, sendung);
        angekommen.push(sendung.id);
      } catch (fehler) {
        letzter = fehler;
        await merkeFehler(mittel, sendung, fehler);
      }
    }
  });
  if (angekommen.length > 0)
    await alsGrundteil(db, 'worker', (tx) => nachrichten.markiereZugestellt(tx, angekommen, jetzt()));
  return { zugestellt: angekommen.length, letzter };
}

/**
 * Makes the Tagesmails that are due, then delivers the oldest rows of the outbox, marking each after it was accepted; signals first, so that a dead mail server holds up
 * no case. A kill between accept and mark may repeat one Message-ID; nothing else can (architecture.md 3.7).
 * @throws when nothing at all could be delivered.
 */
export function erzeugeStelleZu(mittel: Zustellungsmittel): () => Promise<{ uebrig: number }> {
  const { db } = mittel;
  const leere = async (): Promise<{ uebrig: number }> => {
    await sammleTagesmails(mittel);
    const sendungen = await alsGrundteil(db, 'worker', (tx) => nachrichten.offeneSendungen(tx, BUENDEL));
    const signale = await sendeSignale(
      mittel,
      sendungen.filter((sendung) => !istPost(sendung)),
    );
    const post = sendungen.filter(istPost);
    const sofortige = await ordneMails(mittel, post);
    const mails = await sendeMails(mittel, sofortige);
    const geordnet = post.length - sofortige.length;
    const zugestellt = signale.zugestellt + mails.zugestellt + geordnet;
    if (sendungen.length > 0 && zugestellt === 0) throw mails.letzter ?? signale.letzter;
    // Whoever put something there meanwhile has poked.
    if (zugestellt === sendungen.length && sendungen.length < BUENDEL) return { uebrig: 0 };
    const uebrig = await alsGrundteil(db, 'worker', (tx) => nachrichten.zaehleOffeneSendungen(tx));
    return { uebrig: zugestellt > 0 ? uebrig : 0 };
  };
  return () => mitLebenszeichen(leere);
}
