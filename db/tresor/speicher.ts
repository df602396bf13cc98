import postgres from 'postgres';
import { istAusfall } from '../ausfall.ts';

/** A wrapped key as it is stored; `huelle` null = destroyed at `vernichtetAm`. */
export type Schluesselzeile = {
  readonly bezug: string;
  readonly huelle: Buffer | null;
  readonly haupt: string | null;
  readonly vernichtetAm: Date | null;
};

/** Proof that no key of this case is left, without anything that would help to make it again. */
export type Vernichtung = { readonly bezug: string; readonly vernichtetAm: string };

/**
 * The database of the wrapped keys: apart from the record, because its backups live for seven days at most, so that what
 * is destroyed here is gone from every backup a week later (DS-28).
 */
export type Schluesselspeicher = {
  readonly lies: (bezuege: readonly string[]) => Promise<Schluesselzeile[]>;
  /** Keeps what is there: the first of several wins, and a destroyed key stays destroyed. */
  readonly lege: (neu: Pick<Schluesselzeile, 'bezug' | 'huelle' | 'haupt'>) => Promise<Schluesselzeile>;
  readonly ersetze: (neu: Pick<Schluesselzeile, 'bezug' | 'huelle' | 'haupt'>) => Promise<void>;
  /** Keys under another master key than this one. */
  readonly nichtUnter: (haupt: string, hoechstens: number) => Promise<Schluesselzeile[]>;
  /** One wrapped key per master key in use. */
  readonly proben: () => Promise<Schluesselzeile[]>;
  /** Idempotent; a case that never had a key gets none any more either. */
  readonly vernichte: (bezug: string) => Promise<Vernichtung>;
  readonly antwortet: () => Promise<boolean>;
  readonly schliesse: () => Promise<void>;
};

/** The database of the keys is away, not that of the record. */
export class SchluesselspeicherFehlt extends Error {}

/** @throws SchluesselspeicherFehlt instead of an error that looks like one of the record */
async function benannt<T>(frage: PromiseLike<T>): Promise<T> {
  try {
    return await frage;
  } catch (cause) {
    if (!istAusfall(cause)) throw cause;
    throw new SchluesselspeicherFehlt('Der Schlüsselspeicher antwortet nicht', { cause });
  }
}

const SCHEMA = `create table if not exists fallschluessel (
  bezug uuid primary key,
  huelle bytea,
  haupt text,
  angelegt_am timestamptz not null default now(),
  vernichtet_am timestamptz,
  check ((huelle is null) = (vernichtet_am is not null) and (huelle is null) = (haupt is null))
)`;

/** @param url of the key store's own database, with the login that owns it */
export async function oeffneSchluesselspeicher(url: string): Promise<Schluesselspeicher> {
  const sql = postgres(url, {
    max: 4,
    onnotice: () => undefined,
    transform: postgres.camel,
    connection: { application_name: 'lotse-tresor' },
  });
  // Several processes may start at once.
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7140302)`;
    await tx.unsafe(SCHEMA);
  });
  return {
    lies: (bezuege) =>
      benannt(sql<Schluesselzeile[]>`select bezug, huelle, haupt, vernichtet_am from fallschluessel
      where bezug = any(${[...bezuege]}::uuid[])`),
    lege: async ({ bezug, huelle, haupt }) => {
      await benannt(sql`insert into fallschluessel ${sql({ bezug, huelle, haupt })} on conflict do nothing`);
      const [zeile] = await benannt(sql<
        Schluesselzeile[]
      >`select bezug, huelle, haupt, vernichtet_am from fallschluessel
        where bezug = ${bezug}`);
      if (zeile === undefined) throw new Error('Der Schlüsselspeicher hat den Schlüssel nicht behalten');
      return zeile;
    },
    ersetze: async ({ bezug, huelle, haupt }) => {
      await benannt(
        sql`update fallschluessel set ${sql({ huelle, haupt })} where bezug = ${bezug} and vernichtet_am is null`,
      );
    },
    nichtUnter: (haupt, hoechstens) =>
      benannt(sql<Schluesselzeile[]>`select bezug, huelle, haupt, vernichtet_am from fallschluessel
        where haupt <> ${haupt} limit ${hoechstens}`),
    proben: () =>
      benannt(sql<Schluesselzeile[]>`select distinct on (haupt) bezug, huelle, haupt, vernichtet_am
      from fallschluessel where haupt is not null order by haupt, bezug`),
    vernichte: async (bezug) => {
      const [zeile] = await benannt(sql<
        { vernichtetAm: Date }[]
      >`insert into fallschluessel (bezug, vernichtet_am)
        values (${bezug}, now()) on conflict (bezug) do update set huelle = null, haupt = null,
        vernichtet_am = coalesce(fallschluessel.vernichtet_am, now()) returning vernichtet_am`);
      if (zeile === undefined) throw new Error('Der Schlüsselspeicher hat nichts vernichtet');
      return { bezug, vernichtetAm: zeile.vernichtetAm.toISOString() };
    },
    antwortet: async () => (await benannt(sql`select 1`)).length === 1,
    schliesse: () => sql.end({ timeout: 5 }),
  };
}
