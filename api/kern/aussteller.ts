import { z } from 'zod';

export const WARTE_MS = 3_000;
/** Whoever asks whether Lotse is ready must not make it ask the provider each time. */
const GILT_MS = 5_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Where the provider keeps its keys, by its discovery document. @throws when it cannot be had, or is somebody else's */
export async function findeSchluesseladresse(issuer: string): Promise<URL> {
  const adresse = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const antwort = await fetch(adresse, { signal: AbortSignal.timeout(WARTE_MS), redirect: 'error' });
  const dokument = discovery.parse(await antwort.json());
  if (dokument.issuer !== issuer) throw new Error('Das Discovery-Dokument nennt einen anderen Aussteller');
  if (issuer.startsWith('https:') && !dokument.jwks_uri.startsWith('https:'))
    throw new Error('Das Discovery-Dokument nennt Schlüssel unter einer unverschlüsselten Adresse');
  return new URL(dokument.jwks_uri);
}

async function gibtSchluessel(issuer: string): Promise<boolean> {
  try {
    const adresse = await findeSchluesseladresse(issuer);
    return (await fetch(adresse, { signal: AbortSignal.timeout(WARTE_MS), redirect: 'error' })).ok;
  } catch {
    return false;
  }
}

/** Can anybody sign in: does the provider answer with its keys? Asked at most every few seconds. */
export function fragtAussteller(issuer: string): () => Promise<boolean> {
  let zuletzt: { readonly um: number; readonly antwort: Promise<boolean> } | undefined;
  return () => {
    if (zuletzt === undefined || Date.now() - zuletzt.um > GILT_MS)
      zuletzt = { um: Date.now(), antwort: gibtSchluessel(issuer) };
    return zuletzt.antwort;
  };
}
