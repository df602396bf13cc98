import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Buehne, Davor } from './buehne.ts';
import { sende, stelleDavor, type Ergebnis } from './davor.ts';
import { mutationen } from './mutationen.ts';
import type { Operation } from './vertrag.ts';
import type { Wurf } from './wurf.ts';

/** How often an operation was asked, and how often it did what it is for. */
export type Zaehlung = { anfragen: number; erfolge: number };

export type Bilanz = {
  readonly je: ReadonlyMap<string, Zaehlung>;
  readonly verstoesse: string[];
};

/** Neighbours of one request; when a piece is played again it is for the successes, and disturbed less. */
const HOECHSTENS = [2, 1];

/** Beside every operation of the file there is only the answer that there is nothing. */
function urteil(status: number, inhalt: unknown, operation: Operation | undefined): string | null {
  if (status >= 500) return 'ein Fehler des Servers';
  if (operation !== undefined) return operation.verstoss(status, inhalt);
  return status === 404 || status === 405 ? null : `Status ${String(status)} ohne Operation`;
}

/** How the name of a piece says which time it was played. */
export const stueckname = ({ stueck, runde }: Pick<Buehne, 'stueck' | 'runde'>): string =>
  `${stueck}#${String(runde)}`;

/** The draws of one request hang on nothing but seed, piece and place in it: a piece alone fails as in the whole run. */
function ziehung(saat: number, buehne: Buehne, nummer: number): number {
  const quelle = `${String(saat)}/${stueckname(buehne)}/${String(nummer)}`;
  return createHash('sha256').update(quelle).digest().readInt32BE(0);
}

function nachbarn(wurf: Wurf, zahl: number, seed: number): Wurf[] {
  if (zahl === 0) return [];
  return fc.sample(mutationen(wurf), { numRuns: zahl, seed }).map((einer) => ({
    ...einer,
    // A key of its own, unless the key is what is wrong.
    header:
      einer.header['idempotency-key'] === wurf.header['idempotency-key']
        ? { ...einer.header, 'idempotency-key': randomUUID() }
        : einer.header,
  }));
}

/**
 * Stands between a client that knows how to work with Lotse and the API: passes its requests on, and neighbours of each of
 * them before and after. Every answer is held against the OpenAPI file.
 */
export function stoerer(alle: readonly Operation[], saat: number) {
  const je = new Map<string, Zaehlung>(alle.map(({ name }) => [name, { anfragen: 0, erfolge: 0 }]));
  const verstoesse: string[] = [];

  function halteFest(buehne: Buehne, wurf: Wurf, was: string): void {
    const nochmal = `FUZZ_SEED=${String(saat)} FUZZ_STUECK='${stueckname(buehne)}' npm test -- --project db test/fuzz/openapi.test.ts`;
    const { methode, pfad, rumpf } = wurf;
    const anfrage = JSON.stringify({ methode, pfad, rumpf }).slice(0, 2_000);
    verstoesse.push(
      [was, `Anfrage: ${anfrage}`, `Server: ${buehne.serverfehler()}`, `Nochmal: ${nochmal}`].join('\n  '),
    );
  }

  /** Asks and judges; `eigentliche` is the operation whose neighbour this is. */
  async function frage(buehne: Buehne, wurf: Wurf, eigentliche: Operation): Promise<Ergebnis> {
    const [ort = ''] = wurf.pfad.split('?');
    const operation = alle.find((eine) => eine.passt(wurf.methode, ort));
    const ergebnis = await sende(buehne.url, wurf);
    const zaehlung = je.get(eigentliche.name);
    if (zaehlung !== undefined) {
      zaehlung.anfragen += 1;
      if (ergebnis.status < 300) zaehlung.erfolge += 1;
    }
    const schlecht = urteil(ergebnis.status, JSON.parse(ergebnis.inhalt), operation);
    if (schlecht !== null)
      halteFest(
        buehne,
        wurf,
        `${eigentliche.name} → ${String(ergebnis.status)}: ${schlecht}: ${ergebnis.inhalt.slice(0, 500)}`,
      );
    return ergebnis;
  }

  const vor: Davor = (buehne) => {
    let nummer = 0;
    return stelleDavor(
      alle,
      async (wurf, operation) => {
        nummer += 1;
        const seed = ziehung(saat, buehne, nummer);
        const hoechstens = HOECHSTENS[Math.min(buehne.runde, HOECHSTENS.length - 1)] ?? 0;
        const [vorher, ...nachher] = nachbarn(wurf, Math.abs(seed) % (hoechstens + 1), seed);
        if (vorher !== undefined) await frage(buehne, vorher, operation);
        const ergebnis = await frage(buehne, wurf, operation);
        for (const einer of nachher) await frage(buehne, einer, operation);
        return ergebnis;
      },
      (fehler) => verstoesse.push(`${stueckname(buehne)}: ${fehler}`),
    );
  };

  return { bilanz: { je, verstoesse } satisfies Bilanz, vor };
}
