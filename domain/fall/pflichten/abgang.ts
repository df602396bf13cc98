import type { Fristid } from '../../kennungen.ts';
import type { Messpunkt } from '../fall.ts';
import { einmalig, type Pflicht, type Sicht } from './pflicht.ts';

const MESSPUNKTE: readonly { readonly id: Fristid; readonly punkt: Messpunkt }[] = [
  { id: 'T-24', punkt: 6 },
  { id: 'T-25', punkt: 12 },
  { id: 'T-26', punkt: 24 },
];

/** T-21: the return is organised within a month of the exit decision; a second exit is a second duty. */
export function pflichtenDesAbgangs(sicht: Sicht): Pflicht[] {
  const { fall } = sicht;
  if (fall.zustand === 'abgang_eingeleitet') return rueckgabe(sicht, fall.begleitung.abgaenge);
  if (fall.zustand !== 'beendet') return [];
  const pflichten = fall.fallabgang.einleitung === null ? [] : rueckgabe(sicht, fall.begleitung.abgaenge);
  if (!fall.fallabgang.nachhaltung) return pflichten;
  for (const { id, punkt } of MESSPUNKTE) {
    const erfuellung = fall.verbleib[punkt] ?? null;
    pflichten.push(...einmalig(sicht, { id, anker: fall.fallabgang, anlass: 'Fallabgang' }, erfuellung));
  }
  return pflichten;
}

function rueckgabe(sicht: Sicht, vorkommen: number): Pflicht[] {
  const { fall } = sicht;
  const beendet = fall.zustand === 'beendet' ? fall.fallabgang : null;
  const einleitung = fall.zustand === 'abgang_eingeleitet' ? fall.abgang : (beendet?.einleitung ?? null);
  if (einleitung === null) return [];
  const was = { id: 'T-21', anker: einleitung, anlass: 'Entscheidung über den Abgang' } as const;
  return einmalig(sicht, was, beendet).map((pflicht) => ({ ...pflicht, vorkommen }));
}
