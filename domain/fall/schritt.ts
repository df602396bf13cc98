import type { Ablehnung } from '../ablehnung.ts';
import { beginnDesTages, ortstag, type Instant } from '../frist/zeitzone.ts';
import { SYSTEMAKTEUR, type Befehl } from './befehle.ts';
import { decide } from './decide.ts';
import { folge, type Rohereignis } from './decide/entwurf.ts';
import type { Ereignis } from './ereignisse.ts';
import { evolve } from './evolve.ts';
import type { BestehenderFall, Fall } from './fall.ts';
import { fristaenderungen } from './fristen.ts';
import { faelligeSchritte, hoechstdauerErreicht, naechsterInstant } from './zeit.ts';

/** What one command or one moment adds to a case: the numbered events and the state they lead to. */
export type Fortschritt = { readonly ereignisse: readonly Ereignis[]; readonly fall: BestehenderFall };

export type Ergebnis =
  ({ readonly ok: true } & Fortschritt) | { readonly ok: false; readonly ablehnung: Ablehnung };

/** Who causes a step: a command by its id, or time itself. */
type Anlass = { readonly id: string; readonly at: Instant; readonly akteur: string | null };

type Lauf = { fall: Fall; ereignisse: Ereignis[]; readonly anlass: Anlass };

function nimm(lauf: Lauf, roh: Rohereignis): void {
  const { anlass, fall } = lauf;
  const ereignis: Ereignis = {
    ...roh,
    id: `${anlass.id}/${lauf.ereignisse.length + 1}`,
    sequenz: fall.sequenz + 1,
    am: anlass.at,
    akteur: anlass.akteur,
  };
  lauf.fall = evolve(fall, ereignis);
  lauf.ereignisse.push(ereignis);
}

type Rechengrund = 'tatsache' | 'berichtigung' | 'kalender' | 'zeit';

/** Lets the duties follow the facts: state by time (TR38), changed duties, rungs that are due now. */
function folgere(lauf: Lauf, grund: Rechengrund): void {
  const { at } = lauf.anlass;
  for (;;) {
    const { fall } = lauf;
    if (fall.zustand === 'neu') return;
    if (hoechstdauerErreicht(fall, at)) {
      nimm(lauf, folge('TR38', null, { art: 'standort_faellig_geworden' }));
      continue;
    }
    const eintraege = fristaenderungen(fall, ortstag(at));
    if (eintraege.length > 0) {
      nimm(lauf, folge(null, null, { art: 'fristen_berechnet', grund, eintraege }));
      continue;
    }
    const schritte = faelligeSchritte(fall, at);
    if (schritte.length === 0) return;
    nimm(lauf, folge(null, null, { art: 'frist_schritte', schritte }));
  }
}

function fertig(lauf: Lauf): Fortschritt {
  if (lauf.fall.zustand === 'neu') throw new Error('Ein Schritt ohne Ereignis');
  return { ereignisse: lauf.ereignisse, fall: lauf.fall };
}

/**
 * Everything the passage of time until `at` does to the case; null when nothing is due. All steps of time fire at
 * 00:00 Europe/Berlin, so that is their instant, whenever a worker came to take them.
 */
export function zeitschritt(fall: Fall, at: Instant): Fortschritt | null {
  if (fall.zustand === 'neu') return null;
  const naechster = naechsterInstant(fall);
  if (naechster === null || naechster > at) return null;
  const mitternacht = beginnDesTages(ortstag(at));
  const legal = mitternacht > fall.zuletzt ? mitternacht : fall.zuletzt;
  const anlass = { id: `zeit/${fall.fallId}/${fall.sequenz + 1}/${naechster}`, at: legal, akteur: null };
  const lauf: Lauf = { fall, ereignisse: [], anlass };
  folgere(lauf, 'zeit');
  return lauf.ereignisse.length === 0 ? null : fertig(lauf);
}

const RECHENGRUND: Partial<Record<Befehl['befehl'], Rechengrund>> = {
  berichtigen: 'berichtigung',
  kalender_uebernehmen: 'kalender',
};

/** The business instant of a command within its case: never before what the case already knows (architecture.md 3). */
export function zeitgerecht<B extends Befehl>(fall: Fall, befehl: B): B {
  return fall.zustand === 'neu' || befehl.at >= fall.zuletzt ? befehl : { ...befehl, at: fall.zuletzt };
}

/** One command on a case whose time steps until `befehl.at` were taken: decide, then let the duties follow. */
export function fuehreAus(fall: Fall, roh: Befehl): Ergebnis {
  const befehl = zeitgerecht(fall, roh);
  const entwurf = decide(fall, befehl);
  if (!entwurf.ok) return entwurf;
  const lauf: Lauf = {
    fall,
    ereignisse: [],
    anlass: {
      id: befehl.befehlId,
      at: befehl.at,
      akteur: befehl.akteur.id === SYSTEMAKTEUR.id ? null : befehl.akteur.id,
    },
  };
  for (const ereignis of entwurf.ereignisse) nimm(lauf, ereignis);
  folgere(lauf, RECHENGRUND[befehl.befehl] ?? 'tatsache');
  return { ok: true, ...fertig(lauf) };
}
