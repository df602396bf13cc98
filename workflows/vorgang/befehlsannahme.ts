import { ApplicationFailure } from '@temporalio/common';
import { log, setHandler } from '@temporalio/workflow';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import { besteht, type BefehlAn, type Typen } from '../../domain/vorgang/aggregat.ts';
import type { Antwort } from '../../domain/vorgang/antwort.ts';
import { leitung, systemkopf, type Befehlskopf } from '../../domain/vorgang/befehl.ts';
import { zeitgerecht, zeitschritt } from '../../domain/vorgang/schritt.ts';
import {
  ABGELEHNT,
  befehlUpdate,
  freigabeSignal,
  kalenderSignal,
  policySignal,
  regelwerkSignal,
} from '../contract.ts';
import { standAus } from './altform.ts';
import { gemerkteAntwort, type Lauf } from './lauf.ts';

/** The refusal as it travels to the caller; never retried. */
function alsFehler(ablehnung: Ablehnung): ApplicationFailure {
  return ApplicationFailure.nonRetryable(ablehnung.id, ABGELEHNT, ablehnung);
}

const LAUFWECHSEL: Ablehnung = {
  id: 'LAUFWECHSEL',
  art: 'technisch',
  satz: 'Der Fall beginnt gerade einen neuen Lauf.',
};

export const ANGEHALTEN: Ablehnung = {
  id: 'V-76',
  art: 'zustand',
  satz: 'Der Fall ist nach einem Widerspruch in der Aufzeichnung angehalten; die IT gibt ihn nach dem Abgleich frei.',
};

/** Synchronous validator: a refusal here leaves no event in history (rules.md W3). */
function pruefe<T extends Typen>(lauf: Lauf<T>, roh: BefehlAn<T>): void {
  const { lage } = lauf;
  const { aggregat } = lauf.rahmen;
  if (gemerkteAntwort(lauf, roh.befehlId) !== null) return;
  if (lauf.laufwechsel) throw alsFehler(LAUFWECHSEL);
  if (lauf.angehalten) throw alsFehler(ANGEHALTEN);
  // A refusal here would leave a run without events waiting for ever; refused by the main loop, it completes.
  if (!besteht<T>(lage)) return;
  const befehl = zeitgerecht(lage, roh);
  const bisher = zeitschritt(aggregat, lage, befehl.at)?.stand ?? lage;
  const entwurf = aggregat.decide(bisher, befehl);
  if (!entwurf.ok) throw alsFehler(entwurf.ablehnung);
}

/** Only queues and waits; the main loop decides (rules.md W2). */
async function nimmAn<T extends Typen>(lauf: Lauf<T>, befehl: BefehlAn<T>): Promise<Antwort> {
  const bekannt = gemerkteAntwort(lauf, befehl.befehlId);
  if (bekannt !== null) return bekannt;
  return new Promise<Antwort>((antworte, lehneAb) => {
    lauf.schlange.push({
      befehl,
      antworte,
      lehneAb: (ablehnung) => {
        lehneAb(alsFehler(ablehnung));
      },
    });
  });
}

/** An update per command, before the first await (rules.md W3). */
export function registriereBefehle<T extends Typen>(lauf: Lauf<T>): void {
  const { befehle, aggregat } = lauf.rahmen;
  for (const name of befehle) {
    const update = befehlUpdate<BefehlAn<T>>(name);
    setHandler(update, (befehl: BefehlAn<T>) => nimmAn(lauf, aggregat.befehlVonHeute(befehl)), {
      validator: (befehl: BefehlAn<T>) => {
        pruefe(lauf, aggregat.befehlVonHeute(befehl));
      },
      description: `Befehl „${update.name}“ (${aggregat.art})`,
    });
  }
}

/** What a signal says besides its fact: the key of its outbox row, when it was written, and who decided it for all. */
export type Meldungskopf = { readonly schluessel: string; readonly am: string; readonly von?: string };

/** Queues what another part of Lotse reports; the key of the outbox row is the id of the command. */
export function nimmMeldungAn<T extends Typen>(
  lauf: Lauf<T>,
  { schluessel, am: at, von }: Meldungskopf,
  baue: (kopf: Befehlskopf) => BefehlAn<T>,
): void {
  if (gemerkteAntwort(lauf, schluessel) !== null) return;
  const kopf = systemkopf(schluessel, at);
  lauf.schlange.push({ befehl: baue(von === undefined ? kopf : { ...kopf, akteur: leitung(von) }) });
}

/** Facts from elsewhere that touch any Vorgang; a malformed signal is logged and never stops it. */
export function registriereSignale<T extends Typen>(lauf: Lauf<T>): void {
  const { aggregat } = lauf.rahmen;
  setHandler(kalenderSignal, ({ kalender, ...meldung }) => {
    nimmMeldungAn(lauf, meldung, (kopf) => ({ ...kopf, befehl: 'kalender_uebernehmen', kalender }));
  });
  setHandler(policySignal, ({ policy, ...meldung }) => {
    nimmMeldungAn(lauf, meldung, (kopf) => ({ ...kopf, befehl: 'policy_uebernehmen', policy }));
  });
  setHandler(regelwerkSignal, ({ regelwerk, ...meldung }) => {
    nimmMeldungAn(lauf, meldung, (kopf) => ({ ...kopf, befehl: 'regelwerk_uebernehmen', regelwerk }));
  });
  setHandler(freigabeSignal, (freigabe) => {
    // What an administrator sends comes from the record of this very Vorgang; its id is compared below.
    const stand = standAus(freigabe) as T['stand'];
    if (!lauf.angehalten || aggregat.idVon(stand) !== aggregat.idVon(lauf.lage)) {
      log.warn('Freigabe ohne angehaltenen Vorgang verworfen', { id: aggregat.idVon(lauf.lage) });
      return;
    }
    lauf.lage = aggregat.aufHeutigenStand(stand);
    lauf.angehalten = false;
  });
}
