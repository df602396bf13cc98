import type { Befehlsname, BefehlVon } from '../../domain/fall/befehle.ts';
import { folge } from '../../domain/fall/decide/entwurf.ts';
import type { Ereignisart } from '../../domain/fall/ereignisse.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';
import { ausgang, unmoeglich } from '../../domain/fall/uebergaenge/ausgang.ts';
import { UEBERGAENGE, type Uebergangid } from '../../domain/fall/uebergaenge/katalog.ts';
import type { Uebergangstafel } from '../../domain/fall/uebergaenge/zeile.ts';
import type { Potenzialbefehl } from '../../domain/potenzial/befehle.ts';

/** What must not compile about the catalogue of transitions (read by tsc alone). */
declare const stand: BestehenderFall;
declare const einleiten: BefehlVon<'abgang_einleiten'>;
declare const vormerken: BefehlVon<'vormerken'>;

/** A row as it is written, for the faults below. */
const zeile = {
  name: 'Abgang eingeleitet',
  von: ['aktiv'],
  nach: ['abgang_eingeleitet'],
  quelle: '001 4',
  an: ['tl'],
} as const;
const { name, von, nach, quelle, an } = zeile;

export const vollstaendig = { TR37: zeile } satisfies Uebergangstafel;

// A misspelt id.
// @ts-expect-error there is no TR91
export const kennung: Uebergangid = 'TR91';
// @ts-expect-error nor does an event carry one
export const ereignis = folge('TR91', null, { art: 'akh_beendet' });
// @ts-expect-error nor is anything refused with one
export const ablehnung = unmoeglich('TR91', stand, einleiten);

// A column that is missing or misspelt.
// @ts-expect-error `quelle` is missing
export const ohneQuelle = { TR37: { name, von, nach, an } } satisfies Uebergangstafel;
// @ts-expect-error `name` is missing: nobody could be told what happened
export const ohneNamen = { TR37: { von, nach, quelle, an } } satisfies Uebergangstafel;
// @ts-expect-error `mitgeteilt` is no column
export const falscheSpalte = { TR37: { ...zeile, mitgeteilt: ['fm'] } } satisfies Uebergangstafel;

// A state that is missing or misspelt.
// @ts-expect-error no state to leave from
export const ohneZustand = { TR37: { ...zeile, von: [] } } satisfies Uebergangstafel;
// @ts-expect-error `abgang` is no state
export const falscherZustand = { TR37: { ...zeile, nach: ['abgang'] } } satisfies Uebergangstafel;
// @ts-expect-error `teamleitung` is no role
export const falscheRolle = { TR37: { ...zeile, an: ['teamleitung'] } } satisfies Uebergangstafel;

// A row that is gone: its id is, too, and what decides by it does not compile.
export const { TR38: weg, ...ohneTr38 } = UEBERGAENGE;
// @ts-expect-error TR38 is missing
export const tafel: typeof UEBERGAENGE = { ...ohneTr38 };
// @ts-expect-error without the row there is no such id
export const ohneZeile: keyof typeof ohneTr38 = 'TR38';

// A command that the row does not name.
// @ts-expect-error TR37 is asked for by abgang_einleiten
export const fremderBefehl = ausgang('TR37', stand, vormerken);
// @ts-expect-error TR38 comes by time alone, no command asks for it
export const ohneBefehl = ausgang('TR38', stand, einleiten);

/** The states of the row are what the decision may rest on. */
export function ausDerZeile(): unknown {
  const fall = ausgang('TR37', stand, einleiten);
  // @ts-expect-error the refusal comes first
  if (fall.begleitung === undefined) return null;
  if ('ok' in fall) return fall;
  // @ts-expect-error an open case has no Abgang yet
  return [fall.begleitung, fall.abgang];
}

type Tafel = typeof UEBERGAENGE;
type Spalte<S extends string> = { [T in Uebergangid]: Tafel[T] extends Record<S, infer B> ? keyof B : never };
type Befehlsworte = Spalte<'befehle'>[Uebergangid];
type Abweichende = Spalte<'abweichend'>[Uebergangid];
type Folgende = {
  [T in Uebergangid]: Tafel[T] extends { readonly folgtAus: readonly (infer B)[] } ? B : never;
};
declare const folgenderBefehl: Folgende[Uebergangid];
declare const genannterBefehl: Befehlsworte;
declare const genanntesEreignis: Abweichende;
declare const ungenannt: Exclude<Befehlsname, Befehlsworte>;

/** No row names a command or an event that does not exist. */
export const bekannterBefehl: Befehlsname | Potenzialbefehl['befehl'] = genannterBefehl;
export const bekannteFolge: Befehlsname = folgenderBefehl;
// @ts-expect-error the commands are known by name, not as any text
export const wenigeFolgen: 'berichtigen' = folgenderBefehl;
export const bekanntesEreignis: Ereignisart = genanntesEreignis;

/** Every command of a case stands in a row, but those possible in any state and those a rule refuses (V-52, V-65). */
export const ohneUebergang:
  | 'berichtigen'
  | 'eintrag_zurueckziehen'
  | 'eintrag_uebernehmen'
  | 'kalender_uebernehmen'
  | 'policy_uebernehmen'
  | 'regelwerk_uebernehmen'
  | 'begruendung_nachreichen'
  | 'handlungsbedarfe_uebernehmen'
  | 'personenstand_uebernehmen'
  | 'externes_fm_beauftragen'
  | 'zwischenbericht_erfassen'
  | 'abschlussbericht_erfassen' = ungenannt;
