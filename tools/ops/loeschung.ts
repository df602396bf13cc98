import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pino from 'pino';
import { holeNach } from '../../activities/loeschung/nachholen.ts';
import { brichtKetteBei } from '../../db/loeschung/buch.ts';
import { imAlleingang } from '../../db/loeschung/zugang.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { oeffneLoeschung } from '../../worker/loeschung.ts';
import { BedienFehler } from '../lokal/melder.ts';
import { datenordner, type Opsmittel } from './mittel.ts';

async function einstellungen(umgebung: NodeJS.ProcessEnv): Promise<Parameters<typeof oeffneLoeschung>[0]> {
  const daten = datenordner(umgebung);
  const eigener = path.join(daten, 'schluessel', 'loeschbuch');
  const schluessel =
    umgebung['LOTSE_LOESCHSCHLUESSEL'] ??
    (existsSync(eigener) ? (await readFile(eigener, 'utf8')).trim() : undefined);
  const url = umgebung['LOESCH_DATABASE_URL'];
  const speicher = umgebung['SCHLUESSEL_DATABASE_URL'];
  if (url === undefined || speicher === undefined || schluessel === undefined) {
    throw new BedienFehler(
      'Der Zugang der Löschung, der Schlüsselspeicher oder der Schlüssel des Löschbuchs ist nicht bekannt.',
      'Setzen Sie LOESCH_DATABASE_URL, SCHLUESSEL_DATABASE_URL, LOTSE_LOESCHBUCH und LOTSE_LOESCHSCHLUESSEL wie beim Worker.',
    );
  }
  return {
    LOESCH_DATABASE_URL: url,
    SCHLUESSEL_DATABASE_URL: speicher,
    LOTSE_LOESCHBUCH: umgebung['LOTSE_LOESCHBUCH'] ?? path.join(daten, 'loeschbuch.jsonl'),
    LOTSE_LOESCHSCHLUESSEL: schluessel,
  };
}

/** `ops loeschung-nachholen`: checks the ledger and erases from a restored database what it names (S8, DS-32). */
export async function loeschungNachholen(
  { client }: Opsmittel,
  umgebung: NodeJS.ProcessEnv,
): Promise<number> {
  const loeschung = await oeffneLoeschung(await einstellungen(umgebung));
  try {
    const bruch = await brichtKetteBei(loeschung.buch);
    if (bruch !== null) {
      console.log(`Das Löschbuch ist ab Zeile ${String(bruch)} nicht mehr, was geschrieben wurde.`);
      return 2;
    }
    const mittel = {
      ...loeschung,
      client,
      log: pino({ level: 'silent' }),
      jetzt: () => instantAus(Date.now()),
    };
    const anzahl = await imAlleingang(loeschung.loeschdb, () => holeNach(mittel));
    console.log(`Aus dem Löschbuch nachgeholt: ${String(anzahl)}. Die Datenbank ist auf seinem Stand.`);
    return 0;
  } finally {
    await loeschung.schliesse();
  }
}
