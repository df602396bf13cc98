import { kernMotor } from './kern.ts';
import type { Motor } from './motor.ts';
import { beendeGemeinsames, gemeinsameDatenbanken, vollMotor } from './voll.ts';

/** The engines a story can be played on, by the name of the command line. */
export const MOTOREN: ReadonlyMap<string, () => Motor> = new Map([
  ['kern', kernMotor],
  ['voll', () => vollMotor(gemeinsameDatenbanken)],
]);

/** Ends what the engines of this process shared. */
export const raeumeMotorenAb = beendeGemeinsames;
