import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { istVerdeckt, type Feld } from './feld.ts';

/** What a hand has made better than the contract alone: a heading people say, what is asked first, where the cursor stands. */
type Handform = {
  readonly titel: string;
  /** Fields in sight, in this order; the others stand under "Weitere Angaben". */
  readonly vorn: readonly string[];
  readonly fokus: string;
  /** What is so nearly always; anybody sees it and changes it. */
  readonly vorbelegt?: Readonly<Record<string, string>>;
  /** What a rule asks for although the contract lets it be left out: it is not called voluntary. */
  readonly verlangt?: readonly string[];
};

const HANDFORMEN: Readonly<Partial<Record<Sachbefehl, Handform>>> = {
  kontakt_erfassen: {
    titel: 'Kontakt festhalten',
    vorn: ['status', 'art', 'vermerk', 'anlass'],
    fokus: 'vermerk',
    vorbelegt: { status: 'durchgefuehrt' },
  },
  ueberpruefen: {
    titel: 'Überprüfung der Fortführung',
    vorn: ['kriteriumB', 'gruende', 'prognose', 'ergebnis'],
    fokus: 'kriteriumB.begruendung',
    vorbelegt: { 'kriteriumB.ergebnis': 'ja' },
    verlangt: ['kriteriumB'],
  },
  erstgespraech_fuehren: {
    titel: 'Erstgespräch festhalten',
    vorn: ['ausgangslage', 'aufklaerungMitwirkungUndFolgen', 'vermerk'],
    fokus: 'ausgangslage',
  },
  vormerken: {
    titel: 'Person für das Fallmanagement vormerken',
    vorn: ['person', 'gruende', 'erlaeutertAm', 'einschaetzungKriteriumB'],
    fokus: 'person',
  },
  assessment_eintrag_erfassen: {
    titel: 'Eintrag im Assessment erfassen',
    vorn: ['bereich', 'text', 'zweckHb', 'quelle', 'aussage', 'reaktionKunde'],
    fokus: 'bereich',
    verlangt: ['zweckHb'],
  },
  integrationsplan_aufstellen: {
    titel: 'Integrationsplan aufstellen oder erneuern',
    vorn: [
      'reihenfolge',
      'zielKurzfristig',
      'zielMittelfristig',
      'zielLangfristig',
      'arbeitsmarktabgleich',
      'chancenRisikoAnalyse',
    ],
    fokus: 'reihenfolge.0',
  },
  vereinbarung_abschliessen: {
    titel: 'Vereinbarung abschließen',
    vorn: [
      'leistungenTraeger',
      'pflichtenKunde',
      'zeitrahmen',
      'gueltigBis',
      'handlungsbedarfe',
      'teilziele',
      'angebotsinformationGegebenAm',
    ],
    fokus: 'leistungenTraeger',
    verlangt: ['gueltigBis', 'angebotsinformationGegebenAm'],
  },
  standortgespraech_fuehren: {
    titel: 'Standortgespräch festhalten',
    vorn: [
      'ergebnis',
      'art',
      'standJeHandlungsbedarf',
      'sichtBewerber',
      'sichtFm',
      'begruendung24MonatePlus',
      'verlaengerungsgrund',
    ],
    fokus: 'ergebnis',
    verlangt: ['sichtBewerber', 'sichtFm'],
  },
  leistung_zuweisen: {
    titel: 'Leistung nach § 16a SGB II zuweisen',
    vorn: [
      'leistungsart',
      'erbringer',
      'bedarf',
      'erforderlichkeit',
      'vorrangpruefung',
      'grundOhneVereinbarung',
    ],
    fokus: 'leistungsart',
    verlangt: ['bedarf', 'erforderlichkeit', 'vorrangpruefung'],
  },
  zuordnung_zuruecknehmen: { titel: 'Zuordnung zurücknehmen', vorn: ['grund'], fokus: 'grund' },
  vormerkung_beantworten: { titel: 'Auf die Vormerkung antworten', vorn: ['text'], fokus: 'text' },
  uebergabe_bestaetigen: {
    titel: 'Übergabe bestätigen',
    vorn: ['gegenstand', 'bemerkung'],
    fokus: 'gegenstand',
  },
  begruendung_nachreichen: {
    titel: 'Begründung nachreichen',
    vorn: ['regel', 'begruendung'],
    fokus: 'begruendung',
  },
  feedback_geben: { titel: 'Feedback an den pAp', vorn: ['inhalt'], fokus: 'inhalt' },
  zuordnen: {
    titel: 'Person einem Fallmanagement zuordnen',
    vorn: ['fm'],
    fokus: 'fm',
    // V-70 refuses nothing: without a field of its own its reason could only be given afterwards.
    vorbelegt: { 'begruendungen.V-70': '' },
  },
  teilziel_setzen: {
    titel: 'Teilziel setzen',
    vorn: ['was', 'wer', 'bisWann', 'nachweisWie', 'handlungsbedarf'],
    fokus: 'was',
  },
};

const HANDFORM_VON: ReadonlyMap<string, Handform> = new Map(Object.entries(HANDFORMEN));

/** Whether a rule asks for a field the contract would let pass empty. */
export const istVerlangt = (befehl: string, pfad: string): boolean =>
  HANDFORM_VON.get(befehl)?.verlangt?.includes(pfad) === true;

export type Formularbild = {
  readonly titel: string;
  readonly vorn: readonly Feld[];
  readonly weitere: readonly Feld[];
  /** Path of the field the cursor stands in; null: at the top. */
  readonly fokus: string | null;
  readonly vorbelegt: Readonly<Record<string, string>>;
};

/** Asked by everybody who uses the form: what has to be there, and texts. */
const gehoertNachVorn = ({ pflicht, art }: Feld): boolean => pflicht || art === 'absatz';

type Entwurf = {
  readonly befehl: string;
  readonly titel: string;
  readonly felder: readonly Feld[];
  /** Null where something new is written. */
  readonly stand: object | null;
};

/** By hand where one was at work; what is changed shows all there is; else what has to be there first. */
function vorderste({ felder, stand }: Entwurf, hand: Handform | undefined): readonly Feld[] {
  if (hand !== undefined) return hand.vorn.flatMap((name) => felder.filter((feld) => feld.name === name));
  return stand === null && felder.some(gehoertNachVorn) ? felder.filter(gehoertNachVorn) : felder;
}

/** How people call the form of a write; `titel` is how the API does. */
export const formulartitel = (befehl: string, titel: string): string =>
  HANDFORM_VON.get(befehl)?.titel ?? titel;

/** How the form of a write looks. */
export function formularbild(entwurf: Entwurf): Formularbild {
  const { befehl, titel } = entwurf;
  const felder = entwurf.felder.filter((feld) => !istVerdeckt(feld));
  const hand = HANDFORM_VON.get(befehl);
  const vorn = vorderste({ ...entwurf, felder }, hand);
  return {
    titel: formulartitel(befehl, titel),
    vorn,
    weitere: felder.filter((feld) => !vorn.includes(feld)),
    fokus: hand?.fokus ?? null,
    vorbelegt: hand?.vorbelegt ?? {},
  };
}
