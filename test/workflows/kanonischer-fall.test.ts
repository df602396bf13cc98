import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kalenderFuer } from '../../domain/frist/kalender.ts';
import { plusMonate } from '../../domain/frist/tag.ts';
import { ortszeit } from '../../domain/frist/zeitzone.ts';
import { naechsterInstant } from '../../domain/fall/schritt.ts';
import { STANDARD } from '../../domain/policy/standard.ts';
import type { Policywahl } from '../../domain/policy/policy.ts';
import { kalenderSignal, fallWorkflowId } from '../../workflows/contract.ts';
import { GEEIGNET, kopf, vormerkung } from '../../tools/probehaus/befehle.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import {
  baueStand,
  eroeffne,
  frage,
  sende,
  zeitreiseserver,
  type Stand,
} from '../../tools/probehaus/stand.ts';

/** technik.md 5: the fewest events two years can cost, and what one continue-as-new adds. */
const MINDESTENS = 465;
const JE_LAUFWECHSEL = 5;
const BEGINN = '2024-03-01';

/** Only the contact runs, every two months: reminder and due day make 24 reminders, each contact moves one Frist. */
const NUR_KONTAKT: Policywahl = {
  basis: 'standard',
  aenderungen: {
    'POL-HOECHSTDAUER': { monate: 24, art: 'none' },
    'POL-FRIST': {
      ...STANDARD['POL-FRIST'],
      'T-03': { aktiv: false, dauer: null },
      'T-06': { aktiv: false, dauer: null },
      'T-07': { aktiv: false, dauer: null },
      'T-10': { aktiv: true, dauer: { einheit: 'monate', anzahl: 2 } },
    },
  },
};

describe('der kanonische Fall (P4)', () => {
  let stand: Stand;
  let halt: () => Promise<void>;
  let reise: Awaited<ReturnType<typeof zeitreiseserver>>;

  beforeAll(async () => {
    reise = await zeitreiseserver(ortszeit(`${BEGINN}T08:00`));
    stand = await baueStand({ temporal: reise });
    halt = await stand.starteWorker();
  });
  afterAll(async () => {
    await halt();
    await stand.beende();
  });

  const bis = async (instant: string): Promise<void> => {
    const jetzt = await reise.jetztMs();
    await reise.schlafe(Math.max(1, Date.parse(instant) - jetzt));
  };

  it('bleibt in zwei Jahren mit 24 Erinnerungen, 12 Befehlen und 4 Signalen unter 1,10 × dem Mindesten', async () => {
    const fallId = randomUUID();
    const person = await legePersonAn(stand.db, 'kanon');
    const { gruendung } = vormerkung(ortszeit(`${BEGINN}T09:00`), person, 'F-2024-00001');
    await eroeffne(stand.client, fallId, {
      ...kopf(ortszeit(`${BEGINN}T09:00`), 'tl'),
      befehl: 'fall_uebernehmen',
      gruendung: { ...gruendung, policy: NUR_KONTAKT },
      person: GEEIGNET,
      bestand: {
        vorgemerktAm: BEGINN,
        zuordnung: { am: BEGINN, fm: PERSONAL.fm },
        uebernahmegespraechAm: BEGINN,
        erstgespraechAm: BEGINN,
        fallzugangAm: BEGINN,
        vereinbarungenAm: [],
        kontakteAm: [],
        ueberpruefungenAm: [],
        standortgespraecheAm: [],
        feedbackAm: null,
      },
    });
    for (let nr = 1; nr <= 12; nr += 1) {
      const { fristen } = await frage(stand.client, fallId);
      const faellig = fristen.find((f) => f.id === 'T-10')?.faellig ?? plusMonate(BEGINN, 2 * nr);
      await bis(ortszeit(`${faellig}T10:00`));
      await sende(stand.client, fallId, {
        ...kopf(ortszeit(`${faellig}T10:00`), 'fm'),
        befehl: 'kontakt_erfassen',
        anlass: 'laufend',
        art: 'telefon',
        status: 'durchgefuehrt',
        termin: null,
        begleitpersonInformieren: false,
      });
      if (nr % 3 === 0) {
        await stand.client.workflow.getHandle(fallWorkflowId(fallId)).signal(kalenderSignal, {
          schluessel: randomUUID(),
          kalender: {
            ...kalenderFuer('HB'),
            abweichungen: [{ tag: '2026-12-24', frei: true, grund: `Stand ${nr}` }],
          },
          am: ortszeit(`${faellig}T11:00`),
        });
      }
    }
    const { stand: fall } = await frage(stand.client, fallId);
    if (fall.zustand === 'neu') throw new Error('Fall ohne Ereignis');
    const schluss = ortszeit(`${fall.zuletzt.slice(0, 10)}T15:00`);
    await sende(stand.client, fallId, {
      ...kopf(schluss, 'fm', ['begruendung', 'verzichtRueckgabe']),
      befehl: 'ohne_gespraech_beenden',
      grund: 'X15',
      administrativ: 'tod',
    });
    const { ereignisse, laeufe, erinnerungen } = await zaehle(stand, fallId);
    const grenze = 1.1 * (MINDESTENS + JE_LAUFWECHSEL * (laeufe - 1));
    console.log(
      `Kanonischer Fall: ${ereignisse} Ereignisse in ${laeufe} Läufen, Grenze ${grenze.toFixed(0)}`,
    );
    expect(erinnerungen).toBe(24);
    expect(naechsterInstant(fall)).not.toBeNull();
    expect(ereignisse).toBeLessThanOrEqual(grenze);
  });
});

/** Counts the events of all runs of a case, following continue-as-new backwards from the last run. */
async function zaehle(
  stand: Stand,
  fallId: string,
): Promise<{ ereignisse: number; laeufe: number; erinnerungen: number }> {
  let ereignisse = 0;
  let laeufe = 0;
  let erinnerungen = 0;
  let runId: string | undefined;
  for (;;) {
    const { events } = await stand.client.workflow.getHandle(fallWorkflowId(fallId), runId).fetchHistory();
    if (events === null || events === undefined) throw new Error('Keine Historie');
    ereignisse += events.length;
    laeufe += 1;
    erinnerungen += events.filter((e) => (e.timerFiredEventAttributes ?? null) !== null).length;
    const vorgaenger = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (vorgaenger === undefined || vorgaenger === null || vorgaenger === '') break;
    runId = vorgaenger;
  }
  return { ereignisse, laeufe, erinnerungen };
}
