import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { oeffneFallschutz } from '../../api/befehle/fallschutz.ts';
import { BedienFehler } from '../lokal/melder.ts';
import { datenordner } from './mittel.ts';

/** `schluessel-umverpacken`: every key of a case is wrapped by the newest master key, so that the older ones can go. */
export async function schluesselUmverpacken(umgebung: NodeJS.ProcessEnv): Promise<number> {
  const datei = path.join(datenordner(umgebung), 'schluessel', 'haupt');
  const eigener = existsSync(datei) ? (await readFile(datei, 'utf8')).trim() : undefined;
  const LOTSE_HAUPTSCHLUESSEL = umgebung['LOTSE_HAUPTSCHLUESSEL'] ?? eigener;
  const SCHLUESSEL_DATABASE_URL = umgebung['SCHLUESSEL_DATABASE_URL'];
  if (LOTSE_HAUPTSCHLUESSEL === undefined || SCHLUESSEL_DATABASE_URL === undefined) {
    throw new BedienFehler(
      'Es fehlen der Schlüsselspeicher oder der Hauptschlüssel.',
      'Setzen Sie SCHLUESSEL_DATABASE_URL und LOTSE_HAUPTSCHLUESSEL, den neuen Schlüssel zuerst.',
    );
  }
  const { tresor, schliesse } = await oeffneFallschutz({
    SCHLUESSEL_DATABASE_URL,
    LOTSE_HAUPTSCHLUESSEL,
    DATABASE_MIGRATION_URL: undefined,
  });
  try {
    const anzahl = await tresor.verpackeUm();
    console.log(
      `Neu verpackt: ${String(anzahl)} Fallschlüssel. Ältere Hauptschlüssel werden nicht mehr gebraucht.`,
    );
    return 0;
  } finally {
    await schliesse();
  }
}
