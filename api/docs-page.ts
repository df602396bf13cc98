import { createHash } from 'node:crypto';
import type { Express } from 'express';
import { openapi } from './openapi.ts';
import type { Route } from './kern/route.ts';

const STIL = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
h2{margin-top:2.5rem}article{border-top:1px solid #b0b0b0;padding:.75rem 0}code{font-size:.95em}
.methode{display:inline-block;min-width:3.5rem;font-weight:700}pre{background:#f2f2f2;padding:1rem;overflow:auto}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}pre{background:#262626}a{color:#9ecbff}}`;

const hash = createHash('sha256').update(STIL).digest('base64');
const CSP = `default-src 'none'; style-src 'sha256-${hash}'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

const sicher = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function eintrag(route: Route, dokument: unknown): string {
  const schluessel = route.schreibt ? ' Braucht <code>Idempotency-Key</code>.' : '';
  const rumpf =
    route.rumpf === null
      ? ''
      : `<details><summary>Eingabe</summary><pre>${sicher(JSON.stringify(dokument, null, 2))}</pre></details>`;
  return `<article><h3><span class="methode">${route.methode.toUpperCase()}</span> <code>${sicher(route.pfad)}</code></h3>
<p>${sicher(route.titel)}. ${sicher(route.beschreibung ?? '')} Rollen: ${sicher(route.rollen.join(', '))}.${schluessel}</p>${rumpf}</article>`;
}

type Operationen = Record<
  string,
  Record<string, { requestBody?: { content: Record<string, { schema: unknown }> } }>
>;

/** The contract for people: every operation with its input, without a script and without anything from elsewhere. */
function dokumentationsseite(routen: readonly Route[]): string {
  const paths = openapi(routen)['paths'] as Operationen;
  const gruppen = [...new Set(routen.map(({ gruppe }) => gruppe))];
  const teile = gruppen.map((gruppe) => {
    const eintraege = routen
      .filter((r) => r.gruppe === gruppe)
      .map((r) => eintrag(r, paths[r.pfad]?.[r.methode]?.requestBody?.content['application/json']?.schema));
    return `<h2>${sicher(gruppe)}</h2>${eintraege.join('')}`;
  });
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Lotse – Schnittstelle</title><style>${STIL}</style></head><body><main><h1>Lotse – Schnittstelle</h1>
<p>Anmeldung mit einem Zugriffstoken: <code>Authorization: Bearer …</code>. Fehler kommen als
<code>application/problem+json</code> (RFC 9457) und nennen die Regel. Für Programme:
<a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>${teile.join('')}</main></body></html>`;
}

/** Both are open: they describe the API and hold no data. */
export function registriereDokumentation(app: Express, routen: readonly Route[]): void {
  // Built when first asked for: it costs more than everything else at the start of an API.
  let dokument: string | null = null;
  let seite: string | null = null;
  app.get('/api/v1/openapi.json', (_, res) => {
    res.type('application/json').send((dokument ??= JSON.stringify(openapi(routen))));
  });
  app.get('/api/v1/docs', (_, res) => {
    res
      .set('Content-Security-Policy', CSP)
      .type('text/html')
      .send((seite ??= dokumentationsseite(routen)));
  });
}
