import { verstoss } from '../ablehnung.ts';
import { plusArbeitstage } from '../frist/kalender.ts';
import { ortstag } from '../frist/zeitzone.ts';
import { policyAus } from '../policy/wahl.ts';
import type { Vorgangskopf } from './aggregat.ts';
import type { Befehlskopf } from './befehl.ts';
import { mitWarnung, ohneFremdeGruende, type Entwurf } from './entwurf.ts';
import { gilt, type Geregelt } from './regelwerk.ts';
import type { Zeilenspalten } from './tafel.ts';
import { tageDer } from './tage.ts';

/** V-74, first half: no fact lies in the future, the day of the command or any other it reports. */
function liegtInZukunft<Daten>(
  befehl: Befehlskopf,
  zeile: Zeilenspalten,
  wo: Geregelt,
): Entwurf<Daten> | null {
  const arten = gilt('V-74', wo) ? (['tatsache', 'tatsache_ab_2'] as const) : (['tatsache'] as const);
  const heute = ortstag(befehl.at);
  const tage = [befehl.ereignisAm, ...tageDer(arten, befehl, zeile.tage ?? {})];
  if (tage.every((tag) => tag <= heute)) return null;
  return verstoss('V-74', 'Das Ereignis liegt in der Zukunft.');
}

/** V-74: what is planned lies on the day it is planned on, or after it. */
function liegtVorPlanung<Daten>(
  befehl: Befehlskopf,
  zeile: Zeilenspalten,
  wo: Geregelt,
): Entwurf<Daten> | null {
  if (!gilt('V-74', wo)) return null;
  const geplante = tageDer(['plan'], befehl, zeile.tage ?? {});
  if (geplante.every((tag) => tag >= befehl.ereignisAm)) return null;
  return verstoss('V-74', 'Ein geplanter Tag liegt vor dem Tag, an dem er geplant wird.');
}

/** V-74, second half: a fact recorded late needs a reason (POL-KORREKTUR). */
function istSpaet(
  { ereignisAm, at }: Befehlskopf,
  { policy, kalender }: Pick<Vorgangskopf, 'policy' | 'kalender'>,
): boolean {
  const { nachtrag } = policyAus(policy)['POL-KORREKTUR'];
  return ortstag(at) > plusArbeitstage(ereignisAm, nachtrag, kalender);
}

/** Whose policy, calendar and rules a command is measured by; policy and calendar null where nobody has any yet. */
export type Massstab = {
  readonly geregelt: Geregelt;
  readonly grundlage: Pick<Vorgangskopf, 'policy' | 'kalender'> | null;
};

/** What holds for every command of any Vorgang around what its own row decides: V-74 and V-83. */
export function imRahmen<Daten>(
  befehl: Befehlskopf,
  zeile: Zeilenspalten,
  wie: Massstab & { readonly entscheide: () => Entwurf<Daten> },
): Entwurf<Daten> {
  const { geregelt, grundlage } = wie;
  const verboten = liegtInZukunft<Daten>(befehl, zeile, geregelt);
  if (verboten !== null) return verboten;
  const entwurf = wie.entscheide();
  if (!entwurf.ok) return entwurf;
  const verkehrt = liegtVorPlanung<Daten>(befehl, zeile, geregelt);
  if (verkehrt !== null) return verkehrt;
  const spaet = zeile.ereignistag !== 'technisch' && grundlage !== null && istSpaet(befehl, grundlage);
  const ganz = spaet ? mitWarnung(entwurf, befehl, 'V-74') : entwurf;
  return gilt('V-83', geregelt) ? ohneFremdeGruende(ganz, befehl) : ganz;
}
