import type { Fristid } from '../kennungen.ts';
import type { Ereignis } from './ereignisse.ts';
import type { Friststatus, Fristlauf } from './fall.ts';

/** A duty as lists show it: the complete history of a case, unlike the state, which forgets old ones. */
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

export const zeilenschluessel = (f: { id: string; vorkommen: number }): string => `${f.id}/${f.vorkommen}`;

/** Folds one event into the rows of a case; returns only the rows that changed. */
export function geaenderteZeilen(zeilen: ReadonlyMap<string, Fristzeile>, ereignis: Ereignis): Fristzeile[] {
  if (ereignis.art === 'fristen_berechnet') {
    return ereignis.eintraege.map(({ id, vorkommen, beginn, roh, faellig, ende, ruht }) => {
      const bisher = zeilen.get(zeilenschluessel({ id, vorkommen }));
      const lauf = bisher?.faellig === faellig ? bisher.lauf : 'offen';
      return { id, vorkommen, beginn, roh, faellig, status: ende ?? lauf, lauf, ruht };
    });
  }
  if (ereignis.art !== 'frist_schritte') return [];
  const neu = new Map<string, Fristzeile>();
  for (const schritt of ereignis.schritte) {
    const schluessel = zeilenschluessel(schritt);
    const bisher = neu.get(schluessel) ?? zeilen.get(schluessel);
    if (bisher === undefined) continue;
    const lauf = LAUF[schritt.stufe];
    neu.set(schluessel, { ...bisher, lauf, status: lauf });
  }
  return [...neu.values()];
}
