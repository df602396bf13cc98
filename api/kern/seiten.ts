import { z } from 'zod';

export { ZAEHLT_WEITER } from '../../db/blatt.ts';

/** Paging of a list: `limit` entries from `offset` on. */
export const seitenabfrage = {
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('Einträge je Seite, höchstens 100'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
};

/** `feld` sorts upwards, `-feld` downwards; only the named ones. */
export function sortierung<const Feld extends string>(
  felder: readonly [Feld, ...Feld[]],
): z.ZodDefault<z.ZodEnum<{ [K in Feld | `-${Feld}`]: K }>> {
  const werte = felder.flatMap((feld) => [feld, `-${feld}` as const]);
  const schema = z.enum(werte) as z.ZodEnum<{ [K in Feld | `-${Feld}`]: K }>;
  return schema.default(felder[0] as never);
}

/** Lists that may be as long as the house are counted so far and no further (ADR 64). */
const gesamt = z
  .int()
  .describe(
    'Zahl aller Einträge. Personen, Personal und Protokoll werden bis 1.000 über die Seite hinaus gezählt; sind es mehr, steht hier diese Grenze, ' +
      'und mit `offset` wächst sie.',
  );

/** One page with the number of all entries. */
export function seite<Eintrag>(eintrag: z.ZodType<Eintrag>): z.ZodType<Seite<Eintrag>> {
  return z.strictObject({ eintraege: z.array(eintrag), gesamt, limit: z.int(), offset: z.int() });
}

export type Seite<Eintrag> = {
  readonly eintraege: readonly Eintrag[];
  readonly gesamt: number;
  readonly limit: number;
  readonly offset: number;
};

export type Seitenwahl = { readonly limit: number; readonly offset: number };

export const jaNein = z.enum(['true', 'false']).transform((wert) => wert === 'true');
