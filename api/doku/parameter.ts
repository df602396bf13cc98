import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Route } from '../kern/route.ts';
import { BEDEUTUNG } from './bedeutung.ts';
import type { Knoten, Umwandler } from './schemata.ts';

const felder = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

/** Parameters that stand once in `components.parameters`. */
export function gemeinsameParameter(): Knoten {
  const idempotencyKey = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'UUID dieser Eingabe; dieselbe Eingabe mit demselben Schlüssel wirkt einmal',
    schema: { type: 'string', format: 'uuid' },
  };
  return { IdempotencyKey: idempotencyKey };
}

const verweis = (name: string): Knoten => ({ $ref: `#/components/parameters/${name}` });

const beschrieben = z.looseObject({ description: z.string().optional() });

/** The parameter with what it means: as its contract says, else as its name does. */
function benannt(name: string, schema: unknown, rest: Knoten): Knoten & { readonly name: string } {
  const { description = BEDEUTUNG[name], ...form } = beschrieben.parse(schema);
  return { name, ...rest, description, schema: form };
}

/** A value of an address means the same wherever it has the same name and form. */
function alsKomponente(eines: Knoten & { readonly name: string }, komponenten: Knoten): Knoten {
  const bekannt = (komponenten[eines.name] ??= eines);
  return isDeepStrictEqual(bekannt, eines) ? verweis(eines.name) : eines;
}

/** Parameters of an operation; what more than one uses is collected in `komponenten`. */
export function parameter(
  route: Route,
  { alsSchema, komponenten }: { readonly alsSchema: Umwandler; readonly komponenten: Knoten },
): Knoten[] {
  const pfadwerte = felder.parse(alsSchema(route.pfadwerte, 'input'));
  const abfrage = felder.parse(alsSchema(route.abfrage, 'input'));
  return [
    ...Object.entries(pfadwerte.properties).map(([name, schema]) =>
      alsKomponente(benannt(name, schema, { in: 'path', required: true }), komponenten),
    ),
    ...Object.entries(abfrage.properties).map(([name, schema]) =>
      benannt(name, schema, { in: 'query', required: abfrage.required.includes(name) }),
    ),
    ...(route.schreibt ? [verweis('IdempotencyKey')] : []),
  ];
}
