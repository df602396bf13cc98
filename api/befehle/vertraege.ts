import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import * as abgang from './formen/abgang.ts';
import * as begleitung from './formen/begleitung.ts';
import * as beratung from './formen/beratung.ts';
import * as kontakt from './formen/kontakt.ts';
import * as leistung from './formen/leistung.ts';
import * as netzwerk from './formen/netzwerk.ts';
import * as nachhaltung from './formen/nachhaltung.ts';
import * as planung from './formen/planung.ts';
import * as extern from './formen/extern.ts';
import { POTENZIALVERTRAEGE, type Potenzialvertrag } from './formen/potenzial.ts';
import { TEAMVERTRAEGE, type Teamvertrag } from './formen/team.ts';
import type { Befehlsvertrag } from './vertrag.ts';
import * as vormerkung from './formen/vormerkung.ts';
import * as zugang from './formen/zugang.ts';
import * as entscheidung from './formen/zugangsentscheidung.ts';

/** Every command of a clerk on a Fall, in the order of the procedure. */
export const BEFEHLSVERTRAEGE: readonly Befehlsvertrag[] = [
  vormerkung.vormerken,
  vormerkung.imJourFixeVormerken,
  vormerkung.u25UebergabeAnmelden,
  vormerkung.fallUebernehmen,
  vormerkung.vormerkungBeantworten,
  zugang.zuordnen,
  zugang.ohneWarmeUebergabeZuordnen,
  zugang.terminVereinbaren,
  zugang.fmWechseln,
  zugang.papWechseln,
  kontakt.terminVerlegen,
  zugang.uebernahmegespraechFuehren,
  zugang.zurueckziehen,
  entscheidung.zugangEntscheiden,
  entscheidung.abweichungBeantragen,
  entscheidung.abweichungEntscheiden,
  beratung.erstgespraechFuehren,
  beratung.arbeitsbuendnisSchliessen,
  beratung.arbeitsbuendnisScheitern,
  beratung.assessmentBeginnen,
  beratung.eintragErfassen,
  beratung.reaktionErfassen,
  beratung.assessmentAbschliessen,
  planung.teilzielSetzen,
  planung.integrationsplanAufstellen,
  planung.teilzielAnpassen,
  planung.teilzielStandFesthalten,
  planung.zielaenderungVorschlagen,
  planung.zielaenderungEntscheiden,
  planung.vereinbarungAbschliessen,
  planung.vereinbarungScheitern,
  planung.vereinbarungFortschreiben,
  begleitung.ueberpruefen,
  begleitung.standortgespraechFuehren,
  kontakt.kontaktErfassen,
  kontakt.begleitpersonInformieren,
  kontakt.massnahmeBeginnen,
  kontakt.massnahmeBeenden,
  kontakt.gutachtenEinleiten,
  kontakt.unterlagenErfassen,
  leistung.leistungZuweisen,
  leistung.leistungEinbeziehen,
  leistung.leistungBeginnen,
  leistung.leistungBeenden,
  leistung.abbruchPruefen,
  leistung.rueckmeldungAnfordern,
  leistung.rueckmeldungenPruefen,
  netzwerk.fallkonferenzFuehren,
  netzwerk.angebotslueckeMelden,
  begleitung.feedbackGeben,
  begleitung.begruendungNachreichen,
  extern.externesFmBeauftragen,
  extern.zwischenberichtErfassen,
  extern.abschlussberichtErfassen,
  abgang.abgangEinleiten,
  abgang.abgangZuruecknehmen,
  abgang.stelleKlaeren,
  abgang.rueckgabegespraechFuehren,
  abgang.fallbesprechungFuehren,
  abgang.fallabgangDokumentieren,
  abgang.akhFestlegen,
  abgang.akhFristAendern,
  abgang.wiedervorlageBearbeiten,
  abgang.ohneGespraechBeenden,
  nachhaltung.verbleibErfassen,
  nachhaltung.integrationPruefen,
  nachhaltung.nachhaltungUebertragen,
  nachhaltung.umkehrBeantragen,
  nachhaltung.umkehrEntscheiden,
  abgang.berichtigen,
];

export type JederVertrag = Befehlsvertrag | Potenzialvertrag | Teamvertrag;

/** Every command of a clerk on whatever Vorgang. */
export const VERTRAEGE: readonly JederVertrag[] = [
  ...BEFEHLSVERTRAEGE,
  ...POTENZIALVERTRAEGE,
  ...TEAMVERTRAEGE,
];

/** @throws when there is no such command on a Fall. */
export function vertragFuer(befehl: Sachbefehl): Befehlsvertrag {
  const gefunden = BEFEHLSVERTRAEGE.find((v) => v.befehl === befehl);
  if (gefunden === undefined) throw new Error(`Kein Vertrag für ${befehl}`);
  return gefunden;
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
