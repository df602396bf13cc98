import type { Tag } from '../../frist/tag.ts';
import type { E, Ereignisklassen } from '../../vorgang/ereignis.ts';
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

export const NACHHALTUNGSKLASSEN = {
  nachhaltung_begonnen: 'K1',
  nachhaltung_beendet: 'K1',
  verbleib_erfasst: 'K1',
  integration_geprueft: 'K1',
  nachhaltung_uebertragen: 'K1',
  umkehr_beantragt: 'K1',
  umkehr_verfallen: 'K1',
  umkehr_abgelehnt: 'K1',
  fallabgang_umgekehrt: 'K1',
} as const satisfies Ereignisklassen<Nachhaltungsereignis>;
