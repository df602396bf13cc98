import { z } from 'zod';
import { menschSchema } from '../faelle/formen.ts';
import { fallVerweis } from '../kern/felder.ts';

/** Long enough to deal with an emergency, short enough that nobody gets used to it. */
const HOECHSTENS_STUNDEN = 12;

const grund = z
  .string()
  .trim()
  .min(10)
  .max(2_000)
  .describe('Warum der Zugriff nötig ist; wer ihn prüft, liest es');
const art = z
  .enum(['notzugriff', 'vertretung_grund'])
  .describe('Notzugriff auf die Fallakte, oder in Vertretung auf besonders geschützte Angaben (K4)');

export const zugriffNeu = z.strictObject({
  art,
  fall: fallVerweis,
  grund,
  stunden: z.int().min(1).max(HOECHSTENS_STUNDEN),
});
export type ZugriffNeu = z.infer<typeof zugriffNeu>;

export const zugriffBegonnen = z.strictObject({ id: z.uuid(), bis: z.string() });
export type ZugriffBegonnen = z.infer<typeof zugriffBegonnen>;

const ungeprueft = z.strictObject({
  id: z.uuid(),
  art,
  fallId: z.uuid(),
  fallnummer: z.string(),
  wer: menschSchema,
  grund: z.string(),
  von: z.string(),
  bis: z.string(),
});
export const ungepruefte = z.strictObject({ eintraege: z.array(ungeprueft) });
export type Ungepruefte = z.infer<typeof ungepruefte>;

export const zugriffId = z.strictObject({ zugriffId: z.uuid() });
export const pruefungNeu = z.strictObject({
  ergebnis: z.enum(['bestaetigt', 'beanstandet']).describe('Ein beanstandeter Zugriff endet sofort'),
});
export type PruefungNeu = z.infer<typeof pruefungNeu>;
export const pruefungFestgehalten = z.strictObject({ id: z.uuid() });
