import type { Fristid } from '../../kennungen.ts';
import { rohesEnde, type Fristauftrag } from '../../frist/berechnung.ts';
import type { Tag } from '../../frist/tag.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { Akh, Arbeitsaufnahme, Messpunkt } from '../fall.ts';
import { dauerVon, einmalig, regelVon, type Pflicht, type Sicht } from './pflicht.ts';

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
  if (fall.akh !== null) pflichten.push(...wiedervorlage(sicht, fall.akh));
  pflichten.push(
    ...fall.arbeitsaufnahmen.flatMap((arbeit, stelle) => integration(sicht, arbeit, stelle + 1)),
  );
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

/** T-23: the end of the period as it was fixed (roh), the task of the pAp on the next working day (faellig). */
function wiedervorlage(sicht: Sicht, akh: Akh): Pflicht[] {
  if (!sicht.policy['POL-FRIST']['T-23'].aktiv) return [];
  const anlass = 'Ende der festgelegten Zeit';
  const auftrag = { regel: regelVon(sicht, 'T-23'), ereignis: akh.bis, dauer: null, anlass };
  const { von: beginn, wiedervorlage: erfuellung } = akh;
  return [{ id: 'T-23', vorkommen: 1, beginn, auftrag, erfuellung, versaeumtAb: null, wechselAm: null }];
}

const LAENGER_ALS_HALBES_JAHR = { einheit: 'monate', anzahl: 6 } as const;

function dauerhaftigkeit(sicht: Sicht, arbeit: Arbeitsaufnahme): Fristauftrag {
  const dauer = dauerVon(sicht, 'T-28') ?? LAENGER_ALS_HALBES_JAHR;
  // Under the first Regelwerk the task did not move to a working day.
  const regel = gilt('T-28', sicht.fall) ? regelVon(sicht, 'T-28') : 'CAL-Z';
  return { regel, ereignis: arbeit.am, dauer, tagDanach: true, anlass: 'Arbeitsaufnahme' };
}

/** the first day on which the work has lasted longer than six months; that day never rolls, the task does. */
export function dauerhaftAb(sicht: Sicht, arbeit: Arbeitsaufnahme): Tag {
  return rohesEnde(dauerhaftigkeit(sicht, arbeit), sicht.kalender);
}

/** T-28: an open task of the FM from the day on which the question can be answered. */
function integration(sicht: Sicht, arbeit: Arbeitsaufnahme, vorkommen: number): Pflicht[] {
  if (!sicht.policy['POL-FRIST']['T-28'].aktiv) return [];
  const auftrag = dauerhaftigkeit(sicht, arbeit);
  const beginn = dauerhaftAb(sicht, arbeit);
  const { pruefung: erfuellung } = arbeit;
  return [{ id: 'T-28', vorkommen, beginn, auftrag, erfuellung, versaeumtAb: null, wechselAm: null }];
}
