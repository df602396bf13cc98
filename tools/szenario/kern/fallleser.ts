import type { Aktenleser } from '../../../api/befehle/fakten/aktenleser.ts';
import type { Bezugsort, Fallkopf, Vorgaenger } from '../../../db/akte.ts';
import type { Bezug } from '../../../domain/fall/befehle.ts';
import { bezugAuf } from '../../../domain/fall/bezug.ts';
import { ohneZurueckgezogenes } from '../../../domain/fall/ruecknahme.ts';
import { uebergabeprotokolleAus } from '../../../domain/fall/uebergabeprotokolle.ts';
import type { Ereignis } from '../../../domain/fall/ereignisse.ts';
import {
  laeuftNoch,
  vormerkungVon,
  WIEDER_AUFNEHMBAR,
  type BestehenderFall,
} from '../../../domain/fall/fall.ts';
import { fallbezugVon } from '../../../domain/rollen/befehlsrechte.ts';
import { anlassVon } from '../../../domain/vorgang/schritt.ts';
import { kennung } from '../verweise.ts';
import type { Fallakte } from './fallakte.ts';
import type { Welt } from './welt.ts';

/** The cases of a person, by its id. */
export function faelleVon({ faelle }: Pick<Welt, 'faelle'>, personId: string): BestehenderFall[] {
  return faelle.filter(({ person }) => kennung('person', person) === personId).map(({ fall }) => fall);
}

export function fallkopfVon({ fall, person }: Fallakte): Fallkopf {
  const { fallId: id, fallnummer } = fall;
  const personId = kennung('person', person);
  return { ...fallbezugVon(fall), id, fallnummer, personId, stand: fall, angehalten: false };
}

/** The n-th fact of a kind that was not taken back, without number the newest. */
function ereignisIn({ ereignisse }: Fallakte, { art, nummer }: Bezugsort): Ereignis | null {
  const gleiche = ohneZurueckgezogenes(ereignisse).filter((e) => e.art === art);
  return (nummer === undefined ? gleiche.at(-1) : gleiche[nummer - 1]) ?? null;
}

/** That fact, or a date it brought. */
function bezugIn(akte: Fallakte, wo: Bezugsort): Bezug | null {
  const gefunden = ereignisIn(akte, wo);
  return gefunden === null ? null : bezugAuf(gefunden, wo.teil);
}

/** That fact with all its command recorded. */
function eintragIn(akte: Fallakte, wo: Bezugsort): Awaited<ReturnType<Aktenleser['eintrag']>> {
  const ereignis = ereignisIn(akte, wo);
  if (ereignis === null) return null;
  const anlass = anlassVon(ereignis);
  return { ereignis, ereignisse: akte.ereignisse.filter((e) => anlassVon(e) === anlass) };
}

/** The newest case of the person that was ended or refused (TR49). */
function vorgaengerIn(faelle: readonly BestehenderFall[]): Vorgaenger | null {
  const zustaende: readonly string[] = WIEDER_AUFNEHMBAR;
  const gefunden = faelle.findLast(({ zustand }) => zustaende.includes(zustand));
  return gefunden === undefined ? null : { id: gefunden.fallId, laufendeNummer: gefunden.laufendeNummer };
}

/** TR59: another case of the person that is open or younger than the end of this one. */
function istNeuer({ stand }: Fallkopf, anderer: BestehenderFall): boolean {
  if (anderer.fallId === stand.fallId) return false;
  const ende = stand.zustand === 'beendet' ? stand.fallabgang.am : '9999-12-31';
  return laeuftNoch(anderer) || vormerkungVon(anderer).am > ende;
}

type Fallleser = Pick<
  Aktenleser,
  | 'fallkopf'
  | 'bezug'
  | 'eintrag'
  | 'uebergaben'
  | 'fmHatGehandelt'
  | 'hatNeuerenFall'
  | 'vorgaengerfall'
  | 'faelleDerPerson'
>;

export function fallleser(welt: Welt): Fallleser {
  const akteVon = (fallId: string): Fallakte | undefined =>
    welt.faelle.find(({ fall }) => fall.fallId === fallId);
  return {
    fallkopf: (fallId) => {
      const akte = akteVon(fallId);
      return Promise.resolve(akte === undefined ? null : fallkopfVon(akte));
    },
    bezug: (fallId, wo) => {
      const akte = akteVon(fallId);
      return Promise.resolve(akte === undefined ? null : bezugIn(akte, wo));
    },
    eintrag: (fallId, wo) => {
      const akte = akteVon(fallId);
      return Promise.resolve(akte === undefined ? null : eintragIn(akte, wo));
    },
    uebergaben: (fallId) =>
      Promise.resolve(uebergabeprotokolleAus(fallId, akteVon(fallId)?.ereignisse ?? [])),
    fmHatGehandelt: ({ id, fm }) => {
      const ereignisse = akteVon(id)?.ereignisse ?? [];
      const seit = ereignisse.slice(ereignisse.findLastIndex(({ art }) => art === 'zugeordnet') + 1);
      return Promise.resolve(fm !== null && seit.some((e) => e.akteur === fm || e.fuer === fm));
    },
    hatNeuerenFall: (kopf) =>
      Promise.resolve(faelleVon(welt, kopf.personId).some((anderer) => istNeuer(kopf, anderer))),
    vorgaengerfall: (personId) => Promise.resolve(vorgaengerIn(faelleVon(welt, personId))),
    faelleDerPerson: (personId) => Promise.resolve(faelleVon(welt, personId)),
  };
}
