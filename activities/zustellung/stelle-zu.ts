import { alsGrundteil } from '../../db/client.ts';
import * as nachrichten from '../../db/nachrichten.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import { mitLebenszeichen } from '../lebenszeichen.ts';
import type { Zustellungsmittel } from './mittel.ts';
import { KEINE_POST, sendePost } from './post.ts';
import { sendeSignale } from './signalpost.ts';
import { istPost } from './signale.ts';
import { sammleTagesmails } from './tagesmail.ts';

/** Rows taken in one go; small enough to finish well inside the activity's time. */
const BUENDEL = 50;

/** While no mail server answers, mails are left to `stellePostZu`. */
export type Zustellungsauftrag = { readonly ohnePost: boolean };

/** How many can still be tried at once, how many did not go out, and whether the mail server answers nobody. */
export type Zustellungsergebnis = {
  readonly uebrig: number;
  readonly gescheitert: number;
  readonly postGestoert: boolean;
};

type Stelle = (mittel: Zustellungsmittel, auftrag: Zustellungsauftrag) => Promise<Zustellungsergebnis>;

/**
 * Makes the Tagesmails that are due, then delivers the oldest rows of the outbox, marking each after it was accepted; signals first.
 * A kill between accept and mark may repeat one Message-ID; nothing else can (architecture.md 3.7). What did not go out comes last the
 * next time; it stops nobody else.
 */
const stelle: Stelle = async (mittel, { ohnePost }) => {
  const { db } = mittel;
  await sammleTagesmails(mittel);
  const nur = ohnePost ? 'signale' : 'alles';
  const sendungen = await alsGrundteil(db, 'worker', (tx) => nachrichten.offeneSendungen(tx, BUENDEL, nur));
  const teil = (post: boolean): Sendung[] => sendungen.filter((sendung) => istPost(sendung) === post);
  const signale = await sendeSignale(mittel, teil(false));
  const mails = teil(true);
  const post = mails.length === 0 ? KEINE_POST : await sendePost(mittel, mails);
  const erledigt = signale.zugestellt + post.zugestellt;
  const ergebnis = { gescheitert: signale.gescheitert + post.gescheitert, postGestoert: post.gestoert };
  // Whoever put something there meanwhile has poked.
  const alles = erledigt === sendungen.length && sendungen.length < BUENDEL;
  if (alles || erledigt === 0) return { uebrig: 0, ...ergebnis };
  const rest = post.gestoert ? 'signale' : nur;
  const offen = await alsGrundteil(db, 'worker', (tx) => nachrichten.zaehleOffeneSendungen(tx, rest));
  return { uebrig: offen, ...ergebnis };
};

/** The delivery of everything, in batches. */
export const erzeugeStelleZu =
  (mittel: Zustellungsmittel) =>
  (auftrag: Zustellungsauftrag = { ohnePost: false }): Promise<Zustellungsergebnis> =>
    mitLebenszeichen(() => stelle(mittel, auftrag));

/**
 * Tries one batch of mails, for whoever waits until the mail server answers again.
 * @throws Postausfall while it does not
 */
export const erzeugeStellePostZu = (mittel: Zustellungsmittel) => (): Promise<void> =>
  mitLebenszeichen(async () => {
    const mails = await alsGrundteil(mittel.db, 'worker', (tx) =>
      nachrichten.offeneSendungen(tx, BUENDEL, 'post'),
    );
    const { grund } = await sendePost(mittel, mails);
    if (grund !== null) throw grund;
  });
