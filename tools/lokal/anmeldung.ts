import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider, errors } from 'oidc-provider';
import { ladeGeheimnisse } from './anmeldung-geheimnisse.ts';
import {
  api,
  demoGrant,
  konfiguration,
  ressource,
  type AnmeldungOptionen,
} from './anmeldung-konfiguration.ts';
import { sicher } from '../../api/kern/html.ts';
import { seite } from './html.ts';
import { lausche, schliesse } from './http.ts';
import type { Demoperson } from './personal.ts';

/** The identity provider of the demo: everybody chooses a synthetic person, no password. Never for real data. */
export async function starteAnmeldung(
  optionen: AnmeldungOptionen,
): Promise<{ issuer: string; stop: () => Promise<void> }> {
  const issuer = `http://127.0.0.1:${String(optionen.port)}`;
  const provider = new Provider(
    issuer,
    konfiguration(await ladeGeheimnisse(optionen.geheimnisOrdner), optionen),
  );
  erlaubeDemoGrant(provider, optionen.personal);
  const oidc = provider.callback();
  const server = createServer((anfrage, antwort) => {
    if (anfrage.url?.startsWith('/anmelden/') === true)
      void wahl(provider, optionen.personal, { anfrage, antwort });
    else void oidc(anfrage, antwort);
  });
  await lausche(server, {
    port: optionen.port,
    wofuer: 'die Anmeldung',
    einstellung: 'LOTSE_PORT_ANMELDUNG',
  });
  return { issuer, stop: () => schliesse(server) };
}

function erlaubeDemoGrant(provider: Provider, personal: readonly Demoperson[]): void {
  provider.registerGrantType<{ person?: string }>(
    demoGrant,
    async (ctx) => {
      const { client, params } = ctx.oidc;
      const person = personal.find(({ kuerzel }) => kuerzel === params.person);
      if (person === undefined) {
        const bekannt = personal.map(({ kuerzel }) => kuerzel).join(', ');
        throw new errors.CustomOIDCProviderError(
          'invalid_request',
          `unbekannte Person, bekannt sind: ${bekannt}`,
        );
      }
      const token = new provider.AccessToken({
        client,
        accountId: person.subject,
        resourceServer: new provider.ResourceServer(ressource, api),
        scope: 'lotse',
        grantId: 'demo',
        gty: demoGrant,
      });
      ctx.oidc.entity('AccessToken', token);
      ctx.body = {
        access_token: await token.save(),
        token_type: 'Bearer',
        expires_in: token.expiration,
        scope: 'lotse',
      };
    },
    'person',
  );
}

type Austausch = { anfrage: IncomingMessage; antwort: ServerResponse };

/** GET offers the people, `?person=` chooses one: without a password there is nothing to protect in the URL. */
async function wahl(
  provider: Provider,
  personal: readonly Demoperson[],
  { anfrage, antwort }: Austausch,
): Promise<void> {
  try {
    await provider.interactionDetails(anfrage, antwort);
    const gewaehlt = new URL(anfrage.url ?? '/', provider.issuer).searchParams.get('person');
    const person = personal.find(({ kuerzel }) => kuerzel === gewaehlt);
    if (person !== undefined) {
      await provider.interactionFinished(anfrage, antwort, { login: { accountId: person.subject } });
      return;
    }
    antwort.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    antwort.end(seite('Anmeldung (Demo)', auswahl(personal)));
  } catch {
    antwort.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
    antwort.end(seite('Anmeldung abgelaufen', '<p>Bitte rufen Sie Lotse noch einmal auf.</p>'));
  }
}

function auswahl(personal: readonly Demoperson[]): string {
  const zeilen = personal.map(
    ({ kuerzel, anzeigename }) =>
      `<div><button name="person" value="${sicher(kuerzel)}">${sicher(anzeigename)} (${sicher(kuerzel)})</button></div>`,
  );
  return `<p>Als wer möchten Sie arbeiten? Alle Personen sind erfunden.</p><form method="get">${zeilen.join('\n')}</form>`;
}
