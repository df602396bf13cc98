import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { begruendeteAusnahmen } from '../transport/nachlaessigkeit.ts';
import { temporalverbindung } from '../transport/temporal.ts';
import { createActivities } from '../activities/index.ts';
import { smtpPostbote, type Postbote } from '../activities/zustellung/mail.ts';
import { pruefeDatenbankzugang } from '../db/bereitschaft.ts';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../db/client.ts';
import { bringeAufStand } from '../db/migrate.ts';
import { zaehleAeltere } from '../db/regelwerk.ts';
import { kuendigeNeuenTeamsAn } from '../db/team.ts';
import { ankermittel } from './anker.ts';
import { datenumwandlung } from '../temporal/datenumwandlung.ts';
import { nutzlastschutzAus } from '../temporal/einstellung.ts';
import { zustellungsanstoss } from './anstoss.ts';
import { liesBuendel } from './buendeldatei.ts';
import { loadConfig, type Workerkonfiguration } from './config.ts';
import { erzeugeWorker } from './erzeuge-worker.ts';
import { gleicheMitLoeschbuchAb, oeffneLoeschung, pruefeAufbewahrung } from './loeschung.ts';
import { erzeugeLogger, meldeAbsturz, meldeAusnahmen } from '../log/logger.ts';
import { installiereRuntime } from './logger.ts';
import { sichereSuchattribute } from './suchattribute.ts';
import { haltePlanwacht } from './planwacht.ts';
import { buendleWorkflows } from './workflowbuendel.ts';
import { sicherePlaene, stosseRundgangAn } from './zeitplan.ts';
import { instantAus } from '../domain/frist/zeitzone.ts';

/** UTC, so that nothing in the process can mistake the host's zone for Europe/Berlin. */
process.env['TZ'] = 'UTC';

/** The record, at head, under the login of the worker. @throws Error with the sentence for the operator */
async function oeffneAkte(config: Workerkonfiguration): Promise<Datenbank> {
  const db = oeffneDatenbank(config.DATABASE_URL, undefined, 'worker');
  await bringeAufStand(db, config.DATABASE_MIGRATION_URL);
  await pruefeDatenbankzugang(db, 'lotse_worker');
  return db;
}

function oeffnePost(config: Workerkonfiguration): Postbote {
  return smtpPostbote({
    url: config.SMTP_URL,
    absender: config.SMTP_ABSENDER,
    adresse: config.LOTSE_ADRESSE,
    mailsProSekunde: config.SMTP_MAILS_PRO_SEKUNDE,
  });
}

/** The log of the process; who reads it sees with which exceptions it runs. */
function oeffneLog(config: Workerkonfiguration): ReturnType<typeof erzeugeLogger> {
  const log = erzeugeLogger('worker', config.LOTSE_PROTOKOLLSTUFE);
  meldeAbsturz(log);
  meldeAusnahmen(log, begruendeteAusnahmen(config));
  installiereRuntime(log, config.LOTSE_METRIKEN);
  return log;
}

/** After an upgrade somebody has to say that the new rules act from now on (`ops regelwerk`). */
async function meldeAeltere(db: Datenbank, log: ReturnType<typeof erzeugeLogger>): Promise<void> {
  const anzahl = await mitAkteur(db, { system: 'worker' }, zaehleAeltere);
  if (anzahl > 0) log.warn({ anzahl }, 'Vorgänge unter älteren Regeln: `npm run ops -- regelwerk`');
}

const ladeBuendel = ({ LOTSE_WORKFLOWBUENDEL: datei }: Workerkonfiguration) =>
  datei === undefined ? buendleWorkflows() : liesBuendel(datei);

async function hauptprogramm(): Promise<void> {
  const config = loadConfig(process.env);
  const log = oeffneLog(config);
  const { connectionOptions, namespace = 'default' } = temporalverbindung(process.env);
  const db = await oeffneAkte(config);
  const connection = await Connection.connect(connectionOptions);
  await sichereSuchattribute(connection, namespace);
  await pruefeAufbewahrung(connection, namespace);
  const schutz = nutzlastschutzAus(config);
  const client = new Client({ connection, namespace, dataConverter: datenumwandlung(schutz, 'client') });
  await sicherePlaene(client);
  const post = oeffnePost(config);
  const jetzt = (): string => instantAus(Date.now());
  const stosseZustellungAn = zustellungsanstoss(client);
  const loeschung = { ...(await oeffneLoeschung(config)), client, log, jetzt };
  const wiedergekehrt = await gleicheMitLoeschbuchAb(loeschung);
  if (wiedergekehrt > 0) log.warn({ anzahl: wiedergekehrt }, 'Aus dem Löschbuch nachgeholt');
  const anker = ankermittel(config, log);
  const hoechsterAnteil = config.LOTSE_NEUSTART_ANTEIL;
  const mittel = { ...loeschung, ...anker, db, post, stosseZustellungAn, hoechsterAnteil };
  const activities = createActivities(mittel);
  const native = await NativeConnection.connect(connectionOptions);
  // Teams that have no calendar yet get it with the first delivery.
  await mitAkteur(db, { system: 'worker' }, (tx) => kuendigeNeuenTeamsAn(tx, jetzt()));
  await meldeAeltere(db, log);
  await stosseZustellungAn();
  await stosseRundgangAn(client);
  const worker = await erzeugeWorker({
    connection: native,
    namespace,
    activities,
    faelleImSpeicher: config.LOTSE_FAELLE_IM_SPEICHER,
    bundle: await ladeBuendel(config),
    schutz,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info('Worker hört auf');
      worker.shutdown();
    });
  }
  log.info({ namespace, faelleImSpeicher: config.LOTSE_FAELLE_IM_SPEICHER }, 'Worker bereit');
  const beendePlanwacht = haltePlanwacht({ client, connection, namespace, log });
  await worker.run();
  beendePlanwacht();
  post.schliesse();
  await Promise.all([native.close(), connection.close(), db.schliesse(), loeschung.schliesse()]);
}

hauptprogramm().catch((fehler: unknown) => {
  const grund = fehler instanceof Error ? fehler.message : String(fehler);
  process.stderr.write(`Der Worker hört mit einem Fehler auf: ${grund}\n`, () => {
    // The threads of the SDK's Runtime would keep the process alive.
    process.exit(1);
  });
});
