import { randomUUID } from 'node:crypto';
import { mitAkteur } from '../../db/client.ts';
import { schreibeRundgang } from '../../db/rundgang.ts';
import { instantAus, type Instant } from '../../domain/frist/zeitzone.ts';
import {
  rundgangsergebnis,
  type Rundgangsergebnis,
  type Rundgangszahlen,
} from '../../domain/vorgang/rundgang.ts';
import type { Nachsichtsmittel } from './mittel.ts';

const AUFBEWAHRT_MS = 30 * 24 * 60 * 60_000;

/** `gestartet`: whether what was missing was started at all. */
export type Rundgangsende = Rundgangszahlen & { readonly begonnenAm: Instant; readonly gestartet: boolean };

/** Writes down how it ended; whatever was missing is an alarm, also where it runs again. */
export async function schliesseRundgang(
  { db, log, jetzt }: Pick<Nachsichtsmittel, 'db' | 'log' | 'jetzt'>,
  { begonnenAm, gestartet, ...zahlen }: Rundgangsende,
): Promise<Rundgangsergebnis> {
  const beendetAm = jetzt();
  const ergebnis = rundgangsergebnis(zahlen, gestartet);
  const zeile = { id: randomUUID(), begonnenAm, beendetAm, ...zahlen, ergebnis };
  const bisVor = instantAus(Date.parse(beendetAm) - AUFBEWAHRT_MS);
  await mitAkteur(db, { system: 'worker' }, (tx) => schreibeRundgang(tx, zeile, bisVor));
  const satz =
    ergebnis === 'zurueckgehalten'
      ? 'So viele Vorgänge ohne Workflow, dass jemand hinsehen muss: `npm run ops -- abgleich --alle`'
      : 'Vorgänge ohne Workflow';
  if (zahlen.fehlend > 0) log.error({ ...zahlen, ergebnis }, satz);
  return ergebnis;
}
