import type { Einwilligungsfakten } from '../../einwilligung/einwilligung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Kontaktart } from '../../kennungen.ts';
import type { Massnahmeumfang } from '../umfang.ts';
import type { B, Gespraechsdauer, Gespraechsort, Terminangaben } from './kopf.ts';

/** Who wants to hear of an appointment that is given up; commands of release 0.1 only know whether somebody does. */
export type ZuInformieren = {
  begleitpersonInformieren: boolean;
  begleitpersonen?: readonly string[];
};

/** Commands about appointments, and about what changes how often a contact is due (fristenrechnung.md 3). */
export type Kontaktbefehl =
  | B<
      'kontakt_erfassen',
      Gespraechsort &
        Gespraechsdauer &
        Terminangaben &
        ZuInformieren & {
          anlass:
            'erstgespraech' | 'uebernahmegespraech' | 'standortgespraech' | 'rueckgabegespraech' | 'laufend';
          art: Kontaktart;
          status: 'geplant' | 'durchgefuehrt' | 'abgesagt' | 'nicht_erschienen';
          termin: Tag | null;
        }
    > // TR54
  | B<'termin_verlegen', Terminangaben & ZuInformieren & { termin: Tag | null }> // TR11
  | B<
      'begleitperson_informieren',
      {
        /** Which cancellation (T-32); null is every one until the day; unknown to commands of release 0.1. */
        nummer?: number | null;
      }
    > // V-69
  | B<'massnahme_beginnen', Massnahmeumfang & { von: Tag; bis: Tag }> // TR29
  | B<'massnahme_beenden', { abbruch: boolean }>
  | B<
      'gutachten_einleiten',
      {
        einwilligung: Einwilligungsfakten | null;
        /** V-24: it covers what this kind of Gutachten is about; unknown to commands of release 0.1. */
        gedeckt?: boolean;
      }
    > // TR24
  | B<'gutachten_unterlagen_erfassen', { nummer: number | null }>; // TR25
