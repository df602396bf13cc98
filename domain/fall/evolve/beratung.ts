import { exhaustive } from '../../exhaustive.ts';
import type { Arbeitsbuendnis, Assessment, Reaktion } from '../beratung.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { istInBegleitung, type Begleitung, type BestehenderFall } from '../fall.ts';
import { mitPhase, ohnePhase } from '../phasen.ts';
import { tatsache } from './tatsache.ts';

export type Beratungsereignis = EreignisVon<
  | 'arbeitsbuendnis_geschlossen'
  | 'arbeitsbuendnis_gescheitert'
  | 'assessment_begonnen'
  | 'assessment_eintrag_erfasst'
  | 'assessment_reaktion_erfasst'
  | 'assessment_abgeschlossen'
>;

/** E15: what fails after it held has ended; what fails before never came about. */
function buendnis(bisher: Arbeitsbuendnis | null, ereignis: Beratungsereignis): Arbeitsbuendnis {
  const neu = tatsache(ereignis);
  if (ereignis.art === 'arbeitsbuendnis_geschlossen') return { ...neu, stand: 'tragfaehig' };
  return { ...neu, stand: bisher?.stand === 'tragfaehig' ? 'beendet' : 'nicht_zustande' };
}

/** V-27: an assessment waits for what the person says to it. */
function mitEintrag(
  bisher: Assessment,
  { nummer, aussage, reaktion }: EreignisVon<'assessment_eintrag_erfasst'>,
): Assessment {
  const wartet = aussage === 'einschaetzung' && reaktion === 'offen';
  const offeneReaktionen = wartet ? [...bisher.offeneReaktionen, nummer] : bisher.offeneReaktionen;
  return { ...bisher, eintraege: nummer, offeneReaktionen };
}

function mitReaktion(bisher: Assessment, { nummer }: { nummer: number; reaktion: Reaktion }): Assessment {
  return { ...bisher, offeneReaktionen: bisher.offeneReaktionen.filter((n) => n !== nummer) };
}

function begonnen(begleitung: Begleitung, ereignis: EreignisVon<'assessment_begonnen'>): Begleitung {
  const neu = tatsache(ereignis);
  const { eintraege = 0, offeneReaktionen = [] } = begleitung.assessment ?? {};
  const assessment = { ...neu, fassung: ereignis.fassung, abschluss: null, eintraege, offeneReaktionen };
  return { ...mitPhase(begleitung, 'assessment', neu.am), assessment };
}

function imAssessment(
  begleitung: Begleitung,
  ereignis: Exclude<
    Beratungsereignis,
    EreignisVon<'arbeitsbuendnis_geschlossen' | 'arbeitsbuendnis_gescheitert'>
  >,
): Begleitung {
  if (ereignis.art === 'assessment_begonnen') return begonnen(begleitung, ereignis);
  const { assessment } = begleitung;
  if (assessment === null) return begleitung;
  switch (ereignis.art) {
    case 'assessment_eintrag_erfasst':
      return { ...begleitung, assessment: mitEintrag(assessment, ereignis) };
    case 'assessment_reaktion_erfasst':
      return { ...begleitung, assessment: mitReaktion(assessment, ereignis) };
    case 'assessment_abgeschlossen': {
      const abschluss = tatsache(ereignis);
      return {
        ...ohnePhase(begleitung, 'assessment', abschluss.am),
        assessment: { ...assessment, abschluss },
      };
    }
    default:
      return exhaustive(ereignis);
  }
}

function weiter(begleitung: Begleitung, ereignis: Beratungsereignis): Begleitung {
  const { art } = ereignis;
  if (art !== 'arbeitsbuendnis_geschlossen' && art !== 'arbeitsbuendnis_gescheitert') {
    return imAssessment(begleitung, ereignis);
  }
  const arbeitsbuendnis = buendnis(begleitung.arbeitsbuendnis, ereignis);
  return {
    ...mitPhase(begleitung, 'einstiegsberatung_arbeitsbuendnis', arbeitsbuendnis.am),
    arbeitsbuendnis,
  };
}

/** The counselling inside an open Fall. */
export function evolveBeratung(fall: BestehenderFall, ereignis: Beratungsereignis): BestehenderFall {
  if (!istInBegleitung(fall)) return fall;
  return { ...fall, begleitung: weiter(fall.begleitung, ereignis) };
}
