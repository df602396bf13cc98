import { v5 as uuidV5 } from 'uuid';
import { alsGrundteil, mitAkteur, mitGemerktem, type Transaktion } from '../../db/client.ts';
import { ladeKalenderFuerTeam } from '../../db/kalender.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import { gibAuf, liesTageszeilen, liesWartende, sammle, type Wartende } from '../../db/tagesmail.ts';
import { istArbeitstag } from '../../domain/frist/kalender.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { instantAus, ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { sammelzeit } from '../../domain/mail/tagesmail.ts';
import type { Zustellungsmittel } from './mittel.ts';

/** Namespace of the ids of Tagesmails; fixed for ever, because the id is the Message-ID. */
const TAGESMAILS = '0d4f6a6e-7a0f-4f0b-9c53-5a8f3f6f2b11';

/**
 * After days of standstill the nights made up for come in one after the other: a Tagesmail waits until none has come for so long, or it
 * would tell of the first of them only.
 */
const RUHE_MS = 10 * 60_000;

type Mittel = Pick<Zustellungsmittel, 'db' | 'jetzt'>;

/** Those of them whose team works on this day. */
async function anArbeitstagen(tx: Transaktion, wartende: readonly Wartende[], tag: Tag): Promise<Wartende[]> {
  const faellige: Wartende[] = [];
  for (const wer of wartende) {
    const kalender = await ladeKalenderFuerTeam(tx, wer.teamId);
    if (!wer.aktiv || istArbeitstag(tag, kalender)) faellige.push(wer);
  }
  return faellige;
}

/** For whom a Tagesmail is due now. Every delivery asks, and hardly any finds somebody: one statement, before its hour none. */
async function faelligFuer({ db }: Pick<Mittel, 'db'>, am: Instant): Promise<Wartende[]> {
  const heute = ortstag(am);
  const vor = sammelzeit(heute);
  if (am < vor) return [];
  const grenzen = { heute, vor, ruhigSeit: instantAus(Date.parse(am) - RUHE_MS) };
  const wartende = await alsGrundteil(db, 'worker', (tx) => liesWartende(tx, grenzen));
  if (wartende.length === 0) return [];
  return mitGemerktem(db, { system: 'worker' }, (tx) => anArbeitstagen(tx, wartende, heute));
}

/** Is there a Tagesmail to be made? */
export const istEtwasZuSammeln = async (mittel: Mittel): Promise<boolean> =>
  (await faelligFuer(mittel, mittel.jetzt())).length > 0;

/** Makes the Tagesmails that are due, each in one statement: rows of the outbox, which go out like every other mail. */
export async function sammleTagesmails(mittel: Mittel): Promise<void> {
  const am = mittel.jetzt();
  for (const { empfaenger, aktiv } of await faelligFuer(mittel, am)) {
    const id = uuidV5(`${empfaenger}|${ortstag(am)}`, TAGESMAILS);
    await alsGrundteil(mittel.db, 'worker', (tx) =>
      aktiv ? sammle(tx, { id, empfaenger, am }) : gibAuf(tx, { empfaenger, am }),
    );
  }
}

/** Sends one with what stands in it now; when nothing is left to do, no mail has to say so. */
export async function sendeTagesmail(
  { db, post, jetzt }: Pick<Zustellungsmittel, 'db' | 'post' | 'jetzt'>,
  mail: Sendung,
): Promise<void> {
  const zeilen = await mitAkteur(db, { system: 'worker' }, (tx) => liesTageszeilen(tx, mail.id));
  if (zeilen.length > 0) await post.sendeTagesmail(mail, zeilen, ortstag(jetzt()));
}
