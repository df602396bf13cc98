import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const WURZEL = path.resolve(import.meta.dirname, '../../..');
const ANLEITUNG = 'docs/erste-anmeldung.md';

/** The pieces of a document an office copies, in their order. */
async function bloecke(datei: string, sprache: string): Promise<string[]> {
  const text = await readFile(path.join(WURZEL, datei), 'utf8');
  const gefunden = text.matchAll(new RegExp(`^\`\`\`${sprache}\\n(?<inhalt>.*?)^\`\`\`$`, 'gmsu'));
  return [...gefunden].map(({ groups }) => groups?.['inhalt'] ?? '');
}

/** Fills in what stands for something else in a document. @throws when it is not there any more */
function mitEigenem(text: string, ersetzt: readonly (readonly [string | RegExp, string])[]): string {
  return ersetzt.reduce((bisher, [was, durch]) => {
    const neu = bisher.replace(was, () => durch);
    if (neu === bisher) throw new Error(`In der Anleitung steht nicht mehr: ${String(was)}`);
    return neu;
  }, text);
}

/** The settings for Keycloak, with the issuer of this office. */
export async function einstellungenAusAnleitung(issuer: string): Promise<Record<string, string>> {
  const [keycloak = ''] = await bloecke(ANLEITUNG, 'ini');
  const eigene = mitEigenem(keycloak, [['https://anmeldung.example/realms/jobcenter', issuer]]);
  const paare = eigene.matchAll(/^(?<name>[A-Z_]+)=(?<wert>.*)$/gmu);
  return Object.fromEntries(
    [...paare].map(({ groups }) => [groups?.['name'] ?? '', groups?.['wert'] ?? ''] as const),
  );
}

/** Nothing of the surroundings but where programs are: an office has no other setting in its shell. */
async function inBash(befehle: string, mehr: Record<string, string> = {}): Promise<string> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...mehr };
  return (await promisify(execFile)('bash', ['-euc', befehle], { cwd: WURZEL, env })).stdout;
}

/** Step 2, word by word; only address and `subjekt` are this office's. */
export async function legeErstesKontoAn(besitzer: string, subjekt: string): Promise<string> {
  const [erster = ''] = await bloecke(ANLEITUNG, 'bash');
  const eigener = mitEigenem(erster, [
    [/postgres:[^']+/u, besitzer],
    ['6f1c0c52-…', subjekt],
  ]);
  return inBash(eigener);
}

/** „Another identity provider“, word by word, with the file elsewhere; the shell is still that of step 2. */
export async function wechsleSubjekte(besitzer: string, datei: string): Promise<string> {
  const [, zweiter = ''] = await bloecke(ANLEITUNG, 'bash');
  const eigener = mitEigenem(zweiter, [['kennungen.csv', `'${datei}'`]]);
  return inBash(eigener, { DATABASE_MIGRATION_URL: besitzer });
}

/** The logins of SECURITY.md, with a password. */
export async function loginsAusAnleitung(passwort: string): Promise<string> {
  const [logins = ''] = await bloecke('SECURITY.md', 'sql');
  return mitEigenem(logins, [[/'…'/gu, `'${passwort}'`]]);
}
