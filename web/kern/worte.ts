import { klartext } from '../../domain/klartext.ts';
import type { Ausgangszustand } from '../../domain/fall/uebergaenge/zeile.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { ohneKennung, ROLLENNAMEN } from '../../domain/rollen/namen.ts';

export const rollenname = (rolle: Rolle): string => ohneKennung(ROLLENNAMEN[rolle]);

/** The state of a case as people say it: `Übernahme terminiert`. */
export const zustandsname = (zustand: Ausgangszustand): string => klartext(zustand);

/** `1 Frist`, `3 Fristen`. */
export const anzahl = (n: number, eins: string, viele: string): string =>
  `${String(n)} ${n === 1 ? eins : viele}`;
