import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import pino, { type Logger } from 'pino';
import { createActivities, type Activities } from '../../activities/index.ts';
import { smtpPostbote } from '../../activities/zustellung/mail.ts';
import { oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import type { Tresor } from '../../db/tresor/tresor.ts';
import type { Antwort } from '../../domain/vorgang/antwort.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import { datenumwandlung } from '../../temporal/datenumwandlung.ts';
import type { Nutzlastschutz } from '../../temporal/einstellung.ts';
import { startePostfach, type Postfach } from '../lokal/postfach.ts';
import { richteZugaengeEin, type Zugaenge } from '../lokal/zugaenge.ts';
import { starteTemporal, type LaufendesTemporal, type TemporalOptionen } from '../lokal/temporal.ts';
import { starteZeitserver, type Zeitserver } from '../lokal/zeitserver.ts';
import { zustellungsanstoss } from '../../worker/anstoss.ts';
import { erzeugeWorker } from '../../worker/erzeuge-worker.ts';
import { sichereSuchattribute, SUCHATTRIBUTE } from '../../worker/suchattribute.ts';
import {
  ablaufQuery,
  AUFGABENSCHLANGE,
  befehlUpdate,
  fallWorkflowId,
  WORKFLOWTYPEN,
  type Ablauf,
  type Fallauftrag,
} from '../../workflows/contract.ts';
import { pruefanker } from './anker.ts';
import { pruefbuendel } from './buendel.ts';
import { leiseLaufzeit } from './laufzeit.ts';
import { starteDatenbanken } from './datenbanken.ts';
import { loeschteile, neuesBuch } from './loeschung.ts';
import { PRUEFSCHUTZ } from './schutz.ts';
import { prueftresor } from './tresor.ts';
import { legePersonalAn } from './stammdaten.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';

/** A Temporal server: its connections, and how it ends. */
export type Temporalserver = {
  readonly connection: Connection;
  readonly native: NativeConnection;
  readonly adresse: string;
  readonly beende: () => Promise<void>;
};

/** Real PostgreSQL, real Temporal, real worker and a mail catcher in one process. */
export type Stand = {
  /** The owner's, for what a test or tool itself writes and looks up. */
  readonly db: Datenbank;
  /** The login of the API, which row-level security holds back. */
  readonly apiDb: Datenbank;
  readonly tresor: Tresor;
  readonly client: Client;
  readonly temporal: Temporalserver;
  /** Of the logins the processes use. */
  readonly zugaenge: Zugaenge;
  /** Of the owner: tests and tools look at everything. */
  readonly besitzerUrl: string;
  /** Of the key store. */
  readonly schluesselUrl: string;
  /** File of the ledger of erasures. */
  readonly buchdatei: string;
  readonly postfach: Postfach;
  readonly activities: Activities;
  /** Starts a worker, by default with the real activities; the result stops it. */
  readonly starteWorker: (activities?: Activities) => Promise<() => Promise<void>>;
  readonly beende: () => Promise<void>;
};

/**
 * The dev server in real time.
 * @param o where it keeps what it knows, without it in memory; and at which port
 */
export async function echtzeitserver(
  o: Pick<TemporalOptionen, 'dbDatei' | 'port'> = {},
): Promise<Temporalserver & { readonly server: LaufendesTemporal }> {
  leiseLaufzeit();
  const server = await starteTemporal({ headless: true, ...o });
  const connection = await Connection.connect({ address: server.adresse });
  await sichereSuchattribute(connection, 'default');
  const native = await NativeConnection.connect({ address: server.adresse });
  return {
    server,
    connection,
    native,
    adresse: server.adresse,
    beende: async () => {
      await native.close();
      await connection.close();
      await server.stop();
    },
  };
}

/** A server whose clock starts at the given instant and jumps. */
export async function zeitreiseserver(abInstant: string): Promise<Zeitserver> {
  leiseLaufzeit();
  const reise = await starteZeitserver({ abInstant });
  // The test server cannot list search attributes, only take them (technik.md 2.3).
  await reise.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: SUCHATTRIBUTE,
  });
  return reise;
}

async function starteWorker(
  temporal: Temporalserver,
  activities: Activities,
  schutz: Nutzlastschutz,
): Promise<() => Promise<void>> {
  const worker: Worker = await erzeugeWorker({
    connection: temporal.native,
    namespace: 'default',
    activities,
    faelleImSpeicher: 50,
    schutz,
    bundle: await pruefbuendel(),
  });
  const ende = worker.run();
  return async () => {
    worker.shutdown();
    await ende;
  };
}

function postbote(url: string): ReturnType<typeof smtpPostbote> {
  const absender = 'lotse@jobcenter.example';
  return smtpPostbote({ url, absender, adresse: 'https://lotse.example', mailsProSekunde: 500 });
}

type Standwunsch = {
  temporal: Temporalserver;
  /** The business clock of worker and delivery. */
  jetzt?: () => string;
  /** The owner's address of a migrated database with staff; without it one of its own with the demo staff. */
  databaseUrl?: string;
  /** Of the payloads; null leaves them in clear. */
  schutz?: Nutzlastschutz;
  /** Of the activities. */
  log?: Logger;
  /** Another mail server than the own mailbox. */
  smtpUrl?: string;
  /** What a Rundgang starts again by itself; without it everything. */
  hoechsterAnteil?: number;
};

/** Builds everything around a Temporal server. */
export async function baueStand(o: Standwunsch): Promise<Stand> {
  const { temporal, schutz = PRUEFSCHUTZ } = o;
  const postfach = await startePostfach({ httpPort: null });
  const eigene = o.databaseUrl === undefined ? await starteDatenbanken() : null;
  const databaseUrl = o.databaseUrl ?? (await eigene?.neue()) ?? '';
  const db = oeffneDatenbank(databaseUrl, 20);
  if (eigene !== null) await legePersonalAn(db);
  const zugaenge = await richteZugaengeEin(databaseUrl);
  const fallschutz = await prueftresor(databaseUrl);
  const apiDb = oeffneDatenbank(zugaenge.api, 20, 'anmeldung');
  const workerDb = oeffneDatenbank(zugaenge.worker, 20, 'worker');
  const client = new Client({ ...temporal, dataConverter: datenumwandlung(schutz, 'client') });
  const { smtpUrl } = { ...postfach, ...o };
  const post = postbote(smtpUrl);
  const loeschung = loeschteile(zugaenge.loeschung, neuesBuch(), fallschutz.tresor);
  const activities = createActivities({
    ...loeschung,
    db: workerDb,
    log: o.log ?? pino({ level: 'silent' }),
    post,
    client,
    hoechsterAnteil: o.hoechsterAnteil ?? 1,
    jetzt: o.jetzt ?? (() => instantAus(Date.now())),
    stosseZustellungAn: zustellungsanstoss(client),
    ...pruefanker(),
  });
  return {
    db,
    apiDb,
    tresor: fallschutz.tresor,
    client,
    temporal,
    zugaenge,
    besitzerUrl: databaseUrl,
    schluesselUrl: fallschutz.url,
    buchdatei: loeschung.buchdatei,
    postfach,
    activities,
    starteWorker: (andere) => starteWorker(temporal, andere ?? activities, schutz),
    beende: async () => {
      post.schliesse();
      await temporal.beende();
      await fallschutz.ende();
      await Promise.all([db, apiDb, workerDb, loeschung.loeschdb].map((handle) => handle.schliesse()));
      await Promise.all([eigene?.stop(), postfach.stop()]);
    },
  };
}

/** Opens a case with its first command. */
export async function eroeffne(client: Client, fallId: string, befehl: Befehl): Promise<Antwort> {
  const auftrag: Fallauftrag = {
    stand: { zustand: 'neu', fallId, sequenz: 0 },
    antworten: [],
    angehalten: false,
  };
  return client.workflow.executeUpdateWithStart(befehlUpdate<Befehl>(befehl.befehl), {
    args: [befehl],
    updateId: befehl.befehlId,
    startWorkflowOperation: new WithStartWorkflowOperation(WORKFLOWTYPEN.fall, {
      workflowId: fallWorkflowId(fallId),
      taskQueue: AUFGABENSCHLANGE,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [auftrag],
    }),
  });
}

export async function sende(client: Client, fallId: string, befehl: Befehl): Promise<Antwort> {
  return client.workflow
    .getHandle(fallWorkflowId(fallId))
    .executeUpdate(befehlUpdate<Befehl>(befehl.befehl), { args: [befehl], updateId: befehl.befehlId });
}

/** What the workflow of a case says of itself. */
type Fallablauf = Omit<Ablauf, 'stand'> & { readonly stand: Fall };

/** Asks the workflow of a case. */
export async function frage(client: Client, fallId: string): Promise<Fallablauf> {
  return client.workflow.getHandle(fallWorkflowId(fallId)).query<Fallablauf>(ablaufQuery.name);
}
