import { and, eq, isNull, sql, type SQLWrapper } from 'drizzle-orm';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { befehl, dokument, fallnummernkreis } from './schema/index.ts';
import type { Verweisspalten } from './verweis.ts';

/** What a key stands for. `status` null = the outcome is not known yet. */
export type Anspruch = Verweisspalten & {
  readonly akteurId: string;
  readonly schluessel: string;
  readonly befehlId: string;
  readonly route: string;
  readonly pruefsumme: string;
  readonly fallnummer: string | null;
  readonly at: Instant;
  readonly status: number | null;
  readonly antwort: unknown;
};

type Schluessel = { readonly akteurId: string; readonly schluessel: string };

const trifft = ({ akteurId, schluessel }: Schluessel): ReturnType<typeof and> =>
  and(eq(befehl.akteurId, akteurId), eq(befehl.schluessel, schluessel));

/** The claim of a key, locked so that nobody settles it meanwhile; null when the key is new. */
async function sperreAnspruch(tx: Transaktion, key: Schluessel): Promise<Anspruch | null> {
  const [zeile] = await tx.select().from(befehl).where(trifft(key)).for('update');
  return zeile ?? null;
}

/** The claim as it stands. */
export async function liesAnspruch(tx: Transaktion, key: Schluessel): Promise<Anspruch | null> {
  const [zeile] = await tx.select().from(befehl).where(trifft(key));
  return zeile ?? null;
}

/** Claims a key; the first of several wins, the others wait for it and get its claim. */
export async function beanspruche(
  tx: Transaktion,
  neu: Omit<Anspruch, 'status' | 'antwort' | 'fallnummer'>,
): Promise<{ readonly anspruch: Anspruch; readonly erster: boolean }> {
  const [zeile] = await tx.insert(befehl).values(neu).onConflictDoNothing().returning();
  if (zeile !== undefined) return { anspruch: zeile, erster: true };
  const vorhanden = await sperreAnspruch(tx, neu);
  if (vorhanden === null) throw new Error('Anspruch verschwunden');
  return { anspruch: vorhanden, erster: false };
}

const FALLNUMMER = (jahr: number) =>
  sql<string>`'F-' || ${jahr}::int || '-' || lpad(kreis.letzte::text, greatest(5, length(kreis.letzte::text)), '0')`;

/** Counts the Fallnummern of the year one on. */
function zaehleWeiter(tx: Transaktion, jahr: number): SQLWrapper {
  return tx
    .insert(fallnummernkreis)
    .values({ jahr, letzte: 1 })
    .onConflictDoUpdate({
      target: fallnummernkreis.jahr,
      set: { letzte: sql`${fallnummernkreis.letzte} + 1` },
    })
    .returning({ letzte: fallnummernkreis.letzte });
}

/** Draws the next Fallnummer of the year. */
export async function naechsteFallnummer(tx: Transaktion, jahr: number): Promise<string> {
  const [zeile] = await tx.execute<{ fallnummer: string }>(
    sql`with kreis as ${zaehleWeiter(tx, jahr)} select ${FALLNUMMER(jahr)} as fallnummer from kreis`,
  );
  if (zeile === undefined) throw new Error('Der Nummernkreis hat keine Nummer ausgegeben');
  return zeile.fallnummer;
}

/** Draws a Fallnummer and keeps it with the claim, so that a repetition gets the same one. */
export async function zieheFallnummer(tx: Transaktion, anspruch: Anspruch, jahr: number): Promise<Anspruch> {
  if (anspruch.fallnummer !== null) return anspruch;
  const [zeile] = await tx.execute<{ fallnummer: string }>(
    sql`with kreis as ${zaehleWeiter(tx, jahr)} update befehl set fallnummer = ${FALLNUMMER(jahr)} from kreis
      where ${trifft(anspruch)} returning befehl.fallnummer`,
  );
  if (zeile === undefined) throw new Error('Der Nummernkreis hat keine Nummer ausgegeben');
  return { ...anspruch, fallnummer: zeile.fallnummer };
}

/** Puts the outcome beside the key unless another is there already; gives the one that holds. */
export async function erledige(
  tx: Transaktion,
  key: Schluessel,
  befehlsergebnis: { readonly status: number; readonly antwort: unknown },
): Promise<{ readonly anspruch: Anspruch; readonly neu: boolean }> {
  const [zeile] = await tx
    .update(befehl)
    .set(befehlsergebnis)
    .where(and(trifft(key), isNull(befehl.status)))
    .returning();
  if (zeile !== undefined) return { anspruch: zeile, neu: true };
  const vorhanden = await liesAnspruch(tx, key);
  if (vorhanden === null) throw new Error('Anspruch verschwunden');
  return { anspruch: vorhanden, neu: false };
}

export type Entwurfszeile = Omit<typeof dokument.$inferInsert, 'stand' | 'befehlId'>;

/**
 * Stores the texts of a command as drafts; one that is there already stays as it is. The caller holds the claim, so
 * nobody else writes them. Existing ones, which only a claim made before can have, are looked up instead of met as conflicts: a
 * conflict would wait for a recording, which waits for the claim.
 */
export async function legeEntwuerfeAb(
  tx: Transaktion,
  { befehlId, erster }: { readonly befehlId: string; readonly erster: boolean },
  zeilen: readonly Entwurfszeile[],
): Promise<void> {
  if (zeilen.length === 0) return;
  const vorhanden = erster
    ? []
    : await tx.select({ id: dokument.id }).from(dokument).where(eq(dokument.befehlId, befehlId));
  const bekannt = new Set(vorhanden.map(({ id }) => id));
  const neue = zeilen.filter(({ id }) => !bekannt.has(id));
  if (neue.length === 0) return;
  await tx.insert(dokument).values(neue.map((zeile) => ({ ...zeile, befehlId, stand: 'entwurf' as const })));
}

/** Locks the texts of a command before its claim, in the order in which a recording takes them. */
export async function sperreTexte(tx: Transaktion, befehlId: string): Promise<void> {
  await tx.select({ id: dokument.id }).from(dokument).where(eq(dokument.befehlId, befehlId)).for('update');
}

/** Drops the drafts of a refused command. */
export async function verwirfEntwuerfe(tx: Transaktion, befehlId: string): Promise<void> {
  await tx.delete(dokument).where(and(eq(dokument.befehlId, befehlId), eq(dokument.stand, 'entwurf')));
}
