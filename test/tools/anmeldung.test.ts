import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { starteAnmeldung } from '../../tools/lokal/anmeldung.ts';
import { arbeitsplatz } from '../../tools/lokal/anmeldung-konfiguration.ts';
import { demopersonal } from '../../tools/lokal/personal.ts';
import { freierPort } from '../../tools/lokal/ports.ts';

const fm = '0a1b6f0e-0003-4c00-8000-000000000003';
const rueckkehr = 'http://127.0.0.1:7400/anmeldung/rueckkehr';

let geheimnisOrdner: string;
let port: number;
let anmeldung: Awaited<ReturnType<typeof starteAnmeldung>>;

async function neustart(): Promise<void> {
  anmeldung = await starteAnmeldung({ port, personal: demopersonal, geheimnisOrdner });
}

beforeAll(async () => {
  geheimnisOrdner = await mkdtemp(path.join(tmpdir(), 'lotse-test-'));
  port = await freierPort();
  await neustart();
});

afterAll(async () => {
  await anmeldung.stop();
  await rm(geheimnisOrdner, { recursive: true });
});

function pruefe(token: string): ReturnType<typeof jwtVerify> {
  const schluessel = createRemoteJWKSet(new URL(`${anmeldung.issuer}/jwks`));
  return jwtVerify(token, schluessel, { issuer: anmeldung.issuer, audience: 'lotse-api', typ: 'at+jwt' });
}

/** The real command, as its user runs it. */
function token(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, ['tools/token/main.ts', ...args]);
}

describe('identity provider of the demo (architecture.md 6)', () => {
  test('gives the command line a token the API can verify, still valid after a restart', async () => {
    const { stdout } = await token('fm', anmeldung.issuer);
    await anmeldung.stop();
    await neustart();
    const { payload } = await pruefe(stdout.trim());
    expect(payload.sub).toBe(fm);
    expect(decodeProtectedHeader(stdout.trim()).alg).toBe('ES256');
    expect((await stat(path.join(geheimnisOrdner, 'anmeldung.json'))).mode & 0o777).toBe(0o600);
  });

  test('answers an unknown person and a missing provider with one sentence', async () => {
    const chef: unknown = await token('chef', anmeldung.issuer).catch((grund: unknown) => grund);
    expect(chef).toMatchObject({ code: 1, stdout: '' });
    expect(String(chef)).toMatch(
      /Fehler: Die Person chef gibt es nicht\. .*pap, pap2, fm, .*controlling, .*\.\n$/,
    );

    const niemand = `http://127.0.0.1:${String(await freierPort())}`;
    const allein: unknown = await token('fm', niemand).catch((grund: unknown) => grund);
    expect(allein).toMatchObject({ code: 1, stdout: '' });
    expect(String(allein)).toMatch(/Fehler: Unter http\S+ antwortet keine Anmeldung\. .*npm start.*\n$/);
  });

  test('logs a person in on a German page with authorization code and PKCE', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const kekse = new Map<string, string>();
    const hole = async (ort: string): Promise<Response> => {
      const cookie = [...kekse].map(([name, wert]) => `${name}=${wert}`).join('; ');
      const antwort = await fetch(new URL(ort, anmeldung.issuer), {
        redirect: 'manual',
        headers: { cookie },
      });
      for (const keks of antwort.headers.getSetCookie()) {
        const [name = '', wert = ''] = keks.split(';')[0]?.split(/=(.*)/s) ?? [];
        kekse.set(name, wert);
      }
      return antwort;
    };
    const ziel = (antwort: Response): string => antwort.headers.get('location') ?? '';

    const frage = new URLSearchParams({
      client_id: arbeitsplatz,
      response_type: 'code',
      redirect_uri: rueckkehr,
      scope: 'openid profile lotse',
      state: 'merker',
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    });
    const formular = ziel(await hole(`/auth?${frage.toString()}`));
    expect(await (await hole(formular)).text()).toContain('Demo Fallmanagement 1 (fm)');
    const weiter = ziel(await hole(`${formular}?person=fm`));
    const zurueck = new URL(ziel(await hole(weiter)));
    expect(zurueck.searchParams.get('state')).toBe('merker');

    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: arbeitsplatz,
      redirect_uri: rueckkehr,
      code: zurueck.searchParams.get('code') ?? '',
      code_verifier: verifier,
    });
    const antwort = await fetch(`${anmeldung.issuer}/token`, { method: 'POST', body });
    const { access_token } = z.object({ access_token: z.string() }).parse(await antwort.json());
    expect((await pruefe(access_token)).payload.sub).toBe(fm);
  });
});
