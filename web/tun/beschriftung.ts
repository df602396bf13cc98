import { klartext } from '../../domain/klartext.ts';

/**
 * What a field is called where its name as words says too little or reads oddly. A name that stands here has one meaning in
 * all forms; whoever needs another one for one command writes `befehl.feld`.
 */
const FELDER: Readonly<Record<string, string>> = {
  abgrenzungGeprueft: 'Ist die Abgrenzung zu anderen Leistungen geprüft?',
  am: 'Tag',
  an: 'Wer dort davon erfährt',
  anruf: 'Kommt ein Fallmanagement dazu?',
  arbeitsmarktabgleich: 'Abgleich mit dem Arbeitsmarkt',
  arbeitsaufnahmeAm: 'Arbeitsaufnahme am',
  art: 'Art',
  aussage: 'Tatsache oder Einschätzung?',
  ausbildungsaufnahmeAm: 'Beginn der Ausbildung am',
  begruendung24MonatePlus: 'Begründung des Verbleibs jenseits von 24 Monaten',
  bedarf: 'Wofür wird die Leistung gebraucht?',
  besprochenAm: 'Mit der Person besprochen am',
  bevorzugteSprache: 'Sprache der Beratung',
  bgNummer: 'Nummer der Bedarfsgemeinschaft',
  bestand: 'Bisherige Daten des Falls',
  betrifftBedarfsgemeinschaft: 'Betrifft es auch die Bedarfsgemeinschaft?',
  bezug: 'Welcher Eintrag?',
  chancenRisikoAnalyse: 'Chancen und Risiken',
  dauerMinuten: 'Dauer in Minuten',
  einschaetzungKriteriumB: 'Ihre Einschätzung zu Kriterium B',
  erlaeutertAm: 'Der Person erläutert am',
  falscheAkte: 'Handelt der Eintrag von einer anderen Person?',
  fm: 'Fallmanagerin oder Fallmanager',
  fmVorgestelltAm: 'Fallmanagement der Person vorgestellt am',
  fmU25: 'Fallmanagement U25',
  gewaehrt: 'Stimmen Sie zu?',
  grund24MonatePlus: 'Begründung jenseits von 24 Monaten',
  gruende: 'Gründe',
  gruende_ueberpruefen: 'Gründe der Fortführung',
  integrationNachrangig: 'Ist die Integration in den Arbeitsmarkt derzeit nachrangig?',
  komplex: 'Ist die Lage komplex?',
  kostenCent: 'Bewilligte Kosten in Cent',
  kriterienEntfallen: 'Liegen die Kriterien nicht mehr vor?',
  kriteriumB: 'Liegt Kriterium B vor?',
  kriteriumB_ueberpruefen: 'Liegt Kriterium B weiter vor?',
  kriteriumBBegruendung: 'Begründung zu Kriterium B',
  leistungenTraeger: 'Was das Jobcenter leistet',
  leistungsbezug: 'Bezieht die Person Leistungen?',
  leistungsbezugLaeuft: 'Geht der Leistungsbezug weiter?',
  messpunkt: 'Messpunkt in Monaten',
  nachweisWie: 'Woran ist zu erkennen, dass es erreicht ist?',
  ohneFmMoeglich: 'Geht es ohne Fallmanagement weiter?',
  pap: 'Persönliche Ansprechperson',
  pflichtenKunde: 'Was die Person übernimmt',
  ort: 'Ort',
  raum: 'Wo wurde gesprochen?',
  reaktionKunde: 'Was sagt die Person dazu?',
  regel: 'Zu welcher Regel?',
  sgb12Geprueft: 'Ist ein Anspruch nach dem SGB XII geprüft?',
  sichtBewerber: 'Sicht der Person',
  sichtFm: 'Sicht des Fallmanagements',
  standJeHandlungsbedarf: 'Wie weit ist jeder Handlungsbedarf bearbeitet?',
  svPflichtig: 'Ist die Arbeit sozialversicherungspflichtig?',
  uebergabeAm: 'Tag der Übergabe',
  videolink: 'Zugang zum Videogespräch',
  vorbereitungMinuten: 'Vorbereitung in Minuten',
  wer: 'Wer tut es?',
  was: 'Was ist zu tun?',
  zweckHb: 'Für welchen Handlungsbedarf wird es gebraucht?',
  zurArbeitsvermittlungAngemeldet: 'Zur Arbeitsvermittlung angemeldet?',
  vormaligerPapGefragtAm: 'Vormalige Ansprechperson gefragt am',
  warmeUebergabeAm: 'Warme Übergabe am',
};

/** Values whose name as words is not what people say; `feld_wert` where the same value means something else in that field. */
const WERTE: Readonly<Record<string, string>> = {
  arbeitslos_ohne_anspruch: 'arbeitslos ohne Anspruch',
  auslaufen_alg_1: 'Arbeitslosengeld ausgelaufen',
  sgb_ii: 'SGB II',
  sgb_iii: 'SGB III',
  sonstiger: 'ein anderer',
  X1: 'X1 Arbeitsaufnahme',
  X2: 'X2 Handlungsbedarfe abgebaut oder reduziert',
  X3: 'X3 kein Fortschritt absehbar',
  X4: 'X4 keine Mitwirkung auf Dauer',
  X5: 'X5 Angebote des Netzwerks ausgeschöpft',
  X6: 'X6 Person lehnt das Fallmanagement ab',
  X7: 'X7 Ausscheiden aus anderem Grund',
  X8: 'X8 aktuell kein Handlungsbedarf (AKH)',
  X9: 'X9 Kriterien liegen nicht mehr vor',
  X10: 'X10 Übergang in ein anderes System',
  X11: 'X11 intern wirtschaftlicher zu leisten',
  X12: 'X12 Arbeit ist kein Ziel mehr',
  X13: 'X13 Rückgabe aus dem Standortgespräch',
  X14: 'X14 Wechsel in ein spezialisiertes Fallmanagement',
  X15: 'X15 Tod, Wegzug oder fehlerhaft angelegt',
  rueckgabe_an_pap: 'Rückgabe an die Ansprechperson',
  kommt_dazu: 'kommt dazu',
  feste_termine: 'hat feste Termine',
  anruf_nicht_erreicht: 'war nicht zu erreichen',
  vormaliger_pap: 'bisherige Ansprechperson',
  dkz_tool: 'Zuteilung über das DKZ-Tool',
  ja: 'ja',
  nein: 'nein',
  nr_1: 'Nr. 1',
  nr_2: 'Nr. 2',
  nr_3: 'Nr. 3',
  nr_4: 'Nr. 4',
  pap: 'Ansprechperson',
  fm: 'Fallmanagement',
  bewerber: 'die Person',
  fm_u25: 'Fallmanagement U25',
  fm_ue25: 'Fallmanagement Ü25',
  jour_fixe_av: 'Arbeitsvermittlung im Jour-Fixe',
  durchgefuehrt: 'hat stattgefunden',
  nicht_erschienen: 'Person ist nicht erschienen',
  abgesagt: 'abgesagt',
  geplant: 'ist geplant',
  persoenlich: 'persönlich',
  telefon: 'am Telefon',
  aufsuchend: 'aufsuchend',
  video: 'per Video',
  schriftlich: 'schriftlich',
  hilfsmassnahmen_bedarfe: 'Hilfsmaßnahmen und weitere Bedarfe',
  raum_geschuetzt: 'in einem geschützten Raum',
  raum_offen: 'in einem offenen Raum',
  in_bearbeitung: 'in Bearbeitung',
  erst: 'erstes Profil',
  aufnehmende_stelle_geklaert: 'Aufnehmende Stelle geklärt',
  u25_uebergabe_verlegt: 'Übergabe aus dem Fallmanagement U25 verlegt',
};

/** Words that are small in German wherever they stand in a name: `feedbackAm` is "Feedback am". */
const KLEINE =
  / (?:Am|Auf|Aus|Bis|Für|Geprüft|Gegeben|Langfristig|Mittelfristig|Kurzfristig|Mit|Nach|Ohne|Und|Von|Vor|Wie|Zu)\b/gu;

/** The label of a field. */
export const feldname = (name: string, befehl = ''): string =>
  FELDER[`${name}_${befehl}`] ??
  FELDER[name] ??
  klartext(name).replaceAll(KLEINE, (wort) => wort.toLowerCase());

/** What stands beside a choice of a field. */
export const wertname = (wert: string | number, feld = ''): string => {
  const text = String(wert);
  return WERTE[`${feld}_${text}`] ?? WERTE[text] ?? klartext(text);
};
