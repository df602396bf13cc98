import { ApplicationFailure } from '@temporalio/common';
import { log, setHandler } from '@temporalio/workflow';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import { aufHeutigenStand, befehlVonHeute } from '../../domain/fall/altstand.ts';
import type { Antwort } from '../../domain/fall/antwort.ts';
import type { Befehl, Befehlskopf, BefehlVon, Meldungsname } from '../../domain/fall/befehle.ts';
import { decide } from '../../domain/fall/decide.ts';
import { zeitgerecht, zeitschritt } from '../../domain/fall/schritt.ts';
import { BEFEHLSRECHTE } from '../../domain/rollen/befehlsrechte.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { SYSTEMAKTEUR } from '../../domain/fall/befehle.ts';
import {
  ABGELEHNT,
  befehlUpdate,
  freigabeSignal,
  handlungsbedarfeSignal,
  kalenderSignal,
} from '../contract.ts';
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

/** Synchronous validator: a refusal here leaves no event in history (style.md W3). */
function pruefe(lauf: Lauf, roh: Befehl): void {
  if (gemerkteAntwort(lauf, roh.befehlId) !== null) return;
  if (lauf.laufwechsel) throw alsFehler(LAUFWECHSEL);
  if (lauf.angehalten) throw alsFehler(ANGEHALTEN);
  // A refusal here would leave a run without events waiting for ever; refused by the main loop, it completes.
  if (lauf.fall.zustand === 'neu') return;
  const befehl = zeitgerecht(lauf.fall, roh);
  const bisher = zeitschritt(lauf.fall, befehl.at)?.fall ?? lauf.fall;
  const entwurf = decide(bisher, befehl);
  if (!entwurf.ok) throw alsFehler(entwurf.ablehnung);
}

/** Only queues and waits; the main loop decides (style.md W2). */
async function nimmAn(lauf: Lauf, befehl: Befehl): Promise<Antwort> {
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

/** An update per command, before the first await (style.md W3). */
export function registriereBefehle(lauf: Lauf): void {
  for (const name of Object.keys(BEFEHLSRECHTE) as Sachbefehl[]) {
    const update = befehlUpdate(name);
    setHandler(update, (befehl: Befehl) => nimmAn(lauf, befehlVonHeute(befehl)), {
      validator: (befehl: Befehl) => {
        pruefe(lauf, befehlVonHeute(befehl));
      },
      description: `Befehl „${update.name}“ an den Fall`,
    });
  }
}

type Meldung = BefehlVon<Meldungsname>;
type Meldungsdaten<M> = M extends Meldung ? Omit<M, keyof Befehlskopf> : never;

/** Queues what another part of Lotse reports; the id of the outbox row is the id of the command. */
function nimmMeldungAn(
  lauf: Lauf,
  { schluessel, am }: { readonly schluessel: string; readonly am: string },
  daten: Meldungsdaten<Meldung>,
): void {
  if (gemerkteAntwort(lauf, schluessel) !== null) return;
  const kopf = { befehlId: schluessel, at: am, akteur: SYSTEMAKTEUR, ereignisAm: am.slice(0, 10) };
  lauf.schlange.push({ befehl: { ...kopf, texte: {}, begruendungen: {}, zeilenversionen: {}, ...daten } });
}

/** Facts from elsewhere that touch the case; a malformed signal is logged and never stops it. */
export function registriereSignale(lauf: Lauf): void {
  setHandler(kalenderSignal, ({ kalender, ...kopf }) => {
    nimmMeldungAn(lauf, kopf, { befehl: 'kalender_uebernehmen', kalender });
  });
  setHandler(handlungsbedarfeSignal, ({ zaehlende, ...kopf }) => {
    nimmMeldungAn(lauf, kopf, { befehl: 'handlungsbedarfe_uebernehmen', zaehlende });
  });
  setHandler(freigabeSignal, ({ fall }) => {
    if (!lauf.angehalten || fall.fallId !== lauf.fall.fallId) {
      log.warn('Freigabe ohne angehaltenen Fall verworfen', { fallId: lauf.fall.fallId });
      return;
    }
    lauf.fall = aufHeutigenStand(fall);
    lauf.angehalten = false;
  });
}
