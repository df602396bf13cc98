import type { Tag } from '../../frist/tag.ts';
import type { Verlaengerungsgrund } from '../../kennungen.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';
import type { KriteriumB } from '../befehle.ts';
import type { Bedarfsbewertung } from '../befehle/begleitung.ts';
import type { Wegfall } from '../../zugang/wegfall.ts';
import type { Gespraechsdauer } from '../befehle/kopf.ts';
import type { Phase } from '../phasen.ts';

/** How the Begleitung goes on: phases, Überprüfung, Standortgespräch. */
export type Begleitungsereignis =
  | E<'phase_begonnen', { phase: Phase }>
  | E<
      'ueberprueft',
      {
        ergebnis: 'fortfuehrung' | 'abgang_einleiten';
        // Absent in events of release 0.1.
        kriteriumA?: boolean;
        kriteriumB?: KriteriumB;
      }
    >
  | E<
      'standortgespraech_gefuehrt',
      Gespraechsdauer & {
        ergebnis: 'verbleib' | 'rueckgabe_an_pap';
        zaehlt: boolean;
        verlaengerungBis: Tag | null;
        verlaengerungsgrund?: Verlaengerungsgrund;
        /** Absent in events of release 0.1, which counted them only. */
        bewertungen?: readonly Bedarfsbewertung[];
      }
    >
  | E<'standort_faellig_geworden'>
  | E<'feedback_gegeben'>
  | E<'handlungsbedarfe_uebernommen', { zaehlende: number; unterMindestzahl: boolean }>
  | E<'personenstand_uebernommen', { wegfall: Wegfall | null; abgeloest?: true }>;

export const BEGLEITUNGSEREIGNISSE = {
  phase_begonnen: { klasse: 'K1', zurueck: 'mit' },
  ueberprueft: { klasse: 'K1', zurueck: 'ja' },
  standortgespraech_gefuehrt: { klasse: 'K1', zurueck: 'schritt' },
  standort_faellig_geworden: { klasse: 'K1', zurueck: 'system' },
  feedback_gegeben: { klasse: 'K1', zurueck: 'ja' },
  handlungsbedarfe_uebernommen: { klasse: 'K1', zurueck: 'system' },
  personenstand_uebernommen: { klasse: 'K1', zurueck: 'system' },
} as const satisfies Ereigniszeilen<Begleitungsereignis>;
