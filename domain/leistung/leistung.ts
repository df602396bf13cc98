import type { Datenkategorie } from '../einwilligung/einwilligung.ts';

/**
 * § 16a Satz 2 SGB II Nr. 1 to 4 (E21) as neutral codes: childcare and care, Schuldnerberatung, psychosoziale Betreuung,
 * Suchtberatung. The words themselves hint at health or debts and stay out of ids, messages and names (zustaende.md 6).
 */
export const LEISTUNGSARTEN = ['nr_1', 'nr_2', 'nr_3', 'nr_4'] as const;
export type Leistungsart = (typeof LEISTUNGSARTEN)[number];

/** How far the person is bound to take part (E20, 004 ch5), from the mildest to the strictest. */
export const VERBINDLICHKEITEN = ['freiwillig', 'basisberatung_verpflichtend', 'verpflichtend'] as const;
export type Verbindlichkeit = (typeof VERBINDLICHKEITEN)[number];

/** A-35, V-48: the grade of each kind unless the Fallmanager gives a reason for a stricter one. */
export const UEBLICHE_VERBINDLICHKEIT: Readonly<Record<Leistungsart, Verbindlichkeit>> = {
  nr_1: 'freiwillig',
  nr_2: 'freiwillig',
  nr_3: 'freiwillig',
  nr_4: 'basisberatung_verpflichtend',
};

/** V-48: is this grade stricter than usual for the kind? */
export function strengerAlsUeblich(art: Leistungsart, verbindlichkeit: Verbindlichkeit): boolean {
  const rang = (grad: Verbindlichkeit): number => VERBINDLICHKEITEN.indexOf(grad);
  return rang(verbindlichkeit) > rang(UEBLICHE_VERBINDLICHKEIT[art]);
}

/** V-47: feedback belongs to Nr. 2 to 4; childcare goes without unless somebody asks for it. */
export function rueckmeldungErforderlich(art: Leistungsart): boolean {
  return art !== 'nr_1';
}

/** 003 ch6: services of the Jugendhilfe rest on a Hilfeplan (§ 36 SGB VIII), which is there or was asked for. */
export const HILFEPLANSTAENDE = ['liegt_vor', 'angefordert'] as const;
export type Hilfeplanstand = (typeof HILFEPLANSTAENDE)[number];

/** How a service came to the case: assigned, or begun without the Fallmanager (E21.zugangsweg). */
export const EIGENE_ZUGANGSWEGE = ['eigeninitiative', 'andere_stelle'] as const;
export type EigenerZugangsweg = (typeof EIGENE_ZUGANGSWEGE)[number];

export const LEISTUNGSERGEBNISSE = ['erreicht', 'teilweise', 'abgebrochen', 'nicht_angetreten'] as const;
export type Leistungsergebnis = (typeof LEISTUNGSERGEBNISSE)[number];

/** TR34, V-49: broken off or never begun; the Fallmanager looks at the single case before anything follows. */
export function istAbbruch(ergebnis: Leistungsergebnis): boolean {
  return ergebnis === 'abgebrochen' || ergebnis === 'nicht_angetreten';
}

/** What a provider reports (E25, 004 ch5). */
export const RUECKMELDEARTEN = ['termine', 'teilziele', 'hilfsmassnahmen_bedarfe', 'abschluss'] as const;
export type Rueckmeldeart = (typeof RUECKMELDEARTEN)[number];

/** The category of data each kind of feedback belongs to; the consent has to name it (V-46). */
export const KATEGORIE_DER_RUECKMELDUNG: Readonly<Record<Rueckmeldeart, Datenkategorie>> = {
  termine: 'termine',
  teilziele: 'verlauf',
  hilfsmassnahmen_bedarfe: 'verlauf',
  abschluss: 'ergebnis',
};

/** What a consent has to name for any feedback at all (V-51). */
export const RUECKMELDEKATEGORIEN: readonly Datenkategorie[] = [
  ...new Set(Object.values(KATEGORIE_DER_RUECKMELDUNG)),
];

/** A provider of the directory as rules look at it (E23, E24). */
export type Erbringerfakten = {
  readonly id: string;
  readonly aktiv: boolean;
  /** V-53: a Kooperationsvereinbarung that holds today, or a reason why there is none. */
  readonly grundlage: 'vereinbarung' | 'formlos' | 'keine';
  /** T-19: days until the beginning that the provider promised; null without a promise. */
  readonly wartezeitTage: number | null;
};
