import type { Fristantwort } from '../../domain/frist/eingabe.ts';
import { berechneEingabe } from '../../domain/frist/eingabe.ts';

const KEIN_JSON = {
  fehler: { code: 'kein_json', feld: 'eingabe', text: 'Die Zeile ist kein gültiges JSON.' },
} as const;

const lese = (zeile: string): { ok: true; wert: unknown } | { ok: false } => {
  try {
    return { ok: true, wert: JSON.parse(zeile) };
  } catch {
    return { ok: false };
  }
};

/** The answer to one line of input; an empty line is no JSON either, so that answers stay in step with lines. */
export const beantworteZeile = (zeile: string): Fristantwort => {
  const gelesen = lese(zeile);
  return gelesen.ok ? berechneEingabe(gelesen.wert) : KEIN_JSON;
};
