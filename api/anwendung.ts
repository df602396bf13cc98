import type { Angelegt } from './personen/formen.ts';
import { auskunft } from './auskunft/faelle.ts';
import * as ausscheiden from './personal/ausscheiden.ts';
import { erzeugeBefehlsausfuehrung, type Befehlsausfuehrung } from './befehle/ausfuehrung.ts';
import * as begleitpersonen from './personen/begleitpersonen.ts';
import * as einwilligungen from './einwilligungen/faelle.ts';
import * as fall from './faelle/faelle.ts';
import * as fallblatt from './faelle/fallblatt.ts';
import { ladeKonto } from './kern/konto.ts';
import * as bestreitung from './loeschung/bestreitung.ts';
import { fristerklaerung } from './faelle/fristerklaerung.ts';
import * as leseprotokoll from './leseprotokoll/faelle.ts';
import * as loeschung from './loeschung/faelle.ts';
import * as listen from './arbeitslisten/faelle.ts';
import { liesNutzlasten } from './nutzlasten/faelle.ts';
import * as organisation from './organisation/faelle.ts';
import * as personal from './personal/faelle.ts';
import * as personen from './personen/faelle.ts';
import * as policy from './policy/faelle.ts';
import * as migration from './policy/migration.ts';
import * as profil from './personen/profil.ts';
import { pruefakte } from './potenzial/faelle.ts';
import * as rueckmeldung from './rueckmeldung/faelle.ts';
import * as sonderzugriff from './sonderzugriff/faelle.ts';
import * as team from './team/faelle.ts';
import * as themen from './zuordnung/themen.ts';
import type { Konto, Umgebung } from './kern/umgebung.ts';
import { pruefsummeMit } from './kern/schluessel.ts';
import * as verzeichnis from './erbringer/faelle.ts';
import * as vormerkungen from './arbeitslisten/vormerkungen.ts';
import * as zuordnung from './zuordnung/faelle.ts';
import * as vertretung from './personal/vertretung.ts';

/** A use case that has its surroundings already. */
type Gebunden<F> = F extends (umgebung: Umgebung, ...rest: infer Rest) => infer Ergebnis
  ? (...rest: Rest) => Ergebnis
  : never;

const faelle = {
  fall: fall.liesFallansicht,
  ablauf: fall.liesAblauf,
  fristerklaerung,
  fallblatt: fallblatt.liesFallblatt,
  assessment: fallblatt.liesProtokoll,
  beginneZugriff: sonderzugriff.beginneZugriff,
  ungepruefteZugriffe: sonderzugriff.ungepruefteZugriffe,
  pruefeZugriff: sonderzugriff.pruefeZugriff,
  protokollDesFalls: leseprotokoll.protokollDesFalls,
  protokollDerPerson: leseprotokoll.protokollDerPerson,
};
const arbeitslisten = {
  meineFristen: listen.meineFristen,
  teamFristen: listen.teamFristen,
  nachhaltungen: listen.nachhaltungen,
  meineFaelle: listen.meineFaelle,
  wartendeVormerkungen: vormerkungen.wartendeVormerkungen,
  eingang: listen.eingang,
  liesNachricht: listen.liesNachricht,
};
const stammdaten = {
  auskunft,
  person: personen.liesPersonansicht,
  personen: personen.liesPersonenseite,
  legePersonAn: personen.legePersonAn,
  aenderePerson: personen.aenderePerson,
  legeBegleitpersonAn: begleitpersonen.legeBegleitpersonAn,
  aendereBegleitperson: begleitpersonen.aendereBegleitperson,
  einwilligungen: einwilligungen.einwilligungen,
  erteileEinwilligung: einwilligungen.erteileEinwilligung,
  widerrufeEinwilligung: einwilligungen.widerrufeEinwilligung,
  erstelleProfil: profil.erstelleProfil,
  erfasseHandlungsbedarf: profil.erfasseHandlungsbedarf,
  aendereHandlungsbedarf: profil.aendereHandlungsbedarf,
  personal: organisation.personal,
  teams: organisation.teams,
  abweichungen: organisation.abweichungen,
  fuegeAbweichungHinzu: organisation.fuegeAbweichungHinzu,
};
const policyfaelle = {
  policies: policy.policies,
  policyansicht: policy.policyansicht,
  entwerfePolicy: policy.entwerfePolicy,
  gibPolicyFrei: policy.gibPolicyFrei,
  schaueMigrationVor: migration.schaueMigrationVor,
  policymigration: migration.policymigration,
  fuehreMigrationAus: migration.fuehreMigrationAus,
};
const leistungsfaelle = {
  erbringerseite: verzeichnis.erbringerseite,
  erbringer: verzeichnis.erbringer,
  legeErbringerAn: verzeichnis.legeErbringerAn,
  aendereErbringer: verzeichnis.aendereErbringer,
  angebotsluecken: verzeichnis.angebotsluecken,
  schliesseVereinbarung: verzeichnis.schliesseVereinbarung,
  zeigeZugang: rueckmeldung.zeigeZugang,
  meldeZurueck: rueckmeldung.meldeZurueck,
};
const loeschfaelle = {
  loeschsperren: loeschung.loeschsperren,
  setzeLoeschsperre: loeschung.setzeLoeschsperre,
  hebeLoeschsperreAuf: loeschung.hebeLoeschsperreAuf,
  loeschantraege: loeschung.loeschantraege,
  beantrageLoeschung: loeschung.beantrageLoeschung,
  bestaetigeLoeschung: loeschung.bestaetigeLoeschung,
  nimmLoeschungZurueck: loeschung.nimmLoeschungZurueck,
  bedarfspruefungen: loeschung.bedarfspruefungen,
  entscheideBedarf: loeschung.entscheideBedarf,
  unterlagen: loeschung.unterlagen,
  bestreitungen: bestreitung.bestreitungen,
  bestreite: bestreitung.bestreite,
  erledigeBestreitung: bestreitung.erledigeBestreitung,
};
const vorgangsfaelle = {
  pruefakte,
  liesNutzlasten,
  teamkalender: team.teamkalender,
  ziehungen: team.ziehungen,
};
const zuordnungsfaelle = {
  zuordnungsvorschlaege: zuordnung.zuordnungsvorschlaege,
  auslastungen: zuordnung.auslastungen,
  themen: themen.themen,
  legeThemaAn: themen.legeThemaAn,
  aendereThema: themen.aendereThema,
  vermerkeInteressenkonflikt: themen.vermerkeInteressenkonflikt,
  hebeInteressenkonfliktAuf: themen.hebeInteressenkonfliktAuf,
};
const personalfaelle = {
  legeMitarbeitendeAn: personal.legeMitarbeitendeAn,
  aendereMitarbeitende: personal.aendereMitarbeitende,
  legeTeamAn: personal.legeTeamAn,
  aendereTeam: personal.aendereTeam,
  erfasseQualifikation: personal.erfasseQualifikation,
  qualifizierung: personal.qualifizierung,
  abwesenheiten: vertretung.abwesenheiten,
  meldeAbwesenheit: vertretung.meldeAbwesenheit,
  aendereAbwesenheit: vertretung.aendereAbwesenheit,
  storniereAbwesenheit: vertretung.storniereAbwesenheit,
  legeRingFest: vertretung.legeRingFest,
  vertretungsring: vertretung.vertretungsring,
  ausscheidensvorschau: ausscheiden.ausscheidensvorschau,
};
const ANWENDUNGSFAELLE = {
  ...faelle,
  ...arbeitslisten,
  ...stammdaten,
  ...zuordnungsfaelle,
  ...vorgangsfaelle,
  ...leistungsfaelle,
  ...loeschfaelle,
  ...policyfaelle,
  ...personalfaelle,
};
type Anwendungsfaelle = {
  readonly [Name in keyof typeof ANWENDUNGSFAELLE]: Gebunden<(typeof ANWENDUNGSFAELLE)[Name]>;
};

/** Everything a clerk can do, for the JSON routes and for the pages alike (style.md P7). */
export type Anwendung = Anwendungsfaelle & {
  readonly konto: (subjekt: string) => Promise<Konto>;
  readonly befehl: Befehlsausfuehrung;
  readonly scheideAus: (konto: Konto, auftrag: ausscheiden.Ausscheidensauftrag) => Promise<Angelegt>;
};

export function erzeugeAnwendung(mittel: Omit<Umgebung, 'pruefsumme'>): Anwendung {
  const umgebung: Umgebung = { ...mittel, pruefsumme: pruefsummeMit(mittel.tresor) };
  const befehl = erzeugeBefehlsausfuehrung(umgebung);
  const gebunden = Object.fromEntries(
    Object.entries(ANWENDUNGSFAELLE).map(([name, wirke]) => [
      name,
      (...rest: unknown[]) => (wirke as (...alle: unknown[]) => unknown)(umgebung, ...rest),
    ]),
  ) as Anwendungsfaelle;
  return {
    ...gebunden,
    konto: (subjekt) => ladeKonto(umgebung, subjekt),
    befehl,
    scheideAus: (konto, auftrag) => ausscheiden.scheideAus({ umgebung, befehl }, konto, auftrag),
  };
}
