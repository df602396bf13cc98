import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { demoGrant, kommandozeile } from '../lokal/anmeldung-konfiguration.ts';
import { alsProgramm, BedienFehler } from '../lokal/melder.ts';
import { demopersonal } from '../lokal/personal.ts';

const antwort = z.union([
  z.object({ access_token: z.string() }),
  z.object({ error: z.string(), error_description: z.string().optional() }),
]);

/** Where `npm start` says it runs; the default port when it has written nothing. */
async function leseIssuer(): Promise<string> {
  const datei = path.join(process.env['LOTSE_DATEN'] ?? '.lotse', 'lauf.json');
  try {
    return z.object({ issuer: z.string() }).parse(JSON.parse(await readFile(datei, 'utf8'))).issuer;
  } catch {
    return 'http://127.0.0.1:7410';
  }
}

/** Asks the demo provider for an access token of one person. */
async function holeToken(issuer: string, person: string): Promise<string> {
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

await alsProgramm(async () => {
  const [person, issuer] = process.argv.slice(2);
  if (!demopersonal.some(({ kuerzel }) => kuerzel === person) || person === undefined) {
    const bekannt = demopersonal.map(({ kuerzel }) => kuerzel).join(', ');
    throw new BedienFehler(
      person === undefined ? 'Für wen?' : `Die Person ${person} gibt es nicht.`,
      `Aufruf: npm run --silent token -- <Person>, bekannt sind: ${bekannt}.`,
    );
  }
  console.log(await holeToken(issuer ?? (await leseIssuer()), person));
});
