import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { mutationen, type Wurf } from './mutationen.ts';
import type { Operation } from './vertrag.ts';

/** How often an operation was asked, and how often it did what it is for. */
export type Zaehlung = { anfragen: number; erfolge: number };

export type Bilanz = {
  readonly je: ReadonlyMap<string, Zaehlung>;
  readonly verstoesse: string[];
};

/** Below this share of successes an operation gets no more wrong requests until right ones have caught up. */
const ERFOLGSANTEIL = 0.4;
const HOECHSTENS = 3;

type Ergebnis = { readonly status: number; readonly inhalt: string; readonly typ: string };

/** Beside every operation of the file there is only the answer that there is nothing. */
function urteil(status: number, inhalt: unknown, operation: Operation | undefined): string | null {
  if (status >= 500) return 'ein Fehler des Servers';
  if (operation !== undefined) return operation.verstoss(status, inhalt);
  return status === 404 || status === 405 ? null : `Status ${String(status)} ohne Operation`;
}

/**
 * Stands between a client that knows how to work with Lotse and the API: passes its requests on, and neighbours of each of
 * them before and after. Every answer is held against the OpenAPI file.
 */
export function stoerer(alle: readonly Operation[], zufall: number) {
  const je = new Map<string, Zaehlung>(alle.map(({ name }) => [name, { anfragen: 0, erfolge: 0 }]));
  const verstoesse: string[] = [];
  let wuerfe = 0;

  async function sende(ziel: string, { methode, pfad, header, rumpf }: Wurf): Promise<Ergebnis> {
    const koerper = rumpf === undefined ? {} : { body: JSON.stringify(rumpf) };
    const antwort = await fetch(`${ziel}${pfad}`, { method: methode, headers: header, ...koerper });
    const typ = antwort.headers.get('content-type') ?? '';
    return { status: antwort.status, inhalt: await antwort.text(), typ };
  }

  /** Asks and judges; `eigentliche` is the operation whose neighbour this is. */
  async function frage(ziel: string, wurf: Wurf, eigentliche: Operation): Promise<Ergebnis> {
    const [ort = ''] = wurf.pfad.split('?');
    const operation = alle.find((eine) => eine.passt(wurf.methode, ort));
    const ergebnis = await sende(ziel, wurf);
    const zaehlung = je.get(eigentliche.name);
    if (zaehlung !== undefined) {
      zaehlung.anfragen += 1;
      if (ergebnis.status < 300) zaehlung.erfolge += 1;
    }
    const inhalt: unknown = JSON.parse(ergebnis.inhalt);
    const schlecht = urteil(ergebnis.status, inhalt, operation);
    if (schlecht !== null)
      verstoesse.push(`${wurf.methode} ${wurf.pfad} → ${String(ergebnis.status)}: ${schlecht}
      ${JSON.stringify({ wurf, inhalt }).slice(0, 2_000)}`);
    return ergebnis;
  }

  function nachbarn(wurf: Wurf, operation: Operation): Wurf[] {
    const { anfragen = 0, erfolge = 0 } = je.get(operation.name) ?? {};
    if (erfolge < anfragen * ERFOLGSANTEIL || anfragen === 0) return [];
    wuerfe += 1;
    return fc.sample(mutationen(wurf), { numRuns: HOECHSTENS, seed: zufall + wuerfe }).map((einer) => ({
      ...einer,
      // A key of its own, unless the key is what is wrong.
      kopf:
        einer.header['idempotency-key'] === wurf.header['idempotency-key']
          ? { ...einer.header, 'idempotency-key': randomUUID() }
          : einer.header,
    }));
  }

  async function bediene(ziel: string, anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const koerper = await text(anfrage);
    const { method: methode = 'GET', url: pfad = '/' } = anfrage;
    const header = Object.fromEntries(
      ['authorization', 'idempotency-key', 'content-type'].flatMap((name) => {
        const wert = anfrage.headers[name];
        return typeof wert === 'string' ? [[name, wert]] : [];
      }),
    );
    const wurf: Wurf = { methode, pfad, header, rumpf: koerper === '' ? undefined : JSON.parse(koerper) };
    const operation = alle.find((eine) => eine.passt(methode, pfad.split('?')[0] ?? ''));
    if (operation === undefined) throw new Error(`${methode} ${pfad} steht nicht im Vertrag`);
    const [vorher, ...nachher] = nachbarn(wurf, operation);
    if (vorher !== undefined) await frage(ziel, vorher, operation);
    const { status, inhalt, typ } = await frage(ziel, wurf, operation);
    for (const einer of nachher) await frage(ziel, einer, operation);
    antwort.writeHead(status, { 'content-type': typ }).end(inhalt);
  }

  return {
    bilanz: { je, verstoesse } satisfies Bilanz,
    /** The address to use instead of the API's. */
    vor: async (ziel: string): Promise<{ url: string; stop: () => void }> => {
      const server = createServer((anfrage, antwort) => {
        bediene(ziel, anfrage, antwort).catch((fehler: unknown) => {
          verstoesse.push(String(fehler));
          antwort.writeHead(500, { 'content-type': 'application/json' }).end('{}');
        });
      });
      await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
      const { port } = server.address() as AddressInfo;
      return {
        url: `http://127.0.0.1:${String(port)}`,
        stop: () => {
          server.close();
          server.closeAllConnections();
        },
      };
    },
  };
}
