import { PFLEGEBEFEHLE } from '../vorgang/pflege.ts';
import type { Befehlszeilen, NachName } from '../vorgang/tafel.ts';
import type { Befehl, BefehlVon, Eroeffnungsname } from './befehle.ts';
import * as abgang from './decide/abgang.ts';
import * as akh from './decide/akh.ts';
import * as assessment from './decide/assessment.ts';
import { feedbackGeben } from './decide/begleitung.ts';
import * as beratung from './decide/beratung.ts';
import { berichtigen } from './decide/berichtigung.ts';
import { fallUebernehmen } from './decide/bestand.ts';
import * as extern from './decide/extern.ts';
import { standortgespraechFuehren, ueberpruefen } from './decide/fortfuehrung.ts';
import { handlungsbedarfeUebernehmen } from './decide/handlungsbedarfe.ts';
import * as kontaktregime from './decide/kontaktregime.ts';
import * as netzwerk from './decide/netzwerk.ts';
import * as leistung from './decide/leistung.ts';
import * as leistungsverlauf from './decide/leistungsverlauf.ts';
import * as nachhaltung from './decide/nachhaltung.ts';
import { integrationsplanAufstellen } from './decide/planung.ts';
import * as teilziele from './decide/teilziele.ts';
import * as termine from './decide/termine.ts';
import * as umkehr from './decide/umkehr.ts';
import * as zugang from './decide/zugang.ts';
import * as zuordnung from './decide/zuordnung.ts';
import * as vereinbarung from './decide/vereinbarung.ts';
import * as vormerkung from './decide/vormerkung.ts';
import * as abweichung from './decide/abweichung.ts';
import { zugangEntscheiden } from './decide/zugangsentscheidung.ts';
import { fmWechseln, papWechseln } from './decide/zustaendigkeit.ts';
import type { Ereignisdaten } from './ereignisse.ts';
import type { BestehenderFall, Fall } from './fall.ts';

export type Eroeffnungskarte = NachName<BefehlVon<Eroeffnungsname>>;
export type Folgekarte = NachName<Exclude<Befehl, BefehlVon<Eroeffnungsname>>>;
/** A row for each command with which a case begins, and one for every other command. */
export type Eroeffnungszeilen = Befehlszeilen<Fall, Eroeffnungskarte, Ereignisdaten>;
export type Folgezeilen = Befehlszeilen<BestehenderFall, Folgekarte, Ereignisdaten>;

const GEGRUENDET = { gruendung: 'akte', person: 'akte' } as const;

export const EROEFFNUNGEN = {
  vormerken: { durch: vormerkung.vormerken, tage: { ...GEGRUENDET, erlaeutertAm: 'tatsache' } },
  im_jour_fixe_vormerken: {
    durch: vormerkung.imJourFixeVormerken,
    tage: { ...GEGRUENDET, erlaeutertAm: 'tatsache' },
  },
  u25_uebergabe_anmelden: {
    durch: vormerkung.u25UebergabeAnmelden,
    tage: { ...GEGRUENDET, erlaeutertAm: 'tatsache', uebergabe: { am: 'plan' } },
  },
  fall_uebernehmen: {
    durch: fallUebernehmen,
    ereignistag: 'technisch',
    tage: { ...GEGRUENDET, bestand: 'eigene_regel' },
  },
} satisfies Eroeffnungszeilen;

const VEREINBART = {
  gueltigBis: 'plan',
  angebotsinformationGegebenAm: 'tatsache_ungeprueft',
  rechtsfolgenErlaeutertAm: 'tatsache_ungeprueft',
} as const;

export const FOLGEBEFEHLE = {
  zuordnen: { durch: zuordnung.zuordnen },
  vormerkung_beantworten: { durch: zuordnung.vormerkungBeantworten },
  ohne_warme_uebergabe_zuordnen: { durch: zuordnung.ohneWarmeUebergabeZuordnen },
  uebernahmegespraech_vereinbaren: { durch: zugang.terminVereinbaren, tage: { termin: 'plan' } },
  termin_verlegen: { durch: termine.terminVerlegen, tage: { termin: 'plan' } },
  uebernahmegespraech_fuehren: { durch: zugang.uebernahmegespraechFuehren, tage: { person: 'akte' } },
  zurueckziehen: { durch: zugang.zurueckziehen },
  zugang_entscheiden: {
    durch: zugangEntscheiden,
    tage: { fmVorgestelltAm: 'tatsache', besprochenAm: 'tatsache', person: 'akte' },
  },
  abweichung_beantragen: {
    durch: abweichung.abweichungBeantragen,
    tage: { fmVorgestelltAm: 'tatsache', person: 'akte' },
  },
  abweichung_entscheiden: { durch: abweichung.abweichungEntscheiden, tage: { person: 'akte' } },
  erstgespraech_fuehren: { durch: beratung.erstgespraechFuehren },
  arbeitsbuendnis_schliessen: { durch: beratung.arbeitsbuendnisSchliessen },
  arbeitsbuendnis_scheitern: { durch: beratung.arbeitsbuendnisScheitern },
  assessment_beginnen: {
    durch: assessment.assessmentBeginnen,
    tage: { freiwilligkeitErklaertAm: 'tatsache' },
  },
  assessment_eintrag_erfassen: {
    durch: assessment.eintragErfassen,
    tage: { loeschenSpaetestens: 'plan', einwilligung: 'akte' },
  },
  assessment_reaktion_erfassen: { durch: assessment.reaktionErfassen },
  assessment_abschliessen: { durch: assessment.assessmentAbschliessen, tage: { unterrichtetAm: 'tatsache' } },
  integrationsplan_aufstellen: {
    durch: integrationsplanAufstellen,
    tage: { schritte: { von: 'plan', bis: 'plan' } },
  },
  teilziel_setzen: { durch: teilziele.teilzielSetzen, tage: { bisWann: 'plan' } },
  teilziel_anpassen: { durch: teilziele.teilzielAnpassen, tage: { bisWann: 'plan' } },
  teilziel_stand_festhalten: { durch: teilziele.teilzielStandFesthalten },
  zielaenderung_vorschlagen: { durch: teilziele.zielaenderungVorschlagen, tage: { bisWann: 'plan' } },
  zielaenderung_entscheiden: { durch: teilziele.zielaenderungEntscheiden },
  vereinbarung_abschliessen: { durch: vereinbarung.vereinbarungAbschliessen, tage: { angaben: VEREINBART } },
  vereinbarung_scheitern: { durch: vereinbarung.vereinbarungScheitern },
  vereinbarung_fortschreiben: { durch: vereinbarung.fortschreiben, tage: { anpassung: VEREINBART } },
  feedback_geben: { durch: feedbackGeben },
  kontakt_erfassen: { durch: termine.kontaktErfassen, tage: { termin: 'plan' } },
  begleitperson_informieren: { durch: termine.begleitpersonInformieren },
  massnahme_beginnen: {
    durch: kontaktregime.massnahmeBeginnen,
    ereignistag: 'auch_vor_dem_fall',
    tage: { von: 'plan', bis: 'plan' },
  },
  massnahme_beenden: { durch: kontaktregime.massnahmeBeenden },
  gutachten_einleiten: { durch: kontaktregime.gutachtenEinleiten, tage: { einwilligung: 'akte' } },
  gutachten_unterlagen_erfassen: { durch: kontaktregime.unterlagenErfassen },
  fallkonferenz_fuehren: { durch: netzwerk.fallkonferenzFuehren, tage: { einwilligung: 'akte' } },
  angebotsluecke_melden: { durch: netzwerk.angebotslueckeMelden },
  leistung_zuweisen: { durch: leistung.zuweisen, tage: { einwilligung: 'akte' } },
  leistung_einbeziehen: { durch: leistung.einbeziehen, tage: { seit: 'tatsache', einwilligung: 'akte' } },
  leistung_beginnen: { durch: leistungsverlauf.beginnen },
  leistung_beenden: { durch: leistungsverlauf.beenden },
  abbruch_pruefen: { durch: leistungsverlauf.abbruchPruefen },
  rueckmeldung_anfordern: { durch: leistungsverlauf.rueckmeldungAnfordern },
  rueckmeldungen_pruefen: { durch: leistungsverlauf.rueckmeldungenPruefen },
  rueckmeldung_uebernehmen: {
    durch: leistungsverlauf.rueckmeldungUebernehmen,
    ereignistag: 'technisch',
    tage: { inhalt: { tag: 'tatsache_ungeprueft' } },
  },
  einwilligungen_uebernehmen: {
    durch: leistungsverlauf.einwilligungenUebernehmen,
    ereignistag: 'technisch',
    tage: { einwilligungen: 'akte' },
  },
  pap_wechseln: { durch: papWechseln },
  fm_wechseln: { durch: fmWechseln, tage: { warmeUebergabeAm: 'tatsache' } },
  handlungsbedarfe_uebernehmen: { durch: handlungsbedarfeUebernehmen, ereignistag: 'technisch' },
  ueberpruefen: { durch: ueberpruefen, tage: { abgang: { arbeitsaufnahmeAm: 'eigene_regel' } } },
  standortgespraech_fuehren: { durch: standortgespraechFuehren, tage: { person: 'akte' } },
  abgang_einleiten: {
    durch: abgang.abgangEinleiten,
    tage: { abgang: { arbeitsaufnahmeAm: 'eigene_regel' } },
  },
  abgang_zuruecknehmen: { durch: abgang.abgangZuruecknehmen },
  aufnehmende_stelle_klaeren: { durch: abgang.stelleKlaeren, tage: { vormaligerPapGefragtAm: 'tatsache' } },
  rueckgabegespraech_fuehren: { durch: abgang.rueckgabegespraechFuehren },
  fallbesprechung_fuehren: { durch: abgang.fallbesprechungFuehren },
  fallabgang_dokumentieren: { durch: abgang.fallabgangDokumentieren, tage: { person: 'akte' } },
  ohne_gespraech_beenden: { durch: abgang.ohneGespraechBeenden },
  akh_festlegen: { durch: akh.akhFestlegen, tage: { von: 'plan', bis: 'plan', person: 'akte' } },
  akh_frist_aendern: { durch: akh.akhFristAendern, tage: { bis: 'plan' } },
  wiedervorlage_bearbeiten: { durch: akh.wiedervorlageBearbeiten, tage: { person: 'akte' } },
  externes_fm_beauftragen: { durch: extern.externBeauftragen, tage: { fallbesprechungAm: 'tatsache' } },
  zwischenbericht_erfassen: { durch: extern.zwischenberichtErfassen },
  abschlussbericht_erfassen: {
    durch: extern.abschlussberichtErfassen,
    tage: { fallbesprechungAm: 'tatsache' },
  },
  verbleib_erfassen: {
    durch: nachhaltung.verbleibErfassen,
    tage: { arbeitsaufnahmeAm: 'tatsache', angaben: { ausbildungsaufnahmeAm: 'tatsache_ungeprueft' } },
  },
  integration_pruefen: { durch: nachhaltung.integrationPruefen, tage: { endeAm: 'tatsache' } },
  nachhaltung_uebertragen: { durch: nachhaltung.nachhaltungUebertragen },
  umkehr_beantragen: { durch: umkehr.umkehrBeantragen },
  umkehr_entscheiden: { durch: umkehr.umkehrEntscheiden },
  berichtigen: { durch: berichtigen, ereignistag: 'technisch', tage: { neuesDatum: 'eigene_regel' } },
  ...PFLEGEBEFEHLE,
} satisfies Folgezeilen;
