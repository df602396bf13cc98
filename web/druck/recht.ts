import type { Fallansicht } from '../../api/faelle/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { BEZIEHUNGEN, recht } from '../../domain/rollen/matrix.ts';

type Wer = Pick<Konto, 'id' | 'rolle'>;

/** Who leads the case, stands in for whoever does, or is entrusted with it; an external FM sees no other cases (R23). */
export const leitet = ({ fm, inVertretung }: Pick<Fallansicht, 'fm' | 'inVertretung'>, wer: Wer): boolean =>
  inVertretung || fm?.id === wer.id || wer.rolle === 'fm_extern';

/**
 * Whether to offer what stands on K3, from what the page of the case shows already: the rows decide, and a look that was
 * refused would be on record (DS-29). Who reads it by a draw or for a reason has texts of it before them (T-50).
 */
export function liestGeschuetztes(
  fall: Pick<Fallansicht, 'fm' | 'inVertretung' | 'geschichte'>,
  wer: Wer,
): boolean {
  if (leitet(fall, wer)) return true;
  const jemals = BEZIEHUNGEN.some((beziehung) => recht(wer.rolle, beziehung).liest.includes('K3'));
  return jemals && fall.geschichte.some(({ texte }) => texte.some(({ klasse }) => klasse === 'K3'));
}
