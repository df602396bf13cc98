import { sql } from 'drizzle-orm';
import { mitAkteur, type Datenbank, type Transaktion } from '../client.ts';

/** Any number nobody else uses: one erasure at a time, whichever process runs it. */
const SPERRE = 7_140_302;

/**
 * A transaction in the role of the erasure, the only one the append-only tables let delete. The login behind the
 * connection has to be a member of it; nobody else can take it on.
 */
export function alsLoeschung<T>(db: Datenbank, arbeit: (tx: Transaktion) => Promise<T>): Promise<T> {
  return mitAkteur(db, { system: 'loeschung' }, async (tx) => {
    await tx.execute(sql`set local role lotse_loeschung`);
    return arbeit(tx);
  });
}

/** Holds the lock of the erasure on a connection of its own while `arbeit` runs; waits for whoever has it. */
export function imAlleingang<T>(db: Datenbank, arbeit: () => Promise<T>): Promise<T> {
  return mitAkteur(db, { system: 'loeschung' }, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SPERRE})`);
    return arbeit();
  });
}
