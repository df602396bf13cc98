import type { Tag } from '../../../domain/frist/tag.ts';
import type { Instant } from '../../../domain/frist/zeitzone.ts';
import { versionsname } from '../../../domain/policy/wahl.ts';
import { POTENZIAL } from '../../../domain/potenzial/aggregat.ts';
import type { NeuesPotenzial, Potenzial } from '../../../domain/potenzial/potenzial.ts';
import type { Fallsicht } from '../motor.ts';
import { kennung } from '../verweise.ts';
import { fristenAm, naechsterSchritt, verzeichne, type Aktenfuehrung } from './aktenfuehrung.ts';

/** The check record of a person of the story. */
export type Potenzialakte = Aktenfuehrung & { readonly label: string; lage: NeuesPotenzial | Potenzial };

export function neuePotenzialakte(label: string): Potenzialakte {
  const lage = POTENZIAL.neu(kennung('person', label));
  const leer = { zeilen: new Map(), post: [], gesendet: new Set<string>() };
  return { ...leer, label, lage, stelleZu: (nachricht) => nachricht };
}

/** Takes every due moment on its own, as a live timer does. */
export function lassePruefzeitVergehen(akte: Potenzialakte, bis: Instant): void {
  for (;;) {
    const vorher = akte.lage;
    const schritt = vorher.zustand === 'neu' ? null : naechsterSchritt(POTENZIAL, vorher, bis);
    if (schritt === null) return;
    verzeichne(akte, POTENZIAL, { vorher, ereignisse: schritt.ereignisse });
    akte.lage = schritt.stand;
  }
}

/** The check record as lists show it on a day. */
export function potenzialsichtVon(
  { label, lage, zeilen }: Pick<Potenzialakte, 'label' | 'zeilen'> & { readonly lage: Potenzial },
  heute: Tag,
): Fallsicht {
  const { zustand, hinweise } = lage;
  const policy = versionsname(lage.policy);
  const leer = { policy, neben: [], auffaelligkeiten: [], phasen: [], vorgaenger: null };
  return {
    ...leer,
    fall: label,
    zustand,
    hinweise: [...hinweise].sort(),
    fristen: fristenAm({ zeilen, stand: lage, aggregat: POTENZIAL }, heute),
  };
}
