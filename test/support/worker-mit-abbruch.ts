/**
 * The real worker with one planted `kill -9`, for the kill test (AC-93). Argument 1 names the moment, argument 2 a
 * file that remembers that the kill has happened, so that a restarted worker lives. Argument 3, optional, is a folder
 * with other workflow sources: the planted mistakes.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import pino from 'pino';
import { createActivities } from '../../activities/index.ts';
import { smtpPostbote, type Postbote } from '../../activities/zustellung/mail.ts';
import { oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { oeffneSchluesselspeicher } from '../../db/tresor/speicher.ts';
import { loeschteile } from '../../tools/probehaus/loeschung.ts';
import { zustellungsanstoss } from '../../worker/anstoss.ts';
import { erzeugeWorker } from '../../worker/erzeuge-worker.ts';
import { pruefanker } from '../../tools/probehaus/anker.ts';
import { pruefbuendel } from '../../tools/probehaus/buendel.ts';
import { datenumwandlung } from '../../temporal/datenumwandlung.ts';
import { PRUEFSCHUTZ } from '../../tools/probehaus/schutz.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';

const [, , moment = 'nie', marke = '', quellen] = process.argv;
const {
  DATABASE_URL = '',
  LOESCH_DATABASE_URL = '',
  SCHLUESSEL_DATABASE_URL = '',
  TEMPORAL_ADDRESS = '',
  SMTP_URL = '',
  LOTSE_LOESCHBUCH = '',
  PRUEF_JETZT = '',
} = process.env;

function stirb(jetzt: string): void {
  if (moment !== jetzt || existsSync(marke)) return;
  writeFileSync(marke, moment);
  process.kill(process.pid, 'SIGKILL');
}

/** Transactions of the erasure until it dies: in the middle of a batch. */
const LOESCHUNGEN = 150;

/** Runs the whole transaction and dies before its commit, or right after it; the n-th one. */
function mitAbbruchUmCommit(
  db: Datenbank,
  { davor, danach }: { readonly davor: string; readonly danach?: string },
  nte: number,
): Datenbank {
  let offen = nte;
  const drizzle = new Proxy(db.drizzle, {
    get: (ziel, name) => {
      if (name !== 'transaction') return Reflect.get(ziel, name) as unknown;
      const transaction: Datenbank['drizzle']['transaction'] = (arbeit, einstellung) =>
        ziel
          .transaction(async (tx) => {
            const ergebnis = await arbeit(tx);
            offen -= 1;
            if (offen <= 0) stirb(davor);
            return ergebnis;
          }, einstellung)
          .then((ergebnis) => {
            if (offen <= 0 && danach !== undefined) stirb(danach);
            return ergebnis;
          });
      return transaction;
    },
  });
  return { ...db, drizzle };
}

function mitAbbruch(post: Postbote): Postbote {
  return {
    ...post,
    sende: async (sendung, anErbringer) => {
      stirb('vor_versand');
      await post.sende(sendung, anErbringer);
      stirb('nach_versand');
    },
    sendeTagesmail: async (...was) => {
      stirb('vor_tagesmail');
      await post.sendeTagesmail(...was);
      stirb('nach_tagesmail');
    },
  };
}

const db = oeffneDatenbank(DATABASE_URL, undefined, 'worker');
const connection = await Connection.connect({ address: TEMPORAL_ADDRESS });
const client = new Client({ connection, dataConverter: datenumwandlung(PRUEFSCHUTZ, 'client') });
const anstoss = zustellungsanstoss(client);
const loeschung = loeschteile(
  LOESCH_DATABASE_URL,
  LOTSE_LOESCHBUCH,
  await oeffneSchluesselspeicher(SCHLUESSEL_DATABASE_URL),
);
const activities = createActivities({
  ...loeschung,
  loeschdb: mitAbbruchUmCommit(
    loeschung.loeschdb,
    { davor: 'loeschung_vor_commit', danach: 'loeschung_nach_commit' },
    LOESCHUNGEN,
  ),
  db: mitAbbruchUmCommit(db, { davor: 'vor_commit' }, 1),
  log: pino({ level: 'silent' }),
  post: mitAbbruch(
    smtpPostbote({
      url: SMTP_URL,
      absender: 'lotse@jobcenter.example',
      adresse: 'https://lotse.example',
      mailsProSekunde: 500,
    }),
  ),
  client,
  hoechsterAnteil: 1,
  jetzt: () => (PRUEF_JETZT === '' ? instantAus(Date.now()) : PRUEF_JETZT),
  ...pruefanker(),
  stosseZustellungAn: () => {
    stirb('nach_commit');
    return anstoss();
  },
});
/** A recording that has nothing to send pokes nobody: it dies once it is committed, before Temporal hears of it. */
const zeichneAuf: typeof activities.zeichneAuf = async (auftrag) => {
  const ergebnis = await activities.zeichneAuf(auftrag);
  stirb('nach_commit');
  return ergebnis;
};
const worker = await erzeugeWorker({
  connection: await NativeConnection.connect({ address: TEMPORAL_ADDRESS }),
  namespace: 'default',
  activities: { ...activities, zeichneAuf },
  faelleImSpeicher: 20,
  schutz: PRUEFSCHUTZ,
  bundle: await pruefbuendel(quellen),
});
const ende = worker.run();
process.send?.('bereit');
await ende;
