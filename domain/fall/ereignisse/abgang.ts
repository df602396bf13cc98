import type { Tag } from '../../frist/tag.ts';
import type { Abgangsgrund, AkhGrund, Zielerreichung } from '../../kennungen.ts';
import type { E, Ereignisklassen } from '../../vorgang/ereignis.ts';
import type { Abgangsangaben, Administrativ } from '../befehle.ts';
import type { Gespraechsdauer } from '../befehle/kopf.ts';

/** From the decision about the exit to the Fallabgang, and passive Betreuung. Events of release 0.1 lack the optional fields. */
export type Abgangsereignis =
  | E<'abgang_eingeleitet', { grund: Abgangsgrund; angaben?: Abgangsangaben }>
  | E<'abgang_zurueckgenommen'>
  | E<'aufnehmende_stelle_geklaert', { weg: 'vormaliger_pap' | 'dkz_tool'; pap: string }>
  | E<'rueckgabegespraech_gefuehrt', Gespraechsdauer & { zaehlt: boolean }>
  | E<'fallbesprechung_gefuehrt'>
  | E<
      'fallabgang_dokumentiert',
      {
        grund: Abgangsgrund;
        nachhaltung: boolean;
        zielerreichung?: Zielerreichung | null;
        erfolgreich?: boolean;
        abbruch?: boolean;
        /** The answers of another reason than the one the exit began with. */
        angaben?: Abgangsangaben;
        /** X15: its Anlass. */
        administrativ?: Administrativ;
      }
    >
  | E<'akh_festgelegt', { gruende: readonly AkhGrund[]; von: Tag; bis: Tag }>
  | E<'akh_frist_geaendert', { bis: Tag }>
  | E<'akh_beendet'>
  | E<'wiedervorlage_bearbeitet', { bleibtPotenzial: boolean }>;

export const ABGANGSKLASSEN = {
  abgang_eingeleitet: 'K1',
  abgang_zurueckgenommen: 'K1',
  aufnehmende_stelle_geklaert: 'K1',
  rueckgabegespraech_gefuehrt: 'K1',
  fallbesprechung_gefuehrt: 'K1',
  fallabgang_dokumentiert: 'K1',
  akh_festgelegt: 'K1',
  akh_frist_geaendert: 'K1',
  akh_beendet: 'K1',
  wiedervorlage_bearbeitet: 'K1',
} as const satisfies Ereignisklassen<Abgangsereignis>;
