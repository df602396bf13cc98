import type { SignalDefinition } from '@temporalio/common';
import { mitGemerktem, type Transaktion } from '../../db/client.ts';
import { eintragVon, ladeKalenderFuerTeam } from '../../db/kalender.ts';
import { POSTARTEN, type Sendung } from '../../db/nachrichten.ts';
import { verlegeEintrag } from '../../db/verlegung.ts';
import { liesRueckmeldung } from '../../db/leistung.ts';
import { liesEinwilligungsstaende } from '../../db/einwilligung.ts';
import { zaehlbareBedarfe } from '../../db/person.ts';
import { zielVonSchritt } from '../../db/policymigration.ts';
import { ladeAktenlage, ladePersonenmeldung } from '../../db/potenzial.ts';
import { ladeOrganisation } from '../../db/team.ts';
import { neueVerpflichtung } from '../../db/ziehungssaat.ts';
import type { Vorgangsbezug } from '../../db/verweis.ts';
import { nurFakten } from '../../domain/einwilligung/einwilligung.ts';
import { aufHeutigenStand } from '../../domain/fall/altstand.ts';
import { hoertVonWegfall } from '../../domain/fall/wegfall.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import { POTENZIAL } from '../../domain/potenzial/aggregat.ts';
import { TEAM } from '../../domain/team/aggregat.ts';
import type { Stand, Typen, Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import { REGELWERK } from '../../domain/vorgang/regelwerk.ts';
import { zaehlendeHandlungsbedarfe } from '../../domain/zugang/kriterium-a.ts';
import {
  aktenlageSignal,
  AUFGABENSCHLANGE,
  einwilligungenSignal,
  eintragSignal,
  handlungsbedarfeSignal,
  kalenderSignal,
  organisationSignal,
  rueckmeldungSignal,
  personenstandSignal,
  policySignal,
  regelwerkSignal,
  workflowIdVon,
  WORKFLOWTYPEN,
  type Laufauftrag,
} from '../../workflows/contract.ts';
import { FALLART, POTENZIALART, TEAMART, type Aufzeichnungsart } from '../aufzeichnung/arten.ts';
import type { Zustellungsmittel } from './mittel.ts';

/** What somebody outside told about a Vorgang: every kind of row of the outbox that is no mail. */
export type Signalart = Exclude<Sendung['art'], Postart>;
type Postart = (typeof POSTARTEN)[number];

/** What a workflow is told, and the state on record it is started with where it does not run; null = nobody to tell. */
type Meldung<P> = { readonly stand: Laufauftrag['stand']; readonly inhalt: P } | null;

type Zeile<P> = {
  readonly signal: SignalDefinition<[P]>;
  readonly an: (sendung: Sendung) => Vorgangsbezug;
  readonly lade: (tx: Transaktion, id: string, sendung: Sendung) => Promise<Meldung<P>>;
};

/** One row: its signal by name, and how it is sent. */
export type Signalzeile = {
  readonly signal: string;
  readonly sende: (mittel: Zustellungsmittel, sendung: Sendung) => Promise<void>;
};

/** The one way a signal goes: a workflow that was lost is started again with the state of the record. */
function zeile<P>({ signal, an, lade }: Zeile<P>): Signalzeile {
  return {
    signal: signal.name,
    sende: async ({ db, client }, sendung) => {
      const bezug = an(sendung);
      const meldung = await mitGemerktem(db, { system: 'worker' }, (tx) => lade(tx, bezug.id, sendung));
      if (meldung === null) return;
      const auftrag: Laufauftrag = { stand: meldung.stand, antworten: [], angehalten: false };
      await client.workflow.signalWithStart(WORKFLOWTYPEN[bezug.art], {
        workflowId: workflowIdVon(bezug),
        taskQueue: AUFGABENSCHLANGE,
        args: [auftrag],
        signal,
        signalArgs: [meldung.inhalt],
      });
    },
  };
}

const anFall = ({ fallId }: Sendung): Vorgangsbezug => ({ art: 'fall', id: fallId ?? '' });
const anPotenzial = ({ vorgangId }: Sendung): Vorgangsbezug => ({ art: 'potenzial', id: vorgangId ?? '' });
const anTeam = ({ vorgangId }: Sendung): Vorgangsbezug => ({ art: 'team', id: vorgangId ?? '' });

/** A Vorgang without any event yet can only be a check record. */
function anJeden({ fallId, vorgangId, vorgangsart }: Sendung): Vorgangsbezug {
  if (fallId !== null) return { art: 'fall', id: fallId };
  return { art: vorgangsart ?? 'potenzial', id: vorgangId ?? '' };
}

type Laufender<S extends Stand> = (tx: Transaktion, id: string) => Promise<S | null>;

/** The state on record of a Vorgang that still carries duties; one that is through is told nothing any more. */
function laufender<T extends Typen>({ aggregat, ablage }: Aufzeichnungsart<T>): Laufender<T['stand']> {
  return async (tx, id) => {
    const akte = await ablage.sperre(tx, id);
    return akte === null || aggregat.istAbgeschlossen(akte.stand) ? null : akte.stand;
  };
}

const laufenderFall = laufender(FALLART);
const LAUFENDE: Readonly<Record<Vorgangsart, Laufender<Stand>>> = {
  fall: laufenderFall,
  potenzial: laufender(POTENZIALART),
  team: laufender(TEAMART),
};

/** Row by row: to whom, which signal, and what it says; ids and days only, `schluessel` is the id of the row. */
export const SIGNALE: Readonly<Record<Signalart, Signalzeile>> = {
  /** Its calendar. */
  kalender: zeile({
    signal: kalenderSignal,
    an: anJeden,
    lade: async (tx, id, sendung) => {
      const stand = await LAUFENDE[anJeden(sendung).art](tx, id);
      if (stand === null) return null;
      const von = await eintragVon(tx, stand.team, sendung.erstelltAm);
      const kalender = await ladeKalenderFuerTeam(tx, stand.team);
      const inhalt = { schluessel: sendung.id, kalender, am: sendung.erstelltAm };
      return { stand, inhalt: { ...inhalt, ...(von === null ? {} : { von }) } };
    },
  }),
  /** Another policy (E48). */
  policy: zeile({
    signal: policySignal,
    an: anJeden,
    lade: async (tx, id, sendung) => {
      const stand = await LAUFENDE[anJeden(sendung).art](tx, id);
      const ziel = await zielVonSchritt(tx, sendung.id);
      if (stand === null || ziel === null) return null;
      return { stand, inhalt: { schluessel: sendung.id, ...ziel, am: sendung.erstelltAm } };
    },
  }),
  /** The rules of this release (11.5). */
  regelwerk: zeile({
    signal: regelwerkSignal,
    an: anJeden,
    lade: async (tx, id, sendung) => {
      const stand = await LAUFENDE[anJeden(sendung).art](tx, id);
      if (stand === null) return null;
      return {
        stand,
        inhalt: { schluessel: sendung.id, am: sendung.erstelltAm, regelwerk: REGELWERK },
      };
    },
  }),
  /** What file and cases of its person say now; the check record decides itself whether that is news. */
  aktenlage: zeile({
    signal: aktenlageSignal,
    an: anPotenzial,
    lade: async (tx, id, { id: schluessel, erstelltAm: am }) => {
      const { lage: aktenlage, gruendung, stand } = await ladeAktenlage(tx, id, am);
      return { stand: stand ?? POTENZIAL.neu(id), inhalt: { schluessel, am, lage: aktenlage, gruendung } };
    },
  }),
  /** How many Handlungsbedarfe of its person count now (V-65). */
  handlungsbedarfe: zeile({
    signal: handlungsbedarfeSignal,
    an: anFall,
    lade: async (tx, id, { id: schluessel, erstelltAm: am }) => {
      const stand = await laufenderFall(tx, id);
      if (stand === null) return null;
      const bedarfe = await zaehlbareBedarfe(tx, stand.personId);
      const zaehlende = zaehlendeHandlungsbedarfe(bedarfe, policyAus(stand.policy));
      return { stand, inhalt: { schluessel, am, zaehlende } };
    },
  }),
  /** Whether its person is still an eLb (V-79); also told to a case whose duties ended by it. */
  personenstand: zeile({
    signal: personenstandSignal,
    an: anFall,
    lade: async (tx, id, { id: schluessel, erstelltAm: am }) => {
      const stand = (await FALLART.ablage.sperre(tx, id))?.stand ?? null;
      if (stand === null || !hoertVonWegfall(aufHeutigenStand(stand))) return null;
      return { stand, inhalt: { schluessel, am, ...(await ladePersonenmeldung(tx, stand)) } };
    },
  }),
  /** How the consents of its person stand (TR35). */
  einwilligungen: zeile({
    signal: einwilligungenSignal,
    an: anFall,
    lade: async (tx, id, { id: schluessel, erstelltAm: am }) => {
      const stand = await laufenderFall(tx, id);
      if (stand === null) return null;
      const einwilligungen = (await liesEinwilligungsstaende(tx, stand.personId)).map(nurFakten);
      return { stand, inhalt: { schluessel, am, einwilligungen } };
    },
  }),
  /** That a provider reported (E25), or that a report had to be refused (V-46). */
  rueckmeldung: zeile({
    signal: rueckmeldungSignal,
    an: anFall,
    lade: async (tx, fallId, { id: schluessel, erstelltAm: am }) => {
      const stand = await laufenderFall(tx, fallId);
      const gemeldet = await liesRueckmeldung(tx, schluessel);
      if (stand === null || gemeldet === null) return null;
      const { leistung, art, tag, ergebnis, dokumentId: dokument } = gemeldet;
      const inhalt = art === null || tag === null ? null : { art, tag, ergebnis };
      return { stand, inhalt: { schluessel, am, leistung, dokument, inhalt } };
    },
  }),
  /** That an entry was moved into it (TR61); also told to a case that is through, which takes it and is through again. */
  eintrag: zeile({
    signal: eintragSignal,
    an: anFall,
    lade: async (tx, fallId, { id: schluessel, erstelltAm: am }) => {
      const akte = await FALLART.ablage.sperre(tx, fallId);
      if (akte === null) return null;
      const verlegt = await verlegeEintrag(tx, schluessel);
      return verlegt === null ? null : { stand: akte.stand, inhalt: { schluessel, am, ...verlegt } };
    },
  }),
  /** Whom a team visits; a team without a calendar gets it this way (T-42). */
  organisation: zeile({
    signal: organisationSignal,
    an: anTeam,
    lade: async (tx, teamId, { id: schluessel, erstelltAm: am }) => {
      const { policy, kalender, stand, kontaktteams } = await ladeOrganisation(tx, teamId, am);
      const verpflichtung = stand?.verpflichtung ?? (await neueVerpflichtung(tx, teamId, am));
      const gruendung = { teamId, policy, kalender, verpflichtung, regelwerk: REGELWERK };
      return { stand: stand ?? TEAM.neu(teamId), inhalt: { schluessel, am, gruendung, kontaktteams } };
    },
  }),
};

const istPostart = (art: Sendung['art']): art is Postart => POSTARTEN.some((eine) => eine === art);

/** Whether a row goes out by SMTP. */
export const istPost = ({ art }: Pick<Sendung, 'art'>): boolean => istPostart(art);

/** Delivers what is no mail. */
export async function signalisiere(mittel: Zustellungsmittel, sendung: Sendung): Promise<void> {
  const { art } = sendung;
  if (!istPostart(art)) await SIGNALE[art].sende(mittel, sendung);
}
