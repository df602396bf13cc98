import type { Eroeffnungsname } from '../../domain/fall/befehle.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import type { Potenzialsachbefehl } from '../../domain/rollen/potenzialrechte.ts';
import type { Teamsachbefehl } from '../../domain/rollen/teamrechte.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import * as abgang from './formen/abgang.ts';
import * as begleitung from './formen/begleitung.ts';
import * as beratung from './formen/beratung.ts';
import * as entscheidung from './formen/zugangsentscheidung.ts';
import * as extern from './formen/extern.ts';
import * as kontakt from './formen/kontakt.ts';
import * as leistung from './formen/leistung.ts';
import * as nachhaltung from './formen/nachhaltung.ts';
import * as netzwerk from './formen/netzwerk.ts';
import * as planung from './formen/planung.ts';
import * as potenzial from './formen/potenzial.ts';
import * as team from './formen/team.ts';
import * as vormerkung from './formen/vormerkung.ts';
import * as zugang from './formen/zugang.ts';
import type { Eroeffnungsvertrag } from './zutritt/eroeffnung.ts';
import type { Fallvertrag } from './zutritt/fall.ts';
import type { Potenzialvertrag } from './zutritt/potenzial.ts';
import type { Teamvertrag } from './zutritt/team.ts';

/** One command on a Fall. */
type Befehlsvertrag = Eroeffnungsvertrag | Fallvertrag;
export type JederVertrag = Befehlsvertrag | Potenzialvertrag | Teamvertrag;

// Each table has a row for every command a clerk may give: one that is missing or stands elsewhere does not compile.
type Fallvertraege = { readonly [Name in Eroeffnungsname]: Eroeffnungsvertrag<Name> } & {
  readonly [Name in Exclude<Sachbefehl, Eroeffnungsname>]: Fallvertrag<Name>;
};
type Potenzialvertraege = { readonly [Name in Potenzialsachbefehl]: Potenzialvertrag<Name> };
type Teamvertraege = { readonly [Name in Teamsachbefehl]: Teamvertrag<Name> };

/** Every command of a clerk on a Fall, in the order of the procedure. */
export const FALLVERTRAEGE = {
  vormerken: vormerkung.vormerken,
  im_jour_fixe_vormerken: vormerkung.imJourFixeVormerken,
  u25_uebergabe_anmelden: vormerkung.u25UebergabeAnmelden,
  fall_uebernehmen: vormerkung.fallUebernehmen,
  vormerkung_beantworten: vormerkung.vormerkungBeantworten,
  zuordnen: zugang.zuordnen,
  ohne_warme_uebergabe_zuordnen: zugang.ohneWarmeUebergabeZuordnen,
  uebernahmegespraech_vereinbaren: zugang.terminVereinbaren,
  fm_wechseln: zugang.fmWechseln,
  pap_wechseln: zugang.papWechseln,
  termin_verlegen: kontakt.terminVerlegen,
  uebernahmegespraech_fuehren: zugang.uebernahmegespraechFuehren,
  zurueckziehen: zugang.zurueckziehen,
  zugang_entscheiden: entscheidung.zugangEntscheiden,
  abweichung_beantragen: entscheidung.abweichungBeantragen,
  abweichung_entscheiden: entscheidung.abweichungEntscheiden,
  erstgespraech_fuehren: beratung.erstgespraechFuehren,
  arbeitsbuendnis_schliessen: beratung.arbeitsbuendnisSchliessen,
  arbeitsbuendnis_scheitern: beratung.arbeitsbuendnisScheitern,
  assessment_beginnen: beratung.assessmentBeginnen,
  assessment_eintrag_erfassen: beratung.eintragErfassen,
  assessment_reaktion_erfassen: beratung.reaktionErfassen,
  assessment_abschliessen: beratung.assessmentAbschliessen,
  teilziel_setzen: planung.teilzielSetzen,
  integrationsplan_aufstellen: planung.integrationsplanAufstellen,
  teilziel_anpassen: planung.teilzielAnpassen,
  teilziel_stand_festhalten: planung.teilzielStandFesthalten,
  zielaenderung_vorschlagen: planung.zielaenderungVorschlagen,
  zielaenderung_entscheiden: planung.zielaenderungEntscheiden,
  vereinbarung_abschliessen: planung.vereinbarungAbschliessen,
  vereinbarung_scheitern: planung.vereinbarungScheitern,
  vereinbarung_fortschreiben: planung.vereinbarungFortschreiben,
  ueberpruefen: begleitung.ueberpruefen,
  standortgespraech_fuehren: begleitung.standortgespraechFuehren,
  kontakt_erfassen: kontakt.kontaktErfassen,
  begleitperson_informieren: kontakt.begleitpersonInformieren,
  massnahme_beginnen: kontakt.massnahmeBeginnen,
  massnahme_beenden: kontakt.massnahmeBeenden,
  gutachten_einleiten: kontakt.gutachtenEinleiten,
  gutachten_unterlagen_erfassen: kontakt.unterlagenErfassen,
  leistung_zuweisen: leistung.leistungZuweisen,
  leistung_einbeziehen: leistung.leistungEinbeziehen,
  leistung_beginnen: leistung.leistungBeginnen,
  leistung_beenden: leistung.leistungBeenden,
  abbruch_pruefen: leistung.abbruchPruefen,
  rueckmeldung_anfordern: leistung.rueckmeldungAnfordern,
  rueckmeldungen_pruefen: leistung.rueckmeldungenPruefen,
  fallkonferenz_fuehren: netzwerk.fallkonferenzFuehren,
  angebotsluecke_melden: netzwerk.angebotslueckeMelden,
  feedback_geben: begleitung.feedbackGeben,
  begruendung_nachreichen: begleitung.begruendungNachreichen,
  externes_fm_beauftragen: extern.externesFmBeauftragen,
  zwischenbericht_erfassen: extern.zwischenberichtErfassen,
  abschlussbericht_erfassen: extern.abschlussberichtErfassen,
  abgang_einleiten: abgang.abgangEinleiten,
  abgang_zuruecknehmen: abgang.abgangZuruecknehmen,
  aufnehmende_stelle_klaeren: abgang.stelleKlaeren,
  rueckgabegespraech_fuehren: abgang.rueckgabegespraechFuehren,
  fallbesprechung_fuehren: abgang.fallbesprechungFuehren,
  fallabgang_dokumentieren: abgang.fallabgangDokumentieren,
  akh_festlegen: abgang.akhFestlegen,
  akh_frist_aendern: abgang.akhFristAendern,
  wiedervorlage_bearbeiten: abgang.wiedervorlageBearbeiten,
  ohne_gespraech_beenden: abgang.ohneGespraechBeenden,
  verbleib_erfassen: nachhaltung.verbleibErfassen,
  integration_pruefen: nachhaltung.integrationPruefen,
  nachhaltung_uebertragen: nachhaltung.nachhaltungUebertragen,
  umkehr_beantragen: nachhaltung.umkehrBeantragen,
  umkehr_entscheiden: nachhaltung.umkehrEntscheiden,
  berichtigen: abgang.berichtigen,
} satisfies Fallvertraege;

/** Every command on a check record. */
export const POTENZIALVERTRAEGE = {
  komplexprofil_pruefen: potenzial.komplexprofilPruefen,
  uebergang_anregen: potenzial.uebergangAnregen,
  kein_bfm_ue25_entscheiden: potenzial.keinBfmUe25,
  begruendung_nachreichen: potenzial.begruendungNachreichen,
} satisfies Potenzialvertraege;

/** Every command on the calendar of a team. */
export const TEAMVERTRAEGE = {
  besprechung_abschliessen: team.besprechungAbschliessen,
  teambesuch_erfassen: team.teambesuchErfassen,
  austausch_erfassen: team.austauschErfassen,
  betreuungsschluessel_feststellen: team.betreuungsschluesselFeststellen,
  rd_bericht_erfassen: team.rdBerichtErfassen,
  netzwerktreffen_erfassen: team.netzwerktreffenErfassen,
  evaluation_erfassen: team.evaluationErfassen,
  jahresberichte_anfordern: team.jahresberichteAnfordern,
  jahresberichte_erfassen: team.jahresberichteErfassen,
  stichprobe_ziehen: team.stichprobeZiehen,
  stichprobe_pruefen: team.stichprobePruefen,
} satisfies Teamvertraege;

export const BEFEHLSVERTRAEGE: readonly Befehlsvertrag[] = Object.values(FALLVERTRAEGE);

/** Every command of a clerk on whatever Vorgang. */
export const VERTRAEGE: readonly JederVertrag[] = [
  ...BEFEHLSVERTRAEGE,
  ...Object.values(POTENZIALVERTRAEGE),
  ...Object.values(TEAMVERTRAEGE),
];

export function vertragFuer(befehl: Sachbefehl): Befehlsvertrag {
  return FALLVERTRAEGE[befehl];
}

/** The contract of a command on one kind of Vorgang; undefined when that kind does not know it. */
export function vertragAn<Ziel extends Vorgangsart>(
  ziel: Ziel,
  befehl: string,
): Extract<JederVertrag, { ziel: Ziel }> | undefined {
  return VERTRAEGE.find(
    (v): v is Extract<JederVertrag, { ziel: Ziel }> => v.ziel === ziel && v.befehl === befehl,
  );
}
