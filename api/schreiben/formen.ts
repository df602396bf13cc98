import { z } from 'zod';
import { UEBERGAENGE } from '../../domain/fall/uebergaenge/katalog.ts';
import { zeilennamen } from '../../domain/tabelle.ts';
import { kennung } from '../kern/felder.ts';

export const schreibverweis = z.strictObject({
  fallId: kennung,
  sequenz: z.coerce.number().int().min(1).max(1_000_000).describe('Nummer des Eintrags im Fall'),
});

const kopf = {
  sequenz: z.int(),
  uebergang: z.enum(zeilennamen(UEBERGAENGE)),
  titel: z.string(),
  am: z.string().nullable().describe('Tag, an dem es geschah'),
};

export const schreibenlisteSchema = z
  .strictObject({ fallId: kennung, schreiben: z.array(z.strictObject(kopf)) })
  .meta({ id: 'Schreibenliste' });
export type Schreibenliste = z.infer<typeof schreibenlisteSchema>;

export const schreibenSchema = z
  .strictObject({
    fallId: kennung,
    ...kopf,
    dokument: z
      .string()
      .describe('Der Brief als eine Seite HTML: druckfertig, ohne Skript, ohne Verweis nach außen'),
  })
  .meta({ id: 'Schreiben' });
export type Schreiben = z.infer<typeof schreibenSchema>;
