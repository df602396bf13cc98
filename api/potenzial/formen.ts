import { z } from 'zod';
import { POTENZIALZUSTAENDE } from '../../domain/potenzial/potenzial.ts';
import { ereignisSchema, fristSchema, menschSchema } from '../faelle/formen.ts';
import { kennung } from '../kern/felder.ts';

/** The check record of a person outside bFM (S00): what is owed, and every check that was documented (E31). */
export const pruefakteSchema = z
  .strictObject({
    personId: kennung,
    zustand: z.enum(POTENZIALZUSTAENDE),
    sequenz: z.int(),
    pap: menschSchema,
    fmU25: menschSchema.nullable(),
    offeneHinweise: z.array(z.string()),
    fristen: z.array(fristSchema),
    geschichte: z.array(ereignisSchema),
  })
  .meta({ id: 'Pruefakte' });
export type Pruefakte = z.infer<typeof pruefakteSchema>;
