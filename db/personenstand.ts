import { sql } from 'drizzle-orm';
import type { BestehenderFall } from '../domain/fall/fall.ts';
import { hoertVonWegfall } from '../domain/fall/wegfall.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { liesFallstaende } from './fallstaende.ts';
import { ausgang } from './schema/index.ts';
import { alsSystem } from './systemzugriff.ts';

const ids = (faelle: readonly BestehenderFall[]): string[] => faelle.map(({ fallId }) => fallId);

/** The cases of a person that have to hear whether the person is still an eLb (V-79). */
export async function liesHoerendeFaelle(tx: Transaktion, personId: string): Promise<string[]> {
  return ids((await liesFallstaende(tx, personId)).filter(hoertVonWegfall));
}

/** A newer Profiling may say that a person is here again; that concerns those whose duties ended alone. */
async function liesBetroffeneFaelle(tx: Transaktion, personId: string): Promise<string[]> {
  return ids((await liesFallstaende(tx, personId)).filter(({ weggefallen }) => weggefallen !== null));
}

const HOERENDE = { person: liesHoerendeFaelle, profil: liesBetroffeneFaelle } as const;

/** V-79: one signal for each case that has to hear; what file and cases say is read when it is delivered. */
export async function kuendigePersonenstandAn(
  tx: Transaktion,
  { personId, wegen }: { readonly personId: string; readonly wegen: keyof typeof HOERENDE },
  am: Instant,
): Promise<void> {
  const faelle = await alsSystem(tx, 'signal', () => HOERENDE[wegen](tx, personId));
  for (const fallId of faelle) {
    const id = sql`gen_random_uuid()`;
    await tx.insert(ausgang).values({ id, fallId, art: 'personenstand', erstelltAm: am });
  }
}
