import pino from 'pino';
import { holeNach } from '../activities/loeschung/nachholen.ts';
import { brichtKetteBei } from '../db/loeschung/buch.ts';
import { oeffneLoeschverbindung, type Loeschverbindung } from '../db/loeschung/oeffnen.ts';
import { imAlleingang } from '../db/loeschung/rolle.ts';
import { instantAus } from '../domain/frist/zeitzone.ts';
import { leseSchluesselbund } from '../temporal/schluesselbund.ts';
import { BedienFehler } from './bedienfehler.ts';
import type { Env } from '../transport/env.ts';
import { einstellung, loeschbuchdatei } from './datenordner.ts';
import type { Opsmittel } from './mittel.ts';

async function oeffne(env: Env): Promise<Loeschverbindung> {
  const schluessel = await einstellung(env, 'LOTSE_LOESCHSCHLUESSEL');
  const loeschung = env['LOESCH_DATABASE_URL'];
  const speicher = env['SCHLUESSEL_DATABASE_URL'];
  if (loeschung === undefined || speicher === undefined || schluessel === undefined) {
    throw new BedienFehler(
      'Der Zugang der Löschung, der Schlüsselspeicher oder der Schlüssel des Löschbuchs ist nicht bekannt.',
      'Setzen Sie LOESCH_DATABASE_URL, SCHLUESSEL_DATABASE_URL, LOTSE_LOESCHBUCH und LOTSE_LOESCHSCHLUESSEL wie beim Worker.',
    );
  }
  const bund = leseSchluesselbund('LOTSE_LOESCHSCHLUESSEL', schluessel);
  const geheimnisse = [...(bund?.schluessel.values() ?? [])];
  return oeffneLoeschverbindung({ loeschung, speicher, buch: loeschbuchdatei(env), geheimnisse });
}

/** `ops loeschung-nachholen`: checks the ledger and erases from a restored database what it names (S8, DS-32). */
export async function loeschungNachholen({ client }: Opsmittel, env: Env): Promise<number> {
  const loeschung = await oeffne(env);
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
