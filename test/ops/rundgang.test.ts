import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@temporalio/client';
import express from 'express';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import request from 'supertest';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sekundenOhneWorker } from '../../api/befehle/worker.ts';
import { registriereGesundheit } from '../../api/health.ts';
import { rundgangslage } from '../../db/bereitschaft.ts';
import { mitAkteur } from '../../db/client.ts';
import { letzterRundgang, type Rundgangszeile } from '../../db/rundgang.ts';
import { ausgang, protokoll } from '../../db/schema/index.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { freierPort } from '../../tools/lokal/ports.ts';
import { starteTemporal, type LaufendesTemporal } from '../../tools/lokal/temporal.ts';
import { kopf, vormerkung } from '../../tools/probehaus/befehle.ts';
import { PRUEFSCHUTZ_ENV } from '../../tools/probehaus/schutz.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import {
  baueStand,
  echtzeitserver,
  eroeffne,
  frage,
  sende,
  type Stand,
} from '../../tools/probehaus/stand.ts';
import { nebeneinander } from '../../activities/nebeneinander.ts';
import { haltePlanwacht } from '../../worker/planwacht.ts';
import { sicherePlaene, stosseRundgangAn } from '../../worker/zeitplan.ts';
import { fallWorkflowId } from '../../workflows/contract.ts';
import { umfang } from '../support/umfang.ts';

const wartung = { system: 'wartung' } as const;
const FAELLE = umfang({ immer: 24, nachts: 200 });
const SPAETER_MS = 5 * 60_000;

const zuordnung = (at: string): Befehl => ({
  ...kopf(at, 'tl'),
  befehl: 'zuordnen',
  fm: PERSONAL.fm,
  fmIstFallmanager: true,
});

describe('Rundgang: ein verlorener Workflow kommt wieder (ADR 55)', () => {
  let ordner: string;
  let port: number;
  let server: LaufendesTemporal;
  let stand: Stand;
  let halt: () => Promise<void>;
  const meldungen: Record<string, unknown>[] = [];
  const faelle: string[] = [];

  const log = pino(
    { level: 'error' },
    { write: (zeile: string) => void meldungen.push(JSON.parse(zeile) as never) },
  );
  /** The clock of the house is ahead of what happened in the cases, so that they are quiet. */
  let vorsprungMs = SPAETER_MS;
  const jetzt = (): string => instantAus(Date.now() + vorsprungMs);
  const dbDatei = (): string => path.join(ordner, 'temporal.db');
  const starteServer = (): Promise<LaufendesTemporal> =>
    starteTemporal({ headless: true, dbDatei: dbDatei(), port });

  beforeAll(async () => {
    ordner = await mkdtemp(path.join(tmpdir(), 'lotse-rundgang-'));
    port = await freierPort();
    const temporal = await echtzeitserver({ dbDatei: dbDatei(), port });
    server = temporal.server;
    stand = await baueStand({ temporal, jetzt, log });
    halt = await stand.starteWorker();
    await sicherePlaene(stand.client);
    const vorhaben = await Promise.all(
      Array.from({ length: FAELLE }, async (_, nr) => {
        const person = await legePersonAn(stand.db, `rundgang-${String(nr)}`);
        return { fallId: randomUUID(), person, nummer: `F-2026-${String(nr + 1).padStart(5, '0')}` };
      }),
    );
    await nebeneinander(vorhaben, 8, async ({ fallId, person, nummer }) => {
      await eroeffne(stand.client, fallId, vormerkung(instantAus(Date.now()), person, nummer));
      faelle.push(fallId);
    });
  });
  afterAll(async () => {
    await halt();
    await stand.beende();
    await server.stop();
    await rm(ordner, { recursive: true, force: true });
  });

  const warteBis = (was: () => Promise<boolean>, geduldMs = 60_000): Promise<void> =>
    expect.poll(was, { timeout: geduldMs, interval: 200 }).toBe(true);
  const letzter = (): Promise<Rundgangszeile | null> => mitAkteur(stand.db, wartung, letzterRundgang);
  /** One Rundgang, to its end; a Schedule passes a trigger over that comes before it has seen the last run end. */
  async function rundgang(): Promise<Rundgangszeile | null> {
    const vorher = await letzter();
    const fertig = async (): Promise<boolean> => (await letzter())?.id !== vorher?.id;
    await expect
      .poll(
        async () => {
          await stosseRundgangAn(stand.client);
          return warteBis(fertig, 3_000).then(
            () => true,
            () => false,
          );
        },
        { timeout: 60_000, interval: 100 },
      )
      .toBe(true);
    return letzter();
  }
  const laeuft = async (fallId: string): Promise<boolean> => {
    const beschrieben = await stand.client.workflow
      .getHandle(fallWorkflowId(fallId))
      .describe()
      .catch(() => null);
    return beschrieben?.status.name === 'RUNNING';
  };
  const alleLaufen = async (): Promise<boolean> =>
    (await nebeneinander(faelle, 16, laeuft)).every((eines) => eines);
  const neustarts = (fallId: string): Promise<number> =>
    mitAkteur(stand.db, wartung, async (tx) => {
      const zeilen = await tx.select().from(protokoll).where(eq(protokoll.fallId, fallId));
      return zeilen.filter(({ aktion }) => aktion === 'fall_neu_gestartet').length;
    });
  const ops = (...argumente: string[]): Promise<{ code: number; ausgabe: string }> =>
    new Promise((fertig) => {
      const env = {
        ...process.env,
        ...PRUEFSCHUTZ_ENV,
        DATABASE_URL: stand.zugaenge.worker,
        TEMPORAL_ADDRESS: server.adresse,
      };
      execFile(process.execPath, ['ops/main.ts', ...argumente], { env }, (fehler, stdout) => {
        fertig({ code: Number(fehler?.code ?? 0), ausgabe: stdout });
      });
    });
  const fall = (nr: number): string => faelle[nr] ?? '';
  const verliere = (fallId: string): Promise<unknown> =>
    stand.client.workflow.getHandle(fallWorkflowId(fallId)).terminate('verloren');

  it('findet an einem gesunden Haus nichts', async () => {
    expect(await rundgang()).toMatchObject({ geprueft: FAELLE, fehlend: 0, ergebnis: 'in_ordnung' });
    expect(meldungen).toEqual([]);
  });

  it('ein beendeter Workflow läuft nach einem Rundgang wieder, mit Vermerk und Alarm; /readyz bleibt bereit und sagt es', async () => {
    await verliere(fall(0));
    expect(await rundgang()).toMatchObject({ fehlend: 1, neuGestartet: 1, ergebnis: 'neu_gestartet' });
    expect(await laeuft(fall(0))).toBe(true);
    expect(await neustarts(fall(0))).toBe(1);
    expect(meldungen.splice(0)).toMatchObject([
      { fehlend: 1, neuGestartet: 1, msg: 'Vorgänge ohne Workflow' },
    ]);
    await sende(stand.client, fall(0), zuordnung(instantAus(Date.now())));
    expect((await frage(stand.client, fall(0))).stand.zustand).toBe('zugeordnet');

    const app = express();
    let um = jetzt();
    const lage = () => rundgangslage(stand.apiDb, um);
    registriereGesundheit(app, { teile: [], laeuftAus: () => false, rundgang: lage });
    const bereit = await request(app).get('/readyz').expect(200);
    expect(bereit.body).toMatchObject({
      status: 'bereit',
      rundgang: { stand: 'ok', minutenHer: 0, ohneWorkflow: 0, neuGestartet: 1, wartung: false },
    });
    um = instantAus(Date.parse(um) + 26 * 60_000);
    const veraltet = await request(app).get('/readyz').expect(200);
    expect(veraltet.body).toMatchObject({ rundgang: { stand: 'veraltet', minutenHer: 26 } });
  });

  it('/readyz sagt, ob ein Worker nach Arbeit fragt, und bleibt bereit', async () => {
    const worker = async (client: Client): Promise<unknown> => {
      const app = express();
      const sekunden = () => sekundenOhneWorker(client);
      registriereGesundheit(app, { teile: [], laeuftAus: () => false, sekundenOhneWorker: sekunden });
      const antwort = await request(app).get('/readyz').expect(200);
      return z.object({ worker: z.unknown() }).parse(antwort.body).worker;
    };
    expect(await worker(stand.client)).toMatchObject({ stand: 'ok' });
    const leer = await echtzeitserver();
    expect(await worker(new Client(leer))).toEqual({ stand: 'fehlt', sekundenHer: null });
    await leer.beende();
    expect(await worker(new Client(leer))).toEqual({ stand: 'unbekannt' });
  });

  it('was eben erst geschehen ist, bleibt bis zum nächsten Mal', async () => {
    // 100 seconds before the clock of the house.
    await sende(stand.client, fall(1), zuordnung(instantAus(Date.now() + SPAETER_MS - 100_000)));
    await verliere(fall(1));
    expect(await rundgang()).toMatchObject({ fehlend: 0 });
    expect(await laeuft(fall(1))).toBe(false);
    expect((await ops('abgleich', fall(1), '--freigeben')).code).toBe(0);
    expect(await laeuft(fall(1))).toBe(true);
  });

  it('in einer Wartung ruhen Rundgang und Zustellung', async () => {
    expect((await ops('wartung', 'an')).code).toBe(0);
    expect(await ops('wartung', 'an')).toMatchObject({ code: 2 });
    const vorher = await letzter();
    await verliere(fall(2));
    await stosseRundgangAn(stand.client);
    const id = randomUUID();
    const sendung = {
      id,
      am: jetzt(),
      art: 'mail',
      erstelltAm: jetzt(),
      email: 'fm@jobcenter.example',
      stufe: 'faellig',
      anlass: 'T-01',
    };
    await mitAkteur(stand.db, wartung, (tx) => tx.insert(ausgang).values(sendung as never));
    expect(await stand.activities.beginneRundgang()).toBeNull();
    expect(stand.postfach.nachrichten().filter(({ messageId }) => messageId.includes(id))).toEqual([]);
    expect((await letzter())?.id).toBe(vorher?.id);
    expect((await ops('wartung', 'aus')).code).toBe(0);
    expect(await rundgang()).toMatchObject({ fehlend: 1, neuGestartet: 1 });
  });

  it('fehlt mehr als ein Zehntel, wartet der Rundgang auf `abgleich --alle`', async () => {
    const streng = await baueStand({
      temporal: { ...stand.temporal, beende: () => Promise.resolve() },
      databaseUrl: stand.besitzerUrl,
      jetzt,
      log,
      hoechsterAnteil: 0.1,
    });
    await halt();
    halt = await stand.starteWorker(streng.activities);
    onTestFinished(async () => {
      await halt();
      await streng.beende();
      halt = await stand.starteWorker();
    });
    const verloren = faelle.slice(2, 14);
    await Promise.all(verloren.map(verliere));
    meldungen.splice(0);
    const erwartet = FAELLE > 120 ? 'neu_gestartet' : 'zurueckgehalten';
    expect(await rundgang()).toMatchObject({ fehlend: 12, ergebnis: erwartet });
    if (erwartet === 'zurueckgehalten') {
      expect(await laeuft(fall(3))).toBe(false);
      expect(String(meldungen[0]?.['msg'])).toContain('ops -- abgleich --alle');
      const { code, ausgabe } = await ops('abgleich', '--alle');
      expect(ausgabe).toBe(`${String(FAELLE)} Vorgänge geprüft, 12 ohne Workflow, 12 davon laufen wieder.\n`);
      expect(code).toBe(0);
    }
    await warteBis(alleLaufen);
  });

  it('geht Temporal die Datenbank verloren, läuft alles ohne einen Befehl wieder, und nichts geht zweimal hinaus', async () => {
    const { temporal, client } = stand;
    const wacht = { client, connection: temporal.connection, namespace: 'default', log };
    const beendeWacht = haltePlanwacht(wacht, 1_000);
    // What had just happened in a test before is quiet by now, however fast they ran.
    vorsprungMs += SPAETER_MS;
    await server.toete();
    for (const ende of ['', '-shm', '-wal']) await rm(`${dbDatei()}${ende}`, { force: true });
    meldungen.splice(0);
    const von = Date.now();
    server = await starteServer();
    await warteBis(alleLaufen);
    console.log(`${String(FAELLE)} Fälle laufen nach ${String((Date.now() - von) / 1_000)} s wieder`);
    beendeWacht();
    expect(meldungen.map(({ msg }) => msg)).toContain(
      'Temporal kennt Zeitpläne von Lotse nicht mehr; sie werden neu angelegt',
    );
    await warteBis(async () => (await letzter())?.neuGestartet === FAELLE);
    expect(await rundgang()).toMatchObject({ fehlend: 0 });
    const ids = stand.postfach.nachrichten().map(({ messageId }) => messageId);
    expect(ids.length).toBe(new Set(ids).size);
  });
});
