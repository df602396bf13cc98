import { systemuhr } from '../../api/kern/uhr.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';

/** The business day of tests that run in real time. */
export const heute = (): string => ortstag(systemuhr.jetzt());
