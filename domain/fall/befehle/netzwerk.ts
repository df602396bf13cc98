import type { Einwilligungsfakten } from '../../einwilligung/einwilligung.ts';
import type { Leistungsart } from '../../leistung/leistung.ts';
import type { B } from './kopf.ts';

/** Who can take part in a Fallkonferenz (E26). */
export const KONFERENZTEILNEHMER = ['bewerber', 'fm', 'pap', 'leistungserbringer', 'fachdienst'] as const;
export type Konferenzteilnehmer = (typeof KONFERENZTEILNEHMER)[number];

/** Area of a missing offer (E33): a number of § 16a SGB II, or anything else of the network; neutral like all codes here. */
export type Angebotsbereich = Leistungsart | 'andere';

/** To whom a missing offer is reported (003 ch8); the Kommune hears of it through the coordinator. */
export const MELDEWEGE = ['koordinator', 'tl', 'kommune'] as const;
export type Meldeweg = (typeof MELDEWEGE)[number];

/** Commands around the network beyond single services (003 ch6, ch8). */
export type Netzwerkbefehl =
  | B<
      'fallkonferenz_fuehren',
      {
        teilnehmer: readonly Konferenzteilnehmer[];
        /** Which services it is about; empty without a provider at the table. */
        leistungen: readonly number[];
        /** The consent to ask a Fachdienst that matters on the day. */
        einwilligung: Einwilligungsfakten | null;
      }
    > // E26
  | B<'angebotsluecke_melden', { bereich: Angebotsbereich; gemeldetAn: Meldeweg }>; // E33
