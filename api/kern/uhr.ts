import { instantAus, type Instant } from '../../domain/frist/zeitzone.ts';

/** The business now; token checks never use it (architecture.md 5). */
export type Uhr = { readonly jetzt: () => Instant };

/** The clock of the machine, whole seconds. */
export const systemuhr: Uhr = { jetzt: () => instantAus(Date.now()) };
