import type { Tag } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { istOffen, type BestehenderFall, type OffenerZustand } from '../fall.ts';
import { ankerVon } from '../anker.ts';
import { hoechstdauerEnde, neuVerlaengert } from '../verlaengerung.ts';
import { mitSpaeterenKontakten } from './kontakt.ts';
import { istTatsache } from './tatsache.ts';
import type { Folgezeilen } from './zeilen.ts';

type Berichtigung = EreignisVon<'berichtigt'>;

/** Puts the new day into every fact that came from the corrected event, wherever the case keeps it. */
function ersetze<T>(wert: T, berichtigung: Berichtigung, neu: string): T {
  if (Array.isArray(wert)) {
    return wert.map((teil: unknown) => ersetze(teil, berichtigung, neu)).sort((a, b) => nachTag(a, b)) as T;
  }
  if (typeof wert !== 'object' || wert === null) return wert;
  const neuesObjekt = Object.fromEntries(
    Object.entries(wert).map(([name, teil]) => [name, ersetze(teil as unknown, berichtigung, neu)]),
  );
  return (
    istTatsache(wert) && wert.ereignis === berichtigung.bezug ? { ...neuesObjekt, am: neu } : neuesObjekt
  ) as T;
}

function nachTag(a: unknown, b: unknown): number {
  const beide = typeof a === 'object' && a !== null && typeof b === 'object' && b !== null;
  if (!beide || !istTatsache(a) || !istTatsache(b) || a.am === b.am) return 0;
  return a.am < b.am ? -1 : 1;
}

/**
 * TR58: the corrected day takes the place of the wrong one in the facts; the old version stays in the record.
 * S05/S06 follow the corrected anchor: a maximum duration that is no longer reached is taken back.
 */
function berichtigt(fall: BestehenderFall, ereignis: Berichtigung): BestehenderFall {
  if (ereignis.neuesDatum === null) return fall;
  const { fristen, policy, kalender, hinweise, ...tatsachen } = fall;
  const ersetzt = ersetze(tatsachen, ereignis, ereignis.neuesDatum);
  const neu = { ...ersetzt, fristen, policy, kalender, hinweise } as BestehenderFall;
  return mitAnker(neu, ortstag(ereignis.am));
}

/** What hangs on the day of the Fallzugang follows it: extensions, and S06 that is not reached yet. */
function mitAnker(fall: BestehenderFall, heute: Tag): BestehenderFall {
  if (!('begleitung' in fall)) return fall;
  const standortgespraeche = neuVerlaengert(fall, ankerVon(fall).am, fall.begleitung.standortgespraeche);
  const begleitung = mitSpaeterenKontakten(fall.begleitung, fall.weg.kontakte);
  return mitErreichterDauer({ ...fall, begleitung: { ...begleitung, standortgespraeche } }, heute);
}

/** S06 is taken back where the maximum duration is not over after all: another anchor, another policy. */
export function mitErreichterDauer(fall: BestehenderFall, heute: Tag): BestehenderFall {
  if (!('begleitung' in fall)) return fall;
  const ende = hoechstdauerEnde(policyAus(fall.policy), ankerVon(fall).am);
  const erreicht = ende !== null && heute > ende;
  const zustand = (vorher: OffenerZustand): OffenerZustand =>
    vorher === 'standort_faellig' && !erreicht ? 'aktiv' : vorher;
  if (istOffen(fall)) return { ...fall, zustand: zustand(fall.zustand) };
  if (fall.zustand === 'abgang_eingeleitet') {
    return { ...fall, abgang: { ...fall.abgang, vorher: zustand(fall.abgang.vorher) } };
  }
  return { ...fall, fallabgang: { ...fall.fallabgang, vorher: zustand(fall.fallabgang.vorher) } };
}

export const BERICHTIGUNG = { berichtigt } satisfies Partial<Folgezeilen>;
