import type { Fristid } from '../kennungen.ts';
import { fristschluessel, istFristereignis, type Friststatus, type Fristlauf } from './frist.ts';

/** A duty as lists show it: the complete history, unlike the state, which forgets old ones. */
export type Fristzeile = {
  readonly id: Fristid;
  readonly vorkommen: number;
  readonly beginn: string;
  readonly roh: string;
  readonly faellig: string;
  readonly status: Friststatus;
  readonly lauf: Fristlauf;
  readonly ruht: boolean;
};

/** What a rung of the ladder makes of an open duty. */
export const LAUF = { erinnerung: 'erinnert', faellig: 'faellig', ueberfaellig: 'ueberfaellig' } as const;

/** Folds one event into the rows; returns only the rows that changed. */
export function geaenderteZeilen(
  zeilen: ReadonlyMap<string, Fristzeile>,
  ereignis: { readonly art: string },
): Fristzeile[] {
  if (!istFristereignis(ereignis)) return [];
  if (ereignis.art === 'fristen_berechnet') {
    return ereignis.eintraege.map(({ id, vorkommen, beginn, roh, faellig, ende, ruht }) => {
      const bisher = zeilen.get(fristschluessel({ id, vorkommen }));
      const lauf = bisher?.faellig === faellig ? bisher.lauf : 'offen';
      return { id, vorkommen, beginn, roh, faellig, status: ende ?? lauf, lauf, ruht };
    });
  }
  const neu = new Map<string, Fristzeile>();
  for (const schritt of ereignis.schritte) {
    const schluessel = fristschluessel(schritt);
    const bisher = neu.get(schluessel) ?? zeilen.get(schluessel);
    if (bisher === undefined) continue;
    const lauf = LAUF[schritt.stufe];
    neu.set(schluessel, { ...bisher, lauf, status: lauf });
  }
  return [...neu.values()];
}
