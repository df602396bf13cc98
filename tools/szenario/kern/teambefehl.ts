import { teamvertraege } from '../../../api/befehle/formen/team.ts';
import type { Teamvertrag } from '../../../api/befehle/zutritt/team.ts';
import { TEAM as KALENDER } from '../../../domain/team/aggregat.ts';
import { fuehreAus } from '../../../domain/vorgang/schritt.ts';
import type { Teamschritt } from '../geschichte.ts';
import type { Befehlsergebnis } from '../motor.ts';
import { TEAM } from '../verweise.ts';
import { verzeichne } from './aktenfuehrung.ts';
import type { Teamakte } from './teamakte.ts';
import { bereite } from './vorbereitung.ts';
import type { Welt } from './welt.ts';

/** A command of a clerk on the calendar of the team. */
export async function teambefehl(welt: Welt, akte: Teamakte, schritt: Teamschritt): Promise<Befehlsergebnis> {
  const vertrag: Teamvertrag = teamvertraege[schritt.befehl];
  const bereit = await bereite(welt, vertrag, { schritt, id: TEAM });
  if (!('befehl' in bereit)) return bereit;
  const { stand: vorher } = akte;
  const ergebnis = fuehreAus(KALENDER, vorher, bereit.befehl);
  if (!ergebnis.ok) return { abgelehnt: ergebnis.ablehnung.id };
  verzeichne(akte, KALENDER, { vorher, ereignisse: ergebnis.ereignisse });
  akte.stand = ergebnis.lage.zustand === 'neu' ? vorher : ergebnis.lage;
  const antwort = KALENDER.antwortAuf(bereit.befehl, ergebnis.ereignisse, akte.stand);
  const { zustand, neben, warnungen, fakten } = antwort;
  return { ergebnis: 'ok', zustand, neben, warnungen, fakten: { ...fakten } };
}
