import { z } from 'zod';
import { problemSchema } from './kern/problem.ts';
import type { Route } from './kern/route.ts';

type Knoten = Record<string, unknown>;

/** Turns schemas into JSON Schema 2020-12, which OpenAPI 3.1 speaks; named ones are collected as components. */
type Umwandler = (schema: z.ZodType, io: 'input' | 'output') => Knoten;

function umwandler(komponenten: Record<string, unknown>): Umwandler {
  return (schema, io) => {
    const { $defs = {}, ...dokument } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    delete dokument.$schema;
    for (const [name, form] of Object.entries($defs)) komponenten[name] = bereinige(form);
    return bereinige(dokument) as Knoten;
  };
}

/** Refers to components, drops the names zod leaves inside, marks our own annotations as extensions. */
function bereinige(wert: unknown): unknown {
  if (Array.isArray(wert)) return wert.map(bereinige);
  if (typeof wert !== 'object' || wert === null) return wert;
  const eintraege = Object.entries(wert)
    .filter(([name, inhalt]) => !(name === 'id' && typeof inhalt === 'string'))
    .map(([name, inhalt]) => {
      if (name === '$ref')
        return [name, String(inhalt).replace('#/$defs/', '#/components/schemas/')] as const;
      // Our annotations are plain values; a field that happens to have such a name is an object.
      const unser = typeof inhalt === 'object' ? undefined : VENDOR[name];
      return [unser ?? name, bereinige(inhalt)] as const;
    });
  return Object.fromEntries(eintraege);
}

/** Our own annotations, named as extensions. */
const VENDOR: Readonly<Record<string, string>> = { freitext: 'x-freitext', verweis: 'x-verweis' };

function parameter(route: Route, alsSchema: Umwandler): Knoten[] {
  const ausObjekt = (schema: z.ZodType, ort: 'path' | 'query'): Knoten[] => {
    const { properties, required } = alsSchema(schema, 'input') as {
      properties?: Knoten;
      required?: string[];
    };
    return Object.entries(properties ?? {}).map(([name, form]) => ({
      name,
      in: ort,
      required: ort === 'path' || (required ?? []).includes(name),
      schema: form,
    }));
  };
  const schluessel = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'UUID dieser Eingabe; dieselbe Eingabe mit demselben Schlüssel wirkt einmal',
    schema: { type: 'string', format: 'uuid' },
  };
  return [
    ...ausObjekt(route.pfadwerte, 'path'),
    ...ausObjekt(route.abfrage, 'query'),
    ...(route.schreibt ? [schluessel] : []),
  ];
}

const PROBLEME: Readonly<Record<number, string>> = {
  400: 'Eingabe nicht gültig',
  401: 'Nicht angemeldet',
  403: 'Nicht berechtigt',
  404: 'Nicht gefunden',
  409: 'Jetzt nicht möglich oder inzwischen geändert',
  413: 'Zu groß',
  415: 'Kein JSON',
  422: 'Eine Regel steht dagegen, oder der Schlüssel wurde anders verwendet',
  429: 'Zu viele Anfragen; Retry-After nennt, wann wieder',
  500: 'Interner Fehler',
  503: 'Gerade nicht möglich; Retry-After nennt, wann wieder',
};

const NUR_MIT_RUMPF = ['413', '415'];
const NUR_MIT_KONTO = ['401', '403'];

function kannVorkommen({ rumpf, zugang }: Route, status: string): boolean {
  if (zugang === 'einmallink' && NUR_MIT_KONTO.includes(status)) return false;
  return rumpf !== null || !NUR_MIT_RUMPF.includes(status);
}

function antworten(route: Route, alsSchema: Umwandler): Knoten {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const probleme = Object.entries(PROBLEME)
    .filter(([status]) => kannVorkommen(route, status))
    .map(([status, description]) => [status, { description, content: problem }] as const);
  const erfolg = {
    description: route.titel,
    ...(route.status === 201 ? { headers: { Location: { schema: { type: 'string' } } } } : {}),
    content: { 'application/json': { schema: alsSchema(route.antwort, 'output') } },
  };
  return { [route.status]: erfolg, ...Object.fromEntries(probleme) };
}

/** Name of an operation: method and path, stable while they are. */
function operationId({ methode, pfad }: Route): string {
  return [methode, ...pfad.replace('/api/v1/', '').split('/')]
    .map((teil) => teil.replaceAll(/[{}]/g, ''))
    .join('-');
}

function rechtsatz({ zugang, rollen }: Route): string {
  return zugang === 'einmallink' ? 'Ohne Konto, mit einem Einmallink.' : `Rollen: ${rollen.join(', ')}.`;
}

function operation(route: Route, alsSchema: Umwandler): Knoten {
  return {
    operationId: operationId(route),
    summary: route.titel,
    description: [route.beschreibung ?? '', rechtsatz(route)].filter((s) => s !== '').join(' '),
    tags: [route.gruppe],
    'x-datenklassen': route.betrifft,
    ...(route.zugang === 'einmallink' ? { security: [] } : {}),
    parameters: parameter(route, alsSchema),
    ...(route.rumpf === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: alsSchema(route.rumpf, 'input') } },
          },
        }),
    responses: antworten(route, alsSchema),
  };
}

/** The contract of the API as OpenAPI 3.1, from the same table that registers Express. */
export function openapi(routen: readonly Route[]): Knoten {
  const schemas: Record<string, unknown> = {};
  const alsSchema = umwandler(schemas);
  alsSchema(z.strictObject({ problem: problemSchema }), 'output');
  const paths: Record<string, Knoten> = {};
  for (const route of routen)
    paths[route.pfad] = { ...paths[route.pfad], [route.methode]: operation(route, alsSchema) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lotse',
      version: '1',
      description: 'Beschäftigungsorientiertes Fallmanagement: Fälle, Fristen, Arbeitslisten, Stammdaten.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas,
    },
  };
}
