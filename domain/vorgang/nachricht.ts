import type { Uebergangid } from '../fall/uebergaenge/katalog.ts';
import type { Empfaengerrolle, Fristid, Stufe } from '../kennungen.ts';
import type { Fristschritt } from '../pflicht/frist.ts';
import { verantwortlicheRolle } from '../pflicht/katalog/katalog.ts';

/** A message to one person in a role: kind of task only, never content (DS-30). */
export type Nachricht = {
  readonly an: Empfaengerrolle;
  /** Staff or provider id where it is known; null = the holders of the role in the team. */
  readonly person: string | null;
  /** The § 16a service a provider is asked about; it gets a link for its feedback (E25). */
  readonly leistung?: number;
  readonly anlass: Fristid | Uebergangid;
  readonly stufe: Stufe;
  /** Occurrence and due day for messages of the ladder. */
  readonly vorkommen: number | null;
  readonly faellig: string | null;
  /** Rung of the ladder, so that two rungs of one stage stay two messages. */
  readonly nr: number | null;
};

/** A role and the person behind it; null = its holders in the team. */
export type Adresse = Pick<Nachricht, 'an' | 'person' | 'leistung'>;

/** Whom a role means: one certain person, without whom nobody is told, or whoever holds it in the team or in the house. */
export const GEMEINT = {
  pap: 'person',
  fm: 'person',
  fm_u25: 'person',
  fm_extern: 'person',
  fm_spezial: 'person',
  jour_fixe_av: 'person',
  tl: 'team',
  bereichsleitung: 'team',
  controlling: 'team',
  service_center: 'team',
  koordinator: 'team',
  administration: 'team',
  datenschutz: 'haus',
  leistungserbringer: 'person',
} as const satisfies Readonly<Record<Empfaengerrolle, 'person' | 'team' | 'haus'>>;

export type Personenrolle = {
  [R in Empfaengerrolle]: (typeof GEMEINT)[R] extends 'person' ? R : never;
}[Empfaengerrolle];

export function meintPerson(rolle: Empfaengerrolle): rolle is Personenrolle {
  return GEMEINT[rolle] === 'person';
}

/** Holds for every team, so that nobody has to be given teams (R27). */
export function meintHaus(rolle: Empfaengerrolle): boolean {
  return GEMEINT[rolle] === 'haus';
}

/** The rungs that were taken, each to its receiver. */
export function leiternachrichten(
  schritte: readonly Fristschritt[],
  adresse: (an: Empfaengerrolle, schritt: Fristschritt) => Omit<Adresse, 'an'>,
): Nachricht[] {
  return schritte.flatMap((schritt) => {
    if (schritt.an === null || schritt.uebersprungen) return [];
    const an = schritt.an === 'verantwortlich' ? verantwortlicheRolle(schritt.id) : schritt.an;
    const { stufe, vorkommen, faellig, nr } = schritt;
    return [{ an, ...adresse(an, schritt), anlass: schritt.id, stufe, vorkommen, faellig, nr }];
  });
}

/** The notice of a transition to each of the addresses (`an` of the catalogue of transitions). */
export function mitteilungen(anlass: Uebergangid | Fristid, adressen: readonly Adresse[]): Nachricht[] {
  return adressen
    .filter(({ an, person }) => person !== null || !meintPerson(an))
    .map((adresse) => ({
      ...adresse,
      anlass,
      stufe: 'mitteilung',
      vorkommen: null,
      faellig: null,
      nr: null,
    }));
}
