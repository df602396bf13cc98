/** Paths no story walks, because a story never loses a worker: their histories belong to the replay gate, too. */
import { randomUUID } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import { mitAkteur } from '../../db/client.ts';
import { FALLABLAGE } from '../../db/ablage.ts';
import type { Activities } from '../../activities/index.ts';
import { kalenderFuer } from '../../domain/frist/kalender.ts';
import { ortstag, ortszeit } from '../../domain/frist/zeitzone.ts';
import {
  ANSTOSS_WORKFLOW,
  AUFGABENSCHLANGE,
  fallWorkflowId,
  freigabeSignal,
  kalenderSignal,
} from '../../workflows/contract.ts';
import { kopf, vormerkung } from '../pruefstand/befehle.ts';
import { legePersonAn, PERSONAL } from '../pruefstand/stammdaten.ts';
import { baueStand, eroeffne, frage, sende, zeitreiseserver, type Stand } from '../pruefstand/stand.ts';

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

/** Plays each special path on a server of its own; `bewahre` gets the id of its workflow. */
export async function spieleSonderfaelle(
  bewahre: (name: string, stand: Stand, workflowId: string) => Promise<void>,
): Promise<void> {
  for (const [name, spiele] of Object.entries(SONDERFAELLE)) {
    const reise = await zeitreiseserver(um(BEGINN, '09:00'));
    const stand = await baueStand({ temporal: reise, schutz: null });
    const fallId = randomUUID();
    await spiele({ stand }, fallId, await legePersonAn(stand.db, name));
    await bewahre(name, stand, fallWorkflowId(fallId));
    await stand.beende();
  }
}

/** The schedule pokes the delivery; no story waits for a minute. */
export async function spieleAnstoss(
  bewahre: (stand: Stand, workflowId: string) => Promise<void>,
): Promise<void> {
  const reise = await zeitreiseserver(um(BEGINN, '09:00'));
  const stand = await baueStand({ temporal: reise, schutz: null });
  const halt = await stand.starteWorker();
  const workflowId = 'anstoss';
  await stand.client.workflow.execute(ANSTOSS_WORKFLOW, { workflowId, taskQueue: AUFGABENSCHLANGE });
  await halt();
  await bewahre(stand, workflowId);
  await stand.beende();
}
