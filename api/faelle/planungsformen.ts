import { z } from 'zod';
import { TEILZIEL_WER } from '../../domain/fall/befehle/planung.ts';
import { HB_STATUS } from '../../domain/kennungen.ts';
import { BESTREITUNGSSTAENDE } from '../../domain/loeschung/bestreitung.ts';
import { DATENKLASSEN } from '../../domain/rollen/matrix.ts';
import { kennung } from '../kern/felder.ts';

export const textSchema = z.strictObject({
  feld: z.string(),
  klasse: z.enum(DATENKLASSEN),
  bestreitung: z
    .strictObject({
      stand: z.enum(BESTREITUNGSSTAENDE),
      grund: z.string().nullable(),
      stellungnahme: z.string().nullable(),
    })
    .optional()
    .describe('Die Person bestreitet den Text oder hat ihn bestritten (§ 84 SGB X)'),
  text: z.string(),
});

export const texte = z.array(textSchema).describe('Nur Klassen, die Sie in diesem Fall lesen dürfen');

export const bedarfSchema = z.strictObject({
  id: kennung,
  bezeichnung: z.string(),
  status: z.enum(HB_STATUS),
  rang: z.int().nullable().describe('Platz in der Reihenfolge der Bearbeitung'),
  inVereinbarung: z.boolean(),
});

export const teilzielSchema = z.strictObject({
  nummer: z.int(),
  wer: z.enum(TEILZIEL_WER),
  handlungsbedarf: kennung,
  bisWann: z.string(),
  istHauptziel: z.boolean(),
  angepasst: z.boolean(),
  status: z.enum(['offen', 'laufend', 'erreicht', 'nicht_erreicht']),
  standAm: z.string().nullable(),
  texte: texte.describe('Was, Nachweis, Zwischenstand, Hindernisse'),
});
