import { bedingungFehlt } from '../ablehnung.ts';
import type { Tag } from '../frist/tag.ts';
import type { Regelid } from '../kennungen.ts';
import { mitWarnung } from '../vorgang/entwurf.ts';
import { exhaustive } from '../exhaustive.ts';
import { decidePflege } from '../vorgang/pflege.ts';
import { istSpaet, liegtInZukunft, verspaetet } from '../vorgang/zeitregel.ts';
import type { Befehl, BefehlVon, Eroeffnungsname } from './befehle.ts';
import * as abgang from './decide/abgang.ts';
import * as akh from './decide/akh.ts';
import * as assessment from './decide/assessment.ts';
import { feedbackGeben } from './decide/begleitung.ts';
import * as beratung from './decide/beratung.ts';
import { berichtigen } from './decide/berichtigung.ts';
import { fallUebernehmen } from './decide/bestand.ts';
import type { Entwurf } from './decide/entwurf.ts';
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
import { vormerkungVon, type BestehenderFall, type Fall } from './fall.ts';

/** Commands whose day is a technical one and never late. */
const OHNE_EREIGNISTAG: readonly Befehl['befehl'][] = [
  'fall_uebernehmen',
  'kalender_uebernehmen',
  'policy_uebernehmen',
  'handlungsbedarfe_uebernehmen',
  'einwilligungen_uebernehmen',
  'rueckmeldung_uebernehmen',
  'berichtigen',
];

/** Commands whose day may lie before the case: a measure goes on that began earlier. */
const ALTE_TATSACHEN: readonly Befehl['befehl'][] = [...OHNE_EREIGNISTAG, 'massnahme_beginnen'];

/** Days of facts that a command reports beside its own. */
const WEITERE_TAGE = [
  'erlaeutertAm',
  'besprochenAm',
  'fmVorgestelltAm',
  'vormaligerPapGefragtAm',
  'arbeitsaufnahmeAm',
  'endeAm',
  'fallbesprechungAm',
  'warmeUebergabeAm',
  'freiwilligkeitErklaertAm',
  'unterrichtetAm',
  'seit',
] as const;

function weitereTage(befehl: Befehl): Tag[] {
  const angaben: Partial<Record<string, unknown>> = befehl;
  return WEITERE_TAGE.flatMap((feld) => {
    const tag = angaben[feld];
    return typeof tag === 'string' ? [tag] : [];
  });
}

/** What V-74 measures by: the case, or what a new one will carry. */
function grundlage(fall: Fall, befehl: Befehl): Pick<BestehenderFall, 'policy' | 'kalender'> | null {
  if (fall.zustand !== 'neu') return fall;
  return 'gruendung' in befehl ? befehl.gruendung : null;
}

/**
 * Decides one command on the recorded state: the events it would record, or the rule that forbids it.
 * Pure; `at`, ids and facts come inside the command (style.md D2). Time steps due until `at` must be taken before.
 */
export function decide(fall: Fall, befehl: Befehl): Entwurf {
  const verboten = liegtInZukunft(befehl, weitereTage(befehl));
  if (verboten !== null) return verboten;
  const entschieden = termine.ohneOffeneAbsage(fall, imFall(fall, befehl, entscheide(fall, befehl)));
  const entwurf = formhinweise(befehl).reduce<Entwurf>(
    (e, regel) => mitWarnung(e, befehl, regel),
    entschieden,
  );
  const basis = OHNE_EREIGNISTAG.includes(befehl.befehl) ? null : grundlage(fall, befehl);
  return basis !== null && istSpaet(befehl, basis) ? verspaetet(entwurf, befehl) : entwurf;
}

/** What may be wrong with any talk or text: an open room (V-34), codes and hidden markers (V-28). */
function formhinweise(befehl: Befehl): Regelid[] {
  const offenerRaum = 'raum' in befehl && befehl.raum === 'offen';
  const kuerzel = Object.values(befehl.texte).some((text) => text?.kuerzel === true);
  return [...(kuerzel ? (['V-28'] as const) : []), ...(offenerRaum ? (['V-34'] as const) : [])];
}

/** Nothing of a case happens before its Vormerkung; the refusal names the transition that was asked for. */
function imFall(fall: Fall, befehl: Befehl, entwurf: Entwurf): Entwurf {
  if (!entwurf.ok || fall.zustand === 'neu' || ALTE_TATSACHEN.includes(befehl.befehl)) return entwurf;
  if (befehl.ereignisAm >= vormerkungVon(fall).am) return entwurf;
  const tr = entwurf.ereignisse[0]?.tr ?? 'TR03';
  return bedingungFehlt(tr, 'Das Ereignis liegt vor der Vormerkung dieses Falls.');
}

function entscheide(fall: Fall, befehl: Befehl): Entwurf {
  if (befehl.befehl === 'vormerken') return vormerkung.vormerken(fall, befehl);
  if (befehl.befehl === 'im_jour_fixe_vormerken') return vormerkung.imJourFixeVormerken(fall, befehl);
  if (befehl.befehl === 'u25_uebergabe_anmelden') return vormerkung.u25UebergabeAnmelden(fall, befehl);
  if (befehl.befehl === 'fall_uebernehmen') return fallUebernehmen(fall, befehl);
  if (fall.zustand === 'neu') throw new Error(`Befehl ${befehl.befehl} an einen Fall ohne Ereignis`);
  return aufBestehendem(fall, befehl);
}

type Folgebefehl = Exclude<Befehl, BefehlVon<Eroeffnungsname>>;

// eslint-disable-next-line max-lines-per-function -- one entry per command of the procedure; splitting it would hide the table
function aufBestehendem(fall: BestehenderFall, befehl: Folgebefehl): Entwurf {
  switch (befehl.befehl) {
    case 'zuordnen':
      return zuordnung.zuordnen(fall, befehl);
    case 'vormerkung_beantworten':
      return zuordnung.vormerkungBeantworten(fall, befehl);
    case 'ohne_warme_uebergabe_zuordnen':
      return zuordnung.ohneWarmeUebergabeZuordnen(fall, befehl);
    case 'uebernahmegespraech_vereinbaren':
      return zugang.terminVereinbaren(fall, befehl);
    case 'termin_verlegen':
      return termine.terminVerlegen(fall, befehl);
    case 'uebernahmegespraech_fuehren':
      return zugang.uebernahmegespraechFuehren(fall, befehl);
    case 'zurueckziehen':
      return zugang.zurueckziehen(fall, befehl);
    case 'zugang_entscheiden':
      return zugangEntscheiden(fall, befehl);
    case 'abweichung_beantragen':
      return abweichung.abweichungBeantragen(fall, befehl);
    case 'abweichung_entscheiden':
      return abweichung.abweichungEntscheiden(fall, befehl);
    case 'erstgespraech_fuehren':
      return beratung.erstgespraechFuehren(fall, befehl);
    case 'arbeitsbuendnis_schliessen':
      return beratung.arbeitsbuendnisSchliessen(fall, befehl);
    case 'arbeitsbuendnis_scheitern':
      return beratung.arbeitsbuendnisScheitern(fall, befehl);
    case 'assessment_beginnen':
      return assessment.assessmentBeginnen(fall, befehl);
    case 'assessment_eintrag_erfassen':
      return assessment.eintragErfassen(fall, befehl);
    case 'assessment_reaktion_erfassen':
      return assessment.reaktionErfassen(fall, befehl);
    case 'assessment_abschliessen':
      return assessment.assessmentAbschliessen(fall, befehl);
    case 'integrationsplan_aufstellen':
      return integrationsplanAufstellen(fall, befehl);
    case 'teilziel_setzen':
      return teilziele.teilzielSetzen(fall, befehl);
    case 'teilziel_anpassen':
      return teilziele.teilzielAnpassen(fall, befehl);
    case 'teilziel_stand_festhalten':
      return teilziele.teilzielStandFesthalten(fall, befehl);
    case 'zielaenderung_vorschlagen':
      return teilziele.zielaenderungVorschlagen(fall, befehl);
    case 'zielaenderung_entscheiden':
      return teilziele.zielaenderungEntscheiden(fall, befehl);
    case 'vereinbarung_abschliessen':
      return vereinbarung.vereinbarungAbschliessen(fall, befehl);
    case 'vereinbarung_scheitern':
      return vereinbarung.vereinbarungScheitern(fall, befehl);
    case 'vereinbarung_fortschreiben':
      return vereinbarung.fortschreiben(fall, befehl);
    case 'feedback_geben':
      return feedbackGeben(fall, befehl);
    case 'kontakt_erfassen':
      return termine.kontaktErfassen(fall, befehl);
    case 'begleitperson_informieren':
      return termine.begleitpersonInformieren(fall, befehl);
    case 'massnahme_beginnen':
      return kontaktregime.massnahmeBeginnen(fall, befehl);
    case 'massnahme_beenden':
      return kontaktregime.massnahmeBeenden(fall, befehl);
    case 'gutachten_einleiten':
      return kontaktregime.gutachtenEinleiten(fall, befehl);
    case 'gutachten_unterlagen_erfassen':
      return kontaktregime.unterlagenErfassen(fall, befehl);
    case 'fallkonferenz_fuehren':
      return netzwerk.fallkonferenzFuehren(fall, befehl);
    case 'angebotsluecke_melden':
      return netzwerk.angebotslueckeMelden(fall, befehl);
    case 'leistung_zuweisen':
      return leistung.zuweisen(fall, befehl);
    case 'leistung_einbeziehen':
      return leistung.einbeziehen(fall, befehl);
    case 'leistung_beginnen':
      return leistungsverlauf.beginnen(fall, befehl);
    case 'leistung_beenden':
      return leistungsverlauf.beenden(fall, befehl);
    case 'abbruch_pruefen':
      return leistungsverlauf.abbruchPruefen(fall, befehl);
    case 'rueckmeldung_anfordern':
      return leistungsverlauf.rueckmeldungAnfordern(fall, befehl);
    case 'rueckmeldungen_pruefen':
      return leistungsverlauf.rueckmeldungenPruefen(fall, befehl);
    case 'rueckmeldung_uebernehmen':
      return leistungsverlauf.rueckmeldungUebernehmen(fall, befehl);
    case 'einwilligungen_uebernehmen':
      return leistungsverlauf.einwilligungenUebernehmen(fall, befehl);
    case 'pap_wechseln':
      return papWechseln(fall, befehl);
    case 'fm_wechseln':
      return fmWechseln(fall, befehl);
    case 'handlungsbedarfe_uebernehmen':
      return handlungsbedarfeUebernehmen(fall, befehl);
    case 'ueberpruefen':
      return ueberpruefen(fall, befehl);
    case 'standortgespraech_fuehren':
      return standortgespraechFuehren(fall, befehl);
    case 'abgang_einleiten':
      return abgang.abgangEinleiten(fall, befehl);
    case 'abgang_zuruecknehmen':
      return abgang.abgangZuruecknehmen(fall, befehl);
    case 'aufnehmende_stelle_klaeren':
      return abgang.stelleKlaeren(fall, befehl);
    case 'rueckgabegespraech_fuehren':
      return abgang.rueckgabegespraechFuehren(fall, befehl);
    case 'fallbesprechung_fuehren':
      return abgang.fallbesprechungFuehren(fall, befehl);
    case 'fallabgang_dokumentieren':
      return abgang.fallabgangDokumentieren(fall, befehl);
    case 'ohne_gespraech_beenden':
      return abgang.ohneGespraechBeenden(fall, befehl);
    case 'akh_festlegen':
      return akh.akhFestlegen(fall, befehl);
    case 'akh_frist_aendern':
      return akh.akhFristAendern(fall, befehl);
    case 'wiedervorlage_bearbeiten':
      return akh.wiedervorlageBearbeiten(fall, befehl);
    case 'externes_fm_beauftragen':
      return extern.externBeauftragen(fall, befehl);
    case 'zwischenbericht_erfassen':
      return extern.zwischenberichtErfassen(fall, befehl);
    case 'abschlussbericht_erfassen':
      return extern.abschlussberichtErfassen(fall, befehl);
    case 'verbleib_erfassen':
      return nachhaltung.verbleibErfassen(fall, befehl);
    case 'integration_pruefen':
      return nachhaltung.integrationPruefen(fall, befehl);
    case 'nachhaltung_uebertragen':
      return nachhaltung.nachhaltungUebertragen(fall, befehl);
    case 'umkehr_beantragen':
      return umkehr.umkehrBeantragen(fall, befehl);
    case 'umkehr_entscheiden':
      return umkehr.umkehrEntscheiden(fall, befehl);
    case 'berichtigen':
      return berichtigen(fall, befehl);
    case 'kalender_uebernehmen':
    case 'policy_uebernehmen':
    case 'begruendung_nachreichen':
      return decidePflege(fall, befehl);
    default:
      return exhaustive(befehl);
  }
}
