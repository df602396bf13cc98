import type { Ereignis } from './ereignisse.ts';
import { ABGANGSEREIGNISSE } from './ereignisse/abgang.ts';
import { BEGLEITUNGSEREIGNISSE } from './ereignisse/begleitung.ts';
import { BERATUNGSEREIGNISSE } from './ereignisse/beratung.ts';
import { BERICHTIGUNGSEREIGNISSE } from './ereignisse/berichtigung.ts';
import { NACHHALTUNGSEREIGNISSE } from './ereignisse/danach.ts';
import { EXTERNEREIGNISSE } from './ereignisse/extern.ts';
import { KONTAKTEREIGNISSE } from './ereignisse/kontakt.ts';
import { LEISTUNGSEREIGNISSE } from './ereignisse/leistung.ts';
import { NETZWERKEREIGNISSE } from './ereignisse/netzwerk.ts';
import { PLANUNGSEREIGNISSE } from './ereignisse/planung.ts';
import { ZUGANGSEREIGNISSE } from './ereignisse/zugang.ts';
import { PFLEGEEREIGNISSE, type Ereigniszeilen } from '../vorgang/ereignis.ts';
import type { Einmalig } from '../einmalig.ts';

const TEILE = {
  ZUGANGSEREIGNISSE,
  BERATUNGSEREIGNISSE,
  PLANUNGSEREIGNISSE,
  BEGLEITUNGSEREIGNISSE,
  KONTAKTEREIGNISSE,
  LEISTUNGSEREIGNISSE,
  NETZWERKEREIGNISSE,
  EXTERNEREIGNISSE,
  ABGANGSEREIGNISSE,
  NACHHALTUNGSEREIGNISSE,
  BERICHTIGUNGSEREIGNISSE,
  PFLEGEEREIGNISSE,
};

/** What is to be known of each kind of event of a case: a kind without a row, or with two, does not compile. */
export const EREIGNISTAFEL = {
  ...TEILE.ZUGANGSEREIGNISSE,
  ...TEILE.BERATUNGSEREIGNISSE,
  ...TEILE.PLANUNGSEREIGNISSE,
  ...TEILE.BEGLEITUNGSEREIGNISSE,
  ...TEILE.KONTAKTEREIGNISSE,
  ...TEILE.LEISTUNGSEREIGNISSE,
  ...TEILE.NETZWERKEREIGNISSE,
  ...TEILE.EXTERNEREIGNISSE,
  ...TEILE.ABGANGSEREIGNISSE,
  ...TEILE.NACHHALTUNGSEREIGNISSE,
  ...TEILE.BERICHTIGUNGSEREIGNISSE,
  ...TEILE.PFLEGEEREIGNISSE,
} satisfies Ereigniszeilen<Ereignis> & Einmalig<typeof TEILE>;
