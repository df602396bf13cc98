import path from 'node:path';
import { BedienFehler } from '../../../ops/bedienfehler.ts';
import { cacheOrdner, legeAb } from '../../../tools/lokal/ablage.ts';
import { stumm, type Melder } from '../../../tools/lokal/melder.ts';
import { fuehreAus } from '../../../tools/lokal/prozess.ts';

/** The newest 26.5 on Maven Central; its console is the one docs/erste-anmeldung.md names. */
const VERSION = '26.5.7';

/**
 * Folder of the Keycloak distribution; unpacked once by Maven into the cache, about 165 MB.
 * @throws BedienFehler when Maven is missing or does not get it
 */
export async function findeKeycloak(melde: Melder = stumm): Promise<string> {
  const ziel = path.join(cacheOrdner(), `keycloak-${VERSION}`);
  await legeAb(ziel, (entwurf) => entpacke(entwurf, melde), melde);
  return path.join(ziel, `keycloak-${VERSION}`);
}

async function entpacke(ordner: string, melde: Melder): Promise<void> {
  const was = `Keycloak ${VERSION} wird geladen`;
  const args = [
    ...['-q', '-B', 'dependency:unpack'],
    `-Dartifact=org.keycloak:keycloak-quarkus-dist:${VERSION}:zip`,
    `-DoutputDirectory=${ordner}`,
  ];
  try {
    await fuehreAus({ befehl: 'mvn', args, cwd: ordner, was, melde });
  } catch (cause) {
    throw new BedienFehler(
      `Keycloak ließ sich nicht laden: ${cause instanceof Error ? cause.message.trim() : String(cause)}`,
      'Prüfen Sie, ob Maven da ist und seine Pakete erreicht (settings.xml).',
      { cause },
    );
  }
}
