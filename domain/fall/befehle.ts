import type { Tag } from '../frist/tag.ts';
import type * as vorgang from '../vorgang/befehl.ts';
import type { Ereigniskopf } from '../vorgang/ereignis.ts';
import type { Wegfall } from '../zugang/wegfall.ts';
import type { Abgangsbefehl } from './befehle/abgang.ts';
import type { Externbefehl } from './befehle/extern.ts';
import type { Begleitungsbefehl } from './befehle/begleitung.ts';
import type { Beratungsbefehl } from './befehle/beratung.ts';
import type { B, Bezug } from './befehle/kopf.ts';
import type { Kontaktbefehl } from './befehle/kontakt.ts';
import type { Netzwerkbefehl } from './befehle/netzwerk.ts';
import type { Kontaktdaten } from './ereignisse/kontakt.ts';
import type { Eintrag, Verlegungsziel } from './eintrag.ts';
import type { Planungsbefehl } from './befehle/planung.ts';
import type { Leistungsbefehl, Leistungsmeldung } from './befehle/leistung.ts';
import type { Zugangsbefehl } from './befehle/zugang.ts';

export type * from './befehle/kopf.ts';
export type { Verbleibsangaben } from './befehle/abgang.ts';
export type { Gewaehlt, KriteriumB, Prophylaxe, Zugangsurteil, Zuordnungsfolgen } from './befehle/zugang.ts';

type Unterlagen = Ereigniskopf['dokumente'];

/** What may come at any time. */
type Pflegebefehl =
  | B<'berichtigen', { bezug: Bezug; neuesDatum: Tag | null }> // TR58
  | B<'eintrag_zurueckziehen', Eintrag & { bezug: Bezug; falscheAkte: boolean; ziel: Verlegungsziel | null }> // TR61
  | B<'eintrag_uebernehmen', { kontakt: Kontaktdaten; eintragAm: Tag; unterlagen: Unterlagen }> // TR61
  | B<'handlungsbedarfe_uebernehmen', { zaehlende: number }> // V-65
  | B<'personenstand_uebernehmen', { wegfall: Wegfall | null; abgeloest?: true }> // V-79
  | vorgang.Pflegebefehl;

/** Commands on a case. */
export type Befehl =
  | Zugangsbefehl
  | Beratungsbefehl
  | Planungsbefehl
  | Begleitungsbefehl
  | Kontaktbefehl
  | Leistungsbefehl
  | Netzwerkbefehl
  | Externbefehl
  | Abgangsbefehl
  | Pflegebefehl;
export type Befehlsname = Befehl['befehl'];
/** Facts from elsewhere that a running case hears of; no clerk gives these commands. */
export type Meldungsname =
  | vorgang.Pflegemeldung['befehl']
  | 'eintrag_uebernehmen'
  | 'handlungsbedarfe_uebernehmen'
  | 'personenstand_uebernehmen'
  | Leistungsmeldung['befehl'];
export type BefehlVon<Name extends Befehlsname> = Extract<Befehl, { befehl: Name }>;

/** Commands with which a case begins: those that bring its Gründung. */
export type Eroeffnungsname = Extract<Befehl, { readonly gruendung: unknown }>['befehl'];
const EROEFFNENDE: Readonly<Record<Eroeffnungsname, true>> = {
  vormerken: true,
  im_jour_fixe_vormerken: true,
  u25_uebergabe_anmelden: true,
  fall_uebernehmen: true,
};

export function eroeffnet<Name extends Befehlsname>(befehl: Name): befehl is Extract<Name, Eroeffnungsname> {
  return befehl in EROEFFNENDE;
}
