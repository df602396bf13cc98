import { EROEFFNUNGEN, FOLGEBEFEHLE as AM_FALL } from '../domain/fall/befehlstafel.ts';
import { FOLGEBEFEHLE as AN_DER_AKTE } from '../domain/potenzial/decide.ts';
import { FOLGEBEFEHLE as AM_TEAM } from '../domain/team/decide.ts';
import type { Zeilenspalten } from '../domain/vorgang/tafel.ts';

const ZEILEN = new Map<string, Pick<Zeilenspalten, 'updatename'>>(
  [EROEFFNUNGEN, AM_FALL, AN_DER_AKTE, AM_TEAM].flatMap((tafel) => Object.entries(tafel)),
);

/** What the update of a command is called. */
export const updatename = (befehl: string): string =>
  ZEILEN.get(befehl)?.updatename === 'neutral' ? 'befehl' : befehl;
