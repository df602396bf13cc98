import { and, desc, eq, gte } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Transaktion } from './client.ts';
import { fall, formularentwurf, person } from './schema/index.ts';

export type Entwurfszeile = typeof formularentwurf.$inferSelect;

/** Which draft: of whom, and of which form. */
type Stelle = Pick<Entwurfszeile, 'kontoId' | 'ort'>;

const an = ({ kontoId, ort }: Stelle) =>
  and(eq(formularentwurf.kontoId, kontoId), eq(formularentwurf.ort, ort));

/** Null where nothing was begun, or too long ago. */
export async function liesEntwurf(
  tx: Transaktion,
  { heute, ...stelle }: Stelle & { readonly heute: Tag },
): Promise<Entwurfszeile | null> {
  const [zeile] = await tx
    .select()
    .from(formularentwurf)
    .where(and(an(stelle), gte(formularentwurf.bis, heute)));
  return zeile ?? null;
}

/** Whether the case and the person a form is about are there for whoever acts. */
export async function siehtBezug(
  tx: Transaktion,
  { fallId, personId }: Pick<Entwurfszeile, 'fallId' | 'personId'>,
): Promise<boolean> {
  const faelle =
    fallId === null ? [] : await tx.select({ id: fall.id }).from(fall).where(eq(fall.id, fallId));
  if (fallId !== null && faelle.length === 0) return false;
  if (personId === null) return true;
  const personen = await tx.select({ id: person.id }).from(person).where(eq(person.id, personId));
  return personen.length > 0;
}

/** In place of the one before. */
export async function legeEntwurfAb(tx: Transaktion, zeile: Entwurfszeile): Promise<void> {
  const { fallId, personId, inhalt, gespeichertAm, bis } = zeile;
  await tx
    .insert(formularentwurf)
    .values(zeile)
    .onConflictDoUpdate({
      target: [formularentwurf.kontoId, formularentwurf.ort],
      set: { fallId, personId, inhalt, gespeichertAm, bis },
    });
}

export async function loescheEntwurf(tx: Transaktion, stelle: Stelle): Promise<void> {
  await tx.delete(formularentwurf).where(an(stelle));
}

/** A draft without what is in it. */
export type Angefangenes = Pick<Entwurfszeile, 'ort' | 'gespeichertAm' | 'bis'> & {
  readonly fallnummer: string | null;
};

const HOECHSTENS = 50;

/** What an account has begun and not yet recorded, the newest first. */
export async function angefangenesVon(
  tx: Transaktion,
  { kontoId, heute }: { readonly kontoId: string; readonly heute: Tag },
): Promise<Angefangenes[]> {
  return tx
    .select({
      ort: formularentwurf.ort,
      gespeichertAm: formularentwurf.gespeichertAm,
      bis: formularentwurf.bis,
      fallnummer: fall.fallnummer,
    })
    .from(formularentwurf)
    .leftJoin(fall, eq(fall.id, formularentwurf.fallId))
    .where(and(eq(formularentwurf.kontoId, kontoId), gte(formularentwurf.bis, heute)))
    .orderBy(desc(formularentwurf.gespeichertAm))
    .limit(HOECHSTENS);
}
