import type { DataConverter } from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Antwort } from '../domain/fall/antwort.ts';
import type { Befehlsname, BefehlVon } from '../domain/fall/befehle.ts';
import type { BestehenderFall, Fall } from '../domain/fall/fall.ts';
import type { Herleitungsschritt } from '../domain/frist/auftrag.ts';
import type { Kalender } from '../domain/frist/kalender.ts';

/** Task queue every worker of one installation listens to. */
export const AUFGABENSCHLANGE = 'lotse';

/**
 * Seam for the payload codec: every client and every worker of an installation takes its data converter from here, so
 * that switching encryption on is a change in one place (architecture.md 5). Empty = the SDK's plain JSON.
 */
export const DATENUMWANDLUNG: DataConverter = {};

/** Type of the workflow of one case; it lives from Vormerkung until no duty is left (03-process.md 3.6). */
export const FALL_WORKFLOW = 'fallWorkflow';
/** Type and id of the workflow that drains the outbox. */
export const ZUSTELLUNG_WORKFLOW = 'zustellungWorkflow';
export const ZUSTELLUNG_ID = 'zustellung';
/** Type of the workflow the schedule runs to poke the delivery. */
export const ANSTOSS_WORKFLOW = 'anstossWorkflow';

/** One workflow id per case, for ever. */
export function fallWorkflowId(fallId: string): string {
  return `fall-${fallId}`;
}

/** The last commands and their answers, carried over continue-as-new (architecture.md 5). */
export type GemerkteAntwort = { readonly befehlId: string; readonly antwort: Antwort };

/** Input of a run. `fall` is `neu` at the first start, else the carried or rebuilt state. */
export type Fallauftrag = {
  readonly fall: Fall;
  readonly antworten: readonly GemerkteAntwort[];
  /** V-76: set when a recording conflict stopped the case; commands wait until it is released. */
  readonly angehalten: boolean;
};

/** Type of the `ApplicationFailure` that carries a refusal; `details[0]` is the `Ablehnung`. */
export const ABGELEHNT = 'Abgelehnt';

/** Commands whose name hints at health: the name of an update stands in clear in the Temporal UI (03-process.md 3.6). */
const NEUTRAL: ReadonlySet<Befehlsname> = new Set([
  'akh_festlegen',
  'akh_frist_aendern',
  'gutachten_einleiten',
  'gutachten_unterlagen_erfassen',
] as const);

/** A command as update: named like the command where that tells nothing, id = uuid v5 of (actor, route, key). */
export function befehlUpdate<Name extends Befehlsname>(
  befehl: Name,
): ReturnType<typeof defineUpdate<Antwort, [BefehlVon<Name>]>> {
  return defineUpdate<Antwort, [BefehlVon<Name>]>(NEUTRAL.has(befehl) ? 'befehl' : befehl);
}

/** An open duty as the case itself explains it. */
export type ErklaerteFrist = {
  readonly id: string;
  readonly vorkommen: number;
  readonly beginn: string;
  readonly roh: string;
  readonly faellig: string;
  readonly status: string;
  readonly ruht: boolean;
  readonly herleitung: readonly Herleitungsschritt[];
};

/** Answer of the query: the whole state and what is open, with the next instant the case wakes by itself. */
export type Ablauf = {
  readonly fall: Fall;
  readonly fristen: readonly ErklaerteFrist[];
  readonly naechsterSchrittAm: string | null;
  readonly wartendeBefehle: number;
  readonly angehalten: boolean;
};

export const ablaufQuery = defineQuery<Ablauf>('ablauf');

/** The office's calendar changed: new closing days or corrected holidays (architecture.md 4). `schluessel` is the outbox id. */
export const kalenderSignal =
  defineSignal<[{ schluessel: string; kalender: Kalender; am: string }]>('kalender');

/** The counting Handlungsbedarfe of the person changed (V-65). `schluessel` is the outbox id. */
export const handlungsbedarfeSignal =
  defineSignal<[{ schluessel: string; zaehlende: number; am: string }]>('handlungsbedarfe');

/** `ops abgleich` releases a stopped case with the state of the record (V-76). */
export const freigabeSignal = defineSignal<[{ fall: BestehenderFall }]>('freigabe');

/** There is something in the outbox. */
export const anstossSignal = defineSignal('anstoss');

export type { Antwort };
