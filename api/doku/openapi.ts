import { z } from 'zod';
import beispiele from './beispiele.json' with { type: 'json' };
import { problemSchema } from '../kern/problem.ts';
import type { Route } from '../kern/route.ts';
import { antwortkomponenten, fehlerantworten } from './antworten.ts';
import { gruppen, gruppeVon } from './gruppen.ts';
import { gemeinsameParameter, parameter } from './parameter.ts';
import { umwandler, type Knoten, type Umwandler } from './schemata.ts';

const BEISPIELE: Readonly<Record<string, unknown>> = beispiele;

type Werkstatt = { readonly alsSchema: Umwandler; readonly komponenten: Knoten };

function antworten(route: Route, alsSchema: Umwandler): Knoten {
  const erfolg = {
    description: route.titel,
    ...(route.status === 201
      ? {
          headers: {
            Location: { description: 'Adresse dessen, was entstanden ist', schema: { type: 'string' } },
          },
        }
      : {}),
    content: { 'application/json': { schema: alsSchema(route.antwort, 'output') } },
  };
  return { [route.status]: erfolg, ...fehlerantworten(route) };
}

function rechtsatz({ anmeldung, rollen }: Route): string {
  return anmeldung === 'einmallink' ? 'Ohne Konto, mit einem Einmallink.' : `Rollen: ${rollen.join(', ')}.`;
}

function operation(route: Route, werkstatt: Werkstatt): Knoten {
  const { alsSchema } = werkstatt;
  return {
    operationId: route.name,
    summary: route.titel,
    description: [route.beschreibung ?? '', rechtsatz(route)].filter((s) => s !== '').join(' '),
    tags: gruppeVon(route),
    'x-datenklassen': route.betrifft,
    ...(route.anmeldung === 'einmallink' ? { security: [] } : {}),
    parameters: parameter(route, werkstatt),
    ...(route.rumpf === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: alsSchema(route.rumpf, 'input'),
                example: BEISPIELE[`${route.methode} ${route.pfad}`],
              },
            },
          },
        }),
    responses: antworten(route, alsSchema),
  };
}

/** The contract of the API as OpenAPI 3.1, from the same table that registers Express. */
export function openapi(routen: readonly Route[]): Knoten {
  const schemas: Knoten = {};
  const alsSchema = umwandler(schemas);
  alsSchema(z.strictObject({ problem: problemSchema }), 'output');
  const komponenten = gemeinsameParameter();
  const paths: Record<string, Knoten> = {};
  for (const route of routen)
    paths[route.pfad] = {
      ...paths[route.pfad],
      [route.methode]: operation(route, { alsSchema, komponenten }),
    };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lotse',
      version: '1',
      description: 'Beschäftigungsorientiertes Fallmanagement: Fälle, Fristen, Arbeitslisten, Stammdaten.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: gruppen(),
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      parameters: komponenten,
      responses: antwortkomponenten(),
      schemas,
    },
  };
}
