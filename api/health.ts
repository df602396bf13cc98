import type { Express } from 'express';
import type { Rundgangslage } from '../db/bereitschaft.ts';

/** One part the API needs, and whether it is there. */
type Teilpruefung = { readonly name: string; readonly pruefe: () => Promise<boolean> };

export type Bereitschaft = {
  readonly teile: readonly Teilpruefung[];
  /** For how many minutes the oldest audit entry waits for its anchor: late, the API still serves, and somebody has to look. */
  readonly unverankertMinuten?: () => Promise<number>;
  /** The last Rundgang over the running Vorgänge (ADR 55), and whether maintenance holds it. */
  readonly rundgang?: () => Promise<Rundgangslage>;
  /** Seconds since a worker last asked for work; null when none does. */
  readonly sekundenOhneWorker?: () => Promise<number | null>;
  /** True from SIGTERM on: no new requests, please. */
  readonly laeuftAus: () => boolean;
};

const GEDULD_MS = 2_000;
/** The anchor is hourly; two missed ones are no accident (S4). */
const ANKER_SPAETESTENS_MIN = 125;
/** A Rundgang comes every ten minutes; two missed ones say that no worker works. */
const RUNDGANG_SPAETESTENS_MIN = 25;

/** A worker asks again at least once a minute. */
const WORKER_SPAETESTENS_S = 150;

async function inGeduld<T>(frage: () => Promise<T>, sonst: T): Promise<T> {
  let uhr: NodeJS.Timeout | undefined;
  const zuSpaet = new Promise<T>((fertig) => {
    uhr = setTimeout(() => {
      fertig(sonst);
    }, GEDULD_MS);
  });
  try {
    return await Promise.race([frage().catch(() => sonst), zuSpaet]);
  } finally {
    clearTimeout(uhr);
  }
}

/** A note, never a reason not to be ready: without the anchor service the audit still grows. */
async function ankerhinweis(minuten: () => Promise<number>): Promise<object> {
  const unverankertMinuten = await inGeduld<number | null>(minuten, null);
  if (unverankertMinuten === null) return { stand: 'unbekannt' };
  const stand = unverankertMinuten > ANKER_SPAETESTENS_MIN ? 'veraltet' : 'ok';
  return { stand, unverankertMinuten };
}

function rundgangsstand({ minutenHer, ohneWorkflow, wartung }: Rundgangslage): string {
  if (wartung) return 'wartung';
  if (minutenHer === null || minutenHer > RUNDGANG_SPAETESTENS_MIN) return 'veraltet';
  return ohneWorkflow > 0 ? 'fehlend' : 'ok';
}

/** A note as well: a Vorgang without its workflow is an alarm, and every other one is served. */
async function rundgangshinweis(lage: () => Promise<Rundgangslage>): Promise<object> {
  const bekannt = await inGeduld<Rundgangslage | null>(lage, null);
  return bekannt === null ? { stand: 'unbekannt' } : { stand: rundgangsstand(bekannt), ...bekannt };
}

/** A note, too: without a worker commands wait, and reading goes on. */
async function workerhinweis(sekunden: () => Promise<number | null>): Promise<object> {
  const sekundenHer = await inGeduld<number | null | 'unbekannt'>(sekunden, 'unbekannt');
  if (sekundenHer === 'unbekannt') return { stand: 'unbekannt' };
  const fehlt = sekundenHer === null || sekundenHer > WORKER_SPAETESTENS_S;
  return { stand: fehlt ? 'fehlt' : 'ok', sekundenHer };
}

/** `/livez`: the event loop turns. `/readyz`: names every part and whether it answers (technik.md 4). */
export function registriereGesundheit(
  app: Express,
  { teile, laeuftAus, unverankertMinuten, rundgang, sekundenOhneWorker }: Bereitschaft,
): void {
  app.get('/livez', (_, res) => {
    res.json({ status: 'ok' });
  });
  app.get('/readyz', async (_, res) => {
    const ergebnisse = await Promise.all(
      teile.map(
        async ({ name, pruefe }) => [name, (await inGeduld(pruefe, false)) ? 'ok' : 'fehlt'] as const,
      ),
    );
    const endet = laeuftAus();
    const bereit = !endet && ergebnisse.every(([, stand]) => stand === 'ok');
    res.status(bereit ? 200 : 503);
    if (!bereit) res.set('Retry-After', '2');
    res.json({
      status: bereit ? 'bereit' : endet ? 'laeuft_aus' : 'nicht_bereit',
      teile: Object.fromEntries(ergebnisse),
      ...(unverankertMinuten === undefined ? {} : { anker: await ankerhinweis(unverankertMinuten) }),
      ...(rundgang === undefined ? {} : { rundgang: await rundgangshinweis(rundgang) }),
      ...(sekundenOhneWorker === undefined ? {} : { worker: await workerhinweis(sekundenOhneWorker) }),
    });
  });
}
