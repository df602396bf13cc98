import { ABGANGSGRUENDE, FRIST_IDS } from '../../domain/kennungen.ts';
import { STANDARD } from '../../domain/policy/standard.ts';
import { OHNE_TAG } from '../ablauf/ohne-tag.ts';

/** Whose part of Lotse an id belongs to when no rule of a case decides it yet. */
export type Bereich = 'Datenschutz' | 'Seiten' | 'Controlling' | 'Betrieb' | 'Geschichte';

const reihe = (vor: string, von: number, bis: number): string[] =>
  Array.from({ length: bis - von + 1 }, (_, n) => `${vor}${String(von + n).padStart(2, '0')}`);

/** Every id of the domain, kind by kind, in the order of the Fachkonzept. */
export const KENNUNGEN: Readonly<Record<string, readonly string[]>> = {
  Übergänge: reihe('TR', 1, 65),
  Fristen: [...FRIST_IDS, ...Object.keys(OHNE_TAG)].sort(),
  Regeln: reihe('V-', 1, 85),
  Abgangsgründe: ABGANGSGRUENDE,
  Parameter: Object.keys(STANDARD),
  Szenarien: reihe('AC-', 1, 96),
};

/** The page of docs/ that says what an id of this kind means, with an anchor for each. */
export const FACHKONZEPT: Readonly<Record<string, string>> = {
  Übergänge: 'fachkonzept/zustaende.md',
  Fristen: 'fachkonzept/fristenrechnung.md',
  Regeln: 'fachkonzept/regeln.md',
  Abgangsgründe: 'fachkonzept/abgangsgruende.md',
  Parameter: 'fachkonzept/policies.md',
  Szenarien: 'fachkonzept/szenarien.md',
};

/** Ids that hold because there is nothing: no code can decide them, a test looks for what must not be there. */
export const OHNE_CODE: Readonly<Record<string, string>> = { 'V-22': 'kein Feld dafür' };

/** Ids that wait for their own part; T-47 is history (2010) and is not built. */
export const ANDERSWO: Readonly<Record<string, Bereich>> = {
  'T-27': 'Controlling',
  'T-46': 'Controlling',
  'T-47': 'Geschichte',
  'T-51': 'Controlling',
  'V-72': 'Controlling',
  'AC-85': 'Controlling',
  'AC-90': 'Controlling',
  'AC-95': 'Controlling',
};
