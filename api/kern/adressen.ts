import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';

/** Where each kind of Vorgang lives in the API, and the name of its id there. */
const ADRESSEN: Readonly<Record<Vorgangsart, string>> = {
  fall: '/api/v1/faelle/{fallId}',
  potenzial: '/api/v1/personen/{personId}/potenzial',
  team: '/api/v1/teams/{teamId}/kalender',
};

export function adresseVon(ziel: Vorgangsart): string {
  return ADRESSEN[ziel];
}
