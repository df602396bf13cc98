import type { Tag } from '../frist/tag.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Abgangsgrund } from '../kennungen.ts';
import type { Tatsache } from '../pflicht/frist.ts';
import type { Vorgangskopf } from '../vorgang/aggregat.ts';
import type { Wegfall } from '../zugang/wegfall.ts';
import type { Akh } from './akh.ts';
import type { Arbeitsbuendnis, Assessment, Planung, Rechtsfolgenhinweis } from './beratung.ts';
import type { Abgangsangaben, Abgebend, Administrativ, Vormerkungsquelle } from './befehle/kopf.ts';
import { istAktiv, type Phase, type Phasenabschnitt } from './phasen.ts';
import type { Gutachten, Massnahme, Terminabsage } from './kontaktanlaesse.ts';
import type { Leistung } from './leistungen.ts';
import type { Weiterleitung } from './weiterleitung.ts';
import { laeuft } from './zustand.ts';

export { FRISTENDEN, FRISTLAEUFE } from '../pflicht/frist.ts';
export type { Friststatus, Tatsache } from '../pflicht/frist.ts';
export type { Akh } from './akh.ts';
export type { Gutachten, Massnahme, Terminabsage } from './kontaktanlaesse.ts';

/** What every case carries from its first event on. */
export type Kopf = Vorgangskopf & {
  readonly fallId: string;
  readonly personId: string;
  readonly fallnummer: string;
  /** The pAp responsible for the person; null when nobody has to be told. */
  readonly pap: string | null;
  readonly terminabsagen: readonly Terminabsage[];
  /** Who handed the person over where that is not the pAp. */
  readonly abgebend: Abgebend | null;
  readonly vorgaengerFallId: string | null;
  readonly laufendeNummer: number;
  readonly auffaelligkeiten: readonly Auffaelligkeit[];
  /** V-79: the person is no eLb of this Jobcenter any more, since the day it was reported. */
  readonly weggefallen: (Tatsache & { readonly grund: Wegfall }) | null;
};

/** Why a case is questioned by Teamleitung and Controlling (A-03, K-43); no error, and nothing ends by it. */
export const AUFFAELLIGKEITEN = ['abweichung', 'handlungsbedarfe', 'kriterium_b'] as const;
export type Auffaelligkeit = (typeof AUFFAELLIGKEITEN)[number];

export type Vormerkung = Tatsache & {
  readonly erlaeutertAm: Tag | null;
  readonly quelle: Vormerkungsquelle;
};

/** How the person came to the Fallmanager: by the weekly meeting, out of the Jour-Fixe with or without a warm handover. */
export type Uebergabe = 'besprechung' | 'warm' | 'ohne_warme_uebergabe';
export type Zuordnung = Tatsache & { readonly fm: string; readonly uebergabe: Uebergabe };
export type Uebernahmegespraech = Tatsache & { readonly fmBekannt: boolean; readonly zaehlt: boolean };

/** Everything on the way to a Fallzugang, filled as far as the case has come. */
export type Zugangsweg = Rechtsfolgenhinweis & {
  readonly vormerkung: Vormerkung;
  readonly zuordnung: Zuordnung;
  readonly kontaktaufnahme: Tatsache | null;
  readonly uebernahmegespraech: Uebernahmegespraech | null;
  readonly erstgespraech: Tatsache | null;
  readonly zugangsentscheidung: Tatsache | null;
  /** The newest counting contacts that are no later than the Fallzugang: a corrected Fallzugang may need them (T-10). */
  readonly kontakte: readonly Tatsache[];
};

export type Ueberpruefung = Tatsache;
export type Standortgespraech = Tatsache & {
  readonly verlaengerungBis: Tag | null;
  /** A Verbleib that came too early to extend anything (T-09). */
  readonly zuFrueh?: true;
};

/** An external Fallmanagement the case is entrusted to (R23); a Tatsache of the day it begins. */
export type Beauftragung = Tatsache & {
  readonly fm: string;
  /** Agreed months between two interim reports (T-33). */
  readonly rasterMonate: number;
  /** Occurrences of T-33 that earlier commissions used. */
  readonly vorher: number;
  readonly berichte: readonly Tatsache[];
  readonly berichteVorher: number;
  readonly abschluss: Tatsache | null;
};

/** Everything inside an open Fall. Lists that grow keep their newest entries; `…Vorher` counts the dropped ones. */
export type Begleitung = {
  readonly fallzugang: Tatsache;
  readonly phasen: readonly Phasenabschnitt[];
  readonly kontakte: readonly Tatsache[];
  readonly kontakteVorher: number;
  readonly massnahmen: readonly Massnahme[];
  readonly gutachten: readonly Gutachten[];
  readonly leistungen: readonly Leistung[];
  readonly vereinbarungen: readonly Tatsache[];
  readonly vereinbarungenVorher: number;
  readonly ueberpruefungen: readonly Ueberpruefung[];
  readonly standortgespraeche: readonly Standortgespraech[];
  readonly feedback: Tatsache | null;
  readonly abgaenge: number;
  /** The newest commission of an external Fallmanagement. */
  readonly extern: Beauftragung | null;
  readonly arbeitsbuendnis: Arbeitsbuendnis | null;
  readonly assessment: Assessment | null;
  readonly planung: Planung;
};

export type OffenerZustand = 'aktiv' | 'standort_faellig' | 'aktiv_verlaengert';

export type Abgangseinleitung = Tatsache & {
  readonly grund: Abgangsgrund;
  readonly angaben: Abgangsangaben;
  readonly vorher: OffenerZustand;
  /** The receiving pAp, once clarified (TR42). */
  readonly stelleGeklaert: (Tatsache & { readonly pap: string }) | null;
  readonly rueckgabegespraech: Tatsache | null;
  /** The talk about the person without them. */
  readonly fallbesprechung: Tatsache | null;
  /** A Rückgabegespräch the person did not come to or that was called off (X4, X6: "attempt"). */
  readonly rueckgabeversuch: Tatsache | null;
};

export const MESSPUNKTE = [6, 12, 24] as const;
export type Messpunkt = (typeof MESSPUNKTE)[number];
export type Fallabgang = Tatsache & {
  readonly grund: Abgangsgrund;
  readonly vorher: OffenerZustand;
  readonly einleitung: Abgangseinleitung | null;
  readonly nachhaltung: boolean;
  /** A-21; corrected when the integration of X1 did not last. */
  readonly erfolgreich: boolean;
  /** 003 I3. */
  readonly abbruch: boolean;
  /** X15: its Anlass; absent in what release 0.1 recorded. */
  readonly administrativ?: Administrativ;
};

/** A start of work after the exit (`am`), and whether it lasted longer than six months (T-28). */
export type Arbeitsaufnahme = Tatsache & {
  readonly pruefung: (Tatsache & { readonly besteht: boolean }) | null;
};
/** A request of the FM to reverse the Fallabgang that waits for the Teamleitung (TR59). */
export type Umkehrantrag = {
  readonly von: string;
  readonly am: Instant;
  /** Last day on which it can be granted; null for requests of release 0.1, which stay open. */
  readonly bis: Tag | null;
};

/** The commission that runs; it ends with its final report, at the latest with the case. */
export function beauftragungIn(fall: Fall): Beauftragung | null {
  if (!istOffen(fall) && fall.zustand !== 'abgang_eingeleitet') return null;
  const { extern } = fall.begleitung;
  return extern?.abschluss === null ? extern : null;
}

/** Parallel regions after the end of a case (S10, S11). */
export type Nebenbereich = 'akh_passiv' | 'nachhaltung';

/** A request of the FM to take somebody over without criterion A, waiting for the Teamleitung (TR19, V-08). */
export type Abweichungsantrag = {
  readonly von: string;
  readonly am: Instant;
  /** The statement of the FM on complexity where no Profillage exists. */
  readonly komplex: boolean | null;
};

/** State before the first event; only a Vormerkung or a take-over leads out of it. */
export type NeuerFall = { readonly zustand: 'neu'; readonly fallId: string; readonly sequenz: 0 };

export type VorgemerkterFall = Kopf & { readonly zustand: 'vorgemerkt'; readonly vormerkung: Vormerkung };
export type ZugeordneterFall = Kopf & { readonly zustand: 'zugeordnet'; readonly weg: Zugangsweg };
export type TerminierterFall = Kopf & {
  readonly zustand: 'uebernahme_terminiert';
  readonly weg: Zugangsweg;
  readonly termin: Tag | null;
};
export type GepruefterFall = Kopf & {
  readonly zustand: 'zugangspruefung';
  readonly weg: Zugangsweg;
  readonly abweichung: Abweichungsantrag | null;
};
export type OffenerFall = Kopf & {
  readonly zustand: OffenerZustand;
  readonly weg: Zugangsweg;
  readonly begleitung: Begleitung;
};
export type AbgehenderFall = Kopf & {
  readonly zustand: 'abgang_eingeleitet';
  readonly weg: Zugangsweg;
  readonly begleitung: Begleitung;
  readonly abgang: Abgangseinleitung;
};
export type BeendeterFall = Kopf & {
  readonly zustand: 'beendet';
  readonly weg: Zugangsweg;
  readonly begleitung: Begleitung;
  readonly fallabgang: Fallabgang;
  readonly neben: readonly Nebenbereich[];
  readonly verbleib: Readonly<Partial<Record<Messpunkt, Tatsache>>>;
  readonly akh: Akh | null;
  readonly arbeitsaufnahmen: readonly Arbeitsaufnahme[];
  readonly umkehr: Umkehrantrag | null;
};
export type WeitergeleiteterFall = Kopf & {
  readonly zustand: 'weitergeleitet';
  readonly weg: Zugangsweg;
  readonly vormerkung: Vormerkung;
  readonly weiterleitung: Weiterleitung;
};
export type AbgeschlossenerFall =
  | WeitergeleiteterFall
  | (Kopf & {
      readonly zustand: 'abgewiesen' | 'zurueckgezogen';
      readonly weg: Zugangsweg | null;
      readonly vormerkung: Vormerkung;
    });

/** A Fall with at least one event. */
export type BestehenderFall =
  | VorgemerkterFall
  | ZugeordneterFall
  | TerminierterFall
  | GepruefterFall
  | OffenerFall
  | AbgehenderFall
  | BeendeterFall
  | AbgeschlossenerFall;

/** The life-cycle state carries exactly the data it owns (rules.md D1). */
export type Fall = NeuerFall | BestehenderFall;

export function istOffen(fall: Fall): fall is OffenerFall {
  return (
    fall.zustand === 'aktiv' || fall.zustand === 'standort_faellig' || fall.zustand === 'aktiv_verlaengert'
  );
}

/** bFM runs: from the Fallzugang until the Fallabgang (S05 to S08). */
export function istInBegleitung(fall: Fall): fall is OffenerFall | AbgehenderFall {
  return istOffen(fall) || fall.zustand === 'abgang_eingeleitet';
}

/** Ended before a Fallzugang: S12, S13, S14. */
function istOhneZugangBeendet(fall: Fall): fall is AbgeschlossenerFall {
  const { zustand } = fall;
  return zustand === 'abgewiesen' || zustand === 'weitergeleitet' || zustand === 'zurueckgezogen';
}

/** S09, S12: after these a new Vormerkung is a re-admission (TR49). */
export const WIEDER_AUFNEHMBAR = ['beendet', 'abgewiesen'] as const;

/** True from the Vormerkung until the case is ended, refused, passed on or withdrawn: what V-17 calls an open Fall. */
export function laeuftNoch(fall: BestehenderFall): boolean {
  return laeuft(fall.zustand);
}

/** The way to the Fallzugang as far as it went; a mere Vormerkung has none yet. */
export function wegVon(fall: Fall): Zugangsweg | null {
  return 'weg' in fall ? fall.weg : null;
}

/** The Vormerkung every case begins with. */
export function vormerkungVon(fall: BestehenderFall): Vormerkung {
  return 'vormerkung' in fall ? fall.vormerkung : fall.weg.vormerkung;
}

/** The responsible Fallmanager, null before the Zuordnung. */
export function fmVon(fall: Fall): string | null {
  return wegVon(fall)?.zuordnung.fm ?? null;
}

/** The exit decision of a case that is leaving or has left; null without one (TR50). */
function einleitungVon(fall: BestehenderFall): Abgangseinleitung | null {
  if (fall.zustand === 'abgang_eingeleitet') return fall.abgang;
  return fall.zustand === 'beendet' ? fall.fallabgang.einleitung : null;
}

/** The pAp who receives the person, once that is clarified (TR42, R05). */
export function aufnehmenderPapVon(fall: BestehenderFall): string | null {
  return einleitungVon(fall)?.stelleGeklaert?.pap ?? null;
}

/** Parallel regions after the end of a case as shown to people (zustaende.md 2). */
export function nebenVon(fall: Fall): readonly string[] {
  return fall.zustand === 'beendet' ? fall.neben : [];
}

/** The Prozessphasen that run (zustaende.md 1); none before the Fallzugang and after the Fallabgang. */
export function aktivePhasen(fall: Fall): readonly Phase[] {
  return 'begleitung' in fall ? fall.begleitung.phasen.filter(istAktiv).map(({ phase }) => phase) : [];
}

/** True once no duty is left: the workflow of the case may complete (zustaende.md 6). */
export function istAbgeschlossen(fall: Fall): boolean {
  if (istOhneZugangBeendet(fall)) return true;
  const laeuftAus = fall.zustand === 'beendet' && fall.neben.length === 0;
  return laeuftAus && fall.fristen.every(({ ende }) => ende !== null);
}
