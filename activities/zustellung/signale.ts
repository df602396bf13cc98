import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { ladeKalenderFuerTeam, letzteAbweichungVon } from '../../db/kalender.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import { liesRueckmeldung } from '../../db/leistung.ts';
import { liesEinwilligungen } from '../../db/einwilligung.ts';
import { liesHandlungsbedarfe } from '../../db/person.ts';
import { zielVonSchritt } from '../../db/policymigration.ts';
import { ladeAktenlage } from '../../db/potenzial.ts';
import { ladeOrganisation } from '../../db/team.ts';
import { neueVerpflichtung } from '../../db/ziehungssaat.ts';
import type { Vorgangsbezug } from '../../db/verweis.ts';
import { nurFakten } from '../../domain/einwilligung/einwilligung.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import { POTENZIAL } from '../../domain/potenzial/aggregat.ts';
import { TEAM } from '../../domain/team/aggregat.ts';
import type { Stand, Typen, Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import { zaehlendeHandlungsbedarfe } from '../../domain/zugang/kriterium-a.ts';
import {
  aktenlageSignal,
  AUFGABENSCHLANGE,
  einwilligungenSignal,
  handlungsbedarfeSignal,
  kalenderSignal,
  organisationSignal,
  rueckmeldungSignal,
  policySignal,
  workflowIdVon,
  WORKFLOWTYPEN,
  type Laufauftrag,
} from '../../workflows/contract.ts';
import { FALLART, POTENZIALART, TEAMART, type Aufzeichnungsart } from '../aufzeichnung/arten.ts';
import type { Zustellungsmittel } from './mittel.ts';

type Laufender<S extends Stand> = (tx: Transaktion, id: string) => Promise<S | null>;

/** The state on record of a Vorgang that still carries duties. */
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

function startoptionen(bezug: Vorgangsbezug, stand: Laufauftrag['stand']) {
  const auftrag: Laufauftrag = { stand, antworten: [], angehalten: false };
  const args: [Laufauftrag] = [auftrag];
  return { workflowId: workflowIdVon(bezug), taskQueue: AUFGABENSCHLANGE, args };
}

/** To whom a row goes; a Vorgang without any event yet can only be a check record. */
function bezugVon({ fallId, vorgangId, vorgangsart }: Sendung): Vorgangsbezug {
  if (fallId !== null) return { art: 'fall', id: fallId };
  return { art: vorgangsart ?? 'potenzial', id: vorgangId ?? '' };
}

/** Tells a Vorgang its calendar; one that is through needs none any more. */
async function meldeKalender({ db, client }: Zustellungsmittel, sendung: Sendung): Promise<void> {
  const bezug = bezugVon(sendung);
  const geladen = await mitAkteur(db, { system: 'worker' }, async (tx) => {
    const stand = await LAUFENDE[bezug.art](tx, bezug.id);
    if (stand === null) return null;
    const von = await letzteAbweichungVon(tx, sendung.erstelltAm);
    return { stand, kalender: await ladeKalenderFuerTeam(tx, stand.team), von };
  });
  if (geladen === null) return;
  const { stand, kalender, von } = geladen;
  await client.workflow.signalWithStart(WORKFLOWTYPEN[bezug.art], {
    ...startoptionen(bezug, stand),
    signal: kalenderSignal,
    signalArgs: [
      { schluessel: sendung.id, kalender, am: sendung.erstelltAm, ...(von === null ? {} : { von }) },
    ],
  });
}

/** Moves a Vorgang to another policy (E48); one that is through stays under the one it ended with. */
async function meldePolicy({ db, client }: Zustellungsmittel, sendung: Sendung): Promise<void> {
  const bezug = bezugVon(sendung);
  const { stand, ziel } = await mitAkteur(db, { system: 'worker' }, async (tx) => ({
    stand: await LAUFENDE[bezug.art](tx, bezug.id),
    ziel: await zielVonSchritt(tx, sendung.id),
  }));
  if (stand === null || ziel === null) return;
  await client.workflow.signalWithStart(WORKFLOWTYPEN[bezug.art], {
    ...startoptionen(bezug, stand),
    signal: policySignal,
    signalArgs: [{ schluessel: sendung.id, ...ziel, am: sendung.erstelltAm }],
  });
}

/** Tells a check record what file and cases of its person say now; it decides itself whether that is news. */
async function meldeAktenlage({ db, client }: Zustellungsmittel, sendung: Sendung): Promise<void> {
  const { id: schluessel, erstelltAm: am, vorgangId } = sendung;
  const bezug: Vorgangsbezug = { art: 'potenzial', id: vorgangId ?? '' };
  const { lage, gruendung, stand } = await mitAkteur(db, { system: 'worker' }, (tx) =>
    ladeAktenlage(tx, bezug.id, am),
  );
  await client.workflow.signalWithStart(WORKFLOWTYPEN.potenzial, {
    ...startoptionen(bezug, stand ?? POTENZIAL.neu(bezug.id)),
    signal: aktenlageSignal,
    signalArgs: [{ schluessel, am, lage, gruendung }],
  });
}

/** Tells a case how many Handlungsbedarfe of its person count now (V-65). */
async function meldeHandlungsbedarfe({ db, client }: Zustellungsmittel, sendung: Sendung): Promise<void> {
  const { id: schluessel, erstelltAm: am, fallId } = sendung;
  const bezug: Vorgangsbezug = { art: 'fall', id: fallId ?? '' };
  const geladen = await mitAkteur(db, { system: 'worker' }, async (tx) => {
    const stand = await laufenderFall(tx, bezug.id);
    if (stand === null) return null;
    const bedarfe = await liesHandlungsbedarfe(tx, stand.personId);
    return { stand, zaehlende: zaehlendeHandlungsbedarfe(bedarfe, policyAus(stand.policy)) };
  });
  if (geladen === null) return;
  await client.workflow.signalWithStart(WORKFLOWTYPEN.fall, {
    ...startoptionen(bezug, geladen.stand),
    signal: handlungsbedarfeSignal,
    signalArgs: [{ schluessel, am, zaehlende: geladen.zaehlende }],
  });
}

/** Tells a case how the consents of its person stand (TR35); ids and days only. */
async function meldeEinwilligungen({ db, client }: Zustellungsmittel, sendung: Sendung): Promise<void> {
  const { id: schluessel, erstelltAm: am, fallId } = sendung;
  const bezug: Vorgangsbezug = { art: 'fall', id: fallId ?? '' };
  const geladen = await mitAkteur(db, { system: 'worker' }, async (tx) => {
    const stand = await laufenderFall(tx, bezug.id);
    return stand === null ? null : { stand, zeilen: await liesEinwilligungen(tx, stand.personId) };
  });
  if (geladen === null) return;
  await client.workflow.signalWithStart(WORKFLOWTYPEN.fall, {
    ...startoptionen(bezug, geladen.stand),
    signal: einwilligungenSignal,
    signalArgs: [{ schluessel, am, einwilligungen: geladen.zeilen.map(nurFakten) }],
  });
}

/** Tells a case that a provider reported (E25), or that a report had to be refused (V-46). */
async function meldeRueckmeldung({ db, client }: Zustellungsmittel, sendung: Sendung): Promise<void> {
  const { id: schluessel, erstelltAm: am, fallId } = sendung;
  const bezug: Vorgangsbezug = { art: 'fall', id: fallId ?? '' };
  const geladen = await mitAkteur(db, { system: 'worker' }, async (tx) => {
    const stand = await laufenderFall(tx, bezug.id);
    const zeile = await liesRueckmeldung(tx, schluessel);
    return stand === null || zeile === null ? null : { stand, zeile };
  });
  if (geladen === null) return;
  const { leistung, art, tag, ergebnis, dokumentId: dokument } = geladen.zeile;
  const inhalt = art === null || tag === null ? null : { art, tag, ergebnis };
  await client.workflow.signalWithStart(WORKFLOWTYPEN.fall, {
    ...startoptionen(bezug, geladen.stand),
    signal: rueckmeldungSignal,
    signalArgs: [{ schluessel, am, leistung, dokument, inhalt }],
  });
}

/** Tells the calendar of a team whom it visits; a team without one gets it this way (T-42). */
async function meldeOrganisation({ db, client }: Zustellungsmittel, sendung: Sendung): Promise<void> {
  const { id: schluessel, erstelltAm: am, vorgangId } = sendung;
  const bezug: Vorgangsbezug = { art: 'team', id: vorgangId ?? '' };
  const { stand, gruendung, kontaktteams } = await mitAkteur(db, { system: 'worker' }, async (tx) => {
    const { policy, kalender, ...rest } = await ladeOrganisation(tx, bezug.id, am);
    const verpflichtung = rest.stand?.verpflichtung ?? (await neueVerpflichtung(tx, bezug.id, am));
    return { ...rest, gruendung: { teamId: bezug.id, policy, kalender, verpflichtung } };
  });
  await client.workflow.signalWithStart(WORKFLOWTYPEN.team, {
    ...startoptionen(bezug, stand ?? TEAM.neu(bezug.id)),
    signal: organisationSignal,
    signalArgs: [{ schluessel, am, gruendung, kontaktteams }],
  });
}

const MELDER: Readonly<
  Record<Exclude<Sendung['art'], 'mail'>, (mittel: Zustellungsmittel, sendung: Sendung) => Promise<void>>
> = {
  kalender: meldeKalender,
  policy: meldePolicy,
  aktenlage: meldeAktenlage,
  handlungsbedarfe: meldeHandlungsbedarfe,
  einwilligungen: meldeEinwilligungen,
  rueckmeldung: meldeRueckmeldung,
  organisation: meldeOrganisation,
};

/** Delivers what is no mail. A workflow that was lost is started again with the state of the record. */
export async function signalisiere(mittel: Zustellungsmittel, sendung: Sendung): Promise<void> {
  if (sendung.art !== 'mail') await MELDER[sendung.art](mittel, sendung);
}
