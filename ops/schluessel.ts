import { oeffneSchluesselspeicher } from '../db/tresor/speicher.ts';
import { hauptschluesselAus, oeffneTresor } from '../db/tresor/tresor.ts';
import { leseSchluesselbund } from '../temporal/schluesselbund.ts';
import { BedienFehler } from './bedienfehler.ts';
import type { Env } from '../transport/env.ts';
import { einstellung } from './datenordner.ts';

/** `schluessel-umverpacken`: every key of a case is wrapped by the newest master key, so that the older ones can go. */
export async function schluesselUmverpacken(env: Env): Promise<number> {
  const hauptschluessel = await einstellung(env, 'LOTSE_HAUPTSCHLUESSEL');
  const bund = leseSchluesselbund('LOTSE_HAUPTSCHLUESSEL', hauptschluessel);
  const url = env['SCHLUESSEL_DATABASE_URL'];
  if (bund === null || url === undefined) {
    throw new BedienFehler(
      'Es fehlen der Schlüsselspeicher oder der Hauptschlüssel.',
      'Setzen Sie SCHLUESSEL_DATABASE_URL und LOTSE_HAUPTSCHLUESSEL, den neuen Schlüssel zuerst.',
    );
  }
  const speicher = await oeffneSchluesselspeicher(url);
  try {
    const anzahl = await (await oeffneTresor(speicher, hauptschluesselAus(bund))).verpackeUm();
    console.log(
      `Neu verpackt: ${String(anzahl)} Fallschlüssel. Ältere Hauptschlüssel werden nicht mehr gebraucht.`,
    );
    return 0;
  } finally {
    await speicher.schliesse();
  }
}
