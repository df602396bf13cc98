import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import type { Regelid } from '../kennungen.ts';
import type { Abgangsbefehl } from './befehle/abgang.ts';
import type { Begleitungsbefehl } from './befehle/begleitung.ts';
import type { B, Bezug } from './befehle/kopf.ts';
import type { Zugangsbefehl } from './befehle/zugang.ts';

export { SYSTEMAKTEUR } from './befehle/kopf.ts';
export type * from './befehle/kopf.ts';

/** What may come at any time. */
type Pflegebefehl =
  | B<'berichtigen', { bezug: Bezug; neuesDatum: Tag | null }> // TR58
  | B<'begruendung_nachreichen', { regel: Regelid }>
  | B<'kalender_uebernehmen', { kalender: Kalender }>;

/** Commands on a case. */
export type Befehl = Zugangsbefehl | Begleitungsbefehl | Abgangsbefehl | Pflegebefehl;
export type Befehlsname = Befehl['befehl'];
export type BefehlVon<Name extends Befehlsname> = Extract<Befehl, { befehl: Name }>;
