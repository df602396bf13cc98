import type { Tag } from '../../frist/tag.ts';
import type { Abgangsgrund, AkhGrund, Zielerreichung } from '../../kennungen.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';
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

export const ABGANGSEREIGNISSE = {
  abgang_eingeleitet: { klasse: 'K1', zurueck: 'schritt' },
  abgang_zurueckgenommen: { klasse: 'K1', zurueck: 'schritt' },
  aufnehmende_stelle_geklaert: { klasse: 'K1', zurueck: 'fassung' },
  rueckgabegespraech_gefuehrt: { klasse: 'K1', zurueck: 'ja' },
  fallbesprechung_gefuehrt: { klasse: 'K1', zurueck: 'ja' },
  fallabgang_dokumentiert: { klasse: 'K1', zurueck: 'schritt' },
  akh_festgelegt: { klasse: 'K1', zurueck: 'schritt' },
  akh_frist_geaendert: { klasse: 'K1', zurueck: 'schritt' },
  akh_beendet: { klasse: 'K1', zurueck: 'schritt' },
  wiedervorlage_bearbeitet: { klasse: 'K1', zurueck: 'schritt' },
} as const satisfies Ereigniszeilen<Abgangsereignis>;
