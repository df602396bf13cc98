import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Express, Response } from 'express';
import { sicher } from '../kern/html.ts';
import type { Route } from '../kern/route.ts';
import { openapi } from './openapi.ts';

/** How people sign in from the page: as a public client of the identity provider, with PKCE. */
export type Dokuanmeldung = {
  readonly issuer: string;
  readonly client: string;
  /** What to ask the provider for, apart by spaces. */
  readonly bereiche: string;
};

const ORT = '/api/v1/docs';
const { resolve } = createRequire(import.meta.url);

/** Everything the page loads comes from here; read once. */
const DATEIEN = [
  { name: 'swagger-ui.css', typ: 'text/css', datei: resolve('swagger-ui-dist/swagger-ui.css') },
  { name: 'swagger-ui.js', typ: 'text/javascript', datei: resolve('swagger-ui-dist/swagger-ui-bundle.js') },
  {
    name: 'oauth2-redirect.html',
    typ: 'text/html',
    datei: resolve('swagger-ui-dist/oauth2-redirect.html'),
  },
  {
    name: 'oauth2-redirect.js',
    typ: 'text/javascript',
    datei: resolve('swagger-ui-dist/oauth2-redirect.js'),
  },
  { name: 'start.js', typ: 'text/javascript', datei: new URL('start.js', import.meta.url) },
] as const;

function seite(anmeldung: Dokuanmeldung | null): string {
  const daten =
    anmeldung === null
      ? ''
      : ` data-issuer="${sicher(anmeldung.issuer)}" data-client="${sicher(anmeldung.client)}" data-bereiche="${sicher(anmeldung.bereiche)}"`;
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Lotse – Schnittstelle</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${ORT}/swagger-ui.css"></head>
<body><noscript>Ohne JavaScript: <a href="/api/v1/openapi.json">Beschreibung als OpenAPI 3.1</a></noscript>
<main id="schnittstelle"${daten}></main>
<script src="${ORT}/swagger-ui.js"></script><script type="module" src="${ORT}/start.js"></script></body></html>`;
}

/** The viewer draws its icons from `data:`; the sign-in asks the provider, and nothing else is asked elsewhere. */
function csp(anmeldung: Dokuanmeldung | null): string {
  const aussteller = anmeldung === null ? [] : [new URL(anmeldung.issuer).origin];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'img-src data:',
    `connect-src ${["'self'", ...aussteller].join(' ')}`,
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Description and page are open: they describe the API and hold no data. */
export function registriereDokumentation(
  app: Express,
  routen: readonly Route[],
  anmeldung: Dokuanmeldung | null,
): void {
  // Built when first asked for: most processes never are.
  let dokument: string | null = null;
  const html = seite(anmeldung);
  const schutz = csp(anmeldung);
  const sende = (res: Response, typ: string, inhalt: string): void => {
    // The window of the sign-in tells this one its result, through its opener.
    const fenster = anmeldung === null ? 'same-origin' : 'unsafe-none';
    res.set({ 'Content-Security-Policy': schutz, 'Cross-Origin-Opener-Policy': fenster });
    res.type(typ).send(inhalt);
  };
  app.get('/api/v1/openapi.json', (_, res) => {
    res.type('application/json').send((dokument ??= JSON.stringify(openapi(routen))));
  });
  app.get(ORT, (_, res) => {
    sende(res, 'text/html', html);
  });
  for (const { name, typ, datei } of DATEIEN) {
    const inhalt = readFileSync(datei, 'utf8');
    app.get(`${ORT}/${name}`, (_, res) => {
      sende(res, typ, inhalt);
    });
  }
}
