import { describe, expect, it } from 'vitest';
import type { Befehlsname } from '../../../domain/fall/befehle.ts';
import { ZUSTAENDE, type Zustand } from '../../../domain/kennungen.ts';
import { antwort, befehl, ohneText } from '../../../tools/simulation/bauen.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const OFFEN: readonly Zustand[] = ['aktiv', 'standort_faellig', 'aktiv_verlaengert'];
const MIT_ABGANG: readonly Zustand[] = [...OFFEN, 'abgang_eingeleitet'];
const VOR: readonly Zustand[] = ['vorgemerkt', 'zugeordnet', 'uebernahme_terminiert', 'zugangspruefung'];

type Zeile = { readonly tr: string; readonly in: readonly Zustand[] };

/** Where each command is possible (zustaende.md 3); elsewhere it is refused with the id of its transition. */
const TABELLE: Partial<Record<Befehlsname, Zeile>> = {
  vormerken: { tr: 'TR03', in: [] },
  im_jour_fixe_vormerken: { tr: 'TR04', in: [] },
  u25_uebergabe_anmelden: { tr: 'TR05', in: [] },
  fall_uebernehmen: { tr: 'TR03', in: [] },
  vormerkung_beantworten: { tr: 'TR03', in: ['vorgemerkt'] },
  zuordnen: { tr: 'TR07', in: ['vorgemerkt'] },
  // Only out of the Jour-Fixe; the cases of the table come from the pAp.
  ohne_warme_uebergabe_zuordnen: { tr: 'TR08', in: [] },
  uebernahmegespraech_vereinbaren: { tr: 'TR10', in: ['zugeordnet'] },
  termin_verlegen: { tr: 'TR11', in: ['uebernahme_terminiert'] },
  uebernahmegespraech_fuehren: { tr: 'TR12', in: ['uebernahme_terminiert'] },
  zurueckziehen: { tr: 'TR13', in: VOR },
  zugang_entscheiden: { tr: 'TR14', in: ['zugangspruefung'] },
  abweichung_beantragen: { tr: 'TR19', in: ['zugangspruefung'] },
  // A decision waits for its request.
  abweichung_entscheiden: { tr: 'TR19', in: [] },
  erstgespraech_fuehren: { tr: 'TR20', in: ['zugangspruefung', ...OFFEN] },
  arbeitsbuendnis_schliessen: { tr: 'TR21', in: OFFEN },
  // The Assessment of the table runs already.
  assessment_beginnen: { tr: 'TR23', in: [] },
  assessment_eintrag_erfassen: { tr: 'TR23', in: OFFEN },
  assessment_reaktion_erfassen: { tr: 'TR23', in: OFFEN },
  assessment_abschliessen: { tr: 'TR23', in: OFFEN },
  integrationsplan_aufstellen: { tr: 'TR26', in: OFFEN },
  teilziel_setzen: { tr: 'TR26', in: OFFEN },
  teilziel_anpassen: { tr: 'TR26', in: OFFEN },
  teilziel_stand_festhalten: { tr: 'TR26', in: OFFEN },
  vereinbarung_scheitern: { tr: 'TR28', in: OFFEN },
  vereinbarung_fortschreiben: { tr: 'TR56', in: MIT_ABGANG },
  ueberpruefen: { tr: 'TR36', in: OFFEN },
  standortgespraech_fuehren: { tr: 'TR39', in: OFFEN },
  abgang_einleiten: { tr: 'TR37', in: OFFEN },
  abgang_zuruecknehmen: { tr: 'TR46', in: ['abgang_eingeleitet'] },
  aufnehmende_stelle_klaeren: { tr: 'TR42', in: ['abgang_eingeleitet'] },
  rueckgabegespraech_fuehren: { tr: 'TR43', in: ['abgang_eingeleitet'] },
  fallbesprechung_fuehren: { tr: 'TR43', in: ['abgang_eingeleitet'] },
  fallabgang_dokumentieren: { tr: 'TR44', in: ['abgang_eingeleitet'] },
  ohne_gespraech_beenden: { tr: 'TR50', in: MIT_ABGANG },
  kontakt_erfassen: {
    tr: 'TR54',
    in: ['zugeordnet', 'uebernahme_terminiert', 'zugangspruefung', ...MIT_ABGANG],
  },
  feedback_geben: { tr: 'TR55', in: MIT_ABGANG },
  externes_fm_beauftragen: { tr: 'V-52', in: OFFEN },
  // Without a commission there is nothing to report on; extern.test.ts has one.
  zwischenbericht_erfassen: { tr: 'V-52', in: [] },
  abschlussbericht_erfassen: { tr: 'V-52', in: [] },
  verbleib_erfassen: { tr: 'TR57', in: ['beendet'] },
  nachhaltung_uebertragen: { tr: 'TR57', in: ['beendet'] },
  umkehr_entscheiden: { tr: 'TR59', in: ['beendet'] },
  // Possible only after an exit with X8 or a start of work: test/domain/fall/danach.test.ts.
  akh_festlegen: { tr: 'TR45', in: [] },
  akh_frist_aendern: { tr: 'TR45', in: [] },
  wiedervorlage_bearbeiten: { tr: 'TR47', in: [] },
  integration_pruefen: { tr: 'TR57', in: [] },
  pap_wechseln: { tr: 'TR51', in: [...VOR, ...MIT_ABGANG, 'beendet'] },
  zuordnung_zuruecknehmen: { tr: 'TR60', in: ['zugeordnet'] },
  fm_wechseln: {
    tr: 'TR51',
    in: ['zugeordnet', 'uebernahme_terminiert', 'zugangspruefung', ...MIT_ABGANG],
  },
  arbeitsbuendnis_scheitern: { tr: 'TR22', in: OFFEN },
  massnahme_beginnen: { tr: 'TR29', in: OFFEN },
  massnahme_beenden: { tr: 'TR29', in: [] },
  gutachten_einleiten: { tr: 'TR24', in: OFFEN },
  gutachten_unterlagen_erfassen: { tr: 'TR25', in: [] },
  leistung_zuweisen: { tr: 'TR30', in: OFFEN },
  fallkonferenz_fuehren: { tr: 'TR29', in: MIT_ABGANG },
  angebotsluecke_melden: { tr: 'TR29', in: OFFEN },
  leistung_einbeziehen: { tr: 'TR31', in: OFFEN },
  // Without a service there is nothing to begin, end, ask about or review: leistung.test.ts has one.
  leistung_beginnen: { tr: 'TR32', in: [] },
  leistung_beenden: { tr: 'TR34', in: [] },
  abbruch_pruefen: { tr: 'TR34', in: [] },
  rueckmeldung_anfordern: { tr: 'TR32', in: [] },
  rueckmeldungen_pruefen: { tr: 'TR35', in: [] },
  rueckmeldung_uebernehmen: { tr: 'TR32', in: [] },
  einwilligungen_uebernehmen: { tr: 'TR35', in: MIT_ABGANG },
  begleitperson_informieren: { tr: 'TR54', in: [] },
  handlungsbedarfe_uebernehmen: { tr: 'V-65', in: MIT_ABGANG },
  personenstand_uebernehmen: { tr: '-', in: ZUSTAENDE },
  kalender_uebernehmen: { tr: '-', in: ZUSTAENDE },
  policy_uebernehmen: { tr: '-', in: ZUSTAENDE },
  regelwerk_uebernehmen: { tr: '-', in: ZUSTAENDE },
  berichtigen: { tr: '-', in: ZUSTAENDE },
};

const AM = '2026-11-24T09:00';
const zeilen = Object.entries(TABELLE).flatMap(([name, zeile]) =>
  ZUSTAENDE.map((zustand) => ({
    name: name as Befehlsname,
    zustand,
    erwartet: zeile.in.includes(zustand) ? 'ok' : zeile.tr,
  })),
);

describe('every command in every state (zustaende.md 3)', () => {
  it.each(zeilen)('$name in $zustand: $erwartet', ({ name, zustand, erwartet }) => {
    expect(antwort(FAELLE[zustand]().fall, befehl(name, AM))).toBe(erwartet);
  });

  it.each(ZUSTAENDE)('a first Vereinbarung is concluded only in an open case: %s', (zustand) => {
    // TR27 also refuses where one exists already: the open cases of the table have one.
    expect(antwort(FAELLE[zustand]().fall, befehl('vereinbarung_abschliessen', AM))).toBe('TR27');
  });

  it('a second request of reversal waits for the first (TR59)', () => {
    expect(antwort(FAELLE.beendet().fall, befehl('umkehr_beantragen', AM))).toBe('TR59');
  });

  it('TR15, TR40, TR41 name themselves where they are impossible', () => {
    const { fall } = FAELLE.vorgemerkt();
    expect(antwort(fall, befehl('zugang_entscheiden', AM, { ergebnis: 'abweisung' }))).toBe('TR15');
    expect(antwort(fall, befehl('standortgespraech_fuehren', AM, { ergebnis: 'rueckgabe_an_pap' }))).toBe(
      'TR40',
    );
  });

  it.each([
    ['vormerkung_beantworten', 'vorgemerkt', 'text', 'TR03'],
    ['termin_verlegen', 'uebernahme_terminiert', 'grund', 'TR11'],
    ['zurueckziehen', 'zugangspruefung', 'grund', 'TR13'],
    ['abgang_zuruecknehmen', 'abgang_eingeleitet', 'grund', 'TR46'],
    ['rueckgabegespraech_fuehren', 'abgang_eingeleitet', 'naechsteSchritte', 'TR43'],
    ['fallbesprechung_fuehren', 'abgang_eingeleitet', 'naechsteSchritte', 'TR43'],
    ['fallabgang_dokumentieren', 'abgang_eingeleitet', 'abschlussvermerk', 'TR44'],
    ['feedback_geben', 'aktiv', 'inhalt', 'TR55'],
    ['arbeitsbuendnis_scheitern', 'aktiv', 'gruende', 'TR22'],
    ['integrationsplan_aufstellen', 'aktiv', 'zielMittelfristig', 'TR26'],
    ['assessment_eintrag_erfassen', 'aktiv', 'text', 'TR23'],
    ['assessment_abschliessen', 'aktiv', 'staerkenSchwaechen', 'TR23'],
    ['teilziel_setzen', 'aktiv', 'was', 'V-36'],
    ['teilziel_anpassen', 'aktiv', 'grund', 'TR26'],
    ['teilziel_stand_festhalten', 'aktiv', 'zwischenstand', 'T-17'],
    ['vereinbarung_scheitern', 'aktiv', 'grund', 'TR28'],
    ['vereinbarung_fortschreiben', 'aktiv', 'sinnhaftigkeit', 'T-16'],
    ['vereinbarung_fortschreiben', 'aktiv', 'pflichtenKunde', 'V-39'],
    ['umkehr_entscheiden', 'beendet', 'begruendung', 'TR59'],
  ] as const)('%s in %s without %s is refused', (...[name, zustand, feld, tr]) => {
    expect(antwort(FAELLE[zustand]().fall, ohneText(befehl(name, AM), feld))).toBe(tr);
  });
});
