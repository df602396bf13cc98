/* global document, fetch, crypto, location, SwaggerUIBundle */
// Runs in the browser, on the page of the API's description.

/** Stands in the form of every write; on its way it becomes a key of its own, or the second write would repeat the first. */
const PLATZHALTER = '00000000-0000-4000-8000-000000000000';

const { issuer, client } = document.querySelector('#schnittstelle').dataset;

/** The sign-in of this office, besides a token of one's own. */
function mitAnmeldung(beschreibung) {
  const schluessel = beschreibung.components.parameters.IdempotencyKey;
  schluessel.example = PLATZHALTER;
  schluessel.description += '. Der Vorgabewert wird beim Absenden durch eine neue Kennung ersetzt.';
  if (issuer === undefined) return beschreibung;
  beschreibung.components.securitySchemes.anmeldung = {
    type: 'openIdConnect',
    openIdConnectUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  };
  beschreibung.security = [{ anmeldung: [] }, ...beschreibung.security];
  return beschreibung;
}

function mitEigenemSchluessel(anfrage) {
  if (anfrage.headers['Idempotency-Key'] === PLATZHALTER)
    anfrage.headers['Idempotency-Key'] = crypto.randomUUID();
  return anfrage;
}

const antwort = await fetch('/api/v1/openapi.json');
const ansicht = SwaggerUIBundle({
  spec: mitAnmeldung(await antwort.json()),
  dom_id: '#schnittstelle',
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  filter: true,
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  oauth2RedirectUrl: `${location.origin}/api/v1/docs/oauth2-redirect.html`,
  requestInterceptor: mitEigenemSchluessel,
});
if (client !== undefined)
  ansicht.initOAuth({ clientId: client, scopes: 'openid', usePkceWithAuthorizationCodeGrant: true });
