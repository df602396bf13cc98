import type { Ereigniskopf, Pflegeereignis } from '../vorgang/ereignis.ts';
import type { Abgangsereignis } from './ereignisse/abgang.ts';
import type { Begleitungsereignis } from './ereignisse/begleitung.ts';
import type { Beratungsereignis } from './ereignisse/beratung.ts';
import type { Berichtigungsereignis } from './ereignisse/berichtigung.ts';
import type { Nachhaltungsereignis } from './ereignisse/danach.ts';
import type { Externereignis } from './ereignisse/extern.ts';
import type { Kontaktereignis } from './ereignisse/kontakt.ts';
import type { Leistungsereignis } from './ereignisse/leistung.ts';
import type { Netzwerkereignis } from './ereignisse/netzwerk.ts';
import type { Planungsereignis } from './ereignisse/planung.ts';
import type { Zugangsereignis } from './ereignisse/zugang.ts';

/** What can happen to a case, without the head. Optional fields are missing in events of older releases. */
export type Ereignisdaten =
  | Zugangsereignis
  | Beratungsereignis
  | Planungsereignis
  | Begleitungsereignis
  | Kontaktereignis
  | Leistungsereignis
  | Netzwerkereignis
  | Externereignis
  | Abgangsereignis
  | Nachhaltungsereignis
  | Berichtigungsereignis
  | Pflegeereignis;

export type Ereignis = Ereigniskopf & Ereignisdaten;
export type Ereignisart = Ereignis['art'];
export type EreignisVon<Art extends Ereignisart> = Extract<Ereignis, { art: Art }>;
