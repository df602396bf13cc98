import type { Fristid } from '../../domain/pflicht/katalog/katalog.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';

/** What fulfils a duty of a case: the command, and how the button calls it. */
export type Tat = { readonly befehl: Sachbefehl; readonly wort: string };

/**
 * The deed each duty waits for, in the words of a button; null where no command of a case fulfils it. A duty without a row does
 * not compile: each line of "Heute" leads straight to its form.
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
  'T-14': null,
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
  'T-40': null,
  'T-41': null,
  'T-42': null,
  'T-43': null,
  'T-44': null,
  'T-45': null,
  'T-48': null,
  'T-49': null,
  'T-50': null,
  'T-52': null,
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
