import type { Ablehnung } from '../../domain/ablehnung.ts';

/** Why an act at the edge ends without its effect. What each means in HTTP stands in `api/kern/problem.ts`. */
export type Absagecode =
  | 'EINGABE_UNGUELTIG'
  | 'JSON_UNGUELTIG'
  | 'SCHLUESSEL_FEHLT'
  | 'NICHT_ANGEMELDET'
  | 'NICHT_BERECHTIGT'
  | 'KONTO_UNBEKANNT'
  | 'NICHT_GEFUNDEN'
  | 'METHODE_NICHT_ERLAUBT'
  | 'VERALTET'
  | 'ZUSTAND'
  | 'BEREITS_VORHANDEN'
  | 'ZU_GROSS'
  | 'FORMAT_UNBEKANNT'
  | 'SCHLUESSEL_WIEDERVERWENDET'
  | 'REGEL'
  | 'ZU_VIELE_ANFRAGEN'
  | 'UEBERLASTET'
  | 'AUSGANG_UNBEKANNT'
  | 'NICHT_ERREICHBAR'
  | 'INTERN';

export type Feldfehler = { readonly pfad: string; readonly meldung: string };

type Absagedaten = {
  readonly regel?: string;
  readonly felder?: readonly Feldfehler[];
  /** Why, for the log of those who run Lotse; a constant, never a value. */
  readonly abweisung?: string;
  readonly cause?: unknown;
};

/** An expected end without effect: thrown by use cases, translated once at the edge, never logged as an error. */
export class Absage extends Error {
  readonly code: Absagecode;
  readonly regel: string | null;
  readonly felder: readonly Feldfehler[];
  readonly abweisung: string | null;

  /** @param satz German sentence for the clerk. */
  constructor(code: Absagecode, satz: string, mehr: Absagedaten = {}) {
    super(satz, { cause: mehr.cause });
    this.name = 'Absage';
    this.code = code;
    this.regel = mehr.regel ?? null;
    this.felder = mehr.felder ?? [];
    this.abweisung = mehr.abweisung ?? null;
  }
}

const CODE = {
  regel: 'REGEL',
  zustand: 'ZUSTAND',
  veraltet: 'VERALTET',
  technisch: 'AUSGANG_UNBEKANNT',
} as const;

/** The refusal of a rule as an end at the edge. */
export function ausAblehnung(ablehnung: Ablehnung): Absage {
  return new Absage(CODE[ablehnung.art], ablehnung.satz, { regel: ablehnung.id });
}

/** @throws Absage when a rule refused. */
export function lehneAb(ablehnung: Ablehnung | null): void {
  if (ablehnung !== null) throw ausAblehnung(ablehnung);
}

export function nichtGefunden(was: string): Absage {
  return new Absage('NICHT_GEFUNDEN', `${was} gibt es nicht.`);
}

export function nichtBerechtigt(satz = 'Dazu sind Sie nicht berechtigt.'): Absage {
  return new Absage('NICHT_BERECHTIGT', satz);
}

export function veraltet(): Absage {
  return new Absage('VERALTET', 'Der Eintrag wurde inzwischen geändert; bitte neu laden.', { regel: 'V-75' });
}

/** The key of the case is destroyed (DS-28): nothing that would need it is written any more. */
export function vernichtet(): Absage {
  return new Absage('ZUSTAND', 'Dieser Fall ist gelöscht; geschützte Texte nimmt er nicht mehr auf.');
}
