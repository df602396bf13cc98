import { z } from 'zod';
import { LAENDER } from '../../domain/frist/laender.ts';
import { FRISTREGELN, FRISTVARIANTEN } from '../../domain/frist/auftrag.ts';

const anzahl = { type: 'integer', minimum: 0 };

/** The calculator reads its input itself and answers in German (technik.md 3.1); this only documents it. */
export const fristeingabe = z.unknown().meta({
  id: 'Fristeingabe',
  type: 'object',
  required: ['regel', 'ereignis', 'land'],
  additionalProperties: false,
  properties: {
    regel: { enum: FRISTREGELN },
    ereignis: { type: 'string', description: 'Tag JJJJ-MM-TT oder Zeitpunkt mit Versatz' },
    tage: anzahl,
    arbeitstage: anzahl,
    wochen: anzahl,
    monate: anzahl,
    jahre: anzahl,
    vorkommen: { type: 'integer', minimum: 1 },
    land: { enum: LAENDER },
    variante: { enum: FRISTVARIANTEN },
    zusatzFreieTage: { type: 'array', items: { type: 'string', format: 'date' } },
  },
});

export const fristergebnis = z.strictObject({
  roh: z.string(),
  faellig: z.string(),
  feuertAb: z.string(),
  herleitung: z.array(z.strictObject({ schritt: z.string(), norm: z.string(), datum: z.string() })),
});
export type Fristergebnis = z.infer<typeof fristergebnis>;
