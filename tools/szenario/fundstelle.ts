import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { Geschichtenfehler, unbekannt, naechsterName } from './fehler.ts';

type Pfad = readonly PropertyKey[];
type Befund = z.core.$ZodIssue;

/** A story file with the line of every part of it. */
export type Quelltext = {
  readonly datei: string;
  readonly wert: unknown;
  /** Line of the value at a path, or of the nearest part above it that exists. */
  readonly zeile: (pfad: Pfad) => number;
  /** Line of the key itself. */
  readonly schluesselzeile: (pfad: Pfad, schluessel: string) => number;
};

function knoten(dokument: Document, pfad: Pfad): unknown {
  return pfad.length === 0 ? dokument.contents : dokument.getIn([...pfad], true);
}

/** @throws Geschichtenfehler when the text is no YAML. */
export function leseQuelltext(datei: string, text: string): Quelltext {
  const zeilen = new LineCounter();
  const dokument = parseDocument(text, { lineCounter: zeilen, prettyErrors: false });
  const [fehler] = dokument.errors;
  if (fehler !== undefined) {
    throw new Geschichtenfehler(datei, zeilen.linePos(fehler.pos[0]).line, `Kein YAML: ${fehler.message}`);
  }
  const zeileVon = (wert: unknown): number | null =>
    isNode(wert) && wert.range ? zeilen.linePos(wert.range[0]).line : null;
  const zeile = (pfad: Pfad): number => {
    for (let laenge = pfad.length; laenge >= 0; laenge -= 1) {
      const gefunden = zeileVon(knoten(dokument, pfad.slice(0, laenge)));
      if (gefunden !== null) return gefunden;
    }
    return 1;
  };
  const schluesselzeile = (pfad: Pfad, schluessel: string): number => {
    const karte = knoten(dokument, pfad);
    const paar = isMap(karte)
      ? karte.items.find((p) => isScalar(p.key) && String(p.key.value) === schluessel)
      : undefined;
    return (paar === undefined ? null : zeileVon(paar.key)) ?? zeile(pfad);
  };
  const wert: unknown = dokument.toJS();
  return { datei, wert, zeile, schluesselzeile };
}

/** Of several forms a value could have, the one that came nearest tells what is wrong. */
function genauester(befund: Befund): Befund {
  if (befund.code !== 'invalid_union') return befund;
  const aeste = befund.errors.flatMap((ast) => (ast[0] === undefined ? [] : [ast[0]]));
  const passend = aeste.find((b) => b.path.length > 0 || b.code === 'unrecognized_keys') ?? aeste[0];
  return passend === undefined ? befund : genauester({ ...passend, path: [...befund.path, ...passend.path] });
}

function felder(form: unknown, pfad: Pfad): string[] {
  if (typeof form !== 'object' || form === null) return [];
  const { properties, items, anyOf } = form as {
    properties?: Record<string, unknown>;
    items?: unknown;
    anyOf?: unknown[];
  };
  if (anyOf !== undefined) return anyOf.flatMap((ast) => felder(ast, pfad));
  const [erstes, ...rest] = pfad;
  if (erstes === undefined) return Object.keys(properties ?? {});
  return felder(typeof erstes === 'number' ? items : properties?.[String(erstes)], rest);
}

function satz(befund: Befund): string {
  const feld = befund.path.at(-1);
  const wo = feld === undefined ? '' : `${String(feld)}: `;
  if (befund.code !== 'invalid_value') return `${wo}${befund.message}`;
  const werte = befund.values.map(String);
  const gegeben = typeof befund.input === 'string' ? befund.input : null;
  const naechster = gegeben === null ? null : naechsterName(gegeben, werte);
  const vorschlag = naechster === null ? '' : ` Meinten Sie „${naechster}“?`;
  return `${wo}${gegeben === null ? befund.message : `„${gegeben}“ ist hier kein Wert.`}${vorschlag}`;
}

/**
 * Parses a part of the story. `ort` turns a path inside the part into a path of the file.
 * @throws Geschichtenfehler with the line and, for a misspelt field or value, the nearest known name.
 */
export function pruefeForm<T>(
  quelle: Quelltext,
  teil: { form: z.ZodType<T>; wert: unknown; ort: (pfad: Pfad) => Pfad; bekannt?: unknown },
): T {
  const { form, wert, ort } = teil;
  const gelesen = form.safeParse(wert, { error: z.locales.de().localeError, reportInput: true });
  if (gelesen.success) return gelesen.data;
  const [erster] = gelesen.error.issues;
  if (erster === undefined) throw new Geschichtenfehler(quelle.datei, 1, 'Unlesbar.');
  const befund = genauester(erster);
  const pfad = ort(befund.path);
  if (befund.code !== 'unrecognized_keys') {
    throw new Geschichtenfehler(quelle.datei, quelle.zeile(pfad), satz(befund));
  }
  const [name = ''] = befund.keys;
  const bekannte = felder(teil.bekannt ?? z.toJSONSchema(form, { io: 'input' }), befund.path);
  throw new Geschichtenfehler(
    quelle.datei,
    quelle.schluesselzeile(pfad, name),
    unbekannt('Das Feld', name, bekannte),
  );
}
