import type { Tag } from '../../frist/tag.ts';
import type { E, Ereignisklassen } from '../../vorgang/ereignis.ts';
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

export const BERATUNGSKLASSEN = {
  erstgespraech_gefuehrt: 'K1',
  rechtsfolgen_benannt: 'K1',
  arbeitsbuendnis_geschlossen: 'K1',
  arbeitsbuendnis_gescheitert: 'K1',
  assessment_begonnen: 'K1',
  // V-35: the protocol of the Assessment; others see that there was one.
  assessment_eintrag_erfasst: 'K3',
  assessment_reaktion_erfasst: 'K3',
  assessment_abgeschlossen: 'K1',
} as const satisfies Ereignisklassen<Beratungsereignis>;
