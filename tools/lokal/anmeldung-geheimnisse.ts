import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { BedienFehler } from '../../ops/bedienfehler.ts';

const schluessel = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});
const geheimnisse = z.object({ keys: z.tuple([schluessel]), cookies: z.array(z.string()).min(1) });

/** Signing key and cookie keys of the demo provider. */
export type Geheimnisse = z.infer<typeof geheimnisse>;

/** Reads the secrets, creates them (0600) the first time; without a folder they live as long as the provider. */
export async function ladeGeheimnisse(ordner: string | undefined): Promise<Geheimnisse> {
  if (ordner === undefined) return neue();
  const datei = path.join(ordner, 'anmeldung.json');
  if (existsSync(datei)) return lies(datei);
  const frisch = await neue();
  await mkdir(ordner, { recursive: true });
  await writeFile(`${datei}.neu`, JSON.stringify(frisch), { mode: 0o600 });
  await rename(`${datei}.neu`, datei);
  return frisch;
}

async function lies(datei: string): Promise<Geheimnisse> {
  try {
    return geheimnisse.parse(JSON.parse(await readFile(datei, 'utf8')));
  } catch (cause) {
    throw new BedienFehler(
      `Die Schlüsseldatei ${datei} ist beschädigt.`,
      'Löschen Sie sie; alle müssen sich dann neu anmelden.',
      { cause },
    );
  }
}

async function neue(): Promise<Geheimnisse> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const zusatz = { kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' };
  return geheimnisse.parse({
    keys: [{ ...(await exportJWK(privateKey)), ...zusatz }],
    cookies: [randomBytes(32).toString('hex')],
  });
}
