import type { Abgebend, Befehlsname, Eroeffnungsname } from '../../domain/fall/befehle.ts';
import type { Abgangsbefehl } from '../../domain/fall/befehle/abgang.ts';
import type { Begleitungsbefehl } from '../../domain/fall/befehle/begleitung.ts';
import type { Externbefehl } from '../../domain/fall/befehle/extern.ts';
import type { Kontaktbefehl } from '../../domain/fall/befehle/kontakt.ts';
import type { Zugangsbefehl } from '../../domain/fall/befehle/zugang.ts';
import { kalenderFuer } from '../../domain/frist/kalender.ts';
import { plusMonate, plusTage } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { STANDARDWAHL } from '../../domain/policy/wahl.ts';
import { REGELWERK } from '../../domain/vorgang/regelwerk.ts';
import { GEEIGNET } from '../probehaus/befehle.ts';
import { leistung } from './leistungsvorgaben.ts';
import { BEDARFE, beratung, EINWILLIGUNG, planung } from './planungsvorgaben.ts';
import type { Eigenes, Vorgaben } from './vorgabenform.ts';

export const PAP = '1b7c2a7e-0000-4000-8000-000000000001';
const PAP2 = '1b7c2a7e-0000-4000-8000-00000000000a';
export const FM = '1b7c2a7e-0000-4000-8000-000000000002';
export const EXTERN = '1b7c2a7e-0000-4000-8000-000000000009';
export const FM2 = '1b7c2a7e-0000-4000-8000-000000000012';
export const TL = '1b7c2a7e-0000-4000-8000-000000000003';
export const AV = '1b7c2a7e-0000-4000-8000-000000000004';
export const FM_U25 = '1b7c2a7e-0000-4000-8000-000000000005';
export const FM_SPEZIAL = '1b7c2a7e-0000-4000-8000-000000000006';
const HB = kalenderFuer('HB');

/** As release 0.1 founded a case: it named no Regelwerk. */
export const GRUENDUNG_01 = {
  personId: '1b7c2a7e-0000-4000-8000-0000000000a1',
  fallnummer: 'F-2026-00001',
  team: '1b7c2a7e-0000-4000-8000-0000000000b1',
  pap: PAP,
  abgebend: null,
  vorgaengerFallId: null,
  laufendeNummer: 1,
  policy: STANDARDWAHL,
  kalender: HB,
};
export const GRUENDUNG = { ...GRUENDUNG_01, regelwerk: REGELWERK };

type Eroeffnungsdaten = Pick<
  Eigenes<'vormerken'>,
  'gruendung' | 'erlaeutertAm' | 'einschaetzungKriteriumB' | 'person'
>;

const eroeffnung = (at: string, abgebend: Abgebend | null): Eroeffnungsdaten => ({
  gruendung: { ...GRUENDUNG, abgebend },
  erlaeutertAm: ortstag(at),
  einschaetzungKriteriumB: null,
  person: GEEIGNET,
});

const URTEIL = {
  kriteriumB: 'ja',
  komplex: null,
  integrationNachrangig: false,
  fmVorgestelltAm: null,
  person: GEEIGNET,
} as const;

const vormerkung = (at: string): Vorgaben<Eroeffnungsname> => ({
  vormerken: { ...eroeffnung(at, null), adressatErsetzt: false },
  im_jour_fixe_vormerken: {
    ...eroeffnung(at, { rolle: 'jour_fixe_av', id: AV }),
    anruf: { fm: FM, ergebnis: 'feste_termine' },
    fmIstFallmanager: true,
    themen: [],
  },
  u25_uebergabe_anmelden: {
    ...eroeffnung(at, { rolle: 'fm_u25', id: FM_U25 }),
    uebergabe: { am: plusMonate(ortstag(at), 4), ue25: true },
  },
  fall_uebernehmen: {
    gruendung: GRUENDUNG,
    person: GEEIGNET,
    bestand: {
      vorgemerktAm: '2024-11-12',
      zuordnung: { am: '2024-11-19', fm: FM },
      uebernahmegespraechAm: '2024-11-22',
      erstgespraechAm: '2024-11-22',
      fallzugangAm: '2024-11-22',
      vereinbarungenAm: [],
      kontakteAm: [],
      ueberpruefungenAm: [],
      standortgespraecheAm: [],
      feedbackAm: null,
    },
  },
});

const zugang = (at: string): Vorgaben<Exclude<Zugangsbefehl['befehl'], Eroeffnungsname>> => ({
  vormerkung_beantworten: {},
  u25_uebergabe_verlegen: { uebergabe: { am: plusMonate(ortstag(at), 5), ue25: true } },
  zuordnen: { fm: FM, fmIstFallmanager: true },
  zuordnung_zuruecknehmen: { besprochen: false, fmHatGehandelt: false },
  pap_wechseln: { von: PAP, pap: PAP2 },
  fm_wechseln: { fm: FM2, fmIstFallmanager: true, warmeUebergabeAm: null },
  ohne_warme_uebergabe_zuordnen: { fm: FM, fmIstFallmanager: true, last: null, thema: null },
  uebernahmegespraech_vereinbaren: { termin: ortstag(at) },
  uebernahmegespraech_fuehren: {
    teilnehmer: ['bewerber', 'pap', 'fm'],
    art: 'persoenlich',
    imFmBuero: true,
    person: GEEIGNET,
  },
  uebergabe_bestaetigen: {
    was: 'termin',
    bestaetigt: { gespraech: 'uebernahme', eintrag: 1, termin: ortstag(at), durch: ['fm'] },
  },
  zurueckziehen: {},
  zugang_entscheiden: {
    ...URTEIL,
    ergebnis: 'uebernahme',
    besprochenAm: null,
    grund: 'sonstiges',
    weiterleitung: null,
  },
  abweichung_beantragen: {
    ...URTEIL,
    person: { ...GEEIGNET, zaehlendeHandlungsbedarfe: 2 },
    prophylaxe: {
      neuzugang: true,
      risikoLangzeitarbeitslosigkeit: true,
      wahrscheinlichkeitMinimierbar: true,
    },
  },
  abweichung_entscheiden: { gewaehrt: true, person: { ...GEEIGNET, zaehlendeHandlungsbedarfe: 2 } },
});

const begleitung = (): Vorgaben<Begleitungsbefehl['befehl']> => ({
  ueberpruefen: { ergebnis: 'fortfuehrung', abgang: null, person: GEEIGNET, kriteriumB: 'ja' },
  standortgespraech_fuehren: {
    ergebnis: 'verbleib',
    art: 'persoenlich',
    handlungsbedarfeBewertet: 3,
    person: GEEIGNET,
    bewertungen: BEDARFE.map(({ id, status }) => ({ handlungsbedarf: id, stand: status })),
    bedarfe: BEDARFE.map((bedarf) => ({ ...bedarf, abgebautAm: null })),
  },
  feedback_geben: {},
});

const extern = (at: string): Vorgaben<Externbefehl['befehl']> => ({
  externes_fm_beauftragen: { fm: EXTERN, fmIstExtern: true, rasterMonate: 3, fallbesprechungAm: ortstag(at) },
  zwischenbericht_erfassen: {},
  abschlussbericht_erfassen: { fallbesprechungAm: ortstag(at) },
});

export const BEGLEITPERSONEN = [
  '1b7c2a7e-0000-4000-8000-0000000000e1',
  '1b7c2a7e-0000-4000-8000-0000000000e2',
] as const;
const ABSAGE = { begleitpersonInformieren: true, begleitpersonen: BEGLEITPERSONEN.slice(0, 1) };

const kontakt = (at: string): Vorgaben<Kontaktbefehl['befehl']> => ({
  kontakt_erfassen: {
    anlass: 'laufend',
    art: 'persoenlich',
    status: 'durchgefuehrt',
    termin: null,
    ...ABSAGE,
  },
  termin_verlegen: { termin: null, ...ABSAGE },
  begleitperson_informieren: { nummer: null },
  massnahme_beginnen: { von: ortstag(at), bis: plusTage(ortstag(at), 60) },
  massnahme_beenden: { abbruch: false },
  gutachten_einleiten: { einwilligung: EINWILLIGUNG, gedeckt: true },
  gutachten_unterlagen_erfassen: { nummer: null },
});

const abgang = (at: string): Vorgaben<Abgangsbefehl['befehl']> => ({
  abgang_einleiten: { abgang: { grund: 'X2', kriterienEntfallen: false, ohneFmMoeglich: false } },
  abgang_zuruecknehmen: {},
  aufnehmende_stelle_klaeren: { weg: 'vormaliger_pap', pap: PAP, vormaligerPapGefragtAm: null },
  rueckgabegespraech_fuehren: { teilnehmer: ['bewerber', 'pap', 'fm'], art: 'persoenlich' },
  fallbesprechung_fuehren: {},
  fallabgang_dokumentieren: {
    person: { ...GEEIGNET, profilAngepasstAm: ortstag(at), massgeblicherBedarfReduziert: true },
    administrativ: null,
    zielerreichung: 'teilweise',
  },
  akh_festlegen: {
    person: { ...GEEIGNET, profilAngepasstAm: ortstag(at) },
    zielerreichung: 'nicht_erreicht',
    gruende: ['kein_steuerungsvermoegen'],
    von: ortstag(at),
    bis: plusMonate(ortstag(at), 12),
    sgb12Geprueft: false,
  },
  akh_frist_aendern: { bis: plusMonate(ortstag(at), 18) },
  wiedervorlage_bearbeiten: { person: GEEIGNET },
  ohne_gespraech_beenden: { grund: 'X7', administrativ: null },
  verbleib_erfassen: {
    messpunkt: 6,
    arbeitsaufnahmeAm: ortstag(at),
    angaben: {
      ausbildungsaufnahmeAm: null,
      svPflichtig: true,
      leistungsbezug: false,
      neuerAntrag: null,
      ursacheUnbekannt: null,
      quelle: 'person',
    },
  },
  integration_pruefen: { besteht: true, endeAm: null },
  nachhaltung_uebertragen: { fm: FM, fmIstFallmanager: true },
  umkehr_beantragen: { neuerFall: false, verfaellt: true },
  umkehr_entscheiden: { gewaehrt: true, neuerFall: false },
});

/** The data of a complete, admissible command of every kind, at an instant. */
export const vorgaben = (at: string): Vorgaben<Befehlsname> => ({
  ...vormerkung(at),
  ...zugang(at),
  ...beratung(at),
  ...planung(at),
  ...begleitung(),
  ...extern(at),
  ...kontakt(at),
  ...leistung(at),
  ...abgang(at),
  berichtigen: { bezug: { ereignis: 'x', art: 'kontakt_erfasst', akteur: FM }, neuesDatum: '2024-11-22' },
  eintrag_zurueckziehen: {
    bezug: { ereignis: 'x', art: 'kontakt_erfasst', akteur: FM },
    ...{ teile: [{ ereignis: 'x' }], folgenreich: false, unterlagen: [], eintragAm: ortstag(at) },
    ...{ zaehlt: true, falscheAkte: false, ziel: null },
  },
  eintrag_uebernehmen: {
    kontakt: { anlass: 'laufend', status: 'durchgefuehrt', termin: null, zaehlt: true },
    ...{ eintragAm: ortstag(at), unterlagen: [] },
  },
  begruendung_nachreichen: { regel: 'V-74' },
  kalender_uebernehmen: { kalender: HB },
  policy_uebernehmen: { policy: { version: 'andere', basis: 'ba-2010', aenderungen: {} } },
  regelwerk_uebernehmen: { regelwerk: 3 },
  handlungsbedarfe_uebernehmen: { zaehlende: 2 },
  personenstand_uebernehmen: { wegfall: 'tod' },
});
