import { Runtime } from '@temporalio/worker';
import { sql } from 'drizzle-orm';
import nodemailer from 'nodemailer';
import type { Logger } from 'pino';
import type { Activities } from '../../../activities/index.ts';
import { mitAkteur } from '../../../db/client.ts';
import { AUFGABENSCHLANGE, ANSTOSS_WORKFLOW } from '../../../workflows/contract.ts';
import { PERSONAL } from '../../../tools/probehaus/stammdaten.ts';
import { HEUTE } from '../operationen/bedienung.ts';
import type { Kanarienwelt } from './welt.ts';

type Leck = (welt: Kanarienwelt, zeichen: string) => Promise<unknown>;

/** An activity that says more than it may. */
const imErgebnis: Leck = async (welt, zeichen) => {
  const { activities } = welt.stand;
  const geschwaetzig: Activities = {
    ...activities,
    zeichneAuf: async (auftrag) => ({ ...(await activities.zeichneAuf(auftrag)), leck: zeichen }),
  };
  await welt.haltWorker();
  await welt.starteWorker(geschwaetzig);
  const [fall] = welt.faelle;
  const rumpf = { anlass: 'laufend', art: 'telefon', status: 'durchgefuehrt', ereignisAm: HEUTE };
  await welt.rufe('fm', { methode: 'post', pfad: `/api/v1/faelle/${fall?.fallId ?? ''}/kontakte`, rumpf });
};

const inDerKennung: Leck = async ({ stand: { client } }, zeichen) => {
  await client.workflow.execute(ANSTOSS_WORKFLOW, {
    workflowId: `anstoss-${zeichen}`,
    taskQueue: AUFGABENSCHLANGE,
    memo: { wer: zeichen },
  });
};

const inDerMail: Leck = async ({ stand: { postfach } }, zeichen) => {
  const transport = nodemailer.createTransport({ url: postfach.smtpUrl });
  const an = { from: 'lotse@jobcenter.example', to: 'fm@jobcenter.example' };
  await transport.sendMail({
    ...an,
    subject: 'Mitteilung',
    text: 'Mitteilung',
    headers: { 'x-wer': zeichen },
  });
  transport.close();
};

/** The name of a version of the rules stands in the title of its page; here it is more than that. */
const imTitel: Leck = async ({ rufe, besuche }, zeichen) => {
  const rumpf = {
    name: zeichen,
    gueltigAb: HEUTE,
    aenderungen: {},
    begruendung: 'Ein Entwurf, der zu viel sagt.',
  };
  await rufe('tl', { methode: 'post', pfad: '/api/v1/policies', rumpf });
  await besuche(PERSONAL.tl, `/haus/policies/${zeichen}`);
};

function sage(log: Logger, zeichen: string): Promise<void> {
  log.warn({ auskunft: zeichen }, 'Leck');
  return Promise.resolve();
}

/** One plant for each place that is searched: a search that finds none of them proves nothing. */
export const LECKS: Readonly<Record<string, Leck>> = {
  'Historie, entschlüsselt': imErgebnis,
  'Historie, wie gespeichert': inDerKennung,
  Sichtbarkeit: inDerKennung,
  'Datenbank von Temporal': inDerKennung,
  'Protokoll der API': ({ log }, zeichen) => sage(log.api, zeichen),
  'Protokoll des Workers': ({ log }, zeichen) => sage(log.worker, zeichen),
  Metriken: (_, zeichen) => {
    Runtime.instance().metricMeter.createCounter('leck').add(1, { wer: zeichen });
    return Promise.resolve();
  },
  Adressen: ({ rufe }, zeichen) =>
    rufe('tl', { methode: 'get', pfad: `/api/v1/faelle?fallnummer=${zeichen}` }),
  Seiten: imTitel,
  Mails: inDerMail,
  Postausgang: ({ stand: { db } }, zeichen) =>
    mitAkteur(db, { system: 'wartung' }, (tx) =>
      tx.execute(
        sql`update ausgang set letzter_fehler = ${zeichen} where id = (select min(id::text)::uuid from ausgang)`,
      ),
    ),
};
