import { v5 as uuidV5 } from 'uuid';
import type { Transaktion } from '../../db/client.ts';
import { ladeKalenderFuerTeam } from '../../db/kalender.ts';
import type { Ausgangszeile } from '../../db/nachrichten.ts';
import { verweisAuf } from '../../db/verweis.ts';
import { machenDasselbeFrei } from '../../domain/frist/kalender.ts';
import type { Typen } from '../../domain/vorgang/aggregat.ts';
import type { Aufzeichnungsart } from './arten.ts';
import type { Faltung } from './faltung.ts';

/** Namespace of what a Vorgang is told of its calendar because of an event. */
const KALENDER = '2d0b5f0c-7c3e-4a39-9d2f-6a1c9f6b8e53';

/**
 * Closing days are told to what has duties. Whatever begins to have some (a check record after the end of a case, a case
 * that is open again) missed those recorded before, and whatever comes to another team has those of the old one.
 */
export async function meldeKalender<T extends Typen>(
  tx: Transaktion,
  { aggregat }: Aufzeichnungsart<T>,
  { stand, neu, wirkungen }: Faltung<T>,
): Promise<Ausgangszeile[]> {
  const gehoert = stand !== null && !aggregat.istAbgeschlossen(stand) && stand.team === neu.team;
  const letztes = wirkungen.at(-1)?.ereignis;
  if (gehoert || letztes === undefined || aggregat.istAbgeschlossen(neu)) return [];
  if (machenDasselbeFrei(neu.kalender, await ladeKalenderFuerTeam(tx, neu.team))) return [];
  const verweis = verweisAuf({ art: aggregat.art, id: aggregat.idVon(neu) });
  const id = uuidV5(letztes.id, KALENDER);
  return [{ ...verweis, id, art: 'kalender', erstelltAm: letztes.am }];
}
