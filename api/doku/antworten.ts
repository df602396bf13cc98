import type { Problemstatus } from '../kern/problem.ts';
import type { Route } from '../kern/route.ts';
import type { Knoten } from './schemata.ts';

/** 405 is the answer to what is no operation. */
type Fehlerstatus = Exclude<Problemstatus, 405>;

type Fehlerantwort = { readonly name: string; readonly description: string };

/** How an operation may end without effect; each stands once in `components.responses`. */
const FEHLERANTWORTEN: Readonly<Record<Fehlerstatus, Fehlerantwort>> = {
  400: { name: 'EingabeUngueltig', description: 'Eingabe nicht gültig' },
  401: { name: 'NichtAngemeldet', description: 'Nicht angemeldet' },
  403: { name: 'NichtBerechtigt', description: 'Nicht berechtigt' },
  404: { name: 'NichtGefunden', description: 'Nicht gefunden' },
  409: { name: 'Konflikt', description: 'Jetzt nicht möglich oder inzwischen geändert' },
  413: { name: 'ZuGross', description: 'Zu groß' },
  415: { name: 'FormatUnbekannt', description: 'Kein JSON' },
  422: {
    name: 'Regelverstoss',
    description: 'Eine Regel steht dagegen, oder der Schlüssel wurde anders verwendet',
  },
  429: { name: 'ZuVieleAnfragen', description: 'Zu viele Anfragen; Retry-After nennt, wann wieder' },
  500: { name: 'Intern', description: 'Interner Fehler' },
  503: { name: 'NichtErreichbar', description: 'Gerade nicht möglich; Retry-After nennt, wann wieder' },
};

const NUR_MIT_RUMPF: readonly string[] = ['413', '415'];
const NUR_MIT_KONTO: readonly string[] = ['401', '403'];

function kannVorkommen({ rumpf, anmeldung }: Route, status: string): boolean {
  if (anmeldung === 'einmallink' && NUR_MIT_KONTO.includes(status)) return false;
  return rumpf !== null || !NUR_MIT_RUMPF.includes(status);
}

/** `components.responses`. */
export function antwortkomponenten(): Knoten {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    Object.values(FEHLERANTWORTEN).map(({ name, description }) => [name, { description, content }]),
  );
}

/** How this operation may end without effect, by status. */
export function fehlerantworten(route: Route): Knoten {
  return Object.fromEntries(
    Object.entries(FEHLERANTWORTEN)
      .filter(([status]) => kannVorkommen(route, status))
      .map(([status, { name }]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
}
