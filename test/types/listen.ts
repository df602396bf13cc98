/**
 * Faults planted into lists of names beside a type: tsc itself fails here once one of them would compile. Nothing runs.
 */
import type { STUFEN } from '../../activities/zustellung/mail.ts';
import type { EROEFFNUNGEN } from '../../api/befehle/routen.ts';
import { potenzialvertraege } from '../../api/befehle/formen/potenzial.ts';
import { teamvertraege } from '../../api/befehle/formen/team.ts';
import type { Potenzialvertrag } from '../../api/befehle/zutritt/potenzial.ts';
import type { Teamvertrag } from '../../api/befehle/zutritt/team.ts';
import type { UEBERGABEN } from '../../api/faelle/faelle.ts';
import type { EREIGNISKOPF } from '../../api/kern/akteneinsicht.ts';
import type { LEGUNG } from '../../api/policy/parameterformen.ts';
import { BESTANDSTEILE } from '../../domain/fall/bezug.ts';
import { EIGENE } from '../../domain/fall/leistungsnachrichten.ts';
import { PERSON } from '../../domain/fall/nachrichten.ts';
import type { ABSCHNITTE, UEBERGAENGE } from '../../domain/fall/uebergaenge/katalog.ts';
import { ABGANGSFRISTEN } from '../../domain/pflicht/katalog/abgang.ts';
import type { Abgangsfristart, Fristart, Zeitraumfristart } from '../../domain/pflicht/katalog/fristart.ts';
import type { Potenzialfristid, Teamfristid } from '../../domain/pflicht/katalog/katalog.ts';
import { POTENZIALFRISTEN } from '../../domain/pflicht/katalog/potenzial.ts';
import { WOCHENFRISTEN, ZEITRAUMFRISTARTEN } from '../../domain/pflicht/katalog/team.ts';
import type { Potenzialsachbefehl } from '../../domain/rollen/potenzialrechte.ts';
import type { Teamsachbefehl } from '../../domain/rollen/teamrechte.ts';
import type { GEMEINT } from '../../domain/vorgang/nachricht.ts';
import type { RECHENGRUND } from '../../domain/vorgang/schritt.ts';
import type { Einmalig } from '../../domain/einmalig.ts';
import type { Empfaengerrolle } from '../../domain/kennungen.ts';
import type { Teamtypen } from '../../domain/team/typen.ts';
import type { Rahmen } from '../../workflows/vorgang/lauf.ts';

type Erfuellt<Muster, T extends Muster> = T;

// A row that is gone.
// @ts-expect-error who hears of `rueckmeldung_eingegangen`?
export type OhneEigene = Erfuellt<typeof EIGENE, Omit<typeof EIGENE, 'rueckmeldung_eingegangen'>>;
type Gemeinte = Record<Empfaengerrolle, 'person' | 'team'>;
// @ts-expect-error whom does `koordinator` mean?
export type OhneRolle = Erfuellt<Gemeinte, Omit<typeof GEMEINT, 'koordinator'>>;
// @ts-expect-error who is the `fm_spezial` of a case?
export type OhnePerson = Erfuellt<typeof PERSON, Omit<typeof PERSON, 'fm_spezial'>>;
// @ts-expect-error why do duties change after `berichtigen`?
export type OhneGrund = Erfuellt<typeof RECHENGRUND, Omit<typeof RECHENGRUND, 'berichtigen'>>;
// @ts-expect-error where is `u25_uebergabe_anmelden` posted to?
export type OhneAdresse = Erfuellt<typeof EROEFFNUNGEN, Omit<typeof EROEFFNUNGEN, 'u25_uebergabe_anmelden'>>;
// @ts-expect-error what does a mail call `ueberfaellig`?
export type OhneStufe = Erfuellt<typeof STUFEN, Omit<typeof STUFEN, 'ueberfaellig'>>;
// @ts-expect-error are the parts of POL-HB laid over?
export type OhneParameter = Erfuellt<typeof LEGUNG, Omit<typeof LEGUNG, 'POL-HB'>>;
// @ts-expect-error is the Fallbesprechung read by who receives the person?
export type OhneUebergabe = Erfuellt<typeof UEBERGABEN, Omit<typeof UEBERGABEN, 'fallbesprechung_gefuehrt'>>;
// @ts-expect-error what is a correction of `feedbackAm` about?
export type OhneBestandsteil = Erfuellt<typeof BESTANDSTEILE, Omit<typeof BESTANDSTEILE, 'feedbackAm'>>;
// @ts-expect-error a field of the head would show among the details
export type OhneKopffeld = Erfuellt<typeof EREIGNISKOPF, Omit<typeof EREIGNISKOPF, 'fuer'>>;

// A name that is misspelt.
export const EIGENE_VERSCHRIEBEN: typeof EIGENE = {
  ...EIGENE,
  // @ts-expect-error no event of a service is called like this
  leistung_zugewisen: EIGENE.leistung_zugewiesen,
};
// @ts-expect-error no role is called like this
export const PERSON_VERSCHRIEBEN: typeof PERSON = { ...PERSON, fm_spezal: PERSON.fm_spezial };
// @ts-expect-error one does not ask a case who its Teamleitung is
export const KEINE_PERSON: typeof PERSON = { ...PERSON, tl: PERSON.fm };
export const TEIL_VERSCHRIEBEN: typeof BESTANDSTEILE = {
  ...BESTANDSTEILE,
  // @ts-expect-error the take-over has no such field
  feedback: BESTANDSTEILE.feedbackAm,
};

export const LAUFWECHSEL: Rahmen<Teamtypen>['laufwechselNach'] = [
  'zeitraum_begonnen',
  // @ts-expect-error nothing of this name happens to a team
  'zeitraum_begonen',
];

type Zweimal = Einmalig<typeof ABSCHNITTE & { readonly noch_einer: { readonly TR37: unknown } }>;
// @ts-expect-error TR37 stands in two sections
export type Doppelt = Erfuellt<Zweimal, typeof UEBERGAENGE>;

// The contracts of the other kinds of Vorgang.
type Potenzialvertraege = { readonly [Name in Potenzialsachbefehl]: Potenzialvertrag<Name> };
type Teamvertraege = { readonly [Name in Teamsachbefehl]: Teamvertrag<Name> };
export type PotenzialGanz = Erfuellt<Potenzialvertraege, typeof potenzialvertraege>;
export type TeamGanz = Erfuellt<Teamvertraege, typeof teamvertraege>;
type OhneAnregung = Omit<typeof potenzialvertraege, 'uebergang_anregen'>;
// @ts-expect-error nobody could give `uebergang_anregen`
export type PotenzialOhne = Erfuellt<Potenzialvertraege, OhneAnregung>;
type OhneStichprobe = Omit<typeof teamvertraege, 'stichprobe_ziehen'>;
// @ts-expect-error nobody could give `stichprobe_ziehen`
export type TeamOhne = Erfuellt<Teamvertraege, OhneStichprobe>;
export const POTENZIAL_VERTAUSCHT: Potenzialvertraege = {
  ...potenzialvertraege,
  // @ts-expect-error the contract of another command
  uebergang_anregen: potenzialvertraege.kein_bfm_ue25_entscheiden,
};
export const TEAM_VERTAUSCHT: Teamvertraege = {
  ...teamvertraege,
  // @ts-expect-error the contract of another command
  stichprobe_ziehen: teamvertraege.stichprobe_pruefen,
};

// The Fristen of the other kinds of Vorgang, and those that only some have a column for.
type Tafel<Zeile> = Readonly<Record<`T-${number}`, Zeile>>;
type Jede<Id extends string> = Readonly<Record<Id, Fristart>>;
// @ts-expect-error T-40 is gone
export type OhneT40 = Erfuellt<Jede<Potenzialfristid>, Omit<typeof POTENZIALFRISTEN, 'T-40'>>;
type Teamfristen = typeof WOCHENFRISTEN & typeof ZEITRAUMFRISTARTEN;
// @ts-expect-error T-41 is gone
export type OhneT41 = Erfuellt<Jede<Teamfristid>, Omit<Teamfristen, 'T-41'>>;
// @ts-expect-error T-52 is gone
export type OhneT52 = Erfuellt<Jede<Teamfristid>, Omit<Teamfristen, 'T-52'>>;
const { warum, ...ohneWarum } = POTENZIALFRISTEN['T-40'];
const { gegenstand, ...ohneGegenstand } = ZEITRAUMFRISTARTEN['T-50'];
const { nachhaltung, ...ohneNachhaltung } = ABGANGSFRISTEN['T-24'];
export const WEGGELASSEN = { warum, gegenstand, nachhaltung };
export const FEHLER = [
  // @ts-expect-error a row that does not say why
  { 'T-40': ohneWarum } satisfies Tafel<Fristart>,
  // @ts-expect-error a role there is not
  { 'T-41': { ...WOCHENFRISTEN['T-41'], wer: 'teamleitung' } } satisfies Tafel<Fristart>,
  // @ts-expect-error a row that does not say what is owed in each period
  { 'T-50': ohneGegenstand } satisfies Tafel<Zeitraumfristart>,
  // @ts-expect-error a row that does not say whether it is a Nachhaltung
  { 'T-24': ohneNachhaltung } satisfies Tafel<Abgangsfristart>,
];
type Getrennt<A, B> = [Extract<A, B>] extends [never] ? true : 'one id in two tables';
export const GETRENNT: Getrennt<keyof typeof WOCHENFRISTEN, keyof typeof ZEITRAUMFRISTARTEN> = true;
