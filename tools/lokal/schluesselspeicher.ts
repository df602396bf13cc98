import { createHash } from 'node:crypto';
import postgres from 'postgres';

const LOGIN = 'lotse_schluessel_login';

/**
 * A database of its own for the keys of the cases beside that of the record, with a login that owns it and may do nothing
 * else: for trial and tests, where both are in one cluster. In operation it is another server with its own backups.
 * @param besitzer connection string of a superuser
 * @returns how the key store is reached
 */
export async function richteSchluesselspeicherEin(besitzer: string): Promise<string> {
  const ziel = new URL(besitzer);
  const datenbank = `${ziel.pathname.slice(1)}_schluessel`;
  const passwort = createHash('sha256').update(`${LOGIN}:${ziel.password}`).digest('hex');
  const sql = postgres(besitzer, { max: 1, onnotice: () => undefined });
  try {
    const [rolle] = await sql`select from pg_roles where rolname = ${LOGIN}`;
    if (rolle === undefined) await sql.unsafe(`create role ${LOGIN} login password '${passwort}'`);
    const [vorhanden] = await sql`select from pg_database where datname = ${datenbank}`;
    if (vorhanden === undefined) {
      await sql`create database ${sql(datenbank)} owner ${sql(LOGIN)}`;
      await sql`revoke connect on database ${sql(datenbank)} from public`;
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  return Object.assign(ziel, { username: LOGIN, password: passwort, pathname: `/${datenbank}` }).toString();
}
