import { mitAkteur } from '../../db/client.ts';
import { laufende, stille } from '../../db/rundgang.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { VORGANGSARTEN, type Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import {
  NICHTS_GESEHEN,
  RUNDGANGSBEGINN,
  zusammen,
  type Rundgangsstelle,
  type Rundgangszahlen,
} from '../../domain/vorgang/rundgang.ts';
import { ohneLauf } from './laeufe.ts';
import type { Nachsichtsmittel } from './mittel.ts';
import { nebeneinander } from '../nebeneinander.ts';
import { starteNeu, type Neustart } from './neustart.ts';

const JE_SEITE = 1_000;
const ZUGLEICH = 8;
const SYSTEM = { system: 'worker' } as const;

/** One page: whether to start what is missing, and how long a Vorgang has to be quiet for that: what was touched just now may have its workflow on the way. */
export type Seitenauftrag = {
  readonly stelle: Rundgangsstelle;
  readonly starten: boolean;
  readonly ruheMs: number;
};
export type Rundgangsseite = Rundgangszahlen & { readonly weiter: Rundgangsstelle | null };

function danach(art: Vorgangsart, ids: readonly string[]): Rundgangsstelle | null {
  const letzte = ids.at(-1);
  if (letzte !== undefined && ids.length === JE_SEITE) return { art, nach: letzte };
  const naechste = VORGANGSARTEN[VORGANGSARTEN.indexOf(art) + 1];
  return naechste === undefined ? null : { art: naechste, nach: null };
}

/** Vorgänge of a page that are quiet, have a duty left and no workflow. */
async function fehlende(
  { db, client, jetzt }: Nachsichtsmittel,
  { stelle: { art }, ruheMs }: Seitenauftrag,
  alle: readonly string[],
): Promise<string[]> {
  const verdaechtig = await ohneLauf(client, art, alle);
  const seit = instantAus(Date.parse(jetzt()) - ruheMs);
  return mitAkteur(db, SYSTEM, (tx) => stille(tx, art, { ids: verdaechtig, seit }));
}

async function starteAlle(
  { db, client, log, jetzt }: Nachsichtsmittel,
  art: Vorgangsart,
  ids: readonly string[],
): Promise<number> {
  const versuche = await nebeneinander(ids, ZUGLEICH, async (id): Promise<Neustart> => {
    const bezug = { art, id };
    const ausgang = await starteNeu({ db, client, am: jetzt() }, bezug);
    if (ausgang === 'widerspruch')
      log.error({ vorgang: bezug }, 'Der Stand folgt nicht aus den Ereignissen; der Lauf bleibt aus');
    return ausgang;
  });
  return versuche.filter((ausgang) => ausgang !== 'widerspruch').length;
}

/** Every page, one after the other. */
export async function siehAllesNach(
  mittel: Nachsichtsmittel,
  wie: Omit<Seitenauftrag, 'stelle'>,
): Promise<Rundgangszahlen> {
  let zahlen = NICHTS_GESEHEN;
  let stelle: Rundgangsstelle | null = RUNDGANGSBEGINN;
  while (stelle !== null) {
    const { weiter, ...seite }: Rundgangsseite = await siehNach(mittel, { ...wie, stelle });
    zahlen = zusammen(zahlen, seite);
    stelle = weiter;
  }
  return zahlen;
}

/** One page of a Rundgang: counts what has no workflow, and starts it again where `starten` says so. */
export async function siehNach(mittel: Nachsichtsmittel, auftrag: Seitenauftrag): Promise<Rundgangsseite> {
  const { stelle, starten } = auftrag;
  const { art } = stelle;
  const ids = await mitAkteur(mittel.db, SYSTEM, (tx) => laufende(tx, stelle, JE_SEITE));
  const ohne = await fehlende(mittel, auftrag, ids);
  const neuGestartet = starten ? await starteAlle(mittel, art, ohne) : 0;
  return { geprueft: ids.length, fehlend: ohne.length, neuGestartet, weiter: danach(art, ids) };
}
