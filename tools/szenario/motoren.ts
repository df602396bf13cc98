import { kernMotor } from './kern.ts';
import type { Motor } from './motor.ts';

/** The engines a story can be played on, by the name of the command line. */
export const MOTOREN: ReadonlyMap<string, () => Motor> = new Map([['kern', kernMotor]]);
