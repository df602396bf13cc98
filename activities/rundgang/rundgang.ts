import { metricMeter } from '@temporalio/activity';
import { mitAkteur } from '../../db/client.ts';
import { wartungSeit } from '../../db/rundgang.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Rundgangszahlen } from '../../domain/vorgang/rundgang.ts';
import { mitLebenszeichen } from '../lebenszeichen.ts';
import { schliesseRundgang, type Rundgangsende } from './abschluss.ts';
import type { Rundgangsmittel } from './mittel.ts';
import { siehNach, type Rundgangsseite, type Seitenauftrag } from './seite.ts';

const RUHE_MS = 2 * 60_000;

/** What a Rundgang begins with: its instant, and the share it may start again by itself. */
type Rundgangsbeginn = { readonly am: Instant; readonly hoechsterAnteil: number };

function miss({ fehlend, neuGestartet, geprueft }: Rundgangszahlen): void {
  metricMeter.createGauge('lotse_vorgaenge_laufend').set(geprueft);
  metricMeter.createGauge('lotse_vorgaenge_ohne_lauf').set(fehlend - neuGestartet);
  metricMeter.createCounter('lotse_vorgaenge_neu_gestartet').add(neuGestartet);
}

/** The steps of a Rundgang (ADR 55). */
export function erzeugeRundgang(mittel: Rundgangsmittel) {
  return {
    /** Null during maintenance: what is being restored is not compared with anything. */
    beginneRundgang: async (): Promise<Rundgangsbeginn | null> => {
      const seit = await mitAkteur(mittel.db, { system: 'worker' }, wartungSeit);
      return seit === null ? { am: mittel.jetzt(), hoechsterAnteil: mittel.hoechsterAnteil } : null;
    },
    siehNach: (auftrag: Omit<Seitenauftrag, 'ruheMs'>): Promise<Rundgangsseite> =>
      mitLebenszeichen(() => siehNach(mittel, { ...auftrag, ruheMs: RUHE_MS })),
    schliesseRundgang: async (ende: Rundgangsende): Promise<void> => {
      miss(ende);
      await schliesseRundgang(mittel, ende);
    },
  };
}
