import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { lauscheDavor } from '../support/davor.ts';
import type { Operation } from './vertrag.ts';
import type { Wurf } from './wurf.ts';

export type Ergebnis = { readonly status: number; readonly inhalt: string; readonly typ: string };

/** Asks the API. */
export async function sende(ziel: string, { methode, pfad, header, rumpf }: Wurf): Promise<Ergebnis> {
  const koerper = rumpf === undefined ? {} : { body: JSON.stringify(rumpf) };
  const antwort = await fetch(`${ziel}${pfad}`, { method: methode, headers: header, ...koerper });
  const typ = antwort.headers.get('content-type') ?? '';
  return { status: antwort.status, inhalt: await antwort.text(), typ };
}

async function alsWurf(anfrage: IncomingMessage): Promise<Wurf> {
  const koerper = await text(anfrage);
  const { method: methode = 'GET', url: pfad = '/' } = anfrage;
  const header = Object.fromEntries(
    ['authorization', 'idempotency-key', 'content-type'].flatMap((name) => {
      const wert = anfrage.headers[name];
      return typeof wert === 'string' ? [[name, wert]] : [];
    }),
  );
  return { methode, pfad, header, rumpf: koerper === '' ? undefined : JSON.parse(koerper) };
}

/** A server that hands each request of a client to `bediene`, with the operation it is for; what goes wrong here is told `melde`. */
export async function stelleDavor(
  alle: readonly Operation[],
  bediene: (wurf: Wurf, operation: Operation) => Promise<Ergebnis>,
  melde: (fehler: string) => void,
): Promise<{ readonly url: string; readonly stop: () => void }> {
  async function antworte(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const wurf = await alsWurf(anfrage);
    const operation = alle.find((eine) => eine.passt(wurf.methode, wurf.pfad.split('?')[0] ?? ''));
    if (operation === undefined) throw new Error(`${wurf.methode} ${wurf.pfad} steht nicht im Vertrag`);
    const { status, inhalt, typ } = await bediene(wurf, operation);
    antwort.writeHead(status, { 'content-type': typ }).end(inhalt);
  }
  const server = createServer((anfrage, antwort) => {
    antworte(anfrage, antwort).catch((grund: unknown) => {
      melde(grund instanceof Error ? (grund.stack ?? grund.message) : String(grund));
      antwort.writeHead(500, { 'content-type': 'application/json' }).end('{}');
    });
  });
  return lauscheDavor(server);
}
