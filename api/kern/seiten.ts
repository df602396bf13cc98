import { z } from 'zod';

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

/** One page with the number of all entries. */
export function seite<Eintrag>(eintrag: z.ZodType<Eintrag>): z.ZodType<Seite<Eintrag>> {
  return z.strictObject({ eintraege: z.array(eintrag), gesamt: z.int(), limit: z.int(), offset: z.int() });
}

export type Seite<Eintrag> = {
  readonly eintraege: readonly Eintrag[];
  readonly gesamt: number;
  readonly limit: number;
  readonly offset: number;
};

export type Seitenwahl = { readonly limit: number; readonly offset: number };

export const jaNein = z.enum(['true', 'false']).transform((wert) => wert === 'true');
