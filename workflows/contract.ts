import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Einwilligungsfakten } from '../domain/einwilligung/einwilligung.ts';
import type { Rueckmeldeinhalt } from '../domain/fall/befehle/leistung.ts';
import type { Kontaktdaten } from '../domain/fall/ereignisse/kontakt.ts';
import type { Fall } from '../domain/fall/fall.ts';
import type { Fristverlegung } from '../domain/pflicht/frist.ts';
import type { Herleitungsschritt } from '../domain/frist/auftrag.ts';
import type { Kalender } from '../domain/frist/kalender.ts';
import type { Policywahl } from '../domain/policy/policy.ts';
import type { Aktenlage } from '../domain/potenzial/aktenlage.ts';
import type { Personenmeldung } from '../domain/fall/wegfall.ts';
import type { Potenzialgruendung } from '../domain/potenzial/befehle.ts';
import type { NeuesPotenzial, Potenzial } from '../domain/potenzial/potenzial.ts';
import type { Teamgruendung } from '../domain/team/befehle.ts';
import type { Kontaktteam, NeuesTeam, Team } from '../domain/team/team.ts';
import { VORGANGSARTEN, type Anfang, type Stand, type Vorgangsart } from '../domain/vorgang/aggregat.ts';
import type { Antwort } from '../domain/vorgang/antwort.ts';
import type { Ereigniskopf } from '../domain/vorgang/ereignis.ts';
import { updatename } from './updatenamen.ts';

/** Task queue every worker of one installation listens to. */
export const AUFGABENSCHLANGE = 'lotse';

/** Type of the workflow of each kind of Vorgang; one lives while a duty is left (zustaende.md 6). */
export const WORKFLOWTYPEN: Readonly<Record<Vorgangsart, string>> = {
  fall: 'fallWorkflow',
  potenzial: 'potenzialWorkflow',
  team: 'teamWorkflow',
};
/** Type and id of the workflow that drains the outbox. */
export const ZUSTELLUNG_WORKFLOW = 'zustellungWorkflow';
export const ZUSTELLUNG_ID = 'zustellung';
/** Type of the workflow the schedule runs to poke the delivery. */
export const ANSTOSS_WORKFLOW = 'anstossWorkflow';
/** Type and id of the workflow that writes an anchor of the audit. */
export const VERANKERUNG_WORKFLOW = 'verankerungWorkflow';
export const VERANKERUNG_ID = 'verankerung';

/** Type and id of the Rundgang over the open Vorgänge (ADR 55). */
export const RUNDGANG_WORKFLOW = 'rundgangWorkflow';
export const RUNDGANG_ID = 'rundgang';

/** Type and id of the nightly erasure. */
export const LOESCHUNG_WORKFLOW = 'loeschungWorkflow';
export const LOESCHUNG_ID = 'loeschung';

/** Steps of the nightly erasure, in their order: single texts before the cases they belong to, cases before persons. */
export const LOESCHSCHRITTE = [
  'nachholen',
  'unterlagen',
  'unterlagen_pruefakten',
  'unterlagen_eigener_tag',
  'unterlagen_widerruf',
  'unterlagen_antrag',
  'faelle',
  'personen',
  'kurzlebiges',
  'bedarf_pruefen',
] as const;
export type Loeschschritt = (typeof LOESCHSCHRITTE)[number];

/** Where a long erasure goes on in its next run: ids only. */
export type Loeschstelle = { readonly schritt: Loeschschritt; readonly nach: string | null };

/** One workflow id per Vorgang, for ever: `fall-<id>`, `potenzial-<personId>`. */
export function workflowIdVon({ art, id }: { readonly art: Vorgangsart; readonly id: string }): string {
  return `${art}-${id}`;
}

/** The Vorgang behind a workflow id; null for the workflows of Lotse itself. */
export function vorgangVon(workflowId: string): { readonly art: Vorgangsart; readonly id: string } | null {
  const { art, id = '' } =
    /^(?<art>\w+)-(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.exec(workflowId)?.groups ?? {};
  const bekannt = VORGANGSARTEN.find((eine) => eine === art);
  return bekannt === undefined ? null : { art: bekannt, id };
}

export function fallWorkflowId(fallId: string): string {
  return workflowIdVon({ art: 'fall', id: fallId });
}

/** The last commands and their answers, carried over continue-as-new (architecture.md 5). */
export type GemerkteAntwort = { readonly befehlId: string; readonly antwort: Antwort };

/** Input of a run. `stand` is `neu` at the first start, else the carried or rebuilt state. */
export type Laufauftrag<Lage = Anfang | Stand> = {
  readonly stand: Lage;
  readonly antworten: readonly GemerkteAntwort[];
  /** V-76: set when a recording conflict stopped the Vorgang; commands wait until it is released. */
  readonly angehalten: boolean;
};
export type Fallauftrag = Laufauftrag<Fall>;
export type Potenzialauftrag = Laufauftrag<NeuesPotenzial | Potenzial>;
export type Teamauftrag = Laufauftrag<NeuesTeam | Team>;

/** Input of a case's run as release 0.1 wrote it. */
export type Fallauftrag01 = Omit<Fallauftrag, 'stand'> & { readonly fall: Fall };

/** Type of the `ApplicationFailure` that carries a refusal; `details[0]` is the `Ablehnung`. */
export const ABGELEHNT = 'Abgelehnt';
/** Type of the `ApplicationFailure` of an activity whose answer somebody else wrote (S5). */
export const UNLESBARE_ANTWORT = 'UnlesbareAntwort';

/** A command as update: named like the command where that tells nothing, id = uuid v5 of (actor, route, key). */
export function befehlUpdate<Befehl>(name: string): ReturnType<typeof defineUpdate<Antwort, [Befehl]>> {
  return defineUpdate<Antwort, [Befehl]>(updatename(name));
}

/** An open duty as the Vorgang itself explains it. */
export type ErklaerteFrist = {
  readonly id: string;
  readonly vorkommen: number;
  readonly beginn: string;
  readonly roh: string;
  readonly faellig: string;
  readonly status: string;
  readonly ruht: boolean;
  /** Why the duty exists, and which rule demands it. */
  readonly warum: string;
  readonly quelle: string;
  /** Name of the policy version it was computed under. */
  readonly policy: string;
  /** Who moved its due day last, when and why; null while it is where it was first computed. */
  readonly verlegt: Fristverlegung | null;
  readonly herleitung: readonly Herleitungsschritt[];
};

/** Answer of the query: the whole state and what is open, with the next instant the Vorgang wakes by itself. */
export type Ablauf = {
  readonly stand: Anfang | Stand;
  readonly fristen: readonly ErklaerteFrist[];
  readonly naechsterSchrittAm: string | null;
  readonly wartendeBefehle: number;
  readonly angehalten: boolean;
};

export const ablaufQuery = defineQuery<Ablauf>('ablauf');

/** The office's calendar changed: new closing days or corrected holidays (architecture.md 4). `schluessel` is the outbox id. */
export const kalenderSignal =
  defineSignal<[{ schluessel: string; kalender: Kalender; am: string; von?: string }]>('kalender');

/** The Vorgang is moved to another policy version (E48). `schluessel` is the outbox id and the step of the migration. */
export const policySignal =
  defineSignal<[{ schluessel: string; policy: Policywahl; am: string; von: string }]>('policy');

/** The Vorgang takes over the rules of a newer release (11.5). `schluessel` is the outbox id. */
export const regelwerkSignal =
  defineSignal<[{ schluessel: string; am: string; regelwerk: number }]>('regelwerk');

/** The counting Handlungsbedarfe of the person changed (V-65). `schluessel` is the outbox id. */
export const handlungsbedarfeSignal =
  defineSignal<[{ schluessel: string; zaehlende: number; am: string }]>('handlungsbedarfe');

/** Whether the person is still an eLb of this Jobcenter (V-79). `schluessel` is the outbox id. */
export const personenstandSignal =
  defineSignal<[Personenmeldung & { schluessel: string; am: string }]>('personenstand');

/** The consents of the person changed (TR35). `schluessel` is the outbox id. */
export const einwilligungenSignal =
  defineSignal<[{ schluessel: string; am: string; einwilligungen: readonly Einwilligungsfakten[] }]>(
    'einwilligungen',
  );

/** A Leistungserbringer reported (E25); `inhalt` null = refused (V-46). `schluessel` is the outbox id. */
export const rueckmeldungSignal = defineSignal<
  [
    {
      schluessel: string;
      am: string;
      leistung: number;
      dokument: string | null;
      inhalt: Rueckmeldeinhalt | null;
    },
  ]
>('rueckmeldung');

/** An entry was moved into the case (TR61); `von` moved it. `schluessel` is the outbox id. */
export const eintragSignal = defineSignal<
  [
    {
      schluessel: string;
      am: string;
      von: string;
      kontakt: Kontaktdaten;
      eintragAm: string;
      unterlagen: Ereigniskopf['dokumente'];
    },
  ]
>('eintrag');

/** The file or the cases of a person changed; to the check record of that person. `schluessel` is the outbox id. */
export const aktenlageSignal =
  defineSignal<[{ schluessel: string; am: string; lage: Aktenlage; gruendung: Potenzialgruendung }]>(
    'aktenlage',
  );

/** The teams or their Kontakt-FM changed; to the calendar of a Fallmanagement team. `schluessel` is the outbox id. */
export const organisationSignal =
  defineSignal<
    [{ schluessel: string; am: string; gruendung: Teamgruendung; kontaktteams: readonly Kontaktteam[] }]
  >('organisation');

/** `ops abgleich` releases a stopped Vorgang with the state of the record (V-76); `fall`: as release 0.1 sent it. */
export const freigabeSignal = defineSignal<[{ stand: Stand } | { fall: Stand }]>('freigabe');

/** There is something in the outbox. */
export const anstossSignal = defineSignal('anstoss');

export type { Antwort };
