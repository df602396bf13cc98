import { createServer } from 'node:http';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { sicher } from '../../api/kern/html.ts';
import { seite } from './html.ts';
import { lausche, schliesse } from './http.ts';
import { freierPort, pruefePort } from './ports.ts';

/** One mail Lotse has sent. */
export type Postsendung = {
  an: string[];
  von: string;
  betreff: string;
  text: string;
  messageId: string;
  /** As it came, with all its headers. */
  roh: string;
  /** ISO instant. */
  empfangenUm: string;
};

export type Postfach = {
  smtpUrl: string;
  /** Page that lists the mails, `/nachrichten` gives them as JSON. */
  httpUrl: string | null;
  /** Newest last, at most 1,000. */
  nachrichten: () => Postsendung[];
  /** From now on every mail is refused with these words; null takes them again. */
  weiseAb: (worte: string | null) => void;
  stop: () => Promise<void>;
};

const hoechstens = 1_000;

/** A mail catcher: takes everything, delivers nothing, shows it on a page. `httpPort: null` leaves the page out. */
export async function startePostfach(
  o: { smtpPort?: number; httpPort?: number | null } = {},
): Promise<Postfach> {
  const sendungen: Postsendung[] = [];
  let absage: string | null = null;
  const smtpPort = o.smtpPort ?? (await freierPort());
  await pruefePort(smtpPort, 'das Postfach', 'LOTSE_PORT_SMTP');
  const smtp = await starteSmtp(smtpPort, (sendung) => {
    if (absage !== null) throw new Error(absage);
    sendungen.push(sendung);
    if (sendungen.length > hoechstens) sendungen.shift();
  });
  const httpPort = o.httpPort === null ? null : (o.httpPort ?? (await freierPort()));
  const http = createServer((anfrage, antwort) => {
    const alsJson = anfrage.url === '/nachrichten';
    antwort.writeHead(200, {
      'content-type': `${alsJson ? 'application/json' : 'text/html'}; charset=utf-8`,
    });
    antwort.end(alsJson ? JSON.stringify(sendungen) : seite('Postfach (Demo)', liste(sendungen)));
  });
  if (httpPort !== null) {
    await lausche(http, { port: httpPort, wofuer: 'die Ansicht der Mails', einstellung: 'LOTSE_PORT_MAILS' });
  }
  return {
    smtpUrl: `smtp://127.0.0.1:${String(smtpPort)}`,
    httpUrl: httpPort === null ? null : `http://127.0.0.1:${String(httpPort)}`,
    nachrichten: () => [...sendungen],
    weiseAb: (worte) => {
      absage = worte;
    },
    stop: async () => {
      if (httpPort !== null) await schliesse(http);
      await new Promise<void>((resolve) => {
        smtp.close(resolve);
      });
    },
  };
}

async function starteSmtp(port: number, nimmAn: (sendung: Postsendung) => void): Promise<SMTPServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: 1_000_000,
    closeTimeout: 1_000,
    onData: (strom, sitzung, fertig) => {
      const an = sitzung.envelope.rcptTo.map(({ address }) => address);
      const von = sitzung.envelope.mailFrom === false ? '' : sitzung.envelope.mailFrom.address;
      lies(strom)
        .then((inhalt) => {
          nimmAn({ an, von, ...inhalt, empfangenUm: new Date().toISOString() });
          fertig();
        })
        .catch((fehler: unknown) => {
          fertig(fehler instanceof Error ? fehler : new Error(String(fehler)));
        });
    },
  });
  // A client that goes away in the middle of a mail is its own problem.
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
  return smtp;
}

async function lies(
  strom: AsyncIterable<Buffer>,
): Promise<Pick<Postsendung, 'betreff' | 'text' | 'messageId' | 'roh'>> {
  const stuecke: Buffer[] = [];
  for await (const stueck of strom) stuecke.push(stueck);
  const roh = Buffer.concat(stuecke);
  const { subject, text, messageId } = await PostalMime.parse(roh);
  return { betreff: subject ?? '', text: text ?? '', messageId: messageId ?? '', roh: roh.toString() };
}

function liste(sendungen: readonly Postsendung[]): string {
  if (sendungen.length === 0) return '<p>Noch keine Mail.</p>';
  return sendungen
    .toReversed()
    .map(
      ({ an, von, betreff, text, empfangenUm }) =>
        `<article><h2>${sicher(betreff)}</h2><p>An ${sicher(an.join(', '))}, von ${sicher(von)}, ${sicher(empfangenUm)}</p><pre>${sicher(text)}</pre></article>`,
    )
    .join('\n');
}
