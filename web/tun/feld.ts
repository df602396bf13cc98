import { z } from 'zod';

/** What a field of a form is, whatever it is called. */
export type Feldart =
  | { readonly art: 'zeile' | 'absatz' | 'tag' | 'uhrzeit' | 'jaNein' }
  | {
      readonly art: 'zahl';
      readonly min: number | undefined;
      readonly max: number | undefined;
      /** What of the case it counts: `teilziel`, `leistung`, …; null for every other number. */
      readonly von: string | null;
    }
  | { readonly art: 'wahl' | 'mehrwahl'; readonly werte: readonly (string | number)[] }
  /** An entry of master data: `personal`, `handlungsbedarf`, … */
  | { readonly art: 'verweis' | 'verweise'; readonly auf: string }
  | { readonly art: 'gruppe'; readonly felder: readonly Feld[] }
  | { readonly art: 'liste'; readonly eintrag: Feld };

/** One field of a contract: its dotted path in the input, and what the contract says of it. */
export type Feld = Feldart & {
  readonly pfad: string;
  /** Last part of the path. */
  readonly name: string;
  readonly pflicht: boolean;
  readonly hinweis: string | null;
  readonly vorgabe: unknown;
  /** May be taken away: null says that there is none. */
  readonly leerbar: boolean;
};

/** The version somebody knows goes along unseen. */
export const istVerdeckt = ({ pfad }: Feld): boolean => pfad === 'version';

/** Whether what was typed under this name belongs to the field: its own value, or one below it. */
export const gehoertZu = ({ pfad }: Pick<Feld, 'pfad'>, name: string): boolean =>
  name === pfad || name.startsWith(`${pfad}.`);

/** Groups and the fields in them, one after the other. */
export const flach = (felder: readonly Feld[]): readonly Feld[] =>
  felder.flatMap((feld) => (feld.art === 'gruppe' ? [feld, ...flach(feld.felder)] : [feld]));

/** How a page finds the field: its id in HTML. */
export const feldId = (pfad: string): string => `feld-${pfad.replaceAll('.', '-')}`;

/** As much of JSON Schema as contracts use. */
type Knoten = {
  readonly type?: string | readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly const?: string | number | boolean | null | undefined;
  readonly enum?: readonly (string | number)[] | undefined;
  readonly freitext?: boolean | undefined;
  readonly verweis?: string | undefined;
  readonly nummerVon?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Knoten>> | undefined;
  readonly items?: Knoten | undefined;
  readonly anyOf?: readonly Knoten[] | undefined;
};

const Knoten: z.ZodType<Knoten> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    const: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    freitext: z.boolean().optional(),
    verweis: z.string().optional(),
    nummerVon: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), Knoten).optional(),
    items: Knoten.optional(),
    anyOf: z.array(Knoten).optional(),
  }),
);

const UHRZEIT = '[01]\\d|2[0-3]';

function textart({ format, verweis, freitext, pattern = '' }: Knoten): Feldart {
  if (verweis !== undefined) return { art: 'verweis', auf: verweis };
  if (format === 'date') return { art: 'tag' };
  if (freitext === true) return { art: 'absatz' };
  return pattern.includes(UHRZEIT) ? { art: 'uhrzeit' } : { art: 'zeile' };
}

/** Alternatives: constants are a choice; with null beside it the other one may be left out. */
function auswahl(alternativen: readonly Knoten[], pfad: string): Feldart {
  const werte = alternativen.flatMap((k) =>
    typeof k.const === 'string' || typeof k.const === 'number' ? [k.const] : [],
  );
  if (werte.length > 0) return { art: 'wahl', werte };
  const [erste] = alternativen.filter(({ type }) => type !== 'null');
  if (erste === undefined) throw new Error(`Das Feld ${pfad} hat keine Form`);
  return feldart(erste, pfad);
}

function listenart(items: Knoten, pfad: string): Feldart {
  if (items.enum !== undefined) return { art: 'mehrwahl', werte: items.enum };
  if (items.verweis !== undefined) return { art: 'verweise', auf: items.verweis };
  return { art: 'liste', eintrag: feld(items, { pfad: `${pfad}.0`, pflicht: false }) };
}

const arten = ({ type = [] }: Knoten): readonly string[] => (typeof type === 'string' ? [type] : type);

function feldart(knoten: Knoten, pfad: string): Feldart {
  if (knoten.anyOf !== undefined) return auswahl(knoten.anyOf, pfad);
  if (knoten.enum !== undefined) return { art: 'wahl', werte: knoten.enum };
  if (knoten.properties !== undefined) return { art: 'gruppe', felder: felder(knoten, pfad) };
  if (knoten.items !== undefined) return listenart(knoten.items, pfad);
  const typen = arten(knoten);
  if (typen.includes('boolean')) return { art: 'jaNein' };
  if (typen.includes('integer') || typen.includes('number'))
    return { art: 'zahl', min: knoten.minimum, max: knoten.maximum, von: knoten.nummerVon ?? null };
  return textart(knoten);
}

/** A rule alone explains nothing to whoever fills a form; to a machine null says that there is none, on a page the field is empty then. */
function hinweisAus({ description = '' }: Knoten): string | null {
  return description === '' || /^[A-Z]-\w+$/u.test(description)
    ? null
    : description.replaceAll(/\bnull\b/gu, 'leer').replaceAll(/\bnr_(?=\d)/gu, 'Nr. ');
}

function feld(knoten: Knoten, { pfad, pflicht }: { pfad: string; pflicht: boolean }): Feld {
  return {
    ...feldart(knoten, pfad),
    pfad,
    name: pfad.split('.').at(-1) ?? pfad,
    pflicht,
    hinweis: hinweisAus(knoten),
    vorgabe: knoten.default,
    leerbar: [knoten, ...(knoten.anyOf ?? [])].some((einer) => arten(einer).includes('null')),
  };
}

/** Anything under any name: no form can ask for that. */
const istOffen = (knoten: Knoten): boolean =>
  [knoten, ...(knoten.anyOf ?? [])].some((k) => arten(k).includes('object') && k.properties === undefined);

function felder({ properties = {}, required = [] }: Knoten, vorn: string): Feld[] {
  const zeigbare = Object.entries(properties).filter(([, knoten]) => !istOffen(knoten));
  return zeigbare.map(([name, knoten]) =>
    feld(knoten, { pfad: vorn === '' ? name : `${vorn}.${name}`, pflicht: required.includes(name) }),
  );
}

/** Asked on their own place in every form: when it was, and reasons where a rule asks for one. */
const GEMEINSAME: ReadonlySet<string> = new Set(['ereignisAm', 'begruendungen']);

/** What a form asks: its fields in the order of the contract, and whether the day of an event belongs to it. */
export type Fragen = { readonly felder: readonly Feld[]; readonly mitEreignistag: boolean };

/** The fields of a contract: one that is added stands in the form by itself. A write without a body asks nothing. */
export function fragenAus(eingabe: z.ZodType | null): Fragen {
  if (eingabe === null) return { felder: [], mitEreignistag: false };
  const alle = felder(Knoten.parse(z.toJSONSchema(eingabe, { io: 'input', unrepresentable: 'any' })), '');
  return {
    felder: alle.filter(({ name }) => !GEMEINSAME.has(name)),
    mitEreignistag: alle.some(({ name }) => name === 'ereignisAm'),
  };
}
