import { readFileSync } from 'node:fs';

const DATEI = new URL('../../docs/openapi.json', import.meta.url);
const GETEILT = /^#\/components\/(?<art>parameters|responses)\/(?<name>\w+)$/u;

type Knoten = Readonly<Record<string, unknown>>;
const istKnoten = (wert: unknown): wert is Knoten => typeof wert === 'object' && wert !== null;

/** docs/openapi.json with shared parameters and answers where they are used, as a client reads it. */
export function beschreibung(): unknown {
  const dokument = JSON.parse(readFileSync(DATEI, 'utf8')) as {
    readonly components: Readonly<Record<string, Knoten | undefined>>;
  };
  const loese = (wert: unknown): unknown => {
    if (Array.isArray(wert)) return wert.map(loese);
    if (!istKnoten(wert)) return wert;
    const { art, name } = GETEILT.exec(String(wert['$ref']))?.groups ?? {};
    if (art !== undefined && name !== undefined) return dokument.components[art]?.[name];
    return Object.fromEntries(Object.entries(wert).map(([feld, inhalt]) => [feld, loese(inhalt)]));
  };
  return loese(dokument);
}
