import { randomUUID } from 'node:crypto';
import { mitAkteur, type Datenbank } from '../db/client.ts';
import { beendeWartung, beginneWartung } from '../db/rundgang.ts';
import { instantAus } from '../domain/frist/zeitzone.ts';

const SYSTEM = { system: 'wartung' } as const;

/** `wartung an`: Rundgang and delivery stand still until `wartung aus`, while backups are restored. @returns 2 where nothing changed */
export async function wartung(db: Datenbank, an: boolean): Promise<number> {
  const am = instantAus(Date.now());
  const geaendert = await mitAkteur(db, SYSTEM, (tx) =>
    an ? beginneWartung(tx, randomUUID(), am) : beendeWartung(tx, am),
  );
  const stand = an ? 'Rundgang und Zustellung ruhen.' : 'Rundgang und Zustellung laufen.';
  console.log(geaendert ? stand : `Das war schon so: ${stand}`);
  return geaendert ? 0 : 2;
}
