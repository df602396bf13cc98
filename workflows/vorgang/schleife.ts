import { allHandlersFinished, condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { besteht, type Lage, type Typen } from '../../domain/vorgang/aggregat.ts';
import { naechsterInstant } from '../../domain/vorgang/schritt.ts';
import { ablaufQuery, type Laufauftrag } from '../contract.ts';
import { ablauf, zeigeStand } from './anzeige.ts';
import { bearbeite, holeZeitNach } from './aufzeichnung.ts';
import { registriereBefehle, registriereSignale } from './befehlsannahme.ts';
import { neuerLauf, type Lauf, type Rahmen } from './lauf.ts';
import { neuerWecker, type Wecker } from './wecker.ts';

/** The business now of the sandbox, in the domain's form. */
function jetzt(): string {
  return instantAus(Date.now());
}

/** Nothing is left to wait for: the Vorgang is through, or its first command left nothing behind. */
function istFertig<T extends Typen>(lauf: Lauf<T>): boolean {
  if (lauf.angehalten) return false;
  return besteht<T>(lauf.lage)
    ? lauf.rahmen.aggregat.istAbgeschlossen(lauf.lage)
    : lauf.aufzeichnungen > 0 || lauf.folgenlos > 0;
}

/** A run that begins without work got its command with the start; should that have failed, it does not wait for ever. */
const ERSTER_BEFEHL = '10 minutes';

/** Sleeps until a command waits or a step is due; a stopped Vorgang only listens. */
async function warteAufArbeit<T extends Typen>(lauf: Lauf<T>, wecker: Wecker): Promise<void> {
  const { lage } = lauf;
  if (!lauf.angehalten) wecker.stelle(besteht<T>(lage) ? naechsterInstant(lauf.rahmen.aggregat, lage) : null);
  const angehalten = lauf.angehalten;
  await condition(
    () => lauf.schlange.length > 0 || (!angehalten && wecker.klingelt()) || lauf.angehalten !== angehalten,
  );
}

/** Takes the next command, or what time has brought. */
async function arbeite<T extends Typen>(lauf: Lauf<T>): Promise<void> {
  const naechster = lauf.schlange.shift();
  if (naechster !== undefined) await bearbeite(lauf, naechster);
  else if (!lauf.angehalten) await holeZeitNach(lauf, jetzt());
  if (workflowInfo().continueAsNewSuggested) lauf.laufwechsel = true;
  zeigeStand(lauf);
}

/** False when a run began for a command that never came. */
async function hatAuftrag<T extends Typen>(lauf: Lauf<T>): Promise<boolean> {
  if (besteht<T>(lauf.lage) && !istFertig(lauf)) return true;
  await condition(() => lauf.schlange.length > 0, ERSTER_BEFEHL);
  return lauf.schlange.length > 0;
}

/** How a run ends: what the next one begins with, or null when nothing is left. */
export type Laufende<T extends Typen> = Laufauftrag<Lage<T>> | null;

/** Waits until nobody waits for an answer; `offen` when work came in between. */
async function schliesseLauf<T extends Typen>(lauf: Lauf<T>): Promise<Laufende<T> | 'offen'> {
  await condition(allHandlersFinished);
  if (lauf.schlange.length > 0) return 'offen';
  if (istFertig(lauf)) return null;
  const { lage: stand, antworten, angehalten } = lauf;
  return { stand, antworten, angehalten };
}

/**
 * One run of a Vorgang: it takes commands one at a time, wakes by itself when a step is due, records before it changes,
 * and ends when a phase ends or no duty is left (zustaende.md 6, architecture.md 3–5).
 * @param dazu registers what only this kind listens to
 */
export async function fuehreVorgang<T extends Typen>(
  rahmen: Rahmen<T>,
  auftrag: Laufauftrag<Lage<T>>,
  dazu?: (lauf: Lauf<T>) => void,
): Promise<Laufende<T>> {
  const lauf = neuerLauf(rahmen, auftrag);
  const wecker = neuerWecker();
  registriereBefehle(lauf);
  registriereSignale(lauf);
  dazu?.(lauf);
  setHandler(ablaufQuery, () => ablauf(lauf), { description: rahmen.beschreibung });
  zeigeStand(lauf);
  if (!(await hatAuftrag(lauf))) return null;
  for (;;) {
    await arbeite(lauf);
    if (lauf.schlange.length > 0) continue;
    if (istFertig(lauf) || lauf.laufwechsel) {
      const ende = await schliesseLauf(lauf);
      if (ende !== 'offen') return ende;
    } else await warteAufArbeit(lauf, wecker);
  }
}
