import { verschluesseleBestand } from '../../db/tresor/bestand.ts';
import { oeffneSchluesselspeicher, type Schluesselspeicher } from '../../db/tresor/speicher.ts';
import { hauptschluesselAus, oeffneTresor, type Tresor } from '../../db/tresor/tresor.ts';
import { leseSchluesselbund } from '../../temporal/schluesselbund.ts';

/** Settings the keys of the cases are opened with. */
type Schluesselzugang = {
  readonly SCHLUESSEL_DATABASE_URL: string;
  readonly LOTSE_HAUPTSCHLUESSEL: string;
  readonly DATABASE_MIGRATION_URL?: string | undefined;
};

/**
 * Opens the keys of the cases (DS-28); with the owner's address, texts that an older release left in clear are encrypted
 * first. @throws Error for a master key that is missing, malformed or not the one the keys were wrapped with
 */
export async function oeffneFallschutz(
  config: Schluesselzugang,
): Promise<{ readonly tresor: Tresor } & Pick<Schluesselspeicher, 'antwortet' | 'schliesse'>> {
  const bund = leseSchluesselbund('LOTSE_HAUPTSCHLUESSEL', config.LOTSE_HAUPTSCHLUESSEL);
  if (bund === null) throw new Error('LOTSE_HAUPTSCHLUESSEL fehlt');
  const speicher = await oeffneSchluesselspeicher(config.SCHLUESSEL_DATABASE_URL);
  const tresor = await oeffneTresor(speicher, hauptschluesselAus(bund));
  const besitzer = config.DATABASE_MIGRATION_URL;
  if (besitzer !== undefined) await verschluesseleBestand(besitzer, tresor);
  return { tresor, antwortet: speicher.antwortet, schliesse: speicher.schliesse };
}
