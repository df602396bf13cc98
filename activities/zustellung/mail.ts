import nodemailer from 'nodemailer';
import { anlassname } from '../../domain/fall/bezeichnungen.ts';
import {
  kalenderdatei,
  kalendermethode,
  type Kalendereintrag,
  type Terminstand,
} from '../../domain/termin/kalenderdatei.ts';
import { kalendereintragVon } from '../../domain/fall/uebergabetermin.ts';
import type { Uebergabeprotokoll } from '../../domain/fall/uebergabeprotokoll.ts';
import { plusTage, tagInWorten, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Stufe } from '../../domain/kennungen.ts';
import { betreffDerTagesmail, textDerTagesmail, type Tageszeile } from '../../domain/mail/tagesmail.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import type { Erbringerpost } from './einmallink.ts';

/** What goes with an announcement beside what its row says. */
export type Beilage = {
  /** To a provider: its sign and its way in. */
  readonly anErbringer: Erbringerpost | null;
  /** The handover it is about: its appointment goes into the calendar of whoever reads it (RFC 6047). */
  readonly uebergabe: Uebergabeprotokoll | null;
};

/** Sends one announcement; throws when the server did not accept it. */
export type Postbote = {
  readonly sende: (sendung: Sendung, beilage: Beilage) => Promise<void>;
  /** Sends one Tagesmail (ADR 75); throws the same way. */
  readonly sendeTagesmail: (sendung: Sendung, zeilen: readonly Tageszeile[], heute: Tag) => Promise<void>;
  readonly schliesse: () => void;
};

export const STUFEN: Readonly<Record<Stufe, string>> = {
  erinnerung: 'Erinnerung',
  faellig: 'Heute fällig',
  ueberfaellig: 'Überfällig',
  mitteilung: 'Mitteilung',
};

/** Case number and kind of task, nothing else (DS-30). */
function betreff(sendung: Sendung): string {
  const stufe = STUFEN[sendung.stufe ?? 'mitteilung'];
  const anlass = anlassname(sendung.anlass ?? '');
  const fall = sendung.fallnummer === null ? '' : ` – Fall ${sendung.fallnummer}`;
  return `${stufe}: ${anlass}${fall}`;
}

/** Colleagues look into Lotse; a provider without a service at hand is asked for its yearly report (T-48). */
const hinweis = ({ leistungserbringerId }: Sendung): string =>
  leistungserbringerId === null
    ? 'Einzelheiten stehen in Lotse.'
    : 'Bitte senden Sie uns Ihren vereinbarten Jahresbericht, ohne Angaben zu einzelnen Personen.';

const letzterTag = ({ gueltigBis }: NonNullable<Erbringerpost['einmallink']>): string =>
  tagInWorten(plusTage(ortstag(gueltigBis), -1));

/** What a provider reads: neither the person nor the kind of service, not even that there is one (DS-30, V-46). */
function brief(adresse: string, { zeichen, einmallink }: Erbringerpost, anlass: string | null): string {
  if (einmallink !== null) {
    const link = `${adresse}/rueckmeldung#${einmallink.geheimnis}`;
    return (
      `Bitte melden Sie sich zu ${zeichen} zurück. Fragen nach dem Vereinbarten finden Sie hier:\n\n${link}\n\n` +
      `Der Link gilt einmal und bis ${letzterTag(einmallink)}. Bitte geben Sie ihn nicht weiter und\n` +
      'schicken Sie uns nichts per Mail.\n'
    );
  }
  return anlass === 'TR35'
    ? `Zu ${zeichen} nehmen wir keine Rückmeldungen mehr entgegen. Bitte schicken Sie uns nichts mehr.\n`
    : `Zu ${zeichen} erwarten wir Ihre Unterstützung; eine Rückmeldung ist nicht vereinbart.\n`;
}

/** No mail server answers, or none lets us in: no mail goes out, whoever it is for. */
export class Postausfall extends Error {
  override readonly name = 'Postausfall';
}

/** Of nodemailer: the server was not reached, went away, or does not let us in. */
const AUSFALL: readonly unknown[] = [
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EREQUIRETLS',
  'EPROTOCOL',
  'EAUTH',
  'ENOAUTH',
];
/** What a server says before it closes, to everybody (RFC 5321 3.8). */
const SCHLIESST = 421;

/** What a mail server answers may quote whom it does not know: its code stays, its words go nowhere (DS-20). */
function ohneWorte(fehler: unknown): unknown {
  if (!(fehler instanceof Error)) return fehler;
  const code = 'code' in fehler ? { code: fehler.code } : {};
  const antwort = 'responseCode' in fehler ? Number(fehler.responseCode) : undefined;
  const worte =
    antwort === undefined ? fehler.message : `Der Mailserver hat mit ${String(antwort)} abgelehnt`;
  const anJeden = antwort === SCHLIESST || AUSFALL.includes(code.code);
  if (antwort === undefined && !anJeden) return fehler;
  return Object.assign(anJeden ? new Postausfall(worte) : new Error(worte), code);
}

const TERMINWORTE: Readonly<Record<Terminstand, string>> = {
  vorgeschlagen:
    'Der vorgeschlagene Termin liegt als Kalendereintrag bei; bestätigen können Sie ihn in Lotse.',
  bestaetigt: 'Der Termin ist bestätigt; er liegt als Kalendereintrag bei.',
  abgesagt: 'Der Termin ist abgesagt; der beiliegende Kalendereintrag streicht ihn.',
};

type Absender = { readonly absender: string; readonly adresse: string };
type Inhalt = { text: string; icalEvent?: { method: string; content: string; filename: string } };

type Brief = Inhalt & {
  readonly to: string;
  readonly subject: string;
  readonly headers?: Readonly<Record<string, string>>;
};

function eintragFuer(
  { fallId, fallnummer }: Sendung,
  uebergabe: Uebergabeprotokoll | null,
  adresse: string,
): Kalendereintrag | null {
  if (uebergabe === null || fallId === null || fallnummer === null) return null;
  return kalendereintragVon(uebergabe, { fallId, fallnummer, adresse });
}

/** The text to a colleague, and the appointment as a part of its own. */
function anKollegin(
  sendung: Sendung & { readonly email: string },
  uebergabe: Uebergabeprotokoll | null,
  { absender, adresse }: Absender,
): Inhalt {
  const text = `${betreff(sendung)}\n\n${hinweis(sendung)}\n`;
  const termin = eintragFuer(sendung, uebergabe, adresse);
  if (termin === null) return { text };
  const post = { von: adresseIn(absender), an: sendung.email };
  const method = kalendermethode(termin, post);
  const content = kalenderdatei([termin], method, post);
  return {
    text: `${text}${TERMINWORTE[termin.stand]}\n`,
    icalEvent: { method, content, filename: 'termin.ics' },
  };
}

/** The address in `Lotse <lotse@amt.example>`. */
const adresseIn = (absender: string): string =>
  /<(?<adresse>[^>]+)>/u.exec(absender)?.groups?.['adresse'] ?? absender;

/** With a server that does not answer. */
const GEDULD_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

/** @param adresse where people reach Lotse, for links; `mailsProSekunde` keeps Mondays, on which due days cluster, from flooding the mail server. */
export function smtpPostbote(o: {
  url: string;
  absender: string;
  adresse: string;
  mailsProSekunde: number;
}): Postbote {
  const wie = { pool: true, rateDelta: 1000, rateLimit: o.mailsProSekunde, ...GEDULD_MS } as const;
  const transport = nodemailer.createTransport({ url: o.url, ...wie });
  /** RFC 3834: no out-of-office note answers to it. */
  const gib = async ({ id }: Sendung, inhalt: Brief): Promise<void> => {
    const headers = { 'Auto-Submitted': 'auto-generated', ...inhalt.headers };
    const brieftext = { from: o.absender, ...inhalt, messageId: `<${id}@lotse>`, headers };
    await transport.sendMail(brieftext).catch((fehler: unknown) => {
      throw ohneWorte(fehler);
    });
  };
  return {
    sende: async (sendung, { anErbringer, uebergabe }) => {
      const { email } = sendung;
      if (email === null) return;
      const subject = anErbringer === null ? betreff(sendung) : `Mitteilung zu ${anErbringer.zeichen}`;
      const inhalt =
        anErbringer === null
          ? anKollegin({ ...sendung, email }, uebergabe, o)
          : { text: brief(o.adresse, anErbringer, sendung.anlass) };
      await gib(sendung, { to: email, subject, ...inhalt });
    },
    sendeTagesmail: async (sendung, zeilen, heute) => {
      if (sendung.email === null) return;
      // RFC 2919: a rule of the mailbox may sort by it.
      const headers = { 'List-Id': `Lotse Tagesmail <tagesmail.${new URL(o.adresse).hostname}>` };
      const subject = betreffDerTagesmail(zeilen, heute);
      await gib(sendung, {
        to: sendung.email,
        subject,
        text: textDerTagesmail(zeilen, heute, o.adresse),
        headers,
      });
    },
    schliesse: () => {
      transport.close();
    },
  };
}
