/**
 * Plays every story and keeps the histories of its cases for the replay gate: `npm run historien [-- folder [parts of stories' names]]`.
 * Run it once per release; what is stored is never overwritten, because old histories are the promise that running cases survive.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { workflowIdVon, ZUSTELLUNG_ID } from '../../workflows/contract.ts';
import type { Stand } from '../probehaus/stand.ts';
import { leseGeschichte } from '../szenario/lesen.ts';
import { spiele } from '../szenario/spielen.ts';
import { spielePlanlaeufe, spieleSonderfaelle } from './sonderfaelle.ts';
import { spieleZustellung } from './zustellung.ts';
import { beendeGemeinsames, gemeinsameDatenbanken, vollMotor, type Nachlass } from '../szenario/voll.ts';

const [, , ausgabe = 'test/histories/0.2', ...auswahl] = process.argv;
const gewaehlt = (name: string): boolean =>
  auswahl.length === 0 || auswahl.some((teil) => name.includes(teil));
const GESCHICHTEN = 'test/szenarien';

/** Every run of a workflow, the newest first. */
async function historien(stand: Stand, workflowId: string): Promise<string[]> {
  const gefunden: string[] = [];
  let runId: string | undefined;
  do {
    const history = await stand.client.workflow.getHandle(workflowId, runId).fetchHistory();
    gefunden.push(historyToJSON(history));
    const start = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    runId = start?.continuedExecutionRunId ?? undefined;
  } while (runId !== undefined && runId !== '');
  return gefunden;
}

async function lege(name: string, laeufe: readonly string[]): Promise<void> {
  for (const [nummer, json] of laeufe.entries()) {
    const datei = path.join(ausgabe, `${name}-${laeufe.length - nummer}.json.gz`);
    if (!existsSync(datei)) await writeFile(datei, gzipSync(json, { level: 9 }));
  }
}

const bewahre: Nachlass = async (stand, { label, bezug }, geschichte) => {
  const name = path.basename(geschichte.datei, '.yaml');
  await lege(`${name}-${label}`, await historien(stand, workflowIdVon(bezug)));
  await lege(`${name}-zustellung`, (await historien(stand, ZUSTELLUNG_ID)).slice(0, 1));
};

await mkdir(ausgabe, { recursive: true });
try {
  for (const datei of (await readdir(GESCHICHTEN))
    .filter((name) => name.endsWith('.yaml') && gewaehlt(name))
    .sort()) {
    const pfad = path.join(GESCHICHTEN, datei);
    await spiele(
      leseGeschichte(pfad, await readFile(pfad, 'utf8')),
      // In clear, so that the search for personal texts can read what is stored.
      vollMotor(gemeinsameDatenbanken, { nachlass: bewahre, schutz: null }),
    );
    console.log(`${datei}: Historien bewahrt`);
  }
  const bewahreSonderfall = async (name: string, stand: Stand, workflowId: string): Promise<void> => {
    await lege(`sonderfall-${name}`, await historien(stand, workflowId));
    console.log(`${name}: Historien bewahrt`);
  };
  await spieleSonderfaelle(bewahreSonderfall);
  await spielePlanlaeufe(bewahreSonderfall);
  await spieleZustellung(bewahreSonderfall);
} finally {
  await beendeGemeinsames();
}
