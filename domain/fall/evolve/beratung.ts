import type { Arbeitsbuendnis, Assessment, Reaktion } from '../beratung.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { Begleitung, BestehenderFall } from '../fall.ts';
import { mitPhase, ohnePhase } from '../phasen.ts';
import { tatsache } from './tatsache.ts';
import { inBegleitung, type Folgezeilen } from './zeilen.ts';
import { mitWeg } from './zugang.ts';

function mitBuendnis(begleitung: Begleitung, arbeitsbuendnis: Arbeitsbuendnis): Begleitung {
  const weiter = mitPhase(begleitung, 'einstiegsberatung_arbeitsbuendnis', arbeitsbuendnis.am);
  return { ...weiter, arbeitsbuendnis };
}

/** What was said first counts, also when it is entered later (V-84). */
function benannt(fall: BestehenderFall, ereignis: EreignisVon<'rechtsfolgen_benannt'>): BestehenderFall {
  const { weg } = mitWeg(fall);
  const neu = tatsache(ereignis);
  const frueher = weg.rechtsfolgenBenannt;
  if (frueher !== undefined && frueher.am <= neu.am) return fall;
  return { ...fall, weg: { ...weg, rechtsfolgenBenannt: neu } } as BestehenderFall;
}

/** E15: what fails after it held has ended; what fails before never came about. */
function gescheitert(
  begleitung: Begleitung,
  ereignis: EreignisVon<'arbeitsbuendnis_gescheitert'>,
): Begleitung {
  const bestand = begleitung.arbeitsbuendnis?.stand === 'tragfaehig';
  return mitBuendnis(begleitung, { ...tatsache(ereignis), stand: bestand ? 'beendet' : 'nicht_zustande' });
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

/** A row about the Assessment once there is one. */
function imAssessment<E>(zeile: (assessment: Assessment, ereignis: E) => Assessment) {
  return inBegleitung<E>((begleitung, ereignis) => {
    const { assessment } = begleitung;
    return assessment === null ? begleitung : { ...begleitung, assessment: zeile(assessment, ereignis) };
  });
}

function abgeschlossen(
  begleitung: Begleitung,
  ereignis: EreignisVon<'assessment_abgeschlossen'>,
): Begleitung {
  const { assessment } = begleitung;
  if (assessment === null) return begleitung;
  const abschluss = tatsache(ereignis);
  return {
    ...ohnePhase(begleitung, 'assessment', abschluss.am),
    assessment: { ...assessment, abschluss },
  };
}

/** The counselling inside an open Fall. */
export const BERATUNG = {
  rechtsfolgen_benannt: benannt,
  arbeitsbuendnis_geschlossen: inBegleitung((begleitung, ereignis) =>
    mitBuendnis(begleitung, { ...tatsache(ereignis), stand: 'tragfaehig' }),
  ),
  arbeitsbuendnis_gescheitert: inBegleitung(gescheitert),
  assessment_begonnen: inBegleitung(begonnen),
  assessment_eintrag_erfasst: imAssessment(mitEintrag),
  assessment_reaktion_erfasst: imAssessment(mitReaktion),
  assessment_abgeschlossen: inBegleitung(abgeschlossen),
} satisfies Partial<Folgezeilen>;
