import type { Route } from '../kern/route.ts';
import type { Knoten } from './schemata.ts';

type Fehlerantwort = { readonly status: number; readonly name: string; readonly description: string };

/** How an operation may end without effect; each stands once in `components.responses`. */
const FEHLERANTWORTEN: readonly Fehlerantwort[] = [
  { status: 400, name: 'EingabeUngueltig', description: 'Eingabe nicht gültig' },
  { status: 401, name: 'NichtAngemeldet', description: 'Nicht angemeldet' },
  { status: 403, name: 'NichtBerechtigt', description: 'Nicht berechtigt' },
  { status: 404, name: 'NichtGefunden', description: 'Nicht gefunden' },
  { status: 409, name: 'Konflikt', description: 'Jetzt nicht möglich oder inzwischen geändert' },
  { status: 413, name: 'ZuGross', description: 'Zu groß' },
  { status: 415, name: 'FormatUnbekannt', description: 'Kein JSON' },
  {
    status: 422,
    name: 'Regelverstoss',
    description: 'Eine Regel steht dagegen, oder der Schlüssel wurde anders verwendet',
  },
  {
    status: 429,
    name: 'ZuVieleAnfragen',
    description: 'Zu viele Anfragen; Retry-After nennt, wann wieder',
  },
  { status: 500, name: 'Intern', description: 'Interner Fehler' },
  {
    status: 503,
    name: 'NichtErreichbar',
    description: 'Gerade nicht möglich; Retry-After nennt, wann wieder',
  },
];

const NUR_MIT_RUMPF: readonly number[] = [413, 415];
const NUR_MIT_KONTO: readonly number[] = [401, 403];

function kannVorkommen({ rumpf, anmeldung }: Route, status: number): boolean {
  if (anmeldung === 'einmallink' && NUR_MIT_KONTO.includes(status)) return false;
  return rumpf !== null || !NUR_MIT_RUMPF.includes(status);
}

/** `components.responses`. */
export function antwortkomponenten(): Knoten {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(FEHLERANTWORTEN.map(({ name, description }) => [name, { description, content }]));
}

/** How this operation may end without effect, by status. */
export function fehlerantworten(route: Route): Knoten {
  return Object.fromEntries(
    FEHLERANTWORTEN.filter(({ status }) => kannVorkommen(route, status)).map(({ status, name }) => [
      status,
      { $ref: `#/components/responses/${name}` },
    ]),
  );
}
