import type { Einwilligungsfakten } from '../../einwilligung/einwilligung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Kontaktart } from '../../kennungen.ts';
import type { B, Gespraechsdauer, Gespraechsort, Terminangaben } from './kopf.ts';

/** Commands about appointments, and about what changes how often a contact is due (fristenrechnung.md 3). */
export type Kontaktbefehl =
  | B<
      'kontakt_erfassen',
      Gespraechsort &
        Gespraechsdauer &
        Terminangaben & {
          anlass:
            'erstgespraech' | 'uebernahmegespraech' | 'standortgespraech' | 'rueckgabegespraech' | 'laufend';
          art: Kontaktart;
          status: 'geplant' | 'durchgefuehrt' | 'abgesagt' | 'nicht_erschienen';
          termin: Tag | null;
          begleitpersonInformieren: boolean;
        }
    > // TR54
  | B<'termin_verlegen', Terminangaben & { termin: Tag | null; begleitpersonInformieren: boolean }> // TR11
  | B<'begleitperson_informieren'> // V-69
  | B<'massnahme_beginnen', { von: Tag; bis: Tag }> // TR29
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
