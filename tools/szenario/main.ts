/** Command line of the Szenario runner. Exit 0 only if every story was readable and every expectation held. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { alsJson } from './ausgabe.ts';
import { Geschichtenfehler, unbekannt } from './fehler.ts';
import { leseGeschichte } from './lesen.ts';
import type { Motor } from './motor.ts';
import { MOTOREN, raeumeMotorenAb } from './motoren.ts';
import { fehlerVon, spiele, type Spielbericht } from './spielen.ts';
import { alsVerlauf } from './verlauf.ts';

const AUFRUF = `Aufruf: npm run --silent szenario -- [--motor ${[...MOTOREN.keys()].join('|')}] [--verlauf] [--json] DATEI…\n`;

type Auftrag = { motor: () => Motor; verlauf: boolean; json: boolean; dateien: string[] };

function leseAufruf(argumente: string[]): Auftrag {
  const { values, positionals } = parseArgs({
    args: argumente,
    allowPositionals: true,
    options: {
      motor: { type: 'string', default: 'kern' },
      verlauf: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const motor = MOTOREN.get(values.motor);
  if (motor === undefined) throw new Error(unbekannt('Der Motor', values.motor, [...MOTOREN.keys()]));
  if (positionals.length === 0) throw new Error('Es fehlt die Datei der Geschichte.');
  return { motor, verlauf: values.verlauf, json: values.json, dateien: positionals };
}

/** Reads, plays and reports one story; true when all held. */
async function erzaehle(datei: string, auftrag: Auftrag): Promise<boolean> {
  let bericht: Spielbericht;
  try {
    bericht = await spiele(leseGeschichte(datei, await readFile(datei, 'utf8')), auftrag.motor());
  } catch (grund) {
    const text = grund instanceof Error ? grund.message : String(grund);
    process.stderr.write(grund instanceof Geschichtenfehler ? `${text}\n` : `${datei}: ${text}\n`);
    return false;
  }
  const fehler = fehlerVon(bericht);
  for (const zeile of fehler) process.stderr.write(`${zeile}\n`);
  if (auftrag.verlauf) process.stdout.write(`${alsVerlauf(bericht)}\n`);
  if (auftrag.json) process.stdout.write(`${alsJson(bericht)}\n`);
  return fehler.length === 0;
}

async function spieleAlle(auftrag: Auftrag): Promise<number> {
  let bestanden = 0;
  for (const datei of auftrag.dateien) if (await erzaehle(datei, auftrag)) bestanden += 1;
  const gescheitert = auftrag.dateien.length - bestanden;
  process.stderr.write(`${bestanden} passed, ${gescheitert} failed\n`);
  return gescheitert === 0 ? 0 : 1;
}

try {
  process.exitCode = await spieleAlle(leseAufruf(process.argv.slice(2)));
} catch (grund) {
  process.stderr.write(`${grund instanceof Error ? grund.message : String(grund)}\n${AUFRUF}`);
  process.exitCode = 2;
} finally {
  await raeumeMotorenAb();
}
