import { and, eq, ne } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { person } from './schema/index.ts';
import { alsSystem } from './systemzugriff.ts';

/** Names of all persons born that day, whoever may know them: to tell that somebody may be here already. */
export function liesNamenGeborener(tx: Transaktion, geburtsdatum: string): Promise<readonly string[]> {
  return alsSystem(tx, 'dublette', async () => {
    const zeilen = await tx
      .select({ name: person.name })
      .from(person)
      .where(eq(person.geburtsdatum, geburtsdatum));
    return zeilen.map(({ name }) => name);
  });
}

/** Gives a person another number. @returns the new version; null when somebody was faster, `vergeben` when it is somebody else's. */
export async function berichtigeKundennummer(
  tx: Transaktion,
  { id, version }: { readonly id: string; readonly version: number },
  kundennummer: string,
): Promise<number | null | 'vergeben'> {
  const [andere] = await alsSystem(tx, 'dublette', () =>
    tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.kundennummer, kundennummer), ne(person.id, id))),
  );
  if (andere !== undefined) return 'vergeben';
  const [zeile] = await tx
    .update(person)
    .set({ kundennummer, version: version + 1 })
    .where(and(eq(person.id, id), eq(person.version, version)))
    .returning({ version: person.version });
  return zeile?.version ?? null;
}
