import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** A piece of an OpenAPI document. */
export type Knoten = Record<string, unknown>;

/** Turns schemas into JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
export type Umwandler = (schema: z.ZodType, io: 'input' | 'output') => Knoten;

/**
 * Named schemas are collected in `komponenten`.
 * @throws when one name would stand for two forms, as an input with defaults and an output do
 */
export function umwandler(komponenten: Knoten): Umwandler {
  return (schema, io) => {
    const { $defs = {}, ...dokument } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    delete dokument.$schema;
    for (const [name, roh] of Object.entries($defs)) {
      const form = bereinige(roh);
      const bekannte = komponenten[name];
      if (bekannte !== undefined && !isDeepStrictEqual(bekannte, form))
        throw new Error(`Der Name ${name} steht in der Beschreibung der API für zwei Formen`);
      komponenten[name] = form;
    }
    return alsKnoten(bereinige(dokument));
  };
}

function alsKnoten(wert: unknown): Knoten {
  return typeof wert === 'object' && wert !== null ? { ...wert } : {};
}

/** Refers to components, drops the names zod leaves inside, marks our own annotations as extensions. */
function bereinige(wert: unknown): unknown {
  if (Array.isArray(wert)) return wert.map(bereinige);
  if (typeof wert !== 'object' || wert === null) return wert;
  const eintraege = Object.entries(wert)
    .filter(([name, inhalt]) => !(name === 'id' && typeof inhalt === 'string'))
    .filter(([name]) => !(name === 'pattern' && istKennung(wert)))
    .map(([name, inhalt]) => {
      if (name === '$ref')
        return [name, String(inhalt).replace('#/$defs/', '#/components/schemas/')] as const;
      // Our annotations are plain values; a field that happens to have such a name is an object.
      const unser = typeof inhalt === 'object' ? undefined : VENDOR[name];
      return [unser ?? name, bereinige(inhalt)] as const;
    });
  return Object.fromEntries(eintraege);
}

/** What zod writes as a pattern besides is 130 characters each that no reader needs. */
function istKennung(form: object): boolean {
  return 'format' in form && form.format === 'uuid';
}

/** Our own annotations, named as extensions. */
const VENDOR: Readonly<Record<string, string>> = {
  freitext: 'x-freitext',
  verweis: 'x-verweis',
  nummerVon: 'x-nummer-von',
};
