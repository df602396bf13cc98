import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, notExists, or, sql, type SQL } from 'drizzle-orm';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Transaktion } from '../client.ts';
import { protokolliere } from '../protokoll.ts';
import { dokument, fall, loeschantrag, loeschsperre, person } from '../schema/index.ts';
import { loescheNachPlan, PLAN_FALL, PLAN_PERSON, type Umfang } from './plan.ts';

/** What can be erased as one; the class a proof names (DS-32). */
export const LOESCHGEGENSTAENDE = ['dokument', 'fall', 'person'] as const;
export type Loeschgegenstand = (typeof LOESCHGEGENSTAENDE)[number];

/** null = it was gone already, or a Löschsperre came in between. */
type Geloescht = Umfang | null;
type Was = {
  readonly id: string;
  readonly am: Instant;
  /** Destroys the key (DS-28): between the look at the Löschsperre and the rows, because nothing brings it back. */
  readonly vernichte: (bezug: string) => Promise<unknown>;
};

/** Stands a Löschsperre over the case or its person? */
async function istGesperrt(tx: Transaktion, wo: SQL | undefined): Promise<boolean> {
  const [zeile] = await tx
    .select({ id: loeschsperre.id })
    .from(loeschsperre)
    .where(and(isNull(loeschsperre.aufgehobenAm), wo))
    .limit(1);
  return zeile !== undefined;
}

/** TR53: the case with everything that belongs to it; the row is locked first, so that a Löschsperre comes before or after. */
async function loescheFall(tx: Transaktion, { id, am, vernichte }: Was): Promise<Geloescht> {
  const [zeile] = await tx
    .select({ personId: fall.personId })
    .from(fall)
    .where(eq(fall.id, id))
    .for('update');
  if (zeile === undefined) return null;
  const { personId } = zeile;
  const sperre = or(eq(loeschsperre.fallId, id), eq(loeschsperre.personId, personId));
  if (await istGesperrt(tx, sperre)) return null;
  await vernichte(id);
  const umfang = await loescheNachPlan(tx, PLAN_FALL, id);
  await vermerke(tx, { am, aktion: 'fall_geloescht', fallId: id, rechtsgrundlage: 'TR53' });
  return umfang;
}

async function loeschePerson(tx: Transaktion, { id, am, vernichte }: Was): Promise<Geloescht> {
  const [zeile] = await tx.select({ id: person.id }).from(person).where(eq(person.id, id)).for('update');
  if (zeile === undefined) return null;
  const [nochEiner] = await tx.select({ id: fall.id }).from(fall).where(eq(fall.personId, id)).limit(1);
  if (nochEiner !== undefined || (await istGesperrt(tx, eq(loeschsperre.personId, id)))) return null;
  await vernichte(id);
  const umfang = await loescheNachPlan(tx, PLAN_PERSON, id);
  await vermerke(tx, { am, aktion: 'person_geloescht', vorgangId: id, rechtsgrundlage: 'DS-10' });
  return umfang;
}

/** T-29: one text; the event that brought it keeps its id and says no more than that there was one. */
async function loescheDokument(tx: Transaktion, { id, am }: Was): Promise<Geloescht> {
  const [zeile] = await tx
    .select({ fallId: dokument.fallId, vorgangId: dokument.vorgangId, personId: fall.personId })
    .from(dokument)
    .leftJoin(fall, eq(fall.id, dokument.fallId))
    .where(eq(dokument.id, id));
  if (zeile === undefined) return null;
  const { fallId, vorgangId, personId } = zeile;
  if (fallId !== null) await tx.select({ id: fall.id }).from(fall).where(eq(fall.id, fallId)).for('share');
  const wessen = personId ?? vorgangId;
  const sperre = or(
    fallId === null ? undefined : eq(loeschsperre.fallId, fallId),
    wessen === null ? undefined : eq(loeschsperre.personId, wessen),
  );
  if (sperre !== undefined && (await istGesperrt(tx, sperre))) return null;
  await tx.delete(dokument).where(eq(dokument.id, id));
  await tx
    .update(loeschantrag)
    .set({ vollzogenAm: am })
    .where(and(eq(loeschantrag.dokumentId, id), isNull(loeschantrag.vollzogenAm)));
  await vermerke(tx, {
    am,
    aktion: 'unterlage_geloescht',
    fallId,
    vorgangId,
    rechtsgrundlage: 'T-29',
    gegenstand: `dokument:${id}`,
  });
  return { dokument: 1 };
}

type Vermerk = Omit<Parameters<typeof protokolliere>[1][number], 'id' | 'akteurId'>;

/** The chain goes on: what was erased is named by its id alone (S8). */
async function vermerke(tx: Transaktion, was: Vermerk): Promise<void> {
  await protokolliere(tx, [{ ...was, id: randomUUID(), akteurId: null }]);
}

const LOESCHEN: Readonly<Record<Loeschgegenstand, (tx: Transaktion, was: Was) => Promise<Geloescht>>> = {
  dokument: loescheDokument,
  fall: loescheFall,
  person: loeschePerson,
};

/** Erases one thing in the transaction given; null when there was nothing to erase, or a Löschsperre forbids it. */
export function loesche(tx: Transaktion, art: Loeschgegenstand, was: Was): Promise<Geloescht> {
  return LOESCHEN[art](tx, was);
}

/** Those of the cases or persons that no Löschsperre holds. */
export async function ungesperrte(
  tx: Transaktion,
  art: 'fall' | 'person',
  ids: readonly string[],
): Promise<string[]> {
  const wessen =
    art === 'person'
      ? eq(loeschsperre.personId, person.id)
      : or(eq(loeschsperre.fallId, fall.id), eq(loeschsperre.personId, fall.personId));
  const sperren = tx
    .select({ eins: sql`1` })
    .from(loeschsperre)
    .where(and(isNull(loeschsperre.aufgehobenAm), wessen));
  const tabelle = { fall, person }[art];
  const zeilen = await tx
    .select({ id: tabelle.id })
    .from(tabelle)
    .where(and(inArray(tabelle.id, [...ids]), notExists(sperren)));
  return zeilen.map(({ id }) => id);
}

/** Ids of one kind, in pages by id; for the comparison with the ledger. */
export async function liesIds(
  tx: Transaktion,
  art: Loeschgegenstand,
  seite: { readonly nach: string | null; readonly hoechstens: number },
): Promise<string[]> {
  const tabelle = { dokument, fall, person }[art];
  const zeilen = await tx
    .select({ id: tabelle.id })
    .from(tabelle)
    .where(seite.nach === null ? undefined : sql`${tabelle.id} > ${seite.nach}`)
    .orderBy(tabelle.id)
    .limit(seite.hoechstens);
  return zeilen.map(({ id }) => id);
}
