import { verstoss } from '../../ablehnung.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { BefehlVon } from '../befehle.ts';
import type { BestehenderFall } from '../fall.ts';
import { angenommen, geschehen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/** V-79: file or cases say that the person is no eLb any more, or is one again. */
function personenstandUebernehmen(
  fall: BestehenderFall,
  befehl: BefehlVon<'personenstand_uebernehmen'>,
): Entwurf {
  const { wegfall, abgeloest } = befehl;
  const bisher = fall.weggefallen?.grund ?? null;
  if (!gilt('V-79', fall) || wegfall === bisher) return angenommen();
  const zurueck = wegfall === null && abgeloest === true ? { abgeloest } : {};
  return angenommen(
    geschehen(befehl, { tr: null }, { art: 'personenstand_uebernommen', wegfall, ...zurueck }),
  );
}

/** Nobody is looked after passively who is no eLb any more. */
export function keineAkh({ weggefallen }: BestehenderFall): Entwurf | null {
  if (weggefallen === null) return null;
  return verstoss(
    'V-79',
    'Passive Betreuung gilt nur für erwerbsfähige Leistungsberechtigte dieses Jobcenters; die Person gehört nicht mehr dazu.',
  );
}

export const PERSONENSTAND = {
  personenstand_uebernehmen: {
    updatename: 'klar',
    durch: personenstandUebernehmen,
    ereignistag: 'technisch',
  },
} satisfies Partial<Folgezeilen>;
