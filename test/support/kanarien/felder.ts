import { readFileSync } from 'node:fs';
import { enthaeltKuerzel } from '../../../domain/fall/kuerzel.ts';
import { istNurVorlage } from '../../../domain/zugang/vorlagentext.ts';
import type { Markenbuch } from './marken.ts';

type Form = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly 'x-freitext'?: boolean;
  readonly anyOf?: readonly Form[];
  readonly oneOf?: readonly Form[];
  readonly items?: Form;
  readonly properties?: Readonly<Record<string, Form>>;
  readonly additionalProperties?: Form | boolean;
};
type Rumpf = { readonly content: Readonly<Record<string, { readonly schema: Form }>> };
type Dokument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: Rumpf }>>>>;
};

const DATEI = new URL('../../../docs/openapi.json', import.meta.url);

/** Fields that say nothing of a person: what the office decides for all, and what Temporal has to know of it. */
const OHNE_PERSON: readonly string[] = [
  // Stands in the derivation of every Frist (AC-96).
  'post /api/v1/kalender/abweichungen .grund',
  // The name of a version of the rules stands in every state.
  'post /api/v1/policies .name',
  // The sign of a team is a search attribute, so that administrators find its cases.
  'post /api/v1/teams .kennzeichen',
  'patch /api/v1/teams/{id} .kennzeichen',
  // A day or an instant, to be calculated with.
  'post /api/v1/fristen/berechnung .ereignis',
  // What a command would get, ids and choices among it: the command itself carries the signs, and nothing of a preview stays.
  'post /api/v1/faelle/{fallId}/vorschau .eingabe.*',
  'post /api/v1/faelle/vorschau .eingabe.*',
  // Public throw of dice for the sample (R25).
  'post /api/v1/teams/{teamId}/kalender/stichproben .loswort',
];

/** One operation of the OpenAPI file with what it takes. */
export type Eingang = {
  readonly name: string;
  readonly passt: (methode: string, pfad: string) => boolean;
  readonly form: Form | null;
};

/** A field and who gives out the signs. */
type Stelle = { readonly feld: string; readonly buch: Markenbuch };

/** As long as every sign, and of its kind. */
const PROBE = 'zk00000000';

const dokument = JSON.parse(readFileSync(DATEI, 'utf8')) as Dokument;

function aufgeloest(form: Form): Form {
  if (form.$ref === undefined) return form;
  const teile = form.$ref.slice(2).split('/');
  // A reference inside of the generated file leads to a schema.
  return teile.reduce<unknown>((wert, teil) => (wert as Record<string, unknown>)[teil], dokument) as Form;
}

/** Every operation; those without names in their path first, because they are the nearer match. */
export function eingaenge(): Eingang[] {
  return Object.entries(dokument.paths)
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)
    .flatMap(([pfad, methoden]) => {
      const muster = new RegExp(`^${pfad.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u');
      return Object.entries(methoden).map(([methode, { requestBody }]) => ({
        name: `${methode} ${pfad}`,
        passt: (m: string, p: string) => m.toLowerCase() === methode && muster.test(p),
        form: requestBody?.content['application/json']?.schema ?? null,
      }));
    });
}

const istObjekt = (wert: unknown): wert is Readonly<Record<string, unknown>> =>
  typeof wert === 'object' && wert !== null && !Array.isArray(wert);

/** Whether a value can be meant by a form: its kind, and the constants that tell alternatives apart. */
function kannSein(roh: Form, wert: unknown): boolean {
  const form = aufgeloest(roh);
  if (form.const !== undefined) return form.const === wert;
  if (form.enum !== undefined) return form.enum.includes(wert);
  if (form.properties === undefined) return form.type !== 'null' || wert === null;
  if (!istObjekt(wert)) return false;
  return Object.entries(form.properties).every(
    ([name, teil]) => teil.const === undefined || teil.const === wert[name],
  );
}

/** A text with a sign at its end, as long as before and the same to every rule that looks at texts; null where that cannot be. */
function bezeichnet(text: string, feld: string, buch: Markenbuch): string | null {
  const mit = (zeichen: string): string => `${text.slice(0, -zeichen.length)}${zeichen}`;
  const gleich =
    istNurVorlage(mit(PROBE)) === istNurVorlage(text) &&
    enthaeltKuerzel(mit(PROBE)) === enthaeltKuerzel(text);
  if (text.length < PROBE.length || !gleich) return null;
  return mit(buch.neue(feld, text.slice(-PROBE.length)));
}

/** A number of a person takes capitals only. */
function nummeriert(muster: string, text: string, { feld, buch }: Stelle): string | null {
  const zulaessig = new RegExp(muster, 'u');
  return zulaessig.test(PROBE.toUpperCase()) && !zulaessig.test(PROBE) ? buch.neueGrosse(feld, text) : null;
}

/** A value of its own, like a name: the sign alone, where the form allows it. */
function benannt(
  { format, pattern, maxLength = PROBE.length }: Form,
  text: string,
  wo: Stelle,
): string | null {
  const { feld, buch } = wo;
  const [vorn = '', hinten = ''] = text.split('@');
  if (format === 'idn-email') return `${buch.neue(feld, vorn)}@${hinten}`;
  if (feld.endsWith('.geburtsdatum')) return buch.neuerGeburtstag(feld, text);
  if (format !== undefined) return null;
  if (pattern !== undefined) return nummeriert(pattern, text, wo);
  return maxLength < PROBE.length ? null : buch.neue(feld, text);
}

function zeichenkette(form: Form, text: string, wo: Stelle): string {
  if (form.enum !== undefined || form.const !== undefined || OHNE_PERSON.includes(wo.feld)) return text;
  const lang =
    form.format === undefined && form.pattern === undefined ? bezeichnet(text, wo.feld, wo.buch) : null;
  if (lang !== null || form['x-freitext'] === true) return lang ?? text;
  return benannt(form, text, wo) ?? text;
}

/** The body with a sign of its own in every field that takes words, numbers or a day of birth of a person. */
export function bezeichne(roh: Form | undefined, wert: unknown, wo: Stelle): unknown {
  if (roh === undefined) return wert;
  const form = aufgeloest(roh);
  const wahl = form.anyOf ?? form.oneOf;
  if (wahl !== undefined)
    return bezeichne(
      wahl.find((eine) => kannSein(eine, wert)),
      wert,
      wo,
    );
  if (typeof wert === 'string') return zeichenkette(form, wert, wo);
  if (Array.isArray(wert))
    return wert.map((teil: unknown) => bezeichne(form.items, teil, { ...wo, feld: `${wo.feld}[]` }));
  if (!istObjekt(wert)) return wert;
  const weitere = typeof form.additionalProperties === 'object' ? form.additionalProperties : undefined;
  return Object.fromEntries(
    Object.entries(wert).map(([name, teil]) => {
      const eigene = form.properties?.[name];
      const feld = `${wo.feld}.${eigene === undefined ? '*' : name}`;
      return [name, bezeichne(eigene ?? weitere, teil, { ...wo, feld })];
    }),
  );
}

/** Whether a form takes words somebody chooses, or the number, address or day of birth of a person. */
function istFrei(form: Form, feld: string): boolean {
  if (form.type !== 'string' || form.enum !== undefined || form.const !== undefined) return false;
  if (form.format === 'idn-email' || feld.endsWith('.geburtsdatum')) return true;
  if (form.format !== undefined || OHNE_PERSON.includes(feld)) return false;
  return form.pattern === undefined || new RegExp(form.pattern, 'u').test(PROBE.toUpperCase());
}

function felderIn(roh: Form, feld: string): string[] {
  const form = aufgeloest(roh);
  if (istFrei(form, feld)) return [feld];
  const weitere =
    typeof form.additionalProperties === 'object' ? felderIn(form.additionalProperties, `${feld}.*`) : [];
  return [
    ...(form.anyOf ?? form.oneOf ?? []).flatMap((eine) => felderIn(eine, feld)),
    ...(form.items === undefined ? [] : felderIn(form.items, `${feld}[]`)),
    ...Object.entries(form.properties ?? {}).flatMap(([name, teil]) => felderIn(teil, `${feld}.${name}`)),
    ...weitere,
  ];
}

/** Every field of a request in which something about a person can stand. */
export function freieFelder(): string[] {
  return eingaenge().flatMap(({ name, form }) =>
    form === null ? [] : [...new Set(felderIn(form, `${name} `))],
  );
}
