import { klartext } from '../../domain/klartext.ts';

/**
 * What a field is called where its name as words says too little or reads oddly. A name that stands here has one meaning in
 * all forms; whoever needs another one for one command writes `befehl.feld`.
 */
const FELDER: Readonly<Record<string, string>> = {
  abgrenzungGeprueft: 'Ist die Abgrenzung zu anderen Leistungen geprüft?',
  am: 'Tag',
  an: 'Wer dort davon erfährt',
  anruf: 'Wann das Fallmanagement angerufen wurde',
  arbeitsaufnahmeAm: 'Arbeitsaufnahme am',
  art: 'Art',
  ausbildungsaufnahmeAm: 'Beginn der Ausbildung am',
  bedarf: 'Wofür wird die Leistung gebraucht?',
  besprochenAm: 'Mit der Person besprochen am',
  bevorzugteSprache: 'Sprache der Beratung',
  bgNummer: 'Nummer der Bedarfsgemeinschaft',
  bestand: 'Bisherige Daten des Falls',
  betrifftBedarfsgemeinschaft: 'Betrifft es auch die Bedarfsgemeinschaft?',
  bezug: 'Welcher Eintrag?',
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
  kriteriumB: 'Liegt Kriterium B weiter vor?',
  leistungsbezug: 'Bezieht die Person Leistungen?',
  leistungsbezugLaeuft: 'Geht der Leistungsbezug weiter?',
  messpunkt: 'Messpunkt in Monaten',
  nachweisWie: 'Woran ist zu erkennen, dass es erreicht ist?',
  pap: 'Persönliche Ansprechperson',
  ort: 'Ort',
  raum: 'Wo wurde gesprochen?',
  regel: 'Zu welcher Regel?',
  sgb12Geprueft: 'Ist ein Anspruch nach dem SGB XII geprüft?',
  sichtBewerber: 'Sicht der Person',
  sichtFm: 'Sicht des Fallmanagements',
  svPflichtig: 'Ist die Arbeit sozialversicherungspflichtig?',
  uebergabeAm: 'Tag der Übergabe',
  videolink: 'Zugang zum Videogespräch',
  vorbereitungMinuten: 'Vorbereitung in Minuten',
  zurArbeitsvermittlungAngemeldet: 'Zur Arbeitsvermittlung angemeldet?',
  vormaligerPapGefragtAm: 'Vormalige Ansprechperson gefragt am',
  warmeUebergabeAm: 'Warme Übergabe am',
};

/** Values whose name as words is not what people say. */
const WERTE: Readonly<Record<string, string>> = {
  arbeitslos_ohne_anspruch: 'arbeitslos ohne Anspruch',
  auslaufen_alg_1: 'Arbeitslosengeld ausgelaufen',
  sgb_ii: 'SGB II',
  sgb_iii: 'SGB III',
  sonstiger: 'ein anderer',
  X1: 'X1 Arbeitsaufnahme',
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
  geschuetzt: 'in einem geschützten Raum',
  offen: 'in einem offenen Raum',
};

/** Words that are small in German wherever they stand in a name: `feedbackAm` is "Feedback am". */
const KLEINE =
  / (?:Am|Auf|Aus|Bis|Für|Geprüft|Gegeben|Langfristig|Mittelfristig|Kurzfristig|Mit|Nach|Ohne|Und|Von|Vor|Wie|Zu)\b/gu;

/** The label of a field. */
export const feldname = (name: string, befehl = ''): string =>
  FELDER[`${name}_${befehl}`] ??
  FELDER[name] ??
  klartext(name).replaceAll(KLEINE, (wort) => wort.toLowerCase());

/** What stands beside a choice. */
export const wertname = (wert: string | number): string => {
  const text = String(wert);
  return WERTE[text] ?? klartext(text);
};
