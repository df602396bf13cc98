import { randomUUID } from 'node:crypto';
import { pfadVon as befehlspfad } from '../../api/befehle/routen.ts';
import { vertragAn } from '../../api/befehle/vertraege.ts';
import { starteApiVor } from '../../tools/probehaus/api.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import type { Geschichte } from '../../tools/szenario/geschichte.ts';
import { baueAuf } from '../db/anwendung.ts';
import { faelleOhneTemporal } from '../support/faelle-ohne-temporal.ts';
import { ABLAEUFE } from '../support/operationen/alle.ts';
import { bedienung, HEUTE, pfadVon, type Antwort } from '../support/operationen/bedienung.ts';
import { mitVersuchen } from '../support/versuch.ts';
import { fehlerbuch, type Auffuehrung } from './buehne.ts';
import { alleGeschichten, sollGelingen, spieleUeberHttp } from './geschichten.ts';

/** Something a client does with Lotse, and the operations it needs for it. */
export type Stueck = {
  readonly name: string;
  readonly operationen: ReadonlySet<string>;
  readonly spiele: (wo: Auffuehrung) => Promise<void>;
};

/** One scenario; a disturbed one ends early. */
async function spieleAblauf(name: string, { databaseUrl, runde, vor }: Auffuehrung): Promise<void> {
  const uhr = { jetzt: () => `${HEUTE}T08:00:00Z` };
  const a = await baueAuf(uhr.jetzt(), databaseUrl);
  const db = mitVersuchen(a.db);
  const { log, nimm } = fehlerbuch();
  const api = await starteApiVor(faelleOhneTemporal(db), { db, tresor: a.schutz.tresor, uhr, log });
  const davor = await vor({ stueck: name, runde, url: api.url, db, serverfehler: nimm });
  const wie = bedienung(a, async ({ wer, op, werte, rumpf }) => {
    const [methode = '', muster = ''] = op.split(' ');
    const antwort = await fetch(`${davor.url}${pfadVon(muster, werte)}`, {
      method: methode.toUpperCase(),
      headers: {
        authorization: `Bearer ${await api.token(PERSONAL[wer])}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      ...(rumpf === undefined ? {} : { body: JSON.stringify(rumpf) }),
    });
    return (await antwort.json()) as Antwort;
  });
  await ABLAEUFE[name]?.(wie).catch(() => undefined);
  davor.stop();
  await api.stop();
  await a.ende();
}

/** The operations that the commands of a story ask for with success. */
function operationenVon({ schritte }: Geschichte): ReadonlySet<string> {
  const namen = schritte.flatMap((schritt) => {
    const vertrag =
      'eingabe' in schritt && sollGelingen(schritt) ? vertragAn(schritt.ziel, schritt.befehl) : undefined;
    return vertrag === undefined ? [] : [`post ${befehlspfad(vertrag)}`];
  });
  return new Set(namen);
}

/** Scenarios that use everything that is no command, each of them once per run. */
export const ablaufstuecke = (): Stueck[] =>
  Object.keys(ABLAEUFE).map((name) => ({
    name,
    operationen: new Set(),
    spiele: (wo) => spieleAblauf(name, wo),
  }));

/** The stories of the procedure. */
export const geschichtenstuecke = (): Stueck[] =>
  alleGeschichten().map((geschichte) => ({
    name: geschichte.datei,
    operationen: operationenVon(geschichte),
    spiele: (wo) => spieleUeberHttp(geschichte, wo),
  }));
