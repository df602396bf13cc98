import { z } from 'zod';
import { demoGrant, kommandozeile } from '../lokal/anmeldung-konfiguration.ts';
import { BedienFehler } from '../../ops/bedienfehler.ts';

const antwort = z.union([
  z.object({ access_token: z.string() }),
  z.object({ error: z.string(), error_description: z.string().optional() }),
]);

/**
 * Asks the demo provider for an access token of one person.
 * @param person short name in `demopersonal`
 * @throws BedienFehler when nobody answers there, or when the provider gives no such tokens
 */
export async function holeToken(issuer: string, person: string): Promise<string> {
  const frage = new URLSearchParams({ grant_type: demoGrant, client_id: kommandozeile, person });
  const rueckgabe = await fetch(`${issuer}/token`, { method: 'POST', body: frage }).catch(
    (cause: unknown) => {
      throw new BedienFehler(
        `Unter ${issuer} antwortet keine Anmeldung.`,
        'Starten Sie Lotse mit `npm start`.',
        { cause },
      );
    },
  );
  const inhalt = antwort.safeParse(await rueckgabe.json().catch(() => undefined)).data;
  if (inhalt !== undefined && 'access_token' in inhalt) return inhalt.access_token;
  throw new BedienFehler(
    `Die Anmeldung unter ${issuer} gibt kein Token heraus (${inhalt?.error_description ?? String(rueckgabe.status)}).`,
    'Tokens auf der Kommandozeile gibt es nur für das Demopersonal von `npm start`.',
  );
}
