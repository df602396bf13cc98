import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';

/**
 * What a role does in the house, at a team, with a colleague and with a person outside bFM: rollen.md 2 and 3, copied
 * by hand. `nah` is the own team, person or record, or a colleague of the own team; `fern` those of somebody else; `selbst`
 * the own account. An operation without an address has no `fern`.
 */
export type Hauszeile = {
  readonly nah: readonly Rolle[];
  readonly fern?: readonly Rolle[];
  readonly selbst?: readonly Rolle[];
};

const JEDE = { nah: ROLLEN };
/** R26 has technical data, R27 the log: "no business content". */
const ALLE = { nah: ROLLEN.filter((rolle) => rolle !== 'administration' && rolle !== 'datenschutz') };
const LEITUNG: Hauszeile = { nah: ['tl', 'bereichsleitung'], fern: [] };
/** R12 records what the team does; R13 and R15 only what is named below. */
const TL: Hauszeile = { nah: ['tl'], fern: [] };
/** R18 keeps the directory, with the Teamleitung. */
const VERZEICHNIS: Hauszeile = { nah: ['koordinator', 'tl'] };
/** Who may look at the calendar of a team: members, R12, R13. */
const KALENDER: Hauszeile = { nah: ['fm', 'tl', 'bereichsleitung'], fern: [] };
const ZAHLEN: Hauszeile = { nah: ['tl', 'bereichsleitung', 'controlling'], fern: ['controlling'] };
const ABWESENHEIT: Hauszeile = { ...LEITUNG, selbst: ROLLEN };

export const HAUS: Readonly<Record<string, Hauszeile>> = {
  // Without data of a person: everybody who works here.
  'get /api/v1/ich': JEDE,
  // [P] Of the own account, whoever it is.
  'get /api/v1/ich/mailwahl': JEDE,
  'patch /api/v1/ich/mailwahl': JEDE,
  'get /api/v1/mitarbeitende': ALLE,
  'post /api/v1/mitarbeitende/suche': ALLE,
  'get /api/v1/teams': ALLE,
  'get /api/v1/themen': ALLE,
  'get /api/v1/arbeitslisten/teams': ALLE,
  'get /api/v1/policies': ALLE,
  'get /api/v1/policies/{name}': ALLE,
  'get /api/v1/kalender/abweichungen': ALLE,
  'get /api/v1/kalender/abweichungen/{tag}': ALLE,
  'get /api/v1/leistungserbringer': ALLE,
  'get /api/v1/leistungserbringer/{erbringerId}': ALLE,
  'post /api/v1/fristen/berechnung': JEDE,
  // R18, R12, R13, R15: figures.
  'get /api/v1/angebotsluecken': { nah: ['koordinator', 'tl', 'bereichsleitung', 'controlling'] },
  'get /api/v1/arbeitslisten/auslastung': { nah: ['fm', 'tl', 'bereichsleitung'] },
  'post /api/v1/leistungserbringer': VERZEICHNIS,
  'patch /api/v1/leistungserbringer/{erbringerId}': VERZEICHNIS,
  'post /api/v1/leistungserbringer/{erbringerId}/vereinbarungen': VERZEICHNIS,
  // R18, R12, R13, R15: what providers report of their years; R18 and R12 take it down.
  'get /api/v1/leistungserbringer/{erbringerId}/berichte': {
    nah: ['koordinator', 'tl', 'bereichsleitung', 'controlling'],
  },
  'post /api/v1/leistungserbringer/{erbringerId}/berichte': VERZEICHNIS,
  'post /api/v1/themen': { nah: ['tl'] },
  'patch /api/v1/themen/{themaId}': { nah: ['tl'] },
  // [P] Staff and teams: who leads or oversees them.
  'post /api/v1/mitarbeitende': LEITUNG,
  'patch /api/v1/mitarbeitende/{id}': LEITUNG,
  'post /api/v1/mitarbeitende/{id}/anmeldung': { nah: ['bereichsleitung'], fern: [] },
  'get /api/v1/mitarbeitende/{id}/ausscheiden/vorschau': LEITUNG,
  'post /api/v1/mitarbeitende/{id}/ausscheiden': LEITUNG,
  'post /api/v1/mitarbeitende/{id}/qualifikationen': LEITUNG,
  'post /api/v1/mitarbeitende/{id}/nachweise': LEITUNG,
  'get /api/v1/mitarbeitende/{id}/nachweise': LEITUNG,
  'get /api/v1/mitarbeitende/{id}/abwesenheiten': ABWESENHEIT,
  'post /api/v1/mitarbeitende/{id}/abwesenheiten': ABWESENHEIT,
  'patch /api/v1/mitarbeitende/{id}/abwesenheiten/{abwesenheitId}': ABWESENHEIT,
  'post /api/v1/mitarbeitende/{id}/abwesenheiten/{abwesenheitId}/storno': ABWESENHEIT,
  'post /api/v1/teams': { nah: ['bereichsleitung'] },
  'patch /api/v1/teams/{id}': { nah: ['bereichsleitung'], fern: [] },
  // R08: the chain of the own team is known to whoever belongs to it.
  'get /api/v1/teams/{id}/vertretungsring': { nah: ROLLEN, fern: [] },
  'post /api/v1/teams/{id}/vertretungsring': LEITUNG,
  // R15: K6 is not bound to an own team.
  'get /api/v1/teams/{id}/qualifizierung': ZAHLEN,
  'get /api/v1/teams/{id}/beschwerden': ZAHLEN,
  'get /api/v1/teams/{id}/befragungen': ZAHLEN,
  'get /api/v1/teams/{id}/zielwerte': ZAHLEN,
  // R12, R13 answer complaints; R15 keeps figures, with R13.
  'post /api/v1/teams/{id}/beschwerden': LEITUNG,
  'post /api/v1/teams/{id}/beschwerden/{beschwerdeId}/antwort': LEITUNG,
  'post /api/v1/teams/{id}/befragungen': { nah: ['bereichsleitung', 'controlling'], fern: ['controlling'] },
  'post /api/v1/teams/{id}/zielwerte': { nah: ['bereichsleitung', 'controlling'], fern: ['controlling'] },
  // [P] Rules of the house: drafted by those who lead or evaluate, approved by those who lead, introduced by R13.
  'post /api/v1/kalender/abweichungen': { nah: ['bereichsleitung'] },
  'post /api/v1/policies': { nah: ['tl', 'bereichsleitung', 'controlling'] },
  'post /api/v1/policies/{name}/freigabe': { nah: ['tl', 'bereichsleitung'] },
  'post /api/v1/policies/{name}/verwerfung': { nah: ['tl', 'bereichsleitung', 'controlling'] },
  'post /api/v1/policies/{name}/migrationen': { nah: ['bereichsleitung'] },
  'get /api/v1/policymigrationen/{id}': { nah: ['tl', 'bereichsleitung', 'controlling'] },
  'post /api/v1/policymigrationen/{id}/ausfuehrung': { nah: ['bereichsleitung'] },
  // R12, R13, R15, R16, R18 at the calendar of a team.
  'get /api/v1/teams/{teamId}/kalender': KALENDER,
  'get /api/v1/teams/{teamId}/kalender/stichproben': KALENDER,
  'post /api/v1/teams/{teamId}/kalender/besprechungen': TL,
  // R16: the Kontakt-FM of the visited team too; here nobody is.
  'post /api/v1/teams/{teamId}/kalender/teambesuche': TL,
  'post /api/v1/teams/{teamId}/kalender/austausche': { nah: ['fm', 'tl'], fern: [] },
  'post /api/v1/teams/{teamId}/kalender/netzwerktreffen': { nah: ['fm', 'tl'], fern: [] },
  'post /api/v1/teams/{teamId}/kalender/betreuungsschluessel': { nah: ['tl', 'controlling'], fern: [] },
  'post /api/v1/teams/{teamId}/kalender/rd-berichte': { nah: ['tl', 'controlling'], fern: [] },
  'post /api/v1/teams/{teamId}/kalender/evaluationen': TL,
  'post /api/v1/teams/{teamId}/kalender/jahresberichte/anforderung': {
    nah: ['koordinator', 'tl'],
    fern: [],
  },
  'post /api/v1/teams/{teamId}/kalender/jahresberichte': { nah: ['koordinator', 'tl'], fern: [] },
  'post /api/v1/teams/{teamId}/kalender/stichproben': { nah: ['bereichsleitung'], fern: [] },
  'post /api/v1/teams/{teamId}/kalender/stichproben/pruefung': TL,
  // A message belongs to whom it went to: `nah` went to the FM, `fern` to a colleague.
  'post /api/v1/arbeitslisten/eingang/{id}/gelesen': { nah: ['fm'], fern: [] },
  // 1.3: W Vormerkung of own persons (R04), R11 at the Jour-Fixe, R09; R12 takes over.
  'post /api/v1/faelle': { nah: ['pap'], fern: [] },
  // The example asks about a Vormerkung: who may give one.
  'post /api/v1/faelle/vorschau': { nah: ['pap'], fern: [] },
  'post /api/v1/faelle/jour-fixe': { nah: ['jour_fixe_av'] },
  'post /api/v1/faelle/u25-uebergabe': { nah: ['fm_u25'], fern: [] },
  'post /api/v1/faelle/uebernahme': { nah: ['tl'] },
  'post /api/v1/personen': { nah: ['pap', 'jour_fixe_av', 'tl'] },
  'post /api/v1/personen/suche': { nah: ['pap', 'fm', 'fm_extern', 'fm_u25', 'jour_fixe_av', 'tl'] },
  // K1 that an FM may not get this person: the own one, or by R12.
  'post /api/v1/interessenkonflikte': { nah: ['fm', 'tl'], fern: ['tl'] },
  'post /api/v1/interessenkonflikte/{konfliktId}/aufhebung': { nah: ['fm', 'tl'], fern: ['tl'] },
  // R04 checks who is not in bFM, R09 decides about the transition, any FM may suggest one (TR06); R12 reads.
  'get /api/v1/personen/{personId}/potenzial': { nah: ['pap', 'fm_u25', 'tl'], fern: [] },
  'post /api/v1/personen/{personId}/potenzial/pruefungen': { nah: ['pap'], fern: [] },
  'post /api/v1/personen/{personId}/potenzial/anregungen': { nah: ['fm'], fern: ['fm'] },
  'post /api/v1/personen/{personId}/potenzial/u25-entscheidung': { nah: ['fm_u25'], fern: [] },
  'post /api/v1/personen/{personId}/potenzial/begruendungen': { nah: ['pap', 'fm_u25', 'tl'], fern: [] },
  // R27 watches who reads what, and nobody else does (ADR 61).
  'get /api/v1/protokoll': { nah: ['datenschutz'] },
  'post /api/v1/protokoll/suche': { nah: ['datenschutz'] },
  // R26: technical data.
  'post /api/v1/codec/decode': { nah: ['administration'] },
  // Break-glass begins for whoever counsels or leads (DS-29); R12 reviews in the own team, unless it is a Teamleitung's (R27, R13).
  'post /api/v1/zugriffe': { nah: ['pap', 'fm', 'fm_u25', 'fm_spezial', 'jour_fixe_av', 'tl'] },
  'post /api/v1/zugriffe/{zugriffId}/pruefung': TL,
  'post /api/v1/zugriffe/{zugriffId}/freigabe': TL,
};

/** Without an account: the link is the right, and a used or foreign one opens nothing (test/db/rueckmeldung.test.ts). */
export const OHNE_KONTO = ['post /api/v1/rueckmeldungen', 'post /api/v1/rueckmeldungen/ansicht'];
