/** Paths no story walks, because a story never loses a worker: their histories belong to the replay gate, too. */
import { randomUUID } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import { mitAkteur } from '../../db/client.ts';
import { FALLABLAGE } from '../../db/ablage.ts';
import type { Activities } from '../../activities/index.ts';
import type { Nutzlastschutz } from '../../temporal/einstellung.ts';
import { kalenderFuer } from '../../domain/frist/kalender.ts';
import { instantAus, ortstag, ortszeit } from '../../domain/frist/zeitzone.ts';
import {
  ANSTOSS_WORKFLOW,
  AUFGABENSCHLANGE,
  fallWorkflowId,
  freigabeSignal,
  kalenderSignal,
  LOESCHUNG_WORKFLOW,
  RUNDGANG_WORKFLOW,
  VERANKERUNG_WORKFLOW,
} from '../../workflows/contract.ts';
import { kopf, vormerkung } from '../probehaus/befehle.ts';
import { PRUEFSCHUTZ } from '../probehaus/schutz.ts';
import { legePersonAn, PERSONAL } from '../probehaus/stammdaten.ts';
import {
  baueStand,
  echtzeitserver,
  eroeffne,
  frage,
  sende,
  zeitreiseserver,
  type Stand,
} from '../probehaus/stand.ts';

/** How the names of histories begin whose payloads are encrypted with the key of the tests. */
export const VERSCHLUESSELT = 'verschluesselt';

type Welt = { readonly stand: Stand };
type Sonderfall = (welt: Welt, fallId: string, personId: string) => Promise<void>;

const BEGINN = '2026-03-02';
const um = (tag: string, zeit = '10:00'): string => ortszeit(`${tag}T${zeit}`);

const vorgemerkt = (welt: Welt, fallId: string, personId: string): Promise<unknown> =>
  eroeffne(welt.stand.client, fallId, vormerkung(um(BEGINN), personId, `F-2026-${fallId.slice(0, 5)}`));

/** A command whose business instant lies behind a due step the timer has not brought yet: time comes first. */
const befehlVorDemWecker: Sonderfall = async (welt, fallId, personId) => {
  const halt = await welt.stand.starteWorker();
  await vorgemerkt(welt, fallId, personId);
  await sende(welt.stand.client, fallId, {
    ...kopf(um('2026-03-04'), 'tl'),
    befehl: 'zuordnen',
    fm: PERSONAL.fm,
    fmIstFallmanager: true,
  });
  await halt();
};

/** Many commands without a change of phase: the run is renewed by their number alone. */
const vieleBefehle: Sonderfall = async (welt, fallId, personId) => {
  const halt = await welt.stand.starteWorker();
  await vorgemerkt(welt, fallId, personId);
  const am = um('2026-03-02', '11:00');
  const { client } = welt.stand;
  await sende(client, fallId, {
    ...kopf(am, 'tl'),
    befehl: 'zuordnen',
    fm: PERSONAL.fm,
    fmIstFallmanager: true,
  });
  for (let nr = 0; nr < 16; nr += 1) {
    await sende(client, fallId, {
      ...kopf(am, 'fm'),
      befehl: 'kontakt_erfassen',
      anlass: 'laufend',
      art: 'telefon',
      status: 'nicht_erschienen',
      termin: null,
      begleitpersonInformieren: false,
    });
  }
  await halt();
};

/** The office closes on a day: the signal moves the Fristen of the running case. */
const kalender: Sonderfall = async (welt, fallId, personId) => {
  const halt = await welt.stand.starteWorker();
  await vorgemerkt(welt, fallId, personId);
  const abweichungen = [{ tag: '2026-03-03', frei: true, grund: 'Umzug der Dienststelle' }];
  await welt.stand.client.workflow.getHandle(fallWorkflowId(fallId)).signal(kalenderSignal, {
    schluessel: randomUUID(),
    kalender: { ...kalenderFuer('HB'), abweichungen },
    am: um(BEGINN, '12:00'),
  });
  await warteBis(welt.stand, fallId, (f) => f.some((frist) => frist.faellig === '2026-03-04'));
  await halt();
};

async function warteBis(
  stand: Stand,
  fallId: string,
  erfuellt: (fristen: readonly { faellig: string }[]) => boolean,
): Promise<void> {
  while (!erfuellt((await frage(stand.client, fallId)).fristen)) await warte(50);
}

/** A foreign recording takes the sequence number: the case stops and goes on once released (V-76). */
const konflikt: Sonderfall = async (welt, fallId, personId) => {
  const { activities, client, db } = welt.stand;
  let fremd = false;
  const mitFremdem: Activities = {
    ...activities,
    zeichneAuf: async (auftrag) => {
      if (fremd) {
        fremd = false;
        const ereignisse = auftrag.ereignisse.map((e) => ({ ...e, id: `${e.id}-fremd` }));
        await activities.zeichneAuf({ ...auftrag, befehlId: randomUUID(), ereignisse, antwort: null });
      }
      return activities.zeichneAuf(auftrag);
    },
  };
  const halt = await welt.stand.starteWorker(mitFremdem);
  await vorgemerkt(welt, fallId, personId);
  fremd = true;
  const zuordnung = {
    ...kopf(um(BEGINN, '11:00'), 'tl'),
    befehl: 'zuordnen',
    fm: PERSONAL.fm,
    fmIstFallmanager: true,
  } as const;
  await sende(client, fallId, zuordnung).catch(() => undefined);
  const akte = await mitAkteur(db, { system: 'wartung' }, (tx) => FALLABLAGE.sperre(tx, fallId));
  if (akte === null) throw new Error('Kein Stand in PostgreSQL');
  await client.workflow.getHandle(fallWorkflowId(fallId)).signal(freigabeSignal, { stand: akte.stand });
  await sende(client, fallId, {
    ...kopf(um(BEGINN, '12:00'), 'fm'),
    befehl: 'uebernahmegespraech_vereinbaren',
    termin: ortstag(um(BEGINN)),
  });
  await halt();
};

/** The first command is refused after it was accepted: the run ends without an event. */
const ohneEreignis: Sonderfall = async (welt, fallId, personId) => {
  const halt = await welt.stand.starteWorker();
  const befehl = { ...vormerkung(um(BEGINN), personId, 'F-2026-99999'), texte: {} };
  await eroeffne(welt.stand.client, fallId, befehl).catch(() => undefined);
  await halt();
};

const SONDERFAELLE: Readonly<Record<string, Sonderfall>> = {
  'befehl-vor-dem-wecker': befehlVorDemWecker,
  'viele-befehle': vieleBefehle,
  kalender,
  konflikt,
  'ohne-ereignis': ohneEreignis,
};

/** Keeps what one workflow left behind; the name says which path it walked. */
type Bewahre = (name: string, stand: Stand, workflowId: string) => Promise<void>;

/** Plays one path on a server of its own. */
async function spieleFall(name: string, bewahre: Bewahre, schutz: Nutzlastschutz): Promise<void> {
  const reise = await zeitreiseserver(um(BEGINN, '09:00'));
  const stand = await baueStand({ temporal: reise, schutz });
  const fallId = randomUUID();
  await SONDERFAELLE[name]?.({ stand }, fallId, await legePersonAn(stand.db, name));
  await bewahre(schutz === null ? name : `${VERSCHLUESSELT}-${name}`, stand, fallWorkflowId(fallId));
  await stand.beende();
}

/** Plays each special path, the longest one once more as an installation with keys keeps it. */
export async function spieleSonderfaelle(bewahre: Bewahre): Promise<void> {
  for (const name of Object.keys(SONDERFAELLE)) await spieleFall(name, bewahre, null);
  await spieleFall('viele-befehle', bewahre, PRUEFSCHUTZ);
}

/** What the schedules run, by the names of the stored histories. */
const PLANLAEUFE = {
  anstoss: ANSTOSS_WORKFLOW,
  loeschung: LOESCHUNG_WORKFLOW,
  verankerung: VERANKERUNG_WORKFLOW,
  rundgang: RUNDGANG_WORKFLOW,
};

/** A Rundgang that gives a lost case its workflow back; in real time, because the jumping server cannot count. */
async function spieleNeustart(bewahre: Bewahre): Promise<void> {
  const jetzt = (): string => instantAus(Date.now() + 5 * 60_000);
  const stand = await baueStand({ temporal: await echtzeitserver(), schutz: null, jetzt });
  const halt = await stand.starteWorker();
  const person = await legePersonAn(stand.db, 'rundgang');
  const fallId = randomUUID();
  await eroeffne(stand.client, fallId, vormerkung(instantAus(Date.now()), person, 'F-2026-00001'));
  await stand.client.workflow.getHandle(fallWorkflowId(fallId)).terminate('verloren');
  const workflowId = 'rundgang-neustart';
  await stand.client.workflow.execute(RUNDGANG_WORKFLOW, { workflowId, taskQueue: AUFGABENSCHLANGE });
  await bewahre(workflowId, stand, workflowId);
  await halt();
  await stand.beende();
}

/** The workflows of the schedules; no story waits for a minute, an hour or a night. */
export async function spielePlanlaeufe(bewahre: Bewahre): Promise<void> {
  const reise = await zeitreiseserver(um(BEGINN, '09:00'));
  const stand = await baueStand({ temporal: reise, schutz: null });
  const halt = await stand.starteWorker();
  for (const [workflowId, typ] of Object.entries(PLANLAEUFE)) {
    await stand.client.workflow.execute(typ, { workflowId, taskQueue: AUFGABENSCHLANGE });
    await bewahre(workflowId, stand, workflowId);
  }
  await halt();
  await stand.beende();
  await spieleNeustart(bewahre);
}
