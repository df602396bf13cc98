import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ladeEinstellungen } from '../../tools/start/einstellungen.ts';
import { freieStartports } from '../support/startports.ts';

let daten: string;

beforeEach(async () => {
  daten = await mkdtemp(path.join(tmpdir(), 'lotse-test-'));
});

afterEach(async () => {
  await rm(daten, { recursive: true, force: true });
});

/** Free ports for everything, so that the test stands beside a running Lotse. */
async function env(): Promise<Record<string, string>> {
  return { LOTSE_DATEN: daten, ...(await freieStartports()) };
}

/** Runs `npm start`'s program to its end. */
function starte(
  abweichend: Record<string, string>,
): Promise<{ code: number | null; ausgabe: string; fehler: string }> {
  return new Promise((resolve) => {
    const kind = spawn(process.execPath, ['tools/start/main.ts'], {
      env: { PATH: process.env['PATH'], ...abweichend },
    });
    let ausgabe = '';
    let fehler = '';
    kind.stdout.on('data', (stueck: Buffer) => (ausgabe += stueck.toString()));
    kind.stderr.on('data', (stueck: Buffer) => (fehler += stueck.toString()));
    kind.once('close', (code) => {
      resolve({ code, ausgabe, fehler });
    });
  });
}

describe('npm start explains in one sentence what is in the way and leaves nothing running', () => {
  test('a port in use', async () => {
    const werte = await env();
    const fremder = createServer().listen(Number(werte['LOTSE_PORT_TEMPORAL']), '127.0.0.1');
    const { code, fehler } = await starte(werte);
    fremder.close();
    expect(code).toBe(1);
    expect(fehler).toBe(
      `Fehler: Port ${werte['LOTSE_PORT_TEMPORAL'] ?? ''} für Temporal ist nicht frei. Beenden Sie das Programm, das ihn benutzt, oder wählen Sie mit LOTSE_PORT_TEMPORAL einen anderen Port.\n`,
    );
  });

  test('several wrong settings, all named at once and without their values', async () => {
    const falsch = {
      LOTSE_PORT_API: 'abc',
      DATABASE_MIGRATION_URL: 'mysql://a:geheim@b/c',
      TEMPORAL_ADDRESS: 'x',
    };
    const { code, fehler } = await starte({ ...(await env()), ...falsch });
    expect(code).toBe(1);
    expect(fehler).toMatch(
      /^Fehler: [^\n]*LOTSE_PORT_API[^\n]*DATABASE_MIGRATION_URL[^\n]*TEMPORAL_ADDRESS[^\n]*\n$/,
    );
    expect(fehler).not.toContain('geheim');
  });

  test.each([
    ['DATABASE_MIGRATION_URL', 'postgres://lotse:geheim@127.0.0.1:1/lotse'],
    ['SMTP_URL', 'smtp://127.0.0.1:1'],
    ['OIDC_ISSUER', 'http://127.0.0.1:1'],
  ])('an address where nobody answers: %s', async (name, adresse) => {
    const { code, ausgabe, fehler } = await starte({ ...(await env()), LOTSE_DEMO: 'ja', [name]: adresse });
    expect(code).toBe(1);
    expect(fehler).toMatch(
      new RegExp(`^Fehler: Unter ${name}=\\S+ antwortet nichts Brauchbares [^\\n]*\\n$`),
    );
    expect(ausgabe + fehler).not.toContain('geheim');
  });

  const DATENBANK = { DATABASE_MIGRATION_URL: 'postgres://lotse:geheim@127.0.0.1:1/lotse' };
  const ANMELDUNG = { OIDC_ISSUER: 'http://127.0.0.1:1' };
  const MAIL = { SMTP_URL: 'smtp://127.0.0.1:1' };
  test.each([
    ['in production', { NODE_ENV: 'production' }, ['OIDC_ISSUER', 'SMTP_URL']],
    ['in production with a provider', { NODE_ENV: 'production', ...ANMELDUNG }, ['SMTP_URL']],
    ['beside a real database', DATENBANK, ['OIDC_ISSUER', 'SMTP_URL']],
    ['beside a real database without a provider', { ...DATENBANK, ...MAIL }, ['OIDC_ISSUER']],
    ['beside a real database without mail', { ...DATENBANK, ...ANMELDUNG }, ['SMTP_URL']],
    [
      'beside a real key store',
      { SCHLUESSEL_DATABASE_URL: 'postgres://127.0.0.1:1/s' },
      ['OIDC_ISSUER', 'SMTP_URL'],
    ],
    [
      'beside the login of the API',
      { DATABASE_URL: 'postgres://127.0.0.1:1/l' },
      ['OIDC_ISSUER', 'SMTP_URL'],
    ],
  ])('no demo part %s, unless LOTSE_DEMO=ja (8)', async (_, abweichend, fehlend) => {
    const werte = await env();
    const { code, ausgabe, fehler } = await starte({ ...werte, ...abweichend });
    expect(code).toBe(1);
    expect(ausgabe).toBe('');
    for (const name of ['OIDC_ISSUER', 'SMTP_URL'])
      expect(fehler.includes(`${name} (fehlt, und neben`)).toBe(fehlend.includes(name));
    expect(() => ladeEinstellungen({ ...werte, ...abweichend, LOTSE_DEMO: 'ja' })).not.toThrow();
  });

  test('a data folder that is a file', async () => {
    const datei = path.join(daten, 'datei');
    await writeFile(datei, '');
    const { code, fehler } = await starte({ ...(await env()), LOTSE_DATEN: datei });
    expect(code).toBe(1);
    expect(fehler).toMatch(/^Fehler: Der Datenordner \S+ lässt sich nicht anlegen[^\n]*LOTSE_DATEN[^\n]*\n$/);
  });
});
