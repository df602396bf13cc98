import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { eigeneWiedervorlage, fall, person } from './schema/index.ts';
import { frageEine } from './systemzugriff.ts';

type Zeile = typeof eigeneWiedervorlage.$inferSelect;

/** Which one: whose, at which case. */
type Stelle = Pick<Zeile, 'id' | 'kontoId' | 'fallId'>;

/** What somebody reminds themselves of, still encrypted. */
export type Verhuelltes = Pick<Zeile, 'id' | 'fallId' | 'tag' | 'inhalt'>;

/** With the case it stands at, for a list of several cases. */
export type Listenzeile = Verhuelltes & {
  readonly fallnummer: string;
  readonly personId: string;
  readonly name: string | null;
};

const an = ({ id, kontoId, fallId }: Stelle): SQL | undefined =>
  and(
    eq(eigeneWiedervorlage.id, id),
    eq(eigeneWiedervorlage.kontoId, kontoId),
    eq(eigeneWiedervorlage.fallId, fallId),
  );

export async function legeWiedervorlageAb(tx: Transaktion, zeile: Zeile): Promise<void> {
  await tx.insert(eigeneWiedervorlage).values(zeile);
}

/** @returns whether there was one */
export async function loescheWiedervorlage(tx: Transaktion, stelle: Stelle): Promise<boolean> {
  const weg = await tx
    .delete(eigeneWiedervorlage)
    .where(an(stelle))
    .returning({ id: eigeneWiedervorlage.id });
  return weg.length > 0;
}

/** @returns whether there was one */
export async function verlegeWiedervorlage(
  tx: Transaktion,
  { tag, ...stelle }: Stelle & { readonly tag: Tag },
): Promise<boolean> {
  const verlegt = await tx
    .update(eigeneWiedervorlage)
    .set({ tag })
    .where(an(stelle))
    .returning({ id: eigeneWiedervorlage.id });
  return verlegt.length > 0;
}

const AM_FALL_HOECHSTENS = 100;

/** Those of an account at a case, the next one first. */
export async function liesWiedervorlagenAmFall(
  tx: Transaktion,
  { kontoId, fallId }: Pick<Zeile, 'kontoId' | 'fallId'>,
): Promise<Verhuelltes[]> {
  const { id, tag, inhalt, angelegtAm } = eigeneWiedervorlage;
  return tx
    .select({ id, fallId: eigeneWiedervorlage.fallId, tag, inhalt })
    .from(eigeneWiedervorlage)
    .where(and(eq(eigeneWiedervorlage.kontoId, kontoId), eq(eigeneWiedervorlage.fallId, fallId)))
    .orderBy(asc(tag), asc(angelegtAm), asc(id))
    .limit(AM_FALL_HOECHSTENS);
}

/** Whose, and which part of them. */
export type Wiedervorlagenwahl = Blatt & { readonly kontoId: string };

/** As PostgreSQL answers it within another statement: bytes as Base64. */
export type Wiedervorlagenauszug = {
  readonly gesamt: number;
  readonly zeilen: readonly (Omit<Listenzeile, 'inhalt'> & { readonly inhalt: string })[];
};

/**
 * Those of an account as one value, the next one first, for a statement of its own or as a part of one. At a case whoever acts
 * does not see any more, row-level security leaves them out.
 */
export const auszugDerWiedervorlagen = ({ kontoId, limit, offset }: Wiedervorlagenwahl): SQL =>
  sql`select json_build_object('gesamt', coalesce(max(e.gesamt), 0), 'zeilen', coalesce(json_agg(json_build_object(
      'id', e.id, 'fallId', e.fall_id, 'tag', e.tag, 'inhalt', encode(e.inhalt, 'base64'),
      'fallnummer', e.fallnummer, 'personId', e.person_id, 'name', e.name
    ) order by e.tag, e.fallnummer, e.angelegt_am, e.id), '[]'::json))
    from (select w.*, f.fallnummer, f.person_id, p.name, (count(*) over ())::int as gesamt
      from ${eigeneWiedervorlage} w join ${fall} f on f.id = w.fall_id left join ${person} p on p.id = f.person_id
      where w.konto_id = ${kontoId} order by w.tag, f.fallnummer, w.angelegt_am, w.id limit ${limit} offset ${offset}) e`;

/** The rows of such a value. */
export const zeilenAus = ({ zeilen }: Wiedervorlagenauszug): Listenzeile[] =>
  zeilen.map(({ inhalt, ...zeile }) => ({ ...zeile, inhalt: Buffer.from(inhalt, 'base64') }));

/** The same asked for by itself. */
export async function liesWiedervorlagen(
  tx: Transaktion,
  wahl: Wiedervorlagenwahl,
): Promise<Wiedervorlagenauszug> {
  const frage = sql`select (${auszugDerWiedervorlagen(wahl)}) as auszug`;
  return (await frageEine<{ auszug: Wiedervorlagenauszug }>(tx, frage)).auszug;
}
