import nodemailer from 'nodemailer';
import { anlassname } from '../../domain/fall/bezeichnungen.ts';
import type { Fristid, Uebergangid } from '../../domain/kennungen.ts';
import type { Sendung } from '../../db/nachrichten.ts';

/** Sends one announcement; throws when the server did not accept it. */
export type Postbote = {
  readonly sende: (sendung: Sendung) => Promise<void>;
  readonly schliesse: () => void;
};

const STUFEN: Readonly<Record<string, string>> = {
  erinnerung: 'Erinnerung',
  faellig: 'Heute fällig',
  ueberfaellig: 'Überfällig',
  mitteilung: 'Mitteilung',
};

/** Case number and kind of task, nothing else (DS-30). */
function betreff(sendung: Sendung): string {
  const stufe = STUFEN[sendung.stufe ?? ''] ?? 'Mitteilung';
  const anlass = anlassname((sendung.anlass ?? '') as Fristid | Uebergangid);
  const fall = sendung.fallnummer === null ? '' : ` – Fall ${sendung.fallnummer}`;
  return `${stufe}: ${anlass}${fall}`;
}

/** @param mailsProSekunde keeps Mondays, on which due days cluster, from flooding the mail server. */
export function smtpPostbote(o: { url: string; absender: string; mailsProSekunde: number }): Postbote {
  const transport = nodemailer.createTransport({
    url: o.url,
    pool: true,
    rateDelta: 1000,
    rateLimit: o.mailsProSekunde,
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    sende: async (sendung) => {
      if (sendung.email === null) return;
      await transport.sendMail({
        from: o.absender,
        to: sendung.email,
        subject: betreff(sendung),
        text: `${betreff(sendung)}\n\nEinzelheiten stehen in Lotse.\n`,
        messageId: `<${sendung.id}@lotse>`,
      });
    },
    schliesse: () => {
      transport.close();
    },
  };
}
