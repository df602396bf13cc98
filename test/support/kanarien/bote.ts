import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { lauscheDavor } from '../davor.ts';
import { bezeichne, eingaenge, type Eingang } from './felder.ts';
import { markenIn, ohneMarken, type Marke, type Markenbuch } from './marken.ts';

/** What went through: where the signs of a request were taken, which came back, and the addresses that were called. */
export type Botengang = {
  readonly adressen: string[];
  readonly angenommen: Set<Marke>;
  readonly beantwortet: Set<Marke>;
};

const KOEPFE = ['authorization', 'idempotency-key', 'content-type'];

/**
 * Stands between a client that knows how to work with Lotse and the API, and puts a sign into every field of its requests
 * that takes words: which these are, the OpenAPI file says.
 */
export function bote(buch: Markenbuch) {
  const alle = eingaenge();
  const gang: Botengang = {
    adressen: [],
    angenommen: new Set(),
    beantwortet: new Set(),
  };

  /** The body as it goes on; what no operation takes goes as it came. */
  const mitZeichen = (koerper: string, eingang: Eingang | undefined): string =>
    koerper === '' || !eingang?.form
      ? koerper
      : JSON.stringify(bezeichne(eingang.form, JSON.parse(koerper), { feld: `${eingang.name} `, buch }));

  async function bediene(ziel: string, anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const { method: methode = 'GET', url: pfad = '/' } = anfrage;
    const eingang = alle.find((einer) => einer.passt(methode, pfad.split('?')[0] ?? ''));
    const body = mitZeichen(await text(anfrage), eingang);
    const headers = Object.fromEntries(KOEPFE.map((name) => [name, String(anfrage.headers[name])]));
    gang.adressen.push(pfad);
    const ergebnis = await fetch(`${ziel}${pfad}`, {
      method: methode,
      headers,
      ...(body === '' ? {} : { body }),
    });
    const inhalt = await ergebnis.text();
    for (const marke of markenIn(body, buch)) if (ergebnis.ok) gang.angenommen.add(marke);
    for (const marke of markenIn(inhalt, buch)) gang.beantwortet.add(marke);
    antwort.writeHead(ergebnis.status, { 'content-type': String(ergebnis.headers.get('content-type')) });
    antwort.end(ohneMarken(inhalt, buch));
  }

  return {
    gang,
    /** The address to use instead of the API's. */
    vor: async (ziel: string): Promise<{ url: string; stop: () => void }> => {
      const server = createServer((anfrage, antwort) => {
        bediene(ziel, anfrage, antwort).catch((fehler: unknown) => {
          antwort.writeHead(599, { 'content-type': 'text/plain' }).end(String(fehler));
        });
      });
      return lauscheDavor(server);
    },
  };
}
