import { customType } from 'drizzle-orm/pg-core';

/** bytea: hashes and ciphertexts, half the size of their hexadecimal text. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
