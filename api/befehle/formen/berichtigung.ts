import { z } from 'zod';
import { freitext, gemeinsam, tag } from '../../kern/felder.ts';
import { bezug } from '../fakten/fall.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

export const berichtigungsvertraege = {
  berichtigen: fallvertrag({
    befehl: 'berichtigen',
    pfad: '/berichtigungen',
    titel: 'Eine dokumentierte Tatsache berichtigen',
    eingabe: z.strictObject({
      bezug: z.strictObject({
        art: z.string().min(1).max(60).describe('Art des Eintrags, z. B. fallzugang_dokumentiert'),
        nummer: z
          .int()
          .min(1)
          .max(10_000)
          .optional()
          .describe('Der wievielte dieser Art; ohne Angabe der neueste'),
        teil: z
          .string()
          .min(1)
          .max(60)
          .optional()
          .describe('Ein Datum eines übernommenen Falls, z. B. fallzugang oder kontakt-2; arbeitsaufnahme'),
      }),
      neuesDatum: tag.optional(),
      neuerText: freitext.optional(),
      grund: freitext,
      ...gemeinsam,
    }),
    texte: { neuerText: 'K3', grund: 'K1' },
    fakten: { bezug },
    zuBefehl: ({ neuesDatum }, kopf, { bezug }) => ({
      ...kopf,
      befehl: 'berichtigen',
      bezug,
      neuesDatum: neuesDatum ?? null,
    }),
  }),
} satisfies Partial<Fallvertraege>;
