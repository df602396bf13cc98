import type { Tag } from '../../frist/tag.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';
import type { Verbleibsangaben } from '../befehle.ts';
import type { Messpunkt } from '../fall.ts';

/** What follows the Fallabgang: Nachhaltung, and its reversal. */
export type Nachhaltungsereignis =
  | E<'nachhaltung_begonnen'>
  | E<'nachhaltung_beendet'>
  | E<
      'verbleib_erfasst',
      {
        messpunkt: Messpunkt;
        erfuellt: boolean;
        zaehltAb: Messpunkt | null;
        arbeitsaufnahmeAm?: Tag | null;
        angaben?: Verbleibsangaben;
      }
    >
  | E<'integration_geprueft', { arbeitsaufnahme: string; besteht: boolean; endeAm: Tag | null }>
  | E<'nachhaltung_uebertragen', { fm: string }>
  | E<'umkehr_beantragt', { bis?: Tag | null }>
  | E<'umkehr_verfallen'>
  | E<'umkehr_abgelehnt'>
  | E<'fallabgang_umgekehrt'>;

export const NACHHALTUNGSEREIGNISSE = {
  nachhaltung_begonnen: { klasse: 'K1', zurueck: 'system' },
  nachhaltung_beendet: { klasse: 'K1', zurueck: 'system' },
  verbleib_erfasst: { klasse: 'K1', zurueck: 'fassung' },
  integration_geprueft: { klasse: 'K1', zurueck: 'fassung' },
  nachhaltung_uebertragen: { klasse: 'K1', zurueck: 'schritt' },
  umkehr_beantragt: { klasse: 'K1', zurueck: 'schritt' },
  umkehr_verfallen: { klasse: 'K1', zurueck: 'system' },
  umkehr_abgelehnt: { klasse: 'K1', zurueck: 'schritt' },
  fallabgang_umgekehrt: { klasse: 'K1', zurueck: 'schritt' },
} as const satisfies Ereigniszeilen<Nachhaltungsereignis>;
