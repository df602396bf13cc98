import type { Tag } from '../../frist/tag.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';
import type { Buendniskonsequenz } from '../befehle.ts';
import type { Ausgangslage } from '../befehle/beratung.ts';
import type { Assessmentbereich, Assessmentquelle, Reaktion } from '../beratung.ts';

/** Counselling: Erstgespräch, Arbeitsbündnis, Assessment. */
export type Beratungsereignis =
  | E<
      'erstgespraech_gefuehrt',
      {
        zaehlt: boolean;
        dauerMinuten?: number;
        vorbereitungMinuten?: number;
        ausgangslage?: Ausgangslage;
        aufgeklaert?: boolean;
      }
    >
  | E<'rechtsfolgen_benannt'>
  | E<'arbeitsbuendnis_geschlossen'>
  | E<'arbeitsbuendnis_gescheitert', { konsequenz: Buendniskonsequenz }>
  | E<'assessment_begonnen', { fassung: number; freiwilligkeitErklaertAm: Tag }>
  | E<
      'assessment_eintrag_erfasst',
      {
        nummer: number;
        bereich: Assessmentbereich;
        handlungsbedarf: string;
        quelle: Assessmentquelle;
        aussage: 'tatsache' | 'einschaetzung';
        reaktion: Reaktion;
        nachEigenemBekunden: boolean;
        ueberBg: boolean;
        loeschenSpaetestens: Tag;
      }
    >
  | E<'assessment_reaktion_erfasst', { nummer: number; reaktion: Reaktion }>
  | E<'assessment_abgeschlossen', { fassung: number; unterrichtetAm: Tag }>;

export const BERATUNGSEREIGNISSE = {
  erstgespraech_gefuehrt: { klasse: 'K1', zurueck: 'schritt' },
  rechtsfolgen_benannt: { klasse: 'K1', zurueck: 'fassung' },
  arbeitsbuendnis_geschlossen: { klasse: 'K1', zurueck: 'fassung' },
  arbeitsbuendnis_gescheitert: { klasse: 'K1', zurueck: 'fassung' },
  assessment_begonnen: { klasse: 'K1', zurueck: 'schritt' },
  // V-35: the protocol of the Assessment; others see that there was one.
  assessment_eintrag_erfasst: { klasse: 'K3', zurueck: 'ja' },
  assessment_reaktion_erfasst: { klasse: 'K3', zurueck: 'ja' },
  assessment_abgeschlossen: { klasse: 'K1', zurueck: 'schritt' },
} as const satisfies Ereigniszeilen<Beratungsereignis>;
