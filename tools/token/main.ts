import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { alsProgramm, BedienFehler } from '../../ops/bedienfehler.ts';
import { demoanmeldungen } from '../lokal/personal.ts';
import { holeToken } from './hole-token.ts';

/** Where `npm start` says it runs; the default port when it has written nothing. */
async function leseIssuer(): Promise<string> {
  const datei = path.join(process.env['LOTSE_DATEN'] ?? '.lotse', 'lauf.json');
  try {
    return z.object({ issuer: z.string() }).parse(JSON.parse(await readFile(datei, 'utf8'))).issuer;
  } catch {
    return `http://127.0.0.1:${process.env['LOTSE_PORT_ANMELDUNG'] ?? '7410'}`;
  }
}

await alsProgramm(async () => {
  const [person, issuer] = process.argv.slice(2);
  if (!demoanmeldungen.some(({ kuerzel }) => kuerzel === person) || person === undefined) {
    const bekannt = demoanmeldungen.map(({ kuerzel }) => kuerzel).join(', ');
    throw new BedienFehler(
      person === undefined ? 'Für wen?' : `Die Person ${person} gibt es nicht.`,
      `Aufruf: npm run --silent token -- <Person>, bekannt sind: ${bekannt}.`,
    );
  }
  console.log(await holeToken(issuer ?? (await leseIssuer()), person));
});
