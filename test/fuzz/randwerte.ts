import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { ersetze, istObjekt, type Pfadteil, type Wurf } from './wurf.ts';
import { beschreibung } from '../support/beschreibung.ts';

type Form = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Form[];
  readonly oneOf?: readonly Form[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Form;
  readonly properties?: Readonly<Record<string, Form>>;
  readonly additionalProperties?: Form | boolean;
  readonly required?: readonly string[];
  readonly 'x-freitext'?: boolean;
};
type Parameter = { readonly name: string; readonly in: string; readonly schema: Form };
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Form } } };
};
type Dokument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Form>> };
};

/** A request beside a right one, and what may come of it. */
export type Probe = {
  /** Where and what, for people: `rumpf.version = 2147483648`. */
  readonly was: string;
  readonly wurf: Wurf;
  /** The file forbids it: only 400 is right, 413 where it became too large. */
  readonly verboten: boolean;
  /** The field with its form: what is forbidden in it is so wherever it stands. */
  readonly feld?: string;
};

/** One value of a request: where it stands and what the file says of it. */
type Blatt = { readonly pfad: readonly Pfadteil[]; readonly form: Form; readonly da: unknown };

const dokument = beschreibung() as Dokument;
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
ajv.addSchema(dokument, 'api');

const aufgeloest = (form: Form): Form =>
  form.$ref === undefined ? form : (dokument.components.schemas[form.$ref.split('/').at(-1) ?? ''] ?? {});

const pruefer = new Map<Form, ValidateFunction>();
function erlaubt(form: Form, wert: unknown): boolean {
  let pruefe = pruefer.get(form);
  if (pruefe === undefined) {
    pruefe = ajv.compile(
      JSON.parse(JSON.stringify(form).replaceAll('"#/components', '"api#/components')) as object,
    );
    pruefer.set(form, pruefe);
  }
  return pruefe(wert);
}

/** The form a value was written for, where several are possible. */
function gewaehlt(roh: Form, wert: unknown): Form {
  const form = aufgeloest(roh);
  const wahl = form.anyOf ?? form.oneOf;
  if (wahl === undefined) return form;
  const passend = wahl.find((eine) => (wert === undefined ? eine.type !== 'null' : erlaubt(eine, wert)));
  return gewaehlt(passend ?? wahl[0] ?? {}, wert);
}

/** Every value a body has, or could have one step below what is there. */
function blaetter(roh: Form, wert: unknown, pfad: readonly Pfadteil[]): Blatt[] {
  const form = gewaehlt(roh, wert);
  if (istObjekt(wert)) {
    const { additionalProperties: weitere } = form;
    const namen = new Set([...Object.keys(form.properties ?? {}), ...Object.keys(wert)]);
    return [...namen].flatMap((name) => {
      const teil = form.properties?.[name] ?? (typeof weitere === 'object' ? weitere : undefined);
      return teil === undefined ? [] : blaetter(teil, wert[name], [...pfad, name]);
    });
  }
  const selbst = { pfad, form, da: wert };
  if (Array.isArray(wert) && form.items !== undefined)
    return [selbst, ...(wert.length > 0 ? blaetter(form.items, wert[0], [...pfad, 0]) : [])];
  return [selbst];
}

const TAGE = [
  '1994-12-31',
  '1995-01-01',
  '2100-12-31',
  '2101-01-01',
  '9999-12-31',
  '2026-02-30',
  '2026-12-01T00:00:00Z',
];

/** Nothing to see, though its second character counts as a letter. */
const UNSICHTBAR = '\u200b\u3164';

/** No text at all, or none in a line. */
const KEIN_TEXT = ['', '\u0000', '\ud800'];

/** What people paste and attackers try, in one text; what looks like a point in time is none. */
const BUNTES =
  "\u202eab\u2069e\u0301👩‍🔧İſß\ufeff\uffff%_\\'; drop table person; --<script>{{7*7}}${x}__proto__ 2024-99-99";
const SCHEINBARES = '2024-13-45T99:99:99Z';

const HOECHSTENS_LISTE = 300;

function zahlen({ minimum = -1e9, maximum = 1e9, type }: Form): unknown[] {
  const ganz = type === 'integer' ? [1.5] : [];
  return [minimum, minimum - 1, maximum, maximum + 1, 2 ** 31, 2 ** 53, 1e308, ...ganz, '1', null];
}

function texte({ format, maxLength = 300 }: Form): unknown[] {
  if (format === 'date') return [...TAGE, null];
  return [...KEIN_TEXT, 'x'.repeat(maxLength + 1), 7, null];
}

function listen({ maxItems, minItems = 0 }: Form, da: unknown): unknown[] {
  const [erstes] = Array.isArray(da) ? (da as unknown[]) : [];
  const mit = (zahl: number): unknown[] => Array.from({ length: zahl }, () => erstes);
  if (erstes === undefined) return [[], {}, null];
  const voll =
    maxItems === undefined || maxItems > HOECHSTENS_LISTE ? [] : [mit(maxItems), mit(maxItems + 1)];
  return [[], mit(minItems), [null], {}, null, ...voll];
}

/** What could stand where this value stands. */
function randwerte({ form, da }: Blatt): unknown[] {
  const arten = [form.type ?? []].flat();
  if (form.const !== undefined || form.enum !== undefined) return ['gibt_es_nicht', null];
  if (arten.includes('integer') || arten.includes('number')) return zahlen(form);
  if (arten.includes('string')) return texte(form);
  if (arten.includes('array')) return listen(form, da);
  return ['x', 4711, null, []];
}

/** A line somebody will look for by reading it. */
const istZeile = ({ type, format, pattern, minLength = 0, ...form }: Form): boolean =>
  type === 'string' && (format ?? pattern) === undefined && minLength > 0 && form['x-freitext'] !== true;

const kurz = (wert: unknown): string => {
  const text = JSON.stringify(wert);
  return text.length > 60 ? `${text.slice(0, 40)}… (${String(text.length)} Zeichen)` : text;
};

/** Texts of any words: not of a form of their own. */
const istText = ({ type, format, pattern, enum: worte, const: fest }: Form): boolean =>
  type === 'string' && [format, pattern, worte, fest].every((eines) => eines === undefined);

/** Every text of a body at once, each time odd in another way. */
function seltsam(wurf: Wurf, form: Form, blaetter: readonly Blatt[]): Probe[] {
  const texte = blaetter.filter(({ form: eine }) => istText(eine));
  const mit = (was: string, stellen: readonly Blatt[], wert: (eine: Form) => string): Probe[] => {
    if (stellen.length === 0) return [];
    const rumpf = stellen.reduce<unknown>(
      (r, { pfad, form: eine }) => ersetze(r, pfad, wert(eine)),
      wurf.rumpf,
    );
    return [{ was: `Texte: ${was}`, wurf: { ...wurf, rumpf }, verboten: !erlaubt(form, rumpf) }];
  };
  const zeilen = texte.filter(({ form: eine }) => istZeile(eine));
  return [
    ...mit('seltsame Zeichen', texte, ({ maxLength = 300 }) =>
      BUNTES.slice(0, maxLength).replace(/\p{Surrogate}$/u, ''),
    ),
    ...mit('wie ein Zeitpunkt', texte, ({ maxLength }) => SCHEINBARES.slice(0, maxLength)),
    ...mit('so lang wie möglich', texte, ({ maxLength = 300 }) => 'ä'.repeat(maxLength)),
    ...mit(
      'unsichtbar',
      texte.filter((eines) => !zeilen.includes(eines)),
      () => UNSICHTBAR,
    ),
    ...zeilen
      .flatMap((eine) => mit(`unsichtbar in ${ortVon(eine)}`, [eine], () => UNSICHTBAR))
      .map((probe) => ({ ...probe, verboten: true })),
  ];
}

const ortVon = ({ pfad }: Blatt): string =>
  `rumpf.${pfad.map((teil) => (typeof teil === 'number' ? '[]' : teil)).join('.')}`;

function imRumpf(wurf: Wurf, form: Form, gesehen: (ort: string) => boolean): Probe[] {
  const neue = blaetter(form, wurf.rumpf, []).filter((blatt) => !gesehen(ortVon(blatt)));
  const einzeln = neue.flatMap((blatt) =>
    randwerte(blatt).map((wert) => {
      const feld = `${String(blatt.pfad.at(-1))} ${JSON.stringify(blatt.form)} ${JSON.stringify(wert)}`;
      const rumpf = ersetze(wurf.rumpf, blatt.pfad, wert);
      return {
        feld,
        was: `${ortVon(blatt)} = ${kurz(wert)}`,
        wurf: { ...wurf, rumpf },
        verboten: !erlaubt(form, rumpf),
      };
    }),
  );
  return [...einzeln, ...seltsam(wurf, form, neue)];
}

/** As an address says a value. */
function inAdresse(form: Form): { wert: string; verboten: boolean }[] {
  const alsWert = (wert: unknown): unknown => {
    const zahl = form.type === 'integer' || form.type === 'number';
    return zahl && String(wert).trim() !== '' ? Number(wert) : wert;
  };
  const gemeint = gewaehlt(form, undefined);
  const texte = gemeint.type === 'string' ? [BUNTES, SCHEINBARES, UNSICHTBAR] : [];
  return [...randwerte({ pfad: [], form: gemeint, da: undefined }), ...texte]
    .filter((wert) =>
      typeof wert === 'string' ? !/\p{Surrogate}/u.test(wert) && wert.length < 400 : typeof wert === 'number',
    )
    .map((wert) => ({ wert: String(wert), verboten: !erlaubt(form, alsWert(String(wert))) }));
}

function imPfad(wurf: Wurf, muster: string, { name, schema }: Parameter): Probe[] {
  const stelle = muster.split('/').indexOf(`{${name}}`);
  return inAdresse(schema)
    .filter(({ wert }) => wert !== '')
    .map(({ wert, verboten }) => ({
      was: `pfad.${name} = ${kurz(wert)}`,
      wurf: {
        ...wurf,
        pfad: wurf.pfad
          .split('/')
          .map((teil, n) => (n === stelle ? encodeURIComponent(wert) : teil))
          .join('/'),
      },
      verboten,
    }));
}

function inAbfrage(wurf: Wurf, { name, schema }: Parameter): Probe[] {
  const [ort = ''] = wurf.pfad.split('?');
  return inAdresse(schema).map(({ wert, verboten }) => ({
    was: `abfrage.${name} = ${kurz(wert)}`,
    wurf: { ...wurf, pfad: `${ort}?${name}=${encodeURIComponent(wert)}` },
    verboten,
  }));
}

/** The neighbours of a request that works: every value at its extremes, every text in odd characters. */
export function proben(name: string, wurf: Wurf, gesehen: (ort: string) => boolean): Probe[] {
  const [methode = '', muster = ''] = name.split(' ');
  const operation = dokument.paths[muster]?.[methode] ?? {};
  const form = operation.requestBody?.content['application/json'].schema;
  const adresse = (operation.parameters ?? []).flatMap((eines) => {
    if (gesehen(`${eines.in}.${eines.name}`)) return [];
    if (eines.in === 'path') return imPfad(wurf, muster, eines);
    return eines.in === 'query' ? inAbfrage(wurf, eines) : [];
  });
  return form === undefined ? adresse : [...adresse, ...imRumpf(wurf, form, gesehen)];
}

/** Does the file allow a request that works? */
export function passt(name: string, { rumpf }: Wurf): boolean {
  const [methode = '', muster = ''] = name.split(' ');
  const form = dokument.paths[muster]?.[methode]?.requestBody?.content['application/json'].schema;
  return form === undefined || erlaubt(form, rumpf);
}
