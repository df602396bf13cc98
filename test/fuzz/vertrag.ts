import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { beschreibung } from '../support/beschreibung.ts';

type Antworten = Readonly<Record<string, { readonly content: Readonly<Record<string, object>> }>>;
type Dokument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Antworten }>>>>;
};

/** What the OpenAPI file says about one operation. */
export type Operation = {
  readonly name: string;
  readonly passt: (methode: string, pfad: string) => boolean;
  /** What is wrong with an answer; null when the file allows it. */
  readonly verstoss: (status: number, inhalt: unknown) => string | null;
};

const BASIS = 'openapi.json';

/** A pointer into the document, with the names of paths escaped. */
const zeiger = (...teile: readonly string[]): string =>
  `${BASIS}#/${teile.map((teil) => encodeURIComponent(teil.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

function operation(
  ajv: Ajv2020,
  [methode, pfad]: readonly [string, string],
  antworten: Antworten,
): Operation {
  const muster = new RegExp(`^${pfad.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u');
  const formen = new Map<string, ValidateFunction>();
  for (const [status, { content }] of Object.entries(antworten))
    for (const typ of Object.keys(content)) {
      const form = zeiger('paths', pfad, methode, 'responses', status, 'content', typ, 'schema');
      formen.set(status, ajv.compile({ $ref: form }));
    }
  return {
    name: `${methode} ${pfad}`,
    passt: (m, p) => m.toLowerCase() === methode && muster.test(p),
    verstoss: (status, inhalt) => {
      const form = formen.get(String(status));
      if (form === undefined) return `Status ${String(status)} steht nicht im Vertrag`;
      return form(inhalt) ? null : ajv.errorsText(form.errors);
    },
  };
}

/** Every operation of the OpenAPI file; those without names in their path first, because they are the nearer match. */
export function operationen(): Operation[] {
  const dokument = beschreibung() as Dokument;
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  formats.default(ajv);
  ajv.addSchema(dokument, BASIS);
  return Object.entries(dokument.paths)
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)
    .flatMap(([pfad, methoden]) =>
      Object.entries(methoden).map(([methode, { responses }]) => operation(ajv, [methode, pfad], responses)),
    );
}
