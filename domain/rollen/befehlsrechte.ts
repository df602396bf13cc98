import type { Befehlsname, Meldungsname } from '../fall/befehle.ts';
import { aufnehmenderPapVon, beauftragungIn, fmVon, type BestehenderFall } from '../fall/fall.ts';
import type { Rolle } from '../kennungen.ts';
import { DATENKLASSEN, recht, type Datenklasse, type Rechtsbeziehung } from './matrix.ts';

/** How somebody stands to a case by what it says itself; reasons and draws come on top (matrix.ts). */
export type Beziehung =
  | Extract<
      Rechtsbeziehung,
      'zustaendig' | 'vertretung' | 'beauftragt' | 'abgebend' | 'aufnehmend' | 'team' | 'termin'
    >
  | 'keine';

/** A colleague as far as rights ask. */
export type Berechtigter = {
  readonly id: string;
  readonly rolle: Rolle;
  /** Teams the person leads (Teamleitung) or oversees (Bereichsleitung). */
  readonly teams: readonly string[];
  /** Fallmanager the person represents today (TR52). */
  readonly vertritt: readonly { readonly id: string }[];
};

/** What rights need to know of a case. */
export type Fallbezug = {
  readonly team: string;
  readonly fm: string | null;
  readonly pap: string | null;
  /** R05: who receives the person (TR42). */
  readonly aufnehmenderPap: string | null;
  /** R23: whom the case is entrusted to. */
  readonly extern: string | null;
  /** FM U25 or AV of the Jour-Fixe who handed over (R09, R11). */
  readonly abgebend: string | null;
  /** Specialised FM the person was passed on to (TR16, R10). */
  readonly weitergeleitetAn: string | null;
};

/** Who has to do with a case, from its state. */
export function fallbezugVon(fall: BestehenderFall): Fallbezug {
  return {
    team: fall.team,
    fm: fmVon(fall),
    pap: fall.pap,
    aufnehmenderPap: aufnehmenderPapVon(fall),
    extern: beauftragungIn(fall)?.fm ?? null,
    abgebend: fall.abgebend?.id ?? null,
    weitergeleitetAn: fall.zustand === 'weitergeleitet' ? fall.weiterleitung.an : null,
  };
}

/** Commands of the clerk; the rest of the workflow's commands come from the system itself. */
export type Sachbefehl = Exclude<Befehlsname, Meldungsname>;

/** rollen.md 2, 3: who may do what. A role not named here may not. */
export const BEFEHLSRECHTE: Readonly<Record<Sachbefehl, readonly Rolle[]>> = {
  vormerken: ['pap'],
  im_jour_fixe_vormerken: ['jour_fixe_av'],
  u25_uebergabe_anmelden: ['fm_u25'],
  u25_uebergabe_verlegen: ['fm', 'fm_u25', 'tl'],
  fall_uebernehmen: ['tl'],
  vormerkung_beantworten: ['tl'],
  zuordnen: ['tl'],
  ohne_warme_uebergabe_zuordnen: ['tl'],
  zuordnung_zuruecknehmen: ['tl'],
  uebernahmegespraech_vereinbaren: ['fm'],
  fm_wechseln: ['tl'],
  pap_wechseln: ['tl', 'bereichsleitung'],
  termin_verlegen: ['fm', 'pap', 'fm_u25', 'tl', 'service_center'],
  uebernahmegespraech_fuehren: ['fm'],
  uebergabe_bestaetigen: ['fm', 'pap', 'fm_u25', 'jour_fixe_av'],
  zurueckziehen: ['pap', 'fm_u25', 'jour_fixe_av', 'tl'],
  zugang_entscheiden: ['fm'],
  abweichung_beantragen: ['fm'],
  abweichung_entscheiden: ['tl'],
  erstgespraech_fuehren: ['fm', 'fm_extern'],
  rechtsfolgen_benennen: ['fm', 'fm_extern'],
  arbeitsbuendnis_schliessen: ['fm', 'fm_extern'],
  assessment_beginnen: ['fm', 'fm_extern'],
  assessment_eintrag_erfassen: ['fm', 'fm_extern'],
  assessment_reaktion_erfassen: ['fm', 'fm_extern'],
  assessment_abschliessen: ['fm', 'fm_extern'],
  integrationsplan_aufstellen: ['fm'],
  teilziel_setzen: ['fm'],
  // Who changes a goal and who only proposes: V-52 tells either of them why not.
  teilziel_anpassen: ['fm', 'fm_extern'],
  teilziel_stand_festhalten: ['fm', 'fm_extern'],
  zielaenderung_vorschlagen: ['fm', 'fm_extern'],
  zielaenderung_entscheiden: ['fm'],
  vereinbarung_abschliessen: ['fm'],
  vereinbarung_scheitern: ['fm'],
  vereinbarung_fortschreiben: ['fm'],
  ueberpruefen: ['fm'],
  standortgespraech_fuehren: ['fm'],
  abgang_einleiten: ['fm'],
  abgang_zuruecknehmen: ['fm'],
  aufnehmende_stelle_klaeren: ['fm'],
  rueckgabegespraech_fuehren: ['fm'],
  fallbesprechung_fuehren: ['fm'],
  fallabgang_dokumentieren: ['fm'],
  akh_festlegen: ['fm'],
  // A pAp who tries is told by V-62 why not.
  akh_frist_aendern: ['fm', 'tl', 'pap'],
  wiedervorlage_bearbeiten: ['pap'],
  ohne_gespraech_beenden: ['fm'],
  arbeitsbuendnis_scheitern: ['fm'],
  massnahme_beginnen: ['fm'],
  massnahme_beenden: ['fm'],
  gutachten_einleiten: ['fm'],
  gutachten_unterlagen_erfassen: ['fm'],
  begleitperson_informieren: ['fm'],
  leistung_zuweisen: ['fm'],
  leistung_einbeziehen: ['fm'],
  leistung_beginnen: ['fm'],
  leistung_beenden: ['fm'],
  abbruch_pruefen: ['fm'],
  rueckmeldung_anfordern: ['fm'],
  rueckmeldungen_pruefen: ['fm'],
  fallkonferenz_fuehren: ['fm'],
  angebotsluecke_melden: ['fm'],
  kontakt_erfassen: ['fm', 'fm_extern', 'service_center'],
  feedback_geben: ['fm'],
  // R23, V-52: a third party reports and talks; goals, agreements and every decision stay with the Fallmanager.
  externes_fm_beauftragen: ['tl'],
  zwischenbericht_erfassen: ['fm', 'fm_extern'],
  abschlussbericht_erfassen: ['fm', 'fm_extern'],
  verbleib_erfassen: ['fm'],
  integration_pruefen: ['fm'],
  nachhaltung_uebertragen: ['tl'],
  berichtigen: ['fm', 'fm_extern', 'pap', 'fm_u25', 'jour_fixe_av', 'tl'],
  eintrag_zurueckziehen: ['fm', 'fm_extern', 'pap', 'fm_u25', 'jour_fixe_av', 'tl'],
  umkehr_beantragen: ['fm'],
  umkehr_entscheiden: ['tl'],
  begruendung_nachreichen: ['fm', 'pap', 'fm_u25', 'jour_fixe_av', 'tl'],
};

/**
 * What a Vertretung may do (R08): telephone, post and appointments, so that nothing is left lying. Talks that bind the
 * person to their Fallmanager, plans, agreements, and every decision about access, Verbleib and exit wait for the
 * Fallmanager or need a change of the responsible one (TR51).
 */
const VERTRETUNGSBEFEHLE: ReadonlySet<Sachbefehl> = new Set<Sachbefehl>([
  'uebernahmegespraech_vereinbaren',
  'termin_verlegen',
  'uebergabe_bestaetigen',
  'kontakt_erfassen',
  'begleitperson_informieren',
  'berichtigen',
  'eintrag_zurueckziehen',
]);

/** The relation of a colleague to a case; it decides what "own" means in the matrix. */
export function beziehungZu(wer: Berechtigter, fall: Fallbezug): Beziehung {
  switch (wer.rolle) {
    case 'fm_extern':
      return fall.extern === wer.id ? 'beauftragt' : 'keine';
    case 'fm':
      if (fall.fm === wer.id) return 'zustaendig';
      return wer.vertritt.some(({ id }) => id === fall.fm) ? 'vertretung' : 'keine';
    case 'pap':
      if (fall.aufnehmenderPap === wer.id) return 'aufnehmend';
      return fall.pap === wer.id ? 'abgebend' : 'keine';
    case 'fm_u25':
    case 'jour_fixe_av':
      return fall.abgebend === wer.id ? 'abgebend' : 'keine';
    case 'fm_spezial':
      return fall.weitergeleitetAn === wer.id ? 'aufnehmend' : 'keine';
    // Steers places and contingents (R18), runs the system (R26), reads the log (R27); reads no case.
    case 'koordinator':
    case 'administration':
    case 'datenschutz':
      return 'keine';
    case 'tl':
    case 'bereichsleitung':
    case 'controlling':
      return wer.teams.includes(fall.team) ? 'team' : 'keine';
    // Cancels appointments for the whole office (R24); reads no case.
    case 'service_center':
      return 'termin';
  }
}

/** May this colleague give this command on this case? */
export function darf(wer: Berechtigter, befehl: Sachbefehl, fall: Fallbezug): boolean {
  if (!BEFEHLSRECHTE[befehl].includes(wer.rolle)) return false;
  const beziehung = beziehungZu(wer, fall);
  return beziehung === 'vertretung' ? VERTRETUNGSBEFEHLE.has(befehl) : beziehung !== 'keine';
}

const FUEHREND: readonly Beziehung[] = ['zustaendig', 'vertretung', 'beauftragt'];

/** DS-01, V-35: who leads a case, stands in for whoever does, or is entrusted with it; its restricted area is theirs alone. */
export function fuehrt(wer: Berechtigter, fall: Fallbezug): boolean {
  return FUEHREND.includes(beziehungZu(wer, fall));
}

/** The Fallmanager whose cases a colleague has before them: the own ones, and of those they represent today. */
export function alsFm({ id, vertritt }: Pick<Berechtigter, 'id' | 'vertritt'>): string[] {
  return [id, ...vertritt.map((v) => v.id)];
}

/** Whom the colleague stands in for when acting on the case; null when acting in their own right. */
export function vertretenIn(wer: Berechtigter, fall: Fallbezug): string | null {
  return beziehungZu(wer, fall) === 'vertretung' ? fall.fm : null;
}

/** A case linked with another one (TR64), and how whoever leads it stands to that other one. */
export type Verbindung = {
  readonly fallId: string;
  readonly beziehung: 'uebernehmend' | 'weiterleitend';
  readonly team: string;
  readonly fm: string | null;
};

/** The links over which a colleague may look at a case: they lead the linked one, or its team. */
export function verbindungenVon(wer: Berechtigter, verbunden: readonly Verbindung[]): readonly Verbindung[] {
  return verbunden.filter(({ beziehung, team, fm }) => {
    const eigener = wer.teams.includes(team) || (fm !== null && alsFm(wer).includes(fm));
    return eigener && recht(wer.rolle, beziehung).liest.length > 0;
  });
}

/** Of K1 they get figures, case numbers or appointments in lists, never the case (R13, R15, R24), or nothing (R18, R26, R27). */
const OHNE_AKTE: readonly Rolle[] = [
  ...(['bereichsleitung', 'controlling', 'service_center'] as const),
  ...(['koordinator', 'administration', 'datenschutz'] as const),
];

/** Does a role read cases at all, where it has to do with them? */
export const liestFaelle = (rolle: Rolle): boolean => !OHNE_AKTE.includes(rolle);

/** May this colleague read the process data (K1) of the case? */
export function darfLesen(wer: Berechtigter, fall: Fallbezug): boolean {
  return liestFaelle(wer.rolle) && beziehungZu(wer, fall) !== 'keine';
}

/** May this colleague read who looked at the case and changed it (K7)? R27 does so of the whole house, without a relation. */
export function darfProtokollLesen(wer: Berechtigter, fall: Fallbezug): boolean {
  const beziehung = beziehungZu(wer, fall);
  return beziehung !== 'keine' && recht(wer.rolle, beziehung).liest.includes('K7');
}

/** The classes of texts this colleague may read in the case (rollen.md 3); none without a relation to it. */
export function lesbareKlassen(wer: Berechtigter, fall: Fallbezug): readonly Datenklasse[] {
  const beziehung = beziehungZu(wer, fall);
  if (beziehung === 'keine') return [];
  const { liest } = recht(wer.rolle, beziehung);
  return DATENKLASSEN.filter((klasse) => liest.includes(klasse));
}
