import { alsGrundteil } from '../../db/client.ts';
import { liesMailwahlen } from '../../db/mailwahl.ts';
import { legeZurueck, lasseWeg, type Sendung } from '../../db/nachrichten.ts';
import { mailweg, OHNE_WAHL, type Mailwahl, type Mailweg } from '../../domain/mail/mailwahl.ts';
import type { Zustellungsmittel } from './mittel.ts';

/** Providers have no inbox and choose nothing; a Tagesmail has been chosen. */
function wegVon(sendung: Sendung, wahlen: ReadonlyMap<string, Mailwahl>): Mailweg {
  const { art, empfaenger, stufe, anlass } = sendung;
  if (art !== 'mail' || empfaenger === null || stufe === null) return 'sofort';
  return mailweg({ stufe, anlass }, wahlen.get(empfaenger) ?? OHNE_WAHL);
}

/**
 * Puts aside what its receiver wants with the next Tagesmail, and leaves out what they do not want by mail (ADR 75).
 * @returns those that go out now
 */
export async function ordneMails(
  { db, jetzt }: Pick<Zustellungsmittel, 'db' | 'jetzt'>,
  mails: readonly Sendung[],
): Promise<Sendung[]> {
  const konten = [...new Set(mails.flatMap(({ empfaenger }) => empfaenger ?? []))];
  if (konten.length === 0) return [...mails];
  const wahlen = await alsGrundteil(db, 'worker', (tx) => liesMailwahlen(tx, konten));
  const auf = (weg: Mailweg): Sendung[] => mails.filter((mail) => wegVon(mail, wahlen) === weg);
  const ids = (weg: Mailweg): string[] => auf(weg).map(({ id }) => id);
  await alsGrundteil(db, 'worker', (tx) => legeZurueck(tx, ids('taeglich'), jetzt()));
  await alsGrundteil(db, 'worker', (tx) => lasseWeg(tx, ids('keine'), jetzt()));
  return auf('sofort');
}
