import { klartext } from '../../domain/klartext.ts';
import type { Ausgangszustand } from '../../domain/fall/uebergaenge/zeile.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { ohneKennung, ROLLENNAMEN } from '../../domain/rollen/namen.ts';

export const rollenname = (rolle: Rolle): string => ohneKennung(ROLLENNAMEN[rolle]);

/** The state of a case as people say it: `Übernahme terminiert`. */
export const zustandsname = (zustand: Ausgangszustand): string => klartext(zustand);

export const jaNein = (wert: boolean): string => (wert ? 'ja' : 'nein');

/** `1 Frist`, `3 Fristen`. */
export const anzahl = (n: number, eins: string, viele: string): string =>
  `${String(n)} ${n === 1 ? eins : viele}`;

/** A text an answer has under this name; null where it has none. */
export function textAus(antwort: unknown, name: string): string | null {
  const wert: unknown =
    typeof antwort === 'object' && antwort !== null
      ? Object.entries(antwort).find(([n]) => n === name)?.[1]
      : null;
  return typeof wert === 'string' ? wert : null;
}
