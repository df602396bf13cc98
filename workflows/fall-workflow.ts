import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { istAbgeschlossen } from '../domain/fall/fall.ts';
import { naechsterInstant } from '../domain/fall/schritt.ts';
import { ablaufQuery, type Fallauftrag } from './contract.ts';
import { ablauf, zeigeStand } from './fall/anzeige.ts';
import { bearbeite, holeZeitNach } from './fall/aufzeichnung.ts';
import { registriereBefehle, registriereSignale } from './fall/befehlsannahme.ts';
import { neuerLauf, type Lauf } from './fall/lauf.ts';
import { neuerWecker, type Wecker } from './fall/wecker.ts';
import { instantAus } from '../domain/frist/zeitzone.ts';

/** The business now of the sandbox, in the domain's form. */
function jetzt(): string {
  return instantAus(Date.now());
}

/** Nothing is left to wait for: the case is through, or its first command was refused. */
function istFertig(lauf: Lauf): boolean {
  if (lauf.angehalten) return false;
  return lauf.fall.zustand === 'neu'
    ? lauf.aufzeichnungen > 0 || lauf.abgelehnt > 0
    : istAbgeschlossen(lauf.fall);
}

/** A run that begins without work got its command with the start; should that have failed, it does not wait for ever. */
const ERSTER_BEFEHL = '10 minutes';

/** Sleeps until a command waits or a step is due; a stopped case only listens. */
async function warteAufArbeit(lauf: Lauf, wecker: Wecker): Promise<void> {
  const { fall } = lauf;
  if (!lauf.angehalten) wecker.stelle(fall.zustand === 'neu' ? null : naechsterInstant(fall));
  const angehalten = lauf.angehalten;
  await condition(
    () => lauf.schlange.length > 0 || (!angehalten && wecker.klingelt()) || lauf.angehalten !== angehalten,
  );
}

/** Takes the next command, or what time has brought. */
async function arbeite(lauf: Lauf): Promise<void> {
  const naechster = lauf.schlange.shift();
  if (naechster !== undefined) await bearbeite(lauf, naechster);
  else if (!lauf.angehalten) await holeZeitNach(lauf, jetzt());
  if (workflowInfo().continueAsNewSuggested) lauf.laufwechsel = true;
  zeigeStand(lauf);
}

/** Ends the run once nobody waits for an answer: for good, or to begin a fresh one. False when work came in between. */
async function schliesseLauf(lauf: Lauf): Promise<boolean> {
  await condition(allHandlersFinished);
  if (lauf.schlange.length > 0) return false;
  if (istFertig(lauf)) return true;
  const { fall, antworten, angehalten } = lauf;
  return continueAsNew<typeof fallWorkflow>({ fall, antworten, angehalten });
}

/** False when a run began for a command that never came. */
async function hatAuftrag(lauf: Lauf): Promise<boolean> {
  if (lauf.fall.zustand !== 'neu' && !istFertig(lauf)) return true;
  await condition(() => lauf.schlange.length > 0, ERSTER_BEFEHL);
  return lauf.schlange.length > 0;
}

/**
 * One case from Vormerkung until no duty is left: it takes commands one at a time, wakes by itself when a step is due,
 * records before it changes, and begins a fresh run when a phase ends (03-process.md 3.6, architecture.md 3–5).
 */
export async function fallWorkflow(auftrag: Fallauftrag): Promise<void> {
  const lauf = neuerLauf(auftrag);
  const wecker = neuerWecker();
  registriereBefehle(lauf);
  registriereSignale(lauf);
  setHandler(ablaufQuery, () => ablauf(lauf), { description: 'Stand des Falls mit erklärten Fristen' });
  zeigeStand(lauf);
  if (!(await hatAuftrag(lauf))) return;
  for (;;) {
    await arbeite(lauf);
    if (lauf.schlange.length > 0) continue;
    if (istFertig(lauf) || lauf.laufwechsel) {
      if (await schliesseLauf(lauf)) return;
    } else await warteAufArbeit(lauf, wecker);
  }
}
