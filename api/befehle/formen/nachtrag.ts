import { z } from 'zod';
import { freitext, gemeinsam, regelId } from '../../kern/felder.ts';

/** A reason that a W rule of regeln.md still waits for; the same on every kind of Vorgang. */
export const NACHTRAG = {
  befehl: 'begruendung_nachreichen',
  pfad: '/begruendungen',
  titel: 'Begründung zu einer offenen Warnung nachreichen',
  uebergaenge: [],
  eingabe: z.strictObject({ regel: regelId, begruendung: freitext, ...gemeinsam }),
  texte: { begruendung: 'K1' },
} as const;
