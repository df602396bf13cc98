import { z } from 'zod';
import { ladeKonto } from '../../api/kern/konto.ts';
import type { Route } from '../../api/kern/route.ts';
import { erzeugeSchranke } from '../../api/kern/schranke.ts';
import { systemuhr } from '../../api/kern/uhr.ts';
import { erzeugeUmgebung, type Konto, type Umgebung } from '../../api/kern/umgebung.ts';
import type { Vorgangsablaeufe } from '../../api/kern/vorgangsablauf.ts';
import { ROUTEN } from '../../api/routen.ts';
import type { Datenbank } from '../../db/client.ts';
import type { Tresor } from '../../db/tresor/tresor.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { ZUSAETZLICHE, type Grosshaus } from './grosshaus.ts';
import { PERSONAL, TEAM } from './stammdaten.ts';

const Seite = z.object({ eintraege: z.array(z.unknown()), gesamt: z.int() });

/** Does the row answer with a page? Asked of its contract, so that no list can be forgotten. */
function istListe({ schreibt, antwort }: Route): boolean {
  if (schreibt) return false;
  const { properties = {} } = z.toJSONSchema(antwort, { io: 'output', unrepresentable: 'any' });
  return 'eintraege' in properties && 'gesamt' in properties;
}

/** Every list of the API, from its table. */
const LISTEN: readonly Route[] = ROUTEN.filter(istListe);

/** One list as one role asks for it. */
export type Listenruf = {
  readonly name: string;
  readonly rolle: Rolle;
  readonly abfrage?: Readonly<Record<string, string>>;
};

export const LISTENRUFE: readonly Listenruf[] = LISTEN.flatMap(({ name, rollen }) =>
  rollen.map((rolle) => ({ name, rolle })),
);

const KONTEN: Readonly<Record<Rolle, string>> = { ...PERSONAL, ...ZUSAETZLICHE };

/** What a search of the API looks for; a new one without a row here fails at its contract. */
const SUCHEN: Readonly<Record<string, (eigen: Grosshaus['eigen']) => object>> = {
  sucheKundennummer: ({ kundennummer }) => ({ kundennummer }),
  durchsucheProtokoll: ({ kundennummer }) => ({ feld: 'kundennummer', wert: kundennummer }),
  sucheMitarbeitende: () => ({ name: 'demo' }),
};

/** What stands in the path, and what a search is for: things of the own team. */
function angaben(route: Route, { eigen }: Grosshaus): { pfad: Record<string, string>; rumpf: unknown } {
  const werte: Readonly<Record<string, string>> = { fallId: eigen.fall, personId: eigen.person, id: TEAM };
  const namen = [...route.pfad.matchAll(/\{(\w+)\}/gu)].flatMap(([, name = '']) => [name]);
  const pfad = Object.fromEntries(
    namen.map((name) => {
      const wert = werte[name];
      if (wert === undefined) throw new Error(`Für {${name}} in ${route.pfad} gibt es keine Angabe`);
      return [name, wert];
    }),
  );
  return { pfad, rumpf: SUCHEN[route.name]?.(eigen) };
}

/** Asks for lists of one house through their real use cases, as they come in. */
export function listenfrager(
  umgebung: Umgebung,
  haus: Grosshaus,
): (ruf: Listenruf) => Promise<z.infer<typeof Seite>> {
  const konten = new Map<Rolle, Konto>();
  const konto = async (rolle: Rolle): Promise<Konto> => {
    const bekannt = konten.get(rolle) ?? (await ladeKonto(umgebung, KONTEN[rolle]));
    konten.set(rolle, bekannt);
    return bekannt;
  };
  return async ({ name, rolle, abfrage = {} }) => {
    const route = LISTEN.find((eine) => eine.name === name);
    if (route === undefined) throw new Error(`Die Liste ${name} gibt es nicht`);
    const { pfad, rumpf } = angaben(route, haus);
    const anfrage = { konto: await konto(rolle), pfad, abfrage, rumpf, schluessel: '' };
    return Seite.parse((await route.rufe(umgebung, anfrage)).rumpf);
  };
}

const STUMM: Vorgangsablaeufe = {
  sende: () => Promise.resolve({ art: 'ungewiss' }),
  ablauf: () => Promise.resolve('unerreichbar'),
  erreichbar: () => Promise.resolve(false),
};

/** What use cases that only read work with: lists never ask Temporal. */
export function lesendeUmgebung(db: Datenbank, tresor: Tresor): Umgebung {
  return erzeugeUmgebung({
    db,
    uhr: systemuhr,
    ablaeufe: STUMM,
    schranke: erzeugeSchranke({ gleichzeitig: 1, wartend: 1 }),
    tresor,
    einsicht: null,
  });
}
