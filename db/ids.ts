import { sql, type SQL } from 'drizzle-orm';

/** Ids as one parameter, however many there are. */
export const alsIds = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;
