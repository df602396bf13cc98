import { UNTERBEFEHLE } from '../../ops/befehle.ts';
import type { Unterbefehl, Unterbefehle } from '../../ops/aufruf.ts';

declare const ohneZeile: Omit<Unterbefehl, 'zeile'>;

// @ts-expect-error the overview would lack the line of `neu`
export const ohneUebersicht: Unterbefehle = { ...UNTERBEFEHLE, neu: ohneZeile };

// @ts-expect-error a sub-command says whether its call is right
export const ungeprueft: Unterbefehl = { angaben: '', zeile: 'tut etwas', liest: () => null };
