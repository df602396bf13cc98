import type { Tag } from '../../frist/tag.ts';
import type { E, Ereignisklassen } from '../../vorgang/ereignis.ts';
import type { TeilzielWer } from '../befehle/planung.ts';
import type { Vereinbarungsinhalt } from '../beratung.ts';

/** Planning: Integrationsplan, Teilziele, Vereinbarung. */
export type Planungsereignis =
  | E<
      'integrationsplan_aufgestellt',
      { reihenfolge?: readonly string[]; problemeMitZiel?: number; probleme?: number }
    >
  | E<
      'teilziel_gesetzt',
      { nummer: number; wer: TeilzielWer; handlungsbedarf: string; bisWann: Tag; istHauptziel: boolean }
    >
  | E<'teilziel_angepasst', { nummer: number; bisWann: Tag }>
  | E<'teilziel_stand_festgehalten', { nummer: number; status: 'laufend' | 'erreicht' | 'nicht_erreicht' }>
  | E<'zielaenderung_vorgeschlagen', { nummer: number; bisWann: Tag }>
  | E<'zielaenderung_abgelehnt', { nummer: number }>
  | E<'vereinbarung_abgeschlossen', { inhalt?: Vereinbarungsinhalt }>
  | E<'vereinbarung_fortgeschrieben', { inhalt?: Vereinbarungsinhalt }>
  | E<'vereinbarung_nicht_abgeschlossen'>;

export const PLANUNGSKLASSEN = {
  integrationsplan_aufgestellt: 'K1',
  teilziel_gesetzt: 'K1',
  teilziel_angepasst: 'K1',
  teilziel_stand_festgehalten: 'K1',
  zielaenderung_vorgeschlagen: 'K1',
  zielaenderung_abgelehnt: 'K1',
  vereinbarung_abgeschlossen: 'K1',
  vereinbarung_fortgeschrieben: 'K1',
  vereinbarung_nicht_abgeschlossen: 'K1',
} as const satisfies Ereignisklassen<Planungsereignis>;
