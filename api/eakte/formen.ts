import { z } from 'zod';
import { RUECKNAHMEGRUENDE } from '../../domain/rollen/eaktenrechte.ts';
import { kurztext, tag, kennung, zeile } from '../kern/felder.ts';

export const verweisNeu = z.strictObject({
  nummer: zeile(60).describe('Nummer der Unterlage in der eAkte'),
  datum: tag.describe('Tag, von dem die Unterlage ist, oder ihres Eingangs'),
  titel: kurztext
    .optional()
    .describe('Was für eine Unterlage es ist (K3); in Vertretung nicht, dort genügt der Eingang (R08)'),
});
export type VerweisNeu = z.output<typeof verweisNeu>;

export const ruecknahmeNeu = z.strictObject({ grund: z.enum(RUECKNAHMEGRUENDE) });
export type RuecknahmeNeu = z.output<typeof ruecknahmeNeu>;

/** Number, day and title are empty once a reference was taken back; a title also where only the arrival was noted. */
export const verweiseSchema = z
  .array(
    z
      .strictObject({
        id: kennung,
        nummer: z.string().nullable(),
        datum: z.string().nullable(),
        titel: z.string().nullable().describe('Leer, wo nur der Eingang vermerkt ist (R08)'),
        erfasstAm: z.string(),
        erfasstVon: kennung,
        zurueckgenommen: z
          .strictObject({ am: z.string(), von: kennung, grund: z.enum(RUECKNAHMEGRUENDE) })
          .nullable()
          .describe('Mit der Rücknahme gehen Nummer, Tag und Titel; wer, wann und warum bleibt (V-71)'),
      })
      .meta({ id: 'Eaktenverweis' }),
  )
  .describe('Verweise auf Unterlagen der eAkte, keine Dateien (001 2.2)');
export type Verweisansicht = z.infer<typeof verweiseSchema>[number];
