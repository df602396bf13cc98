import { z } from 'zod';
import { menschSchema } from '../faelle/formen.ts';
import { fallVerweis, grundtext, kennung } from '../kern/felder.ts';
import { ZUGRIFFSARTEN } from '../../domain/rollen/zugriffsbremse.ts';
import { istBegruendung } from '../../domain/lesbar.ts';

/** Long enough to deal with an emergency, short enough that nobody gets used to it. */
const HOECHSTENS_STUNDEN = 12;

const grund = grundtext
  .min(10)
  .refine(istBegruendung, { message: 'Ein Grund sagt in Worten, warum es nötig ist' })
  .describe('Warum der Zugriff nötig ist; wer ihn prüft, liest es');
const art = z
  .enum(ZUGRIFFSARTEN)
  .describe('Notzugriff auf die Fallakte, oder in Vertretung auf besonders geschützte Angaben (K4)');

export const zugriffNeu = z.strictObject({
  art,
  fall: fallVerweis,
  grund,
  stunden: z.int().min(1).max(HOECHSTENS_STUNDEN),
});
export type ZugriffNeu = z.infer<typeof zugriffNeu>;

export const zugriffBegonnen = z.strictObject({ id: kennung, bis: z.string() });
export type ZugriffBegonnen = z.infer<typeof zugriffBegonnen>;

const ungeprueft = z.strictObject({
  id: kennung,
  art,
  fallId: kennung,
  fallnummer: z.string(),
  wer: menschSchema,
  grund: z.string(),
  von: z.string(),
  bis: z.string(),
});
export const ungepruefte = z.strictObject({ eintraege: z.array(ungeprueft) });
export type Ungepruefte = z.infer<typeof ungepruefte>;

const beanstandet = ungeprueft.extend({ beanstandetAm: z.string() });
export const beanstandete = z.strictObject({ eintraege: z.array(beanstandet) });
export type Beanstandete = z.infer<typeof beanstandete>;

export const zugriffId = z.strictObject({ zugriffId: kennung });
export const pruefungNeu = z.strictObject({
  ergebnis: z.enum(['bestaetigt', 'beanstandet']).describe('Ein beanstandeter Zugriff endet sofort'),
});
export type PruefungNeu = z.infer<typeof pruefungNeu>;
export const freigabeNeu = z.strictObject({
  grund: grund.describe('Warum die Person wieder Fälle mit einem Grund öffnen darf'),
});
export type FreigabeNeu = z.infer<typeof freigabeNeu>;
export const pruefungFestgehalten = z.strictObject({ id: kennung });
