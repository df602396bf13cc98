import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { datenumwandlung } from '../../temporal/datenumwandlung.ts';
import { mitMutant, WURZEL, type Mutant } from '../support/mutant.ts';
import { nutzlastenIn } from '../support/nutzlasten.ts';
import { umfang } from '../support/umfang.ts';
import { VERSCHLUESSELT } from '../../tools/historien/sonderfaelle.ts';
import { PRUEFSCHUTZ } from '../../tools/probehaus/schutz.ts';
import { pruefbuendel } from '../../tools/probehaus/buendel.ts';
import { leise, leiseLaufzeit } from '../../tools/probehaus/laufzeit.ts';
import { buendleWorkflows } from '../../worker/workflowbuendel.ts';

const ABLAGE = path.join(WURZEL, 'test/histories');

type Historie = {
  readonly datei: string;
  readonly workflowId: string;
  readonly history: ReturnType<typeof historyFromJSON>;
};

/** What is encrypted replays for its own workflow only: which one, each payload says in clear. */
const istVerschluesselt = ({ datei }: Historie): boolean => datei.includes(VERSCHLUESSELT);
function workflowIdIn(history: Historie['history']): string {
  const [erste] = nutzlastenIn(history);
  return Buffer.from(erste?.metadata?.['workflow'] ?? []).toString();
}

/** Every stored history of every release. */
async function gespeicherte(): Promise<Historie[]> {
  const dateien = (await readdir(ABLAGE, { recursive: true }))
    .filter((name) => name.endsWith('.json.gz'))
    .sort();
  return Promise.all(
    dateien.map(async (datei) => {
      const json = gunzipSync(await readFile(path.join(ABLAGE, datei))).toString();
      const history = historyFromJSON(JSON.parse(json));
      return { datei, history, workflowId: datei.includes(VERSCHLUESSELT) ? workflowIdIn(history) : datei };
    }),
  );
}

/** Names of the histories that no longer replay, at most so many. */
async function gescheitert(
  workflowBundle: WorkflowBundle,
  historien: Historie[],
  hoechstens = Infinity,
): Promise<string[]> {
  const namen: string[] = [];
  const dataConverter = datenumwandlung(PRUEFSCHUTZ, 'worker');
  for (const [einstellung, teil] of [
    [{ workflowBundle, dataConverter }, historien.filter(istVerschluesselt)],
    [{ workflowBundle }, historien.filter((h) => !istVerschluesselt(h))],
  ] as const)
    for await (const { workflowId, error } of Worker.runReplayHistories(einstellung, teil)) {
      if (error !== undefined) namen.push(workflowId);
      if (namen.length >= hoechstens) return namen;
    }
  return namen;
}

/** By day the first history that notices a mutant is enough; at night each of them meets every one. */
const HOECHSTENS = umfang({ immer: 1, nachts: Infinity });

/** First those of the workflow whose file is changed, then the paths no story walks: most mutants fall at once. */
function naheZuerst(historien: readonly Historie[], { datei }: Mutant): Historie[] {
  const eigener = /^workflows\/(\w+)-workflow\.ts$/u.exec(datei)?.[1];
  const rang = (h: Historie): number => {
    if (eigener !== undefined && h.datei.includes(`-${eigener}-`)) return 0;
    return h.datei.includes('sonderfall-') ? 1 : 2;
  };
  return [...historien].sort((a, b) => rang(a) - rang(b));
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
    statt: "({ art }) => art === 'regelwerk_uebernommen' || laufwechselNach.some((eine) => eine === art),",
    neu: '() => false,',
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
    name: 'Rundgang zählt, startet aber nichts',
    datei: 'workflows/rundgang-workflow.ts',
    statt:
      '  if (nochZuStarten) rundgang = await geheDurch({ ...rundgang, starten: true, stelle: RUNDGANGSBEGINN });',
    neu: '',
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
    statt: '    const { uebrig, gescheitert, postGestoert } = await stelleZu({ ohnePost: postRuht });',
    neu: '    await stelleZu();\n    const { uebrig, gescheitert, postGestoert } = await stelleZu();',
  },
  {
    name: 'Zustellung endet wieder mit ihrem Anstoß',
    datei: 'workflows/zustellung-workflow.ts',
    statt: "angestossen || patched('zustellung-bleibt')",
    neu: 'angestossen',
  },
  {
    name: 'was nicht hinausging, wartet auf den nächsten Anstoß',
    datei: 'workflows/zustellung-workflow.ts',
    statt: '    if (pauseMs > 0) await condition(() => angestossen, pauseMs);\n    else await',
    neu: '    await',
  },
  {
    name: 'Post ohne eigene Aktivität',
    datei: 'workflows/zustellung-workflow.ts',
    statt: '      void warteAufPost();',
    neu: '      void warteAufPost;',
  },
  {
    name: 'Frist in der Domäne einen Tag früher',
    datei: 'domain/pflicht/leiter.ts',
    statt: '    ? plusTage(faellig, regel.versatz)',
    neu: '    ? plusTage(faellig, regel.versatz - 40)',
  },
  {
    name: 'Löschung lässt einen Schritt aus',
    datei: 'workflows/loeschung-workflow.ts',
    statt: 'LOESCHSCHRITTE.slice(LOESCHSCHRITTE.indexOf(stelle.schritt))',
    neu: 'LOESCHSCHRITTE.slice(LOESCHSCHRITTE.indexOf(stelle.schritt) + 1)',
  },
  {
    name: 'zwei Anker in einem Lauf',
    datei: 'workflows/verankerung-workflow.ts',
    statt: '  await verankere();',
    neu: '  await verankere();\n  await verankere();',
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
    expect(await gescheitert(await pruefbuendel(), historien)).toEqual([]);
  });

  it('eine verschlüsselte ist dabei, und ohne Schlüssel läuft sie nicht', async () => {
    const verschluesselte = historien.filter(istVerschluesselt);
    expect(verschluesselte.length).toBeGreaterThan(0);
    const ohne = verschluesselte.map((h) => ({ ...h, datei: 'klar' }));
    expect(await gescheitert(await pruefbuendel(), ohne, 1)).toHaveLength(1);
  });

  it.each(MUTANTEN)('bemerkt: $name', { timeout: 1_800_000 }, async (mutant) => {
    const verletzt = await mitMutant(mutant, 'workflows', async (ordner) =>
      gescheitert(await buendleWorkflows(ordner, leise), naheZuerst(historien, mutant), HOECHSTENS),
    );
    expect(verletzt).not.toEqual([]);
  });
});
