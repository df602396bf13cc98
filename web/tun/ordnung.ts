import type { Feld } from './feld.ts';

/** Fields whose order says something: one after the other, not a set to tick. */
const GEORDNETE: Readonly<Record<string, string>> = {
  legeRingFest: 'mitglieder',
  // V-40: what is worked on first stands first.
  integrationsplan_aufstellen: 'reihenfolge',
};

function geordnet(feld: Feld): Feld {
  if (feld.art !== 'verweise') return feld;
  const { auf, pfad } = feld;
  const eintrag: Feld = {
    ...feld,
    art: 'verweis',
    auf,
    pfad: `${pfad}.0`,
    name: '1',
    pflicht: false,
    hinweis: null,
  };
  return { ...feld, art: 'liste', eintrag };
}

/** Where the order of a field counts, it is asked one after the other. */
export const inOrdnung = (befehl: string, felder: readonly Feld[]): readonly Feld[] =>
  felder.map((feld) => (feld.name === GEORDNETE[befehl] ? geordnet(feld) : feld));
