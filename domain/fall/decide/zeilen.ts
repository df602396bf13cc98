import type { Befehlszeilen, NachName } from '../../vorgang/tafel.ts';
import type { Befehl, BefehlVon, Eroeffnungsname } from '../befehle.ts';
import type { Ereignisdaten } from '../ereignisse.ts';
import type { BestehenderFall, Fall } from '../fall.ts';

export type Eroeffnungskarte = NachName<BefehlVon<Eroeffnungsname>>;
export type Folgekarte = NachName<Exclude<Befehl, BefehlVon<Eroeffnungsname>>>;

/** A row for each command with which a case begins. */
export type Eroeffnungszeilen = Befehlszeilen<Fall, Eroeffnungskarte, Ereignisdaten>;
/** A row for every other command; each file of this folder has those it decides. */
export type Folgezeilen = Befehlszeilen<BestehenderFall, Folgekarte, Ereignisdaten>;

/** What Lotse adds to the command that founds a case. */
export const GEGRUENDET = { gruendung: 'akte', person: 'akte' } as const;
