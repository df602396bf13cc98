import { sql } from 'drizzle-orm';
import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import {
  erzeugeLoeschung,
  type Loeschbuendel,
  type Loeschfortschritt,
} from '../../activities/loeschung/schritte.ts';
import { mitAkteur } from '../../db/client.ts';
import { fall } from '../../db/schema/index.ts';
import { kopiereFall } from '../probehaus/altfaelle.ts';
import { kopf, vormerkung } from '../probehaus/befehle.ts';
import { loeschteile, neuesBuch } from '../probehaus/loeschung.ts';
import { legePersonAn } from '../probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, eroeffne, sende } from '../probehaus/stand.ts';
import { systemuhr } from '../../api/kern/uhr.ts';

const FAELLE = 10_000;
const FALL_ID = '5f8ad1b0-1111-4c6e-9d53-0d8c5a7f7140';
/** S8: 10,000 cases in ten minutes. */
const MINUTEN_HOECHSTENS = 10;

/** 10,000 ended cases with their persons and about 25 rows each, erased in one run over PostgreSQL and Temporal. */
export async function benchLoeschung(): Promise<void> {
  const stand = await baueStand({ temporal: await echtzeitserver() });
  const halt = await stand.starteWorker();
  const teile = loeschteile(stand.zugaenge.loeschung, neuesBuch(), stand.tresor);
  try {
    const personId = await legePersonAn(stand.db, 'bench');
    const jetzt = systemuhr.jetzt();
    await eroeffne(stand.client, FALL_ID, vormerkung(jetzt, personId, 'F-2026-00001'));
    await sende(stand.client, FALL_ID, { ...kopf(jetzt, 'pap', ['grund']), befehl: 'zurueckziehen' });
    await kopiereFall(stand.db, { fallId: FALL_ID, personId }, FAELLE);
    const spaeter = (): string => '2040-01-01T00:00:00Z';
    const mittel = {
      ...teile,
      db: stand.db,
      client: stand.client,
      log: pino({ level: 'silent' }),
      jetzt: spaeter,
    };
    const loesche = erzeugeLoeschung(mittel);
    const aktivitaet = new MockActivityEnvironment();
    const beginn = performance.now();
    for (const schritt of ['faelle', 'personen'] as const) {
      let nach: string | null = null;
      do {
        const teil: Loeschfortschritt = await aktivitaet.run(loesche, {
          schritt,
          nach,
        } satisfies Loeschbuendel);
        ({ nach } = teil);
      } while (nach !== null);
    }
    const minuten = (performance.now() - beginn) / 60_000;
    const [rest] = await mitAkteur(stand.db, { system: 'wartung' }, (tx) =>
      tx.select({ n: sql<number>`count(*)::int` }).from(fall),
    );
    const jeMinute = Math.round(FAELLE / minuten);
    console.log(
      `loeschung ${FAELLE} Fälle und Personen in ${minuten.toFixed(2)} min: ${jeMinute} Fälle je Minute, ${rest?.n ?? 0} übrig`,
    );
    if (rest?.n !== 0 || minuten > MINUTEN_HOECHSTENS) process.exitCode = 1;
  } finally {
    await halt();
    await teile.loeschdb.schliesse();
    await stand.beende();
  }
}
