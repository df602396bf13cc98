import { z } from 'zod';
import { freitext, gemeinsam, regelId } from '../../kern/felder.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

/** A reason that a W rule of regeln.md still waits for; the same on every kind of Vorgang. */
export const NACHTRAG = {
  befehl: 'begruendung_nachreichen',
  pfad: '/begruendungen',
  titel: 'Begründung zu einer offenen Warnung nachreichen',
  eingabe: z.strictObject({ regel: regelId, begruendung: freitext, ...gemeinsam }),
  texte: { begruendung: 'K1' },
} as const;

export const nachtragsvertraege = {
  begruendung_nachreichen: fallvertrag({
    ...NACHTRAG,
    fakten: {},
    zuBefehl: ({ regel }, kopf) => ({ ...kopf, befehl: NACHTRAG.befehl, regel }),
  }),
} satisfies Partial<Fallvertraege>;
