import { REGELNUMMER } from '../../domain/kennungen.ts';
import { eingabeschema, istForm } from '../../tools/szenario/verweise.ts';
import type { JederVertrag } from '../../api/befehle/vertraege.ts';

type Form = {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
  readonly format?: unknown;
  readonly verweis?: unknown;
  readonly freitext?: unknown;
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly items?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
};

/** What a sample needs to know of the world: a day, and ids that exist. */
export type Vorrat = {
  readonly heute: string;
  readonly person: string;
  readonly personal: string;
  /** What stands in every field that takes words. */
  readonly satz?: string;
};

/** A wrong input made from a right one: what was done to it, and the field the answer has to name. */
export type FalscheEingabe = { readonly was: string; readonly pfad: string; readonly eingabe: unknown };

const alsForm = (wert: unknown): Form => (istForm(wert) ? wert : {});

/** For each pattern of a schema something that fits. */
const PASSENDES: Readonly<Record<string, string>> = {
  [REGELNUMMER.source]: 'V-13',
  '^(?:[01]\\d|2[0-3]):[0-5]\\d$': '09:30',
  '^[0-9A-Za-z-]{6,64}$': '3-17-22-31',
  '^[0-9A-Z]{4,20}$': 'A123456',
  '^[0-9A-Z/-]{4,30}$': 'BG-1234',
  '^[a-z0-9][a-z0-9-]{0,59}$': 'eigene-version',
};

function text(form: Form, vorrat: Vorrat): string {
  if (form.verweis === 'person') return vorrat.person;
  if (form.format === 'uuid') return vorrat.personal;
  if (form.format === 'date') return vorrat.heute;
  if (form.format === 'idn-email') return 'pruefung@jobcenter.example';
  if (form.pattern !== undefined) return PASSENDES[form.pattern] ?? '';
  return (vorrat.satz ?? 'Ein eigener Satz mit mehr als zwanzig Zeichen.').slice(0, form.maxLength);
}

/** An input with every field filled, reasons to a rule among them. */
export function volleEingabe(roh: unknown, vorrat: Vorrat): unknown {
  const form = alsForm(roh);
  const wahl = form.anyOf ?? form.oneOf;
  if (wahl !== undefined) return volleEingabe(wahl[0], vorrat);
  if (form.type === 'array') return [volleEingabe(form.items, vorrat)];
  if (form.type !== 'object') return beispiel(form, vorrat);
  if (form.properties === undefined) return { 'V-13': volleEingabe(form.additionalProperties, vorrat) };
  return Object.fromEntries(
    Object.entries(form.properties).map(([name, teil]) => [name, volleEingabe(teil, vorrat)]),
  );
}

/** The smallest input the schema accepts: required fields only. */
export function beispiel(roh: unknown, vorrat: Vorrat): unknown {
  const form = alsForm(roh);
  if (form.const !== undefined) return form.const;
  if (form.enum !== undefined) return form.enum[0];
  const wahl = form.anyOf ?? form.oneOf;
  if (wahl !== undefined) return beispiel(wahl[0], vorrat);
  switch (form.type) {
    case 'object':
      return Object.fromEntries(
        (form.required ?? []).map((name) => [name, beispiel(form.properties?.[name], vorrat)]),
      );
    case 'array':
      return Array.from({ length: form.minItems ?? 0 }, () => beispiel(form.items, vorrat));
    case 'integer':
    case 'number':
      return Math.max(1, form.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return text(form, vorrat);
  }
}

function falscherWert(form: Form): unknown {
  if (form.type === 'string' || form.enum !== undefined) return 4711;
  return form.type === 'array' ? { kein: 'Feld' } : 'kein Wert dieser Art';
}

function schlechteFuellungen(form: Form): { was: string; wert: unknown }[] {
  const falsch = [{ was: 'falsche Art', wert: falscherWert(form) }];
  if (form.enum !== undefined) falsch.push({ was: 'unbekannter Wert', wert: 'gibt_es_nicht' });
  if (form.format === 'date') falsch.push({ was: 'kein Kalendertag', wert: '2026-02-30' });
  if (form.format === 'uuid') falsch.push({ was: 'keine Kennung', wert: 'nicht-da' });
  return falsch;
}

/** Every single mistake a caller can make in the fields of a command, generated from its schema. */
export function falscheEingaben(vertrag: JederVertrag, vorrat: Vorrat): FalscheEingabe[] {
  const schema: Form = eingabeschema(vertrag);
  const gut = { ...(beispiel(schema, vorrat) as Record<string, unknown>) };
  const felder = Object.entries(schema.properties ?? {});
  const fehlend = (schema.required ?? []).map((pfad) => ({
    was: 'fehlt',
    pfad,
    eingabe: Object.fromEntries(Object.entries(gut).filter(([name]) => name !== pfad)),
  }));
  const schlecht = felder.flatMap(([pfad, form]) =>
    schlechteFuellungen(alsForm(form)).map(({ was, wert }) => ({
      was,
      pfad,
      eingabe: { ...gut, [pfad]: wert },
    })),
  );
  return [
    ...fehlend,
    ...schlecht,
    { was: 'unbekanntes Feld', pfad: 'gibtEsNicht', eingabe: { ...gut, gibtEsNicht: 1 } },
  ];
}
