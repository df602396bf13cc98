import type { Tag } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { BeendeterFall, BestehenderFall, Nebenbereich } from '../fall.ts';
import { MESSPUNKTE } from '../fall.ts';
import { tatsache } from './tatsache.ts';
import type { Folgezeilen } from './zeilen.ts';

/** What runs after the Fallabgang: passive Betreuung for an eLb alone, Nachhaltung for whoever lives (V-79). */
function nebenbereiche(fall: BeendeterFall, heute: Tag): Nebenbereich[] {
  const { akh, fallabgang, verbleib, weggefallen } = fall;
  const passiv = weggefallen === null && akh !== null && heute <= akh.bis;
  const beobachtet = fallabgang.nachhaltung && weggefallen?.grund !== 'tod';
  const offen = MESSPUNKTE.some((punkt) => verbleib[punkt] === undefined);
  return [
    ...(passiv ? (['akh_passiv'] as const) : []),
    ...(beobachtet && offen ? (['nachhaltung'] as const) : []),
  ];
}

function personenstand(
  fall: BestehenderFall,
  ereignis: EreignisVon<'personenstand_uebernommen'>,
): BestehenderFall {
  const { wegfall: grund, abgeloest } = ereignis;
  const neu = { ...fall, weggefallen: grund === null ? null : { ...tatsache(ereignis), grund } };
  if (neu.zustand !== 'beendet') return neu;
  // Whoever was taken over anew since is not looked after passively from here again.
  const danach = abgeloest === true ? { ...neu, akh: null } : neu;
  return { ...danach, neben: nebenbereiche(danach, ortstag(ereignis.am)) };
}

export const PERSONENSTAND = {
  personenstand_uebernommen: personenstand,
} satisfies Partial<Folgezeilen>;
