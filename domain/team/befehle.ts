import type { Kalender } from '../frist/kalender.ts';
import type { Policywahl } from '../policy/policy.ts';
import type { B } from '../vorgang/befehl.ts';
import type { Austauschpartner, Kontaktteam } from './team.ts';

/** What opens the calendar of a team: whose it is and the settings it will carry. */
export type Teamgruendung = {
  readonly teamId: string;
  readonly policy: Policywahl;
  readonly kalender: Kalender;
  /** Promise of the seed of the first draw. */
  readonly verpflichtung: string;
  /** Absent in what release 0.1 founded. */
  readonly regelwerk?: number;
};

/** How the meeting left one Vormerkung (AC-10, AC-11). */
export type Besprechungsposten =
  | { readonly fall: string; readonly ausgang: 'zugeordnet'; readonly fm: string }
  | {
      readonly fall: string;
      readonly ausgang: 'bleibt';
      /** The how-manieth meeting the next one will be for it. */
      readonly naechste: number;
    };

/** A draw with everything that proves it (E45). */
export type Ziehung = {
  readonly liste: readonly string[];
  readonly saat: string;
  readonly loswort: string;
  readonly gezogen: readonly { readonly fall: string; readonly fallnummer: string }[];
  /** Promise of the seed of the next draw. */
  readonly naechsteVerpflichtung: string;
};

/** Commands on the calendar of a team. */
export type Teambefehl =
  | B<'organisation_uebernehmen', { gruendung: Teamgruendung; kontaktteams: readonly Kontaktteam[] }> // from the delivery, never from a clerk
  | B<'besprechung_abschliessen', { teilnehmende: readonly string[]; liste: readonly Besprechungsposten[] }> // T-41
  | B<'teambesuch_erfassen', { team: string }> // T-42
  | B<'austausch_erfassen', { mit: Austauschpartner }> // T-43
  | B<'betreuungsschluessel_feststellen', { faelle: number; vollzeit: number }> // T-44
  | B<'rd_bericht_erfassen'> // T-45
  | B<'netzwerktreffen_erfassen'> // T-49
  | B<'evaluation_erfassen'> // T-52
  | B<'jahresberichte_anfordern', { berichtspflichtige: readonly string[] }> // T-48
  | B<'jahresberichte_erfassen', { berichtspflichtige: readonly string[]; eingegangen: readonly string[] }> // T-48
  | B<'stichprobe_ziehen', { ziehung: Ziehung }> // T-50
  | B<'stichprobe_pruefen', { fall: string }>; // T-50
