/* global document, fetch, crypto, location, SwaggerUIBundle */
// Runs in the browser, on the page of the API's description.

/** Stands in the form of every write; on its way it becomes a key of its own, or the second write would repeat the first. */
const PLATZHALTER = '00000000-0000-4000-8000-000000000000';

const { issuer, client, bereiche } = document.querySelector('#schnittstelle').dataset;

/**
 * The code flow of the provider and no other: of all it knows, one asks for a password, which belongs on its own page only.
 * Without an answer people can still use a token of their own.
 */
async function ablauf() {
  if (issuer === undefined) return null;
  const adresse = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const dokument = await fetch(adresse).then(
    (antwort) => antwort.json(),
    () => ({}),
  );
  const { authorization_endpoint: authorizationUrl, token_endpoint: tokenUrl } = dokument;
  if (authorizationUrl === undefined || tokenUrl === undefined) return null;
  const scopes = Object.fromEntries(bereiche.split(' ').map((bereich) => [bereich, '']));
  return { authorizationUrl, tokenUrl, scopes };
}

/** The sign-in of this office, besides a token of one's own. */
function mitAnmeldung(beschreibung, authorizationCode) {
  const schluessel = beschreibung.components.parameters.IdempotencyKey;
  schluessel.example = PLATZHALTER;
  schluessel.description += '. Der Vorgabewert wird beim Absenden durch eine neue Kennung ersetzt.';
  if (authorizationCode === null) return beschreibung;
  beschreibung.components.securitySchemes.anmeldung = { type: 'oauth2', flows: { authorizationCode } };
  beschreibung.security = [{ anmeldung: [] }, ...beschreibung.security];
  return beschreibung;
}

function mitEigenemSchluessel(anfrage) {
  if (anfrage.headers['Idempotency-Key'] === PLATZHALTER)
    anfrage.headers['Idempotency-Key'] = crypto.randomUUID();
  return anfrage;
}

const [antwort, anmeldung] = await Promise.all([fetch('/api/v1/openapi.json'), ablauf()]);
const ansicht = SwaggerUIBundle({
  spec: mitAnmeldung(await antwort.json(), anmeldung),
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
  ansicht.initOAuth({ clientId: client, scopes: bereiche, usePkceWithAuthorizationCodeGrant: true });
