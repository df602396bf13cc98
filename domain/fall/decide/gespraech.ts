import { verstoss } from '../../ablehnung.ts';
import type { Kontaktart, Regelid } from '../../kennungen.ts';
import { GESPRAECHSARTEN, type Gespraech, type Gespraechsart } from '../../policy/policy.ts';
import { policyAus } from '../../policy/wahl.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { BestehenderFall } from '../fall.ts';
import type { Entwurf } from './entwurf.ts';

function istGesprochen(art: Kontaktart): art is Gespraechsart {
  return GESPRAECHSARTEN.some((gesprochene) => gesprochene === art);
}

/** V-77: a talk is spoken; a letter is none. */
export function nichtGesprochen(fall: BestehenderFall, art: Kontaktart): Entwurf | null {
  if (!gilt('V-77', fall) || istGesprochen(art)) return null;
  return verstoss('V-77', 'Ein Gespräch wird gesprochen; ein Schreiben ist als Kontakt zu erfassen.');
}

/** V-77, POL-GESPRAECH: a kind the office does not want for this talk needs a reason, because a person in a clinic telephones. */
export function gespraechsart(fall: BestehenderFall, gespraech: Gespraech, art: Kontaktart): Regelid[] {
  // The parameter came with the rule: to cases begun before it means "as before".
  if (!gilt('V-77', fall) || fall.neueParameter === false || !istGesprochen(art)) return [];
  return policyAus(fall.policy)['POL-GESPRAECH'][gespraech].includes(art) ? [] : ['V-77'];
}
