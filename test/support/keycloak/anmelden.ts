import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Person } from './konsole.ts';

/** With what the page of the API lets people sign in; it reads both from its own markup. */
export type Anmeldeseite = { readonly herkunft: string; readonly issuer: string; readonly client: string };

const discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const tokens = z.object({ access_token: z.string(), id_token: z.string() });
export type Tokens = z.infer<typeof tokens>;

/** „Open /api/v1/docs“ (step 3): issuer and client as the page hands them to its viewer. */
export async function oeffneSeite(herkunft: string): Promise<Anmeldeseite> {
  const seite = await (await fetch(`${herkunft}/api/v1/docs`)).text();
  const wert = (name: string): string => new RegExp(`data-${name}="([^"]+)"`, 'u').exec(seite)?.[1] ?? '';
  return { herkunft, issuer: wert('issuer'), client: wert('client') };
}

const alsCookie = (antwort: Response): string =>
  antwort.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** The form of the sign-in, filled in by a person. @returns where the browser is sent */
async function fuelleAus(adresse: URL, { name, passwort }: Person): Promise<URL> {
  const seite = await fetch(adresse, { redirect: 'manual' });
  const html = await seite.text();
  const ziel = /<form id="kc-form-login"[^>]* action="(?<ziel>[^"]+)"/u.exec(html)?.groups?.['ziel'];
  if (ziel === undefined) throw new Error(`Keycloak zeigt kein Formular: ${String(seite.status)}`);
  const antwort = await fetch(ziel.replaceAll('&amp;', '&'), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: alsCookie(seite) },
    body: new URLSearchParams({ username: name, password: passwort, credentialId: '' }),
  });
  const weiter = antwort.headers.get('location');
  if (weiter === null) throw new Error(`Keycloak lässt ${name} nicht ein: ${String(antwort.status)}`);
  return new URL(weiter);
}

/** „Authorize“, sign in: the code flow with PKCE as the viewer of the page does it, and its reading over origins. */
export async function meldeAn(seite: Anmeldeseite, person: Person): Promise<Tokens> {
  const dokument = await fetch(`${seite.issuer}/.well-known/openid-configuration`);
  const { authorization_endpoint, token_endpoint } = discovery.parse(await dokument.json());
  const geheim = randomBytes(32).toString('base64url');
  const rueckweg = `${seite.herkunft}/api/v1/docs/oauth2-redirect.html`;
  const state = randomBytes(8).toString('hex');
  const adresse = new URL(authorization_endpoint);
  adresse.search = new URLSearchParams({
    ...{ response_type: 'code', client_id: seite.client, redirect_uri: rueckweg, scope: 'openid', state },
    code_challenge: createHash('sha256').update(geheim).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const zurueck = await fuelleAus(adresse, person);
  if (`${zurueck.origin}${zurueck.pathname}` !== rueckweg || zurueck.searchParams.get('state') !== state)
    throw new Error(`Die Anmeldung endet anderswo: ${zurueck.origin}${zurueck.pathname}`);
  const antwort = await fetch(token_endpoint, {
    method: 'POST',
    headers: { origin: seite.herkunft },
    body: new URLSearchParams({
      ...{ grant_type: 'authorization_code', client_id: seite.client, redirect_uri: rueckweg },
      ...{ code: zurueck.searchParams.get('code') ?? '', code_verifier: geheim },
    }),
  });
  if (antwort.headers.get('access-control-allow-origin') !== seite.herkunft)
    throw new Error('Ein Browser dürfte das Token nicht lesen (Web origins).');
  return tokens.parse(await antwort.json());
}
