import { z } from 'zod';
import { TERMINORTE } from '../../domain/fall/befehle/kopf.ts';
import { UEBERGABEGESPRAECHE } from '../../domain/fall/uebergabeprotokoll.ts';
import { menschSchema } from '../faelle/formen.ts';
import { kennung } from '../kern/felder.ts';

const vermerkSchema = z
  .strictObject({
    am: z.string(),
    wer: menschSchema.nullable().describe('Leer, wenn die Person Lotse verlassen hat'),
    fuer: menschSchema.nullable().describe('Wen sie vertreten hat'),
  })
  .meta({ id: 'Uebergabevermerk' });
export type Uebergabevermerk = z.infer<typeof vermerkSchema>;

const beglaubigt = {
  von: vermerkSchema.describe('Wer es vorgeschlagen oder festgehalten hat'),
  fm: vermerkSchema
    .nullable()
    .describe('Das Fallmanagement steht dazu; leer, solange es nicht bestätigt hat'),
  gegenueber: vermerkSchema
    .nullable()
    .describe('Wer abgibt oder aufnimmt, steht dazu; leer, solange nicht bestätigt ist'),
};

const uebergabeSchema = z.strictObject({
  gespraech: z.enum(UEBERGABEGESPRAECHE),
  nummer: z.int().describe('Die wievielte Übergabe des Falls'),
  termin: z
    .strictObject({
      tag: z.string(),
      uhrzeit: z.string().nullable(),
      dauerMinuten: z.int().nullable(),
      ort: z.enum(TERMINORTE).nullable(),
      stand: z.enum(['vorgeschlagen', 'bestaetigt', 'abgesagt', 'versaeumt']),
      ...beglaubigt,
    })
    .nullable(),
  abgesagt: vermerkSchema.nullable(),
  versaeumt: z.array(z.string()).describe('Tage, an denen die Person nicht gekommen ist'),
  gefuehrt: z.strictObject({ am: z.string().nullable(), ...beglaubigt }).nullable(),
});
export type Uebergabeansicht = z.infer<typeof uebergabeSchema>;

export const uebergabenSchema = z
  .strictObject({ fallId: kennung, fallnummer: z.string(), uebergaben: z.array(uebergabeSchema) })
  .meta({ id: 'Uebergaben' });
export type Uebergaben = z.infer<typeof uebergabenSchema>;

export const uebergabeverweis = z.strictObject({
  fallId: kennung,
  nummer: z.coerce.number().int().min(1).max(1000).describe('Die wievielte Übergabe des Falls'),
});

export const terminSchema = z
  .strictObject({
    fallId: kennung,
    nummer: z.int(),
    datei: z.string().describe('Der Termin als Datei für einen Kalender (RFC 5545), ohne Namen'),
  })
  .meta({ id: 'Uebergabetermin' });
export type Uebergabetermindatei = z.infer<typeof terminSchema>;
