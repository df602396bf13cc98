import type { Tag } from '../../frist/tag.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';
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

export const PLANUNGSEREIGNISSE = {
  integrationsplan_aufgestellt: { klasse: 'K1', zurueck: 'fassung' },
  teilziel_gesetzt: { klasse: 'K1', zurueck: 'ja' },
  teilziel_angepasst: { klasse: 'K1', zurueck: 'fassung' },
  teilziel_stand_festgehalten: { klasse: 'K1', zurueck: 'ja' },
  zielaenderung_vorgeschlagen: { klasse: 'K1', zurueck: 'fassung' },
  zielaenderung_abgelehnt: { klasse: 'K1', zurueck: 'fassung' },
  vereinbarung_abgeschlossen: { klasse: 'K1', zurueck: 'fassung' },
  vereinbarung_fortgeschrieben: { klasse: 'K1', zurueck: 'fassung' },
  vereinbarung_nicht_abgeschlossen: { klasse: 'K1', zurueck: 'fassung' },
} as const satisfies Ereigniszeilen<Planungsereignis>;
