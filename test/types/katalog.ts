import type { Fallfristid, Fristid } from '../../domain/kennungen.ts';
import type { ABGANGSFRISTEN } from '../../domain/pflicht/katalog/abgang.ts';
import type { BEGLEITUNGSFRISTEN } from '../../domain/pflicht/katalog/begleitung.ts';
import type { Fallfristart, Stellschraube } from '../../domain/pflicht/katalog/fristart.ts';
import type { Potenzialfristid, Teamfristid } from '../../domain/pflicht/katalog/katalog.ts';
import type { LEISTUNGSFRISTEN } from '../../domain/pflicht/katalog/leistung.ts';
import { ZUGANGSFRISTEN } from '../../domain/pflicht/katalog/zugang.ts';
import { einmalig, type Rechenbasis } from '../../domain/pflicht/pflicht.ts';
import type { Tatsache } from '../../domain/pflicht/frist.ts';
import type { Policy } from '../../domain/policy/policy.ts';

/** tsc fails if one of these faults compiles. */
type Tafel = Readonly<Record<`T-${number}`, Fallfristart>>;
const zeile: Fallfristart = ZUGANGSFRISTEN['T-03'];
const { laeuftIn, ...ohneZustaende } = zeile;
const { warum, ...ohneGrund } = zeile;

export const FEHLER = [
  // @ts-expect-error a row that does not say in which states it runs
  { 'T-60': ohneZustaende } satisfies Tafel,
  // @ts-expect-error a row that does not say why
  { 'T-60': ohneGrund } satisfies Tafel,
  // @ts-expect-error a renamed field
  { 'T-60': { ...ohneGrund, weshalb: warum } } satisfies Tafel,
  // @ts-expect-error no id of a Frist
  { 'V-60': zeile } satisfies Tafel,
  // @ts-expect-error a state there is not
  { 'T-60': { ...zeile, laeuftIn: [...laeuftIn, 'aktv'] } } satisfies Tafel,
  // @ts-expect-error a role there is not
  { 'T-60': { ...zeile, wer: 'fallmanager' } } satisfies Tafel,
  // @ts-expect-error a parameter there is not
  { 'T-60': { ...zeile, parameter: ['POL-ERSTSTART'] } } satisfies Tafel,
];

export function abgeleitet(basis: Rechenbasis, anker: Tatsache): unknown[] {
  return [
    // @ts-expect-error a duty whose row was removed, or whose id is misspelt
    einmalig(basis, { id: 'T-60', anker, anlass: 'Fallzugang' }, null),
    // @ts-expect-error the same in a policy
    basis.policy['POL-FRIST']['T-60'],
  ];
}

type Ohne<Id extends Fallfristid> = Readonly<Record<Exclude<Fallfristid, Id>, string>>;
declare const ohneEine: Ohne<'T-17'>;
// @ts-expect-error a table over all of them in which one is missing
export const vollstaendig: Readonly<Record<Fallfristid, string>> = ohneEine;

/** What an office may set about a Frist is a parameter of the policy. */
export const stellschraube = (name: Stellschraube): keyof Policy => name;

/** Tables are merged by spreading: no id stands in two of them. */
type Zugang = keyof typeof ZUGANGSFRISTEN;
type Begleitung = keyof typeof BEGLEITUNGSFRISTEN;
type Leistung = keyof typeof LEISTUNGSFRISTEN;
type Abgang = keyof typeof ABGANGSFRISTEN;
type Getrennt<A, B> = [Extract<A, B>] extends [never] ? true : 'one id in two tables';
export const GETRENNT: readonly [
  Getrennt<Zugang, Begleitung | Leistung | Abgang>,
  Getrennt<Begleitung, Leistung | Abgang>,
  Getrennt<Leistung, Abgang>,
  Getrennt<Fallfristid, Potenzialfristid | Teamfristid>,
  Getrennt<Potenzialfristid, Teamfristid>,
] = [true, true, true, true, true];
// @ts-expect-error the same id in two tables
export const NICHT_GETRENNT: Getrennt<Zugang, 'T-03' | 'T-60'> = true;

/** Every table of a Frist is keyed by id: none is open for any text. */
export const keinFreierText = (id: string): Fristid =>
  // @ts-expect-error any text is no id
  id;
