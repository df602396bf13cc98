import type { Ablehnung } from '../ablehnung.ts';
import type { Befehlsname } from '../fall/befehle.ts';
import { beginnDesTages, ortstag, type Instant } from '../frist/zeitzone.ts';
import type { Fristaenderung, Rechengrund } from '../pflicht/frist.ts';
import { faelligeSchritte, naechsteSprossen, type Fristen } from '../pflicht/schritte.ts';
import { fristaenderungen, wechseltage } from '../pflicht/sollfristen.ts';
import { policyAus } from '../policy/wahl.ts';
import {
  besteht,
  type Aggregat,
  type BefehlAn,
  type DatenVon,
  type EreignisVon,
  type Lage,
  type Stand,
  type Typen,
} from './aggregat.ts';
import { SYSTEMAKTEUR, type Akteur, type Pflegemeldung } from './befehl.ts';
import { folge, type Rohereignis } from './entwurf.ts';
import type { Ereigniskopf } from './ereignis.ts';

/** What one command or one moment adds: the numbered events and the state they lead to. */
export type Fortschritt<T extends Typen> = {
  readonly ereignisse: readonly EreignisVon<T>[];
  readonly stand: T['stand'];
};

export type Ergebnis<T extends Typen> =
  | { readonly ok: true; readonly ereignisse: readonly EreignisVon<T>[]; readonly lage: Lage<T> }
  | { readonly ok: false; readonly ablehnung: Ablehnung };

/** Who causes a step: a command by its id, or time itself. */
type Anlass = {
  readonly id: string;
  readonly at: Instant;
  readonly wer: Pick<Ereigniskopf, 'akteur' | 'fuer'>;
};

type Mitschrift<T extends Typen> = { lage: Lage<T>; ereignisse: EreignisVon<T>[]; readonly anlass: Anlass };

/** The command or moment an event came with, as its id says. */
export const anlassVon = ({ id }: Pick<Ereigniskopf, 'id'>): string => id.slice(0, id.lastIndexOf('/'));

function nimm<T extends Typen>(
  aggregat: Aggregat<T>,
  mitschrift: Mitschrift<T>,
  roh: Rohereignis<DatenVon<T>>,
): T['stand'] {
  const { anlass, lage } = mitschrift;
  const ereignis: EreignisVon<T> = {
    ...roh,
    id: `${anlass.id}/${mitschrift.ereignisse.length + 1}`,
    sequenz: lage.sequenz + 1,
    am: anlass.at,
    ...anlass.wer,
  };
  const stand = aggregat.evolve(lage, ereignis);
  mitschrift.lage = stand;
  mitschrift.ereignisse.push(ereignis);
  return stand;
}

function fristenIn({ fristen, policy, kalender }: Stand): Fristen {
  return { fristen, policy: policyAus(policy), kalender };
}

/** When and why duties are computed, and who caused it. */
type Rechenanlass = { readonly at: Instant; readonly grund: Rechengrund; readonly akteur: string | null };

function verlegt(eintrag: Fristaenderung, { at: am, grund, akteur }: Rechenanlass): Fristaenderung {
  const { vorher } = eintrag;
  return vorher === undefined ? eintrag : { ...eintrag, verlegt: { am, akteur, grund, vorher } };
}

/** What time and facts demand next: a transition by time (TR38), changed duties, rungs that are due; null when all is taken. */
function naechsteFolge<T extends Typen>(
  aggregat: Aggregat<T>,
  stand: T['stand'],
  wann: Rechenanlass,
): Rohereignis<DatenVon<T>> | null {
  const heute = ortstag(wann.at);
  const uebergang = aggregat.zeituebergaenge(stand).find(({ am }) => am <= heute);
  if (uebergang !== undefined) return uebergang.ereignis;
  const eintraege = fristaenderungen(stand.fristen, aggregat.pflichtlage(stand, heute));
  if (eintraege.length > 0) {
    const { grund } = wann;
    return folge(null, null, {
      art: 'fristen_berechnet',
      grund,
      eintraege: eintraege.map((e) => verlegt(e, wann)),
    });
  }
  const schritte = faelligeSchritte(fristenIn(stand), wann.at);
  return schritte.length === 0 ? null : folge(null, null, { art: 'frist_schritte', schritte });
}

/** Lets the duties follow the facts of a state until nothing is left to follow. */
function folgere<T extends Typen>(
  aggregat: Aggregat<T>,
  mitschrift: Mitschrift<T>,
  von: { readonly stand: T['stand']; readonly grund: Rechengrund },
): T['stand'] {
  const { at, wer } = mitschrift.anlass;
  const wann = { at, grund: von.grund, akteur: wer.akteur };
  let { stand } = von;
  for (;;) {
    const naechste = naechsteFolge(aggregat, stand, wann);
    if (naechste === null) return stand;
    stand = nimm(aggregat, mitschrift, naechste);
  }
}

const gemerkt = new WeakMap<Stand, Instant | null>();

/** The earliest instant at which a Vorgang has to wake by itself; null when nothing is left to wait for. */
export function naechsterInstant<T extends Typen>(aggregat: Aggregat<T>, stand: T['stand']): Instant | null {
  const bekannt = gemerkt.get(stand);
  if (bekannt !== undefined) return bekannt;
  const heute = ortstag(stand.zuletzt);
  const tage = wechseltage(aggregat.pflichtlage(stand, heute), heute);
  for (const { am } of aggregat.zeituebergaenge(stand)) if (am > heute) tage.push(am);
  const instants = [...tage.map(beginnDesTages), ...naechsteSprossen(fristenIn(stand))];
  const naechster = instants.sort()[0] ?? null;
  gemerkt.set(stand, naechster);
  return naechster;
}

/**
 * Everything the passage of time until `at` does; null when nothing is due. All steps of time fire at
 * 00:00 Europe/Berlin, so that is their instant, whenever a worker came to take them.
 */
export function zeitschritt<T extends Typen>(
  aggregat: Aggregat<T>,
  lage: Lage<T>,
  at: Instant,
): Fortschritt<T> | null {
  if (!besteht<T>(lage)) return null;
  const naechster = naechsterInstant(aggregat, lage);
  if (naechster === null || naechster > at) return null;
  const mitternacht = beginnDesTages(ortstag(at));
  const legal = mitternacht > lage.zuletzt ? mitternacht : lage.zuletzt;
  const id = `zeit/${aggregat.idVon(lage)}/${lage.sequenz + 1}/${naechster}`;
  const mitschrift: Mitschrift<T> = {
    lage,
    ereignisse: [],
    anlass: { id, at: legal, wer: { akteur: null } },
  };
  const stand = folgere(aggregat, mitschrift, { stand: lage, grund: 'zeit' });
  return mitschrift.ereignisse.length === 0 ? null : { ereignisse: mitschrift.ereignisse, stand };
}

/** Commands after which duties change for another reason than a new fact. */
export const RECHENGRUND: Readonly<Record<Begruendend, Rechengrund>> = {
  berichtigen: 'berichtigung',
  eintrag_zurueckziehen: 'berichtigung',
  eintrag_uebernehmen: 'berichtigung',
  kalender_uebernehmen: 'kalender',
  policy_uebernehmen: 'policy',
  regelwerk_uebernehmen: 'regelwerk',
};
type Begruendend =
  | Pflegemeldung['befehl']
  | Extract<Befehlsname, 'berichtigen' | 'eintrag_zurueckziehen' | 'eintrag_uebernehmen'>;

const istBegruendend = (befehl: string): befehl is Begruendend => Object.hasOwn(RECHENGRUND, befehl);
const rechengrund = (befehl: string): Rechengrund =>
  istBegruendend(befehl) ? RECHENGRUND[befehl] : 'tatsache';

/** The business instant of a command: never before what the Vorgang already knows (architecture.md 3). */
export function zeitgerecht<B extends { readonly at: Instant }>(
  lage: { readonly zustand: string; readonly zuletzt?: Instant },
  befehl: B,
): B {
  const { zuletzt } = lage;
  return zuletzt === undefined || befehl.at >= zuletzt ? befehl : { ...befehl, at: zuletzt };
}

function handelnd({ id, fuer }: Akteur): Anlass['wer'] {
  if (id === SYSTEMAKTEUR.id) return { akteur: null };
  return fuer === undefined ? { akteur: id } : { akteur: id, fuer };
}

/** What a Vorgang records because another one did something: the events it is given, and the duties that follow. */
export function beginne<T extends Typen>(
  aggregat: Aggregat<T>,
  id: string,
  { anlass, ereignis }: { readonly anlass: Anlass; readonly ereignis: Rohereignis<DatenVon<T>> },
): readonly EreignisVon<T>[] {
  const mitschrift: Mitschrift<T> = { lage: aggregat.neu(id), ereignisse: [], anlass };
  folgere(aggregat, mitschrift, { stand: nimm(aggregat, mitschrift, ereignis), grund: 'tatsache' });
  return mitschrift.ereignisse;
}

/** One command on a Vorgang whose time steps until `befehl.at` were taken: decide, then let the duties follow. */
export function fuehreAus<T extends Typen>(
  aggregat: Aggregat<T>,
  lage: Lage<T>,
  roh: BefehlAn<T>,
): Ergebnis<T> {
  const befehl = zeitgerecht(lage, roh);
  const entwurf = aggregat.decide(lage, befehl);
  if (!entwurf.ok) return entwurf;
  const { befehlId: id, at, akteur } = befehl;
  const mitschrift: Mitschrift<T> = { lage, ereignisse: [], anlass: { id, at, wer: handelnd(akteur) } };
  let stand: T['stand'] | null = null;
  for (const ereignis of entwurf.ereignisse) stand = nimm(aggregat, mitschrift, ereignis);
  if (stand !== null) folgere(aggregat, mitschrift, { stand, grund: rechengrund(befehl.befehl) });
  return { ok: true, ereignisse: mitschrift.ereignisse, lage: mitschrift.lage };
}
