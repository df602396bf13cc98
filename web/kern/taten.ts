import { BEFEHLSZEILEN } from '../../api/befehle/routen.ts';
import type { Fristid } from '../../domain/pflicht/katalog/katalog.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { BEFEHLSRECHTE, type Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { POTENZIALRECHTE, type Potenzialsachbefehl } from '../../domain/rollen/potenzialrechte.ts';
import { TEAMRECHTE, type Teamsachbefehl } from '../../domain/rollen/teamrechte.ts';
import { TEAMTATEN } from './teamtaten.ts';

const U25_UEBERGABE = '/beginnen/u25-uebergabe-anmelden';
const BESPRECHUNG = '/besprechung';

/** What fulfils a duty, and how the button calls it: a command on its case, its team or its check record, or a page of its own. */
export type Tat = { readonly wort: string } & (
  | { readonly befehl: Sachbefehl }
  | { readonly amTeam: Teamsachbefehl }
  | { readonly amPotenzial: Potenzialsachbefehl }
  | { readonly ort: typeof U25_UEBERGABE | typeof BESPRECHUNG }
);

const amTeam = (befehl: Teamsachbefehl): Tat => ({
  amTeam: befehl,
  wort: TEAMTATEN[befehl].wort,
});

/**
 * The deed each duty waits for, in the words of a button; null where nothing somebody records fulfils it. A duty without a row
 * does not compile: each line of "Heute" leads straight to its form.
 */
export const TATEN: Readonly<Record<Fristid, Tat | null>> = {
  'T-01': { befehl: 'zuordnen', wort: 'Zuordnen' },
  'T-02': { befehl: 'uebernahmegespraech_vereinbaren', wort: 'Termin vereinbaren' },
  'T-03': { befehl: 'erstgespraech_fuehren', wort: 'Erstgespräch festhalten' },
  'T-04': { befehl: 'zugang_entscheiden', wort: 'Über Zugang entscheiden' },
  'T-06': { befehl: 'feedback_geben', wort: 'Feedback geben' },
  'T-07': { befehl: 'ueberpruefen', wort: 'Überprüfen' },
  'T-08': { befehl: 'standortgespraech_fuehren', wort: 'Standortgespräch festhalten' },
  'T-09': { befehl: 'standortgespraech_fuehren', wort: 'Standortgespräch festhalten' },
  'T-10': { befehl: 'kontakt_erfassen', wort: 'Kontakt erfassen' },
  'T-11': { befehl: 'kontakt_erfassen', wort: 'Kontakt erfassen' },
  'T-12': { befehl: 'kontakt_erfassen', wort: 'Kontakt erfassen' },
  'T-14': { ort: U25_UEBERGABE, wort: 'Übergabe anmelden' },
  'T-15': { befehl: 'vereinbarung_fortschreiben', wort: 'Vereinbarung überprüfen' },
  'T-17': { befehl: 'teilziel_stand_festhalten', wort: 'Stand festhalten' },
  'T-18': { befehl: 'leistung_beenden', wort: 'Rückmeldung übernehmen' },
  'T-19': { befehl: 'leistung_beginnen', wort: 'Beginn festhalten' },
  'T-20': { befehl: 'abbruch_pruefen', wort: 'Einzelfall prüfen' },
  'T-21': { befehl: 'fallabgang_dokumentieren', wort: 'Fallabgang dokumentieren' },
  'T-23': { befehl: 'wiedervorlage_bearbeiten', wort: 'Wiedervorlage bearbeiten' },
  'T-24': { befehl: 'verbleib_erfassen', wort: 'Verbleib erfassen' },
  'T-25': { befehl: 'verbleib_erfassen', wort: 'Verbleib erfassen' },
  'T-26': { befehl: 'verbleib_erfassen', wort: 'Verbleib erfassen' },
  'T-28': { befehl: 'integration_pruefen', wort: 'Integration prüfen' },
  'T-30': null,
  'T-31': null,
  'T-32': { befehl: 'begleitperson_informieren', wort: 'Begleitperson informieren' },
  'T-33': { befehl: 'zwischenbericht_erfassen', wort: 'Zwischenbericht erfassen' },
  'T-40': { amPotenzial: 'komplexprofil_pruefen', wort: 'Komplexprofil prüfen' },
  // Who closes a meeting has worked through its list before.
  'T-41': { ort: BESPRECHUNG, wort: 'Zur Besprechung' },
  'T-42': amTeam('teambesuch_erfassen'),
  'T-43': amTeam('austausch_erfassen'),
  'T-44': amTeam('betreuungsschluessel_feststellen'),
  'T-45': amTeam('rd_bericht_erfassen'),
  'T-48': amTeam('jahresberichte_erfassen'),
  'T-49': amTeam('netzwerktreffen_erfassen'),
  'T-50': amTeam('stichprobe_pruefen'),
  'T-52': amTeam('evaluation_erfassen'),
  'T-53': { befehl: 'vereinbarung_fortschreiben', wort: 'Vereinbarung fortschreiben' },
  'T-54': { befehl: 'vereinbarung_abschliessen', wort: 'Vereinbarung abschließen' },
  'T-55': { befehl: 'ohne_gespraech_beenden', wort: 'Fall beenden' },
};

/** A command in an address, and back. */
export const adressteil = (befehl: string): string => befehl.replaceAll('_', '-');
export const befehlAus = (teil: string): string => teil.replaceAll('-', '_');

/** Address of the form of a command on a case. */
export const tatort = (fallId: string, befehl: string): string =>
  `/faelle/${fallId}/tun/${adressteil(befehl)}`;

/** Address of the form of a write that is no command on a case: by the name of its row, and the ids in its path. */
export const schreibort = (name: string, ...kennungen: readonly string[]): string =>
  ['/tun', name, ...kennungen].join('/');

/** The row of a command on a team or on the check record of a person is named like its form. */
function zeilenname(ziel: 'team' | 'potenzial', befehl: Teamsachbefehl | Potenzialsachbefehl): string {
  const zeile = BEFEHLSZEILEN.find(({ vertrag }) => vertrag.ziel === ziel && vertrag.befehl === befehl);
  if (zeile === undefined) throw new Error(`Es gibt keine Zeile ${ziel} ${befehl}`);
  return zeile.route.name;
}

/** Address of the form of a command on the calendar of a team. */
export const teamtatort = (teamId: string, befehl: Teamsachbefehl): string =>
  schreibort(zeilenname('team', befehl), teamId);

/** What a duty belongs to; null where it has none, or where the role does not know whom it is about. */
type Pflichtort = {
  readonly fallId: string | null;
  readonly personId: string | null;
  readonly teamId: string | null;
};

/** Where a page of its own fulfils a duty, and the role that has it. */
const ORTSROLLEN: Readonly<Record<Extract<Tat, { ort: unknown }>['ort'], readonly Rolle[]>> = {
  [BESPRECHUNG]: TEAMRECHTE.besprechung_abschliessen,
  [U25_UEBERGABE]: BEFEHLSRECHTE.u25_uebergabe_anmelden,
};

/** Whether a deed is this colleague's; about a command on a case says so who knows the case. */
export function istEigene(
  tat: Tat,
  { rolle }: Pick<Konto, 'rolle'>,
  amFall: (befehl: Sachbefehl) => boolean,
): boolean {
  if ('befehl' in tat) return amFall(tat.befehl);
  if ('ort' in tat) return ORTSROLLEN[tat.ort].includes(rolle);
  return 'amTeam' in tat
    ? TEAMRECHTE[tat.amTeam].includes(rolle)
    : POTENZIALRECHTE[tat.amPotenzial].includes(rolle);
}

/** Where a duty is fulfilled; null where this role cannot get there. */
export function ortDerTat(tat: Tat, { fallId, personId, teamId }: Pflichtort): string | null {
  if ('ort' in tat) return tat.ort;
  if ('befehl' in tat) return fallId === null ? null : tatort(fallId, tat.befehl);
  if ('amTeam' in tat) return teamId === null ? null : teamtatort(teamId, tat.amTeam);
  return personId === null ? null : schreibort(zeilenname('potenzial', tat.amPotenzial), personId);
}
