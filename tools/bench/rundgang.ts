import { readFile } from 'node:fs/promises';
import { Client } from '@temporalio/client';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { nebeneinander } from '../../activities/nebeneinander.ts';
import { siehAllesNach } from '../../activities/rundgang/seite.ts';
import { systemuhr } from '../../api/kern/uhr.ts';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { laufende } from '../../db/rundgang.ts';
import {
  NICHTS_GESEHEN,
  RUNDGANGSBEGINN,
  zusammen,
  type Rundgangszahlen,
} from '../../domain/vorgang/rundgang.ts';
import { AUFGABENSCHLANGE, fallWorkflowId, WORKFLOWTYPEN } from '../../workflows/contract.ts';
import { vormerkung } from '../probehaus/befehle.ts';
import { legePersonAn } from '../probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, eroeffne } from '../probehaus/stand.ts';

const FAELLE = 10_000;
const FALL_ID = '5f8ad1b0-1111-4c6e-9d53-0d8c5a7f7140';
const RUNDEN = 5;
/** One comes every ten minutes; at ten times as many cases it may take 1 % of a core. */
const SEKUNDEN_ZWISCHEN = 600;
const ANTEIL_HOECHSTENS = 0.01;
const TAKTE_JE_SEKUNDE = 100;
const SYSTEM = { system: 'worker' } as const;

/** Seconds of CPU a process has used. */
async function rechenzeit(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  const felder = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(felder[11]) + Number(felder[12])) / TAKTE_JE_SEKUNDE;
}

/** Waiting cases, as many as asked for, each with its row and its person. */
async function vervielfache(db: Datenbank, personId: string): Promise<void> {
  const reihe = sql`generate_series(1, ${FAELLE - 1}) n`;
  await mitAkteur(db, { system: 'wartung' }, async (tx) => {
    await tx.execute(sql`insert into person (id, kundennummer, bg_nummer, name, geburtsdatum, rechtskreis, erwerbsfaehig, pap_id, angelegt_am)
      select md5(id::text || n)::uuid, 'K' || n, 'B' || n, 'Demo ' || n, geburtsdatum, rechtskreis, erwerbsfaehig, pap_id, angelegt_am
      from person, ${reihe} where id = ${personId}`);
    await tx.execute(sql`insert into fall (id, fallnummer, person_id, zustand, offen, neben, team_id, pap_id, herkunft, sequenz, vorgemerkt_am, policyversion, stand)
      select md5(id::text || n)::uuid, 'F-2020-' || lpad(n::text, 6, '0'), md5(person_id::text || n)::uuid, zustand, offen, neben,
        team_id, pap_id, herkunft, sequenz, vorgemerkt_am, policyversion, stand
      from fall, ${reihe} where id = ${FALL_ID}`);
  });
}

type Haus = {
  readonly client: Client;
  /** One connection, so that one process of PostgreSQL does it all. */
  readonly worker: Datenbank;
  readonly temporalPid: number;
  readonly beende: () => Promise<void>;
};

/** As many cases with a running workflow as are measured; no worker works. */
async function baueHaus(): Promise<Haus> {
  const temporal = await echtzeitserver();
  const stand = await baueStand({ temporal });
  const halt = await stand.starteWorker();
  const personId = await legePersonAn(stand.db, 'bench');
  await eroeffne(stand.client, FALL_ID, vormerkung(systemuhr.jetzt(), personId, 'F-2026-00001'));
  await halt();
  await vervielfache(stand.db, personId);
  const client = new Client(temporal);
  const worker = oeffneDatenbank(stand.zugaenge.worker, 1);
  const ids = await mitAkteur(worker, SYSTEM, (tx) => laufende(tx, RUNDGANGSBEGINN, FAELLE));
  const start = { taskQueue: AUFGABENSCHLANGE, args: [] };
  await nebeneinander(
    ids.filter((id) => id !== FALL_ID),
    32,
    (id) => client.workflow.start(WORKFLOWTYPEN.fall, { ...start, workflowId: fallWorkflowId(id) }),
  );
  return {
    client,
    worker,
    temporalPid: temporal.server.pid,
    beende: async () => {
      await worker.schliesse();
      await stand.beende();
    },
  };
}

/** Every page of every round. */
async function geheRundgaenge({ client, worker }: Haus): Promise<Rundgangszahlen> {
  const mittel = { db: worker, client, log: pino({ level: 'silent' }), jetzt: systemuhr.jetzt };
  let zahlen = NICHTS_GESEHEN;
  for (let runde = 0; runde < RUNDEN; runde += 1)
    zahlen = zusammen(zahlen, await siehAllesNach(mittel, { starten: false, ruheMs: 0 }));
  return zahlen;
}

/** A Rundgang over 10,000 idle cases: CPU of the worker, of Temporal and of its one connection to PostgreSQL. */
export async function benchRundgang(): Promise<void> {
  const haus = await baueHaus();
  const [backend] = await mitAkteur(haus.worker, SYSTEM, (tx) =>
    tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`),
  );
  const messe = async (): Promise<number[]> => [
    process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    await rechenzeit(haus.temporalPid),
    await rechenzeit(backend?.pid ?? 0),
  ];
  const vorher = await messe();
  const { geprueft, fehlend } = await geheRundgaenge(haus);
  const je = (await messe()).map((wert, stelle) => (wert - (vorher[stelle] ?? 0)) / RUNDEN);
  const anteil = (je.reduce((a, b) => a + b, 0) * 10) / SEKUNDEN_ZWISCHEN;
  const [eigene, temporal, datenbank] = je.map((sekunden) => sekunden.toFixed(2));
  console.log(
    `rundgang ${geprueft / RUNDEN} Vorgänge, ${fehlend} ohne Lauf: Worker ${eigene} s, Temporal ${temporal} s, PostgreSQL ${datenbank} s; bei 100.000 gerechnet ${(anteil * 100).toFixed(2)} % eines Kerns`,
  );
  if (fehlend > 0 || anteil > ANTEIL_HOECHSTENS) process.exitCode = 1;
  await haus.beende();
}
