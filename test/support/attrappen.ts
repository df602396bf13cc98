import type { Anspruch } from '../../db/befehl.ts';
import type { Datenbank } from '../../db/client.ts';
import { mitarbeitende } from '../../db/schema/index.ts';
import { OHNE_RUMPF, route, type Anfrage, type Route } from '../../api/kern/route.ts';
import { pruefsummeMit } from '../../api/kern/schluessel.ts';
import type { Umgebung } from '../../api/kern/umgebung.ts';
import { ROUTEN } from '../../api/routen.ts';

type Fall = (umgebung: Umgebung, anfrage: Anfrage<unknown, unknown, unknown>) => Promise<unknown>;

/** The table of the API with other use cases in some of its rows, by `methode pfad`. @throws for a row there is not. */
export function mitAttrappen(statt: Readonly<Record<string, Fall>>): Route[] {
  const namen = new Set(ROUTEN.map(({ methode, pfad }) => `${methode} ${pfad}`));
  const fremd = Object.keys(statt).filter((name) => !namen.has(name));
  if (fremd.length > 0) throw new Error(`Diese Operation gibt es nicht: ${fremd.join(', ')}`);
  return ROUTEN.map((zeile) => {
    const fall = statt[`${zeile.methode} ${zeile.pfad}`];
    return fall === undefined ? zeile : route({ ...zeile, rumpf: zeile.rumpf ?? OHNE_RUMPF, fall });
  });
}

/** Surroundings of nothing but what is given: a use case that wants more says that the test forgot it. */
export function nurMit(mittel: Partial<Umgebung>): Umgebung {
  return new Proxy(mittel as Umgebung, {
    get: (alle, name) => {
      if (name in alle) return alle[name as keyof Umgebung];
      throw new Error(`Das hat der Test nicht vorgesehen: ${String(name)}`);
    },
  });
}

/** Rows of a query, whatever is asked of it; of staff the one given. */
function abfrage(zeilen: readonly unknown[], kollegin: object): unknown {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'then')
          return (fertig: (z: readonly unknown[]) => void) => {
            fertig(zeilen);
          };
        if (name === 'from')
          return (tabelle: unknown) => abfrage(tabelle === mitarbeitende ? [kollegin] : [], kollegin);
        return () => abfrage(zeilen, kollegin);
      },
    },
  );
}

export type NeuerAnspruch = Omit<Anspruch, 'status' | 'antwort' | 'fallnummer'>;

/** Surroundings in which every key is claimed already, with the outcome that `ausgang` says. */
export function bekannteSchluessel(
  befehlsergebnis: (
    neu: NeuerAnspruch,
  ) => Pick<Anspruch, 'status' | 'antwort' | 'fallnummer'> & Partial<Pick<Anspruch, 'fallId'>>,
  kollegin: object = {},
): Umgebung {
  const tx = {
    execute: () => Promise.resolve([]),
    $count: () => Promise.resolve(0),
    select: () => abfrage([], kollegin),
    insert: () => ({
      values: (neu: NeuerAnspruch) => abfrage([{ ...neu, ...befehlsergebnis(neu) }], kollegin),
    }),
  };
  const drizzle = { transaction: <T>(arbeit: (handle: typeof tx) => T): T => arbeit(tx) };
  return nurMit({
    db: { drizzle, schliesse: () => Promise.resolve() } as unknown as Datenbank,
    uhr: { jetzt: () => '2026-03-02T08:00:00Z' },
    pruefsumme: pruefsummeMit({ schluessel: () => Promise.resolve(Buffer.alloc(32, 7)) }),
    unterwegs: new Map(),
  });
}
