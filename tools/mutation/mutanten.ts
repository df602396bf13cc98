import { readFileSync } from 'node:fs';
import { FRIST_IDS } from '../../domain/kennungen.ts';
import { KENNUNGEN } from '../kennungen/verzeichnis.ts';

/** A text that stands once in a file, and what the mutant puts in its place. */
export type Ersatz = { readonly datei: string; readonly von: string; readonly nach: string };

/** How the check of an id is taken away: by the shape of its refusals and warnings, or by hand where it has no such shape. */
export type Mutant = { readonly id: string; readonly ersatz: Ersatz | null };

const SOLLFRISTEN = 'domain/pflicht/sollfristen.ts';

/** Duties share one engine: the mutant forgets the one. */
function vergessen(id: string): Ersatz {
  const schleife = 'for (const pflicht of pflichten) {';
  return { datei: SOLLFRISTEN, von: schleife, nach: `${schleife} if (pflicht.id === '${id}') continue;` };
}

/** The others are checks without a date: they refuse like rules do. */
const istFrist = (id: string): boolean => FRIST_IDS.some((eine) => eine === id);

/** Rules that are decided by something else than a refusal or a warning. */
const VON_HAND: Readonly<Record<string, Ersatz>> = {
  'V-04': {
    datei: 'domain/zugang/kriterium-a.ts',
    von: 'gruppen.includes(hb.schluesselgruppe) && !ERLEDIGT.includes(hb.status)',
    nach: 'true',
  },
  'V-35': {
    datei: 'domain/rollen/befehlsrechte.ts',
    von: 'FUEHREND.includes(beziehungZu(wer, fall))',
    nach: 'true',
  },
  'V-66': {
    datei: 'domain/fall/fallblatt.ts',
    von: "({ regel: 'V-66', was })",
    nach: "({ regel: 'V-67', was })",
  },
  'V-79': {
    datei: 'domain/fall/decide/personenstand.ts',
    von: "if (!gilt('V-79', fall) || wegfall === bisher)",
    nach: 'if (wegfall !== undefined)',
  },
  'V-07': {
    datei: 'domain/rollen/befehlsrechte.ts',
    von: "zugang_entscheiden: ['fm'],",
    nach: "zugang_entscheiden: ['fm', 'pap'],",
  },
};

const REGELWERK = 'domain/vorgang/regelwerk.ts';

/**
 * What a rule asks for since a later Regelwerk is a check of its own: the mutant puts it off to one no case has. Read as
 * text, because a module that is loaded here cannot be changed any more.
 */
function verschoben(): Mutant[] {
  const text = readFileSync(new URL(`../../${REGELWERK}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^ {2}('?)([A-Z]+-?\d+)\1: (\d+),$/gmu)].map(([zeile, , id = '', ab = '']) => ({
    id: `${id}@${ab}`,
    ersatz: { datei: REGELWERK, von: zeile, nach: zeile.replace(`: ${ab},`, `: ${String(Number(ab) + 1)},`) },
  }));
}

/** Ids without a mutant, each with what stands in its place. */
export const OHNE_MUTANT: Readonly<Record<string, string>> = {
  'E48@2': 'Erinnerung an einen Wechsel: test/domain/fall/regelwerk.test.ts',
  'T-05': 'Prüfung der Reihenfolge, entschieden von V-13',
  'T-13': 'Prüfung bei Anmeldung und Verlegung, entschieden von V-19',
  'T-22': 'Prüfung der Reihenfolge, entschieden von V-58',
  'T-27': 'Controlling',
  'T-29': 'Löschung: test/workflows/loeschung.test.ts',
  'T-30': 'Löschung: test/db/loeschung.test.ts',
  'T-46': 'Controlling',
  'T-47': 'nur 2010',
  'T-51': 'Controlling',
  'V-18': 'Bild des Fallzugangs: test/db/zugangswege.test.ts',
  'V-20': 'Ein neuer Fall beginnt leer, ohne Prüfung: AC-27',
  'V-22': 'Schema: kein Feld dafür',
  'V-29': 'Schema: kein Bereich ist Pflicht',
  'V-45': 'Schema: keine Ablehnung wegen einer anderen Leistung',
  'V-67': 'Vollständigkeit der Aufzeichnung',
  'V-72': 'Controlling',
  'V-75': 'Aufzeichnung: test/db/befehl.test.ts',
  'V-76': 'Aufzeichnung: test/workflows/abbruch.test.ts',
};

/** Transitions whose guards stand in the addendum alone. */
const UEBERGAENGE = ['TR60', 'TR61', 'TR62'];

/** One mutant for every duty and every rule that decides something, one more for each that a later Regelwerk made sharper. */
export const MUTANTEN: readonly Mutant[] = [
  ...UEBERGAENGE.map((id) => ({ id, ersatz: null })),
  ...(KENNUNGEN['Fristen'] ?? []).map((id) => ({ id, ersatz: istFrist(id) ? vergessen(id) : null })),
  ...(KENNUNGEN['Regeln'] ?? []).map((id) => ({ id, ersatz: VON_HAND[id] ?? null })),
  ...verschoben(),
].filter(({ id }) => !(id in OHNE_MUTANT));
