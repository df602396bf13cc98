import type { Ereignis } from '../fall/ereignisse.ts';
import { ABGANGSKLASSEN } from '../fall/ereignisse/abgang.ts';
import { BEGLEITUNGSKLASSEN } from '../fall/ereignisse/begleitung.ts';
import { BERATUNGSKLASSEN } from '../fall/ereignisse/beratung.ts';
import { BERICHTIGUNGSKLASSEN } from '../fall/ereignisse/berichtigung.ts';
import { NACHHALTUNGSKLASSEN } from '../fall/ereignisse/danach.ts';
import { EXTERNKLASSEN } from '../fall/ereignisse/extern.ts';
import { KONTAKTKLASSEN } from '../fall/ereignisse/kontakt.ts';
import { LEISTUNGSKLASSEN } from '../fall/ereignisse/leistung.ts';
import { NETZWERKKLASSEN } from '../fall/ereignisse/netzwerk.ts';
import { PLANUNGSKLASSEN } from '../fall/ereignisse/planung.ts';
import { ZUGANGSKLASSEN } from '../fall/ereignisse/zugang.ts';
import { PFLEGEKLASSEN, type Ereignisklassen } from '../vorgang/ereignis.ts';
import type { Einmalig } from '../einmalig.ts';
import type { Klasse } from './matrix.ts';

const TEILE = {
  ZUGANGSKLASSEN,
  BERATUNGSKLASSEN,
  PLANUNGSKLASSEN,
  BEGLEITUNGSKLASSEN,
  KONTAKTKLASSEN,
  LEISTUNGSKLASSEN,
  NETZWERKKLASSEN,
  EXTERNKLASSEN,
  ABGANGSKLASSEN,
  NACHHALTUNGSKLASSEN,
  BERICHTIGUNGSKLASSEN,
  PFLEGEKLASSEN,
};

/** Class of what an event of a case gives away by being there: a kind without a class, or with two, does not compile. */
export const KLASSE_JE_ART = {
  ...TEILE.ZUGANGSKLASSEN,
  ...TEILE.BERATUNGSKLASSEN,
  ...TEILE.PLANUNGSKLASSEN,
  ...TEILE.BEGLEITUNGSKLASSEN,
  ...TEILE.KONTAKTKLASSEN,
  ...TEILE.LEISTUNGSKLASSEN,
  ...TEILE.NETZWERKKLASSEN,
  ...TEILE.EXTERNKLASSEN,
  ...TEILE.ABGANGSKLASSEN,
  ...TEILE.NACHHALTUNGSKLASSEN,
  ...TEILE.BERICHTIGUNGSKLASSEN,
  ...TEILE.PFLEGEKLASSEN,
} satisfies Ereignisklassen<Ereignis> & Einmalig<typeof TEILE>;

/** The kinds that are more than process. */
export const EREIGNISKLASSEN: ReadonlyMap<string, Klasse> = new Map<string, Klasse>(
  Object.entries(KLASSE_JE_ART).filter(([, klasse]) => klasse !== 'K1'),
);

export function ereignisklasse(art: string): Klasse {
  return EREIGNISKLASSEN.get(art) ?? 'K1';
}
