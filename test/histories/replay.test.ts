import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { mitMutant, WURZEL, type Mutant } from '../support/mutant.ts';
import { buendleWorkflows } from '../../worker/workflowbuendel.ts';
import { leise, leiseLaufzeit } from '../../tools/pruefstand/laufzeit.ts';

const ABLAGE = path.join(WURZEL, 'test/histories');

type Historie = { readonly workflowId: string; readonly history: ReturnType<typeof historyFromJSON> };

/** Every stored history of every release. */
async function gespeicherte(): Promise<Historie[]> {
  const dateien = (await readdir(ABLAGE, { recursive: true }))
    .filter((name) => name.endsWith('.json.gz'))
    .sort();
  return Promise.all(
    dateien.map(async (datei) => ({
      workflowId: datei,
      history: historyFromJSON(JSON.parse(gunzipSync(await readFile(path.join(ABLAGE, datei))).toString())),
    })),
  );
}

/** Names of the histories that no longer replay, at most so many. */
async function gescheitert(
  workflowBundle: WorkflowBundleWithSourceMap,
  historien: Historie[],
  hoechstens = Infinity,
): Promise<string[]> {
  const namen: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, historien)) {
    if (error !== undefined) namen.push(workflowId);
    if (namen.length >= hoechstens) break;
  }
  return namen;
}

/** One planted change of the order of commands each; the stored histories must notice every one of them. */
const MUTANTEN: readonly Mutant[] = [
  {
    name: 'zweimal aufgezeichnet',
    datei: 'workflows/vorgang/aufzeichnung.ts',
    statt: '  const ergebnis = await zeichneAuf({',
    neu: '  await zeichneAuf({ ...auftrag, art: aggregat.art, id: aggregat.idVon(lauf.lage), ereignisse: fortschritt.ereignisse, ersteImLauf });\n  const ergebnis = await zeichneAuf({',
  },
  {
    name: 'Befehl vor dem, was die Zeit gebracht hat',
    datei: 'workflows/vorgang/aufzeichnung.ts',
    statt: '    await holeZeitNach(lauf, befehl.at);',
    neu: '',
  },
  {
    name: 'kein neuer Lauf nach einem Phasenwechsel',
    datei: 'workflows/vorgang/aufzeichnung.ts',
    statt: 'const phasenwechsel = ereignisse.some((e) => lauf.rahmen.laufwechselNach.has(e.art));',
    neu: 'const phasenwechsel = ereignisse.length < 0;',
  },
  {
    name: 'neuer Lauf nach mehr Aufzeichnungen',
    datei: 'workflows/vorgang/aufzeichnung.ts',
    statt: 'const AUFZEICHNUNGEN_JE_LAUF = 13;',
    neu: 'const AUFZEICHNUNGEN_JE_LAUF = 15;',
  },
  {
    name: 'Wecker bei jedem Befehl neu gestellt',
    datei: 'workflows/vorgang/wecker.ts',
    statt: '      if (instant === gestellt && !abgelaufen) return;',
    neu: '',
  },
  {
    name: 'Wecker ohne Absage des alten',
    datei: 'workflows/vorgang/wecker.ts',
    statt: '      if (!abgelaufen) bereich?.cancel();',
    neu: '',
  },
  {
    name: 'Suchattribute vor der Arbeit statt danach',
    datei: 'workflows/vorgang/schleife.ts',
    statt: '  zeigeStand(lauf);\n}',
    neu: '}',
  },
  {
    name: 'Suchattribute bei jedem Schritt geschrieben',
    datei: 'workflows/vorgang/anzeige.ts',
    statt: 'if (neu.length > 0) upsertSearchAttributes([...neu]);',
    neu: 'upsertSearchAttributes([...soll]);',
  },
  {
    name: 'abgeschlossener Fall läuft weiter',
    datei: 'workflows/vorgang/schleife.ts',
    statt: '  if (istFertig(lauf)) return null;',
    neu: '',
  },
  {
    name: 'angehaltener Fall nimmt Befehle an',
    datei: 'workflows/vorgang/aufzeichnung.ts',
    statt: '      lauf.angehalten = true;',
    neu: '',
  },
  {
    name: 'Lauf ohne Ereignis bleibt stehen',
    datei: 'workflows/vorgang/aufzeichnung.ts',
    statt: '    lauf.folgenlos += 1;\n    wartender.lehneAb',
    neu: '    wartender.lehneAb',
  },
  {
    name: 'Kalender ohne Aufzeichnung',
    datei: 'workflows/vorgang/befehlsannahme.ts',
    statt:
      "    nimmMeldungAn(lauf, meldung, (kopf) => ({ ...kopf, befehl: 'kalender_uebernehmen', kalender }));",
    neu: '    void [meldung, kalender];',
  },
  {
    name: 'Zustellung in zwei Bündeln',
    datei: 'workflows/zustellung-workflow.ts',
    statt: '    const { uebrig } = await stelleZu();',
    neu: '    await stelleZu();\n    const { uebrig } = await stelleZu();',
  },
  {
    name: 'Frist in der Domäne einen Tag früher',
    datei: 'domain/pflicht/leiter.ts',
    statt: '    ? plusTage(faellig, regel.versatz)',
    neu: '    ? plusTage(faellig, regel.versatz - 40)',
  },
];

describe('gespeicherte Historien (W6)', () => {
  let historien: Historie[];

  beforeAll(async () => {
    leiseLaufzeit();
    historien = await gespeicherte();
  });

  it('jede gespeicherte Historie läuft mit dem heutigen Code', async () => {
    expect(historien.length).toBeGreaterThan(40);
    expect(await gescheitert(await buendleWorkflows(WURZEL, leise), historien)).toEqual([]);
  });

  it.each(MUTANTEN)('bemerkt: $name', async (mutant) => {
    const verletzt = await mitMutant(mutant, async (ordner) =>
      gescheitert(await buendleWorkflows(ordner, leise), historien, 1),
    );
    expect(verletzt).toHaveLength(1);
  });
});
