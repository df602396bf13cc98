import { v5 } from 'uuid';
import { z } from 'zod';
import type { Vertrag } from '../../api/befehle/vertrag.ts';
import type { Zielstelle } from '../../domain/kennungen.ts';

const ARTEN = [
  'person',
  'personal',
  'thema',
  'leistungserbringer',
  'team',
  'fall',
  'handlungsbedarf',
] as const;

/** A reference of a command to master data: what kind, and the label a story writes. */
export type Verweis = { readonly art: (typeof ARTEN)[number]; readonly label: string };

type Form = {
  readonly verweis?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: unknown;
  readonly anyOf?: readonly unknown[];
};

const formen = new Map<string, unknown>();

/** The input of a command as JSON Schema; `verweis` marks the fields in which a story writes a label. */
export function eingabeschema(vertrag: Vertrag): Form {
  const name = `${vertrag.ziel}/${vertrag.befehl}`;
  let form = formen.get(name);
  if (form === undefined) {
    form = z.toJSONSchema(vertrag.eingabe, { io: 'input' });
    formen.set(name, form);
  }
  return istForm(form) ? form : {};
}

export function istForm(wert: unknown): wert is Form {
  return typeof wert === 'object' && wert !== null;
}

type Ersatz = (verweis: Verweis, pfad: readonly PropertyKey[]) => string;
type Stelle = { readonly form: unknown; readonly wert: unknown; readonly pfad: readonly PropertyKey[] };

function ersetze({ form, wert, pfad }: Stelle, id: Ersatz): unknown {
  if (!istForm(form)) return wert;
  const art = ARTEN.find((a) => a === form.verweis);
  if (art !== undefined && typeof wert === 'string') return id({ art, label: wert }, pfad);
  if (Array.isArray(wert)) {
    return wert.map((teil: unknown, n) => ersetze({ form: form.items, wert: teil, pfad: [...pfad, n] }, id));
  }
  if (typeof wert !== 'object' || wert === null) return wert;
  const felder = form.properties ?? {};
  return Object.fromEntries(
    Object.entries(wert).map(([name, teil]: [string, unknown]) => [
      name,
      ersetze({ form: felder[name], wert: teil, pfad: [...pfad, name] }, id),
    ]),
  );
}

/** The input of a command with ids in the place of labels. */
export function mitIds(vertrag: Vertrag, eingabe: unknown, id: Ersatz): unknown {
  return ersetze({ form: eingabeschema(vertrag), wert: eingabe, pfad: [] }, id);
}

/** Shows every reference in a value to `pruefe`, which throws for a name the story does not know. */
export function pruefeVerweise(
  form: z.ZodType,
  wert: unknown,
  pruefe: (verweis: Verweis, pfad: readonly PropertyKey[]) => void,
): void {
  ersetze({ form: z.toJSONSchema(form, { io: 'input' }), wert, pfad: [] }, (verweis, pfad) => {
    pruefe(verweis, pfad);
    return verweis.label;
  });
}

const NAMENSRAUM = '6f1c6c1e-4f6a-5d0b-9c53-0b3c1a7d2e11';

/** A stable id for a label where no database gives one. */
export function kennung(art: string, label: string): string {
  return v5(`${art}/${label}`, NAMENSRAUM);
}

/** The id of the n-th Handlungsbedarf of a person, counted from 1. */
export function bedarfId(person: string, nummer: number): string {
  return kennung('handlungsbedarf', `${person}/${nummer}`);
}

/** The Fallmanagement team of a story, and what a story calls its calendar. */
export const TEAM = kennung('team', 'fallmanagement');
export const TEAMLABEL = 'team';

/** The team of a colleague: the Fallmanagement team, or the specialised one the story puts them into (001 8.0). */
export function teamVon({ zielstelle }: { readonly zielstelle: Zielstelle | null }): string {
  return zielstelle === null ? TEAM : kennung('team', zielstelle);
}
