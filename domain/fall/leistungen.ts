import { plusTage, type Tag } from '../frist/tag.ts';
import { beginnDesTages, ortstag, type Instant } from '../frist/zeitzone.ts';
import {
  istAbbruch,
  type Leistungsart,
  type Leistungsergebnis,
  type Verbindlichkeit,
} from '../leistung/leistung.ts';
import type { Tatsache } from '../pflicht/frist.ts';

/** A consent as a service uses it; a Tatsache of the day from which it serves this service (E22). */
export type Entbindung = Tatsache & {
  readonly einwilligung: string;
  readonly gueltigBis: Tag | null;
  readonly widerruf: Tatsache | null;
  /** After a revocation: the stored feedback was reviewed (TR35). */
  readonly pruefung: Tatsache | null;
};

/** A § 16a service (E21); a Tatsache of the referral, or of the inclusion where it began without the Fallmanager. */
export type Leistung = Tatsache & {
  readonly nummer: number;
  readonly leistungsart: Leistungsart;
  readonly erbringer: string;
  readonly verbindlichkeit: Verbindlichkeit;
  /** T-19: what the provider promised when the referral was made. */
  readonly wartezeitTage: number | null;
  /** V-47: feedback was agreed. */
  readonly rueckmeldung: boolean;
  readonly entbindungen: readonly Entbindung[];
  readonly beginn: Tatsache | null;
  /** The first feedback of each period between two versions of the Vereinbarung (T-18). */
  readonly rueckmeldungen: readonly Tatsache[];
  readonly ende: (Tatsache & { readonly ergebnis: Leistungsergebnis }) | null;
  /** V-49: what the Fallmanager found about an Abbruch. */
  readonly einzelfallpruefung: Tatsache | null;
};

/** The consent a service rests on that day; null when facts may not be exchanged (V-46). */
export function entbindungAm({ entbindungen }: Leistung, am: Tag): Entbindung | null {
  const gueltig = (f: Entbindung): boolean =>
    f.widerruf === null && (f.gueltigBis === null || am <= f.gueltigBis);
  return entbindungen.findLast(gueltig) ?? null;
}

/** Something about the service still waits for the Fallmanager: the service itself, an Abbruch, a review (T-20, T-30). */
export function istUnerledigt({ ende, einzelfallpruefung, entbindungen }: Leistung): boolean {
  if (ende === null || (istAbbruch(ende.ergebnis) && einzelfallpruefung === null)) return true;
  return entbindungen.some(({ widerruf, pruefung }) => widerruf !== null && pruefung === null);
}

/** Occurrences of one duty that one service can have; the next service counts on from there. */
const JE_LEISTUNG = 100;

/** The k-th occurrence of a duty of a service, so that the duties of all services of a case stay apart. */
export function vorkommenVon({ nummer }: Pick<Leistung, 'nummer'>, k: number): number {
  return (nummer - 1) * JE_LEISTUNG + k;
}

/** The service a duty of that occurrence belongs to. */
export function nummerAus(vorkommen: number): number {
  return Math.floor((vorkommen - 1) / JE_LEISTUNG) + 1;
}

/** How a service is named towards its provider: by the number of the case, never by the person. */
export function zeichenVon(fallnummer: string, leistung: number): string {
  return `${fallnummer}/${leistung}`;
}

/** Somebody waits for the provider to report: feedback was agreed, and the service goes on. */
export function erwartetRueckmeldung({ rueckmeldung, ende }: Leistung): boolean {
  return rueckmeldung && ende === null;
}

/** Whole days after that of the mail on which a one-time link can be used (E25). */
const ZUGANG_TAGE = 30;

/** From this instant on a link of that mail is of no use. */
export function endeDesZugangs(versandt: Instant): Instant {
  return beginnDesTages(plusTage(ortstag(versandt), ZUGANG_TAGE + 1));
}
