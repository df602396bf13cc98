import { customType } from 'drizzle-orm/pg-core';
import { instantAus, type Instant } from '../../domain/frist/zeitzone.ts';

/** timestamptz that reads and writes the domain's instants: UTC, whole seconds, `YYYY-MM-DDTHH:MM:SSZ`. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (wert) => instantAus(Date.parse(wert)),
});
