import { bedingungFehlt } from '../../ablehnung.ts';
import type { Befehl, BefehlVon } from '../befehle.ts';
import type { AbgehenderFall, BestehenderFall, OffenerFall } from '../fall.ts';
import { abgebendeStelleVon } from '../herkunft.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import type { Uebergangid } from '../uebergaenge/katalog.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/** A fact of the Begleitung cannot be older than the Fallzugang. */
export function vorFallzugang(
  fall: OffenerFall | AbgehenderFall,
  befehl: Befehl,
  tr: Uebergangid,
): Entwurf | null {
  if (befehl.ereignisAm >= fall.begleitung.fallzugang.am) return null;
  return bedingungFehlt(tr, 'Das Ereignis liegt vor dem Fallzugang.');
}

/** TR55: the report to the handing-over pAp after three months (T-06). */
function feedbackGeben(stand: BestehenderFall, befehl: BefehlVon<'feedback_geben'>): Entwurf {
  const fall = ausgang('TR55', stand, befehl);
  if ('ok' in fall) return fall;
  if (abgebendeStelleVon(fall) === null) {
    return bedingungFehlt('TR55', 'Dieser Fall hat keine abgebende Stelle, die ein Feedback bekäme.');
  }
  if (zeichen(befehl, 'inhalt') === 0) return bedingungFehlt('TR55', 'Das Feedback ist ohne Inhalt.');
  return (
    vorFallzugang(fall, befehl, 'TR55') ??
    angenommen(geschehen(befehl, { tr: 'TR55' }, { art: 'feedback_gegeben' }))
  );
}

export const BEGLEITUNG = {
  feedback_geben: { durch: feedbackGeben },
} satisfies Partial<Folgezeilen>;
