import { bedingungFehlt } from '../../ablehnung.ts';
import type { Befehl, BefehlVon } from '../befehle.ts';
import type { AbgehenderFall, BestehenderFall, OffenerFall } from '../fall.ts';
import { abgebendeStelleVon } from '../herkunft.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import type { Uebergangid } from '../uebergaenge/katalog.ts';
import { vereinbarungAm } from '../vereinbarungsstand.ts';
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

/** What a measure or a referral lacks that is not built on an agreement in force and gives no reason for it (V-81). */
export function vereinbarungsmangel(
  fall: OffenerFall,
  befehl: BefehlVon<'massnahme_beginnen' | 'leistung_zuweisen'>,
): 'abgelaufen' | 'keine' | null {
  const stand = vereinbarungAm(fall, befehl.ereignisAm);
  return stand === 'gilt' || zeichen(befehl, 'grundOhneVereinbarung') > 0 ? null : stand;
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
  feedback_geben: { updatename: 'klar', durch: feedbackGeben },
} satisfies Partial<Folgezeilen>;
