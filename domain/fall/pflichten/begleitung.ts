import { faelligAm, rohesEnde, type Fristauftrag } from '../../frist/berechnung.ts';
import { plusMonate, plusTage, type Tag } from '../../frist/tag.ts';
import { ankerVon, type Anker } from '../anker.ts';
import type { AbgehenderFall, BeendeterFall, Begleitung, OffenerFall } from '../fall.ts';
import { abgebendeStelleVon } from '../herkunft.ts';
import { zwischenberichte } from './extern.ts';
import { gutachtenpflichten } from './gutachten.ts';
import { kontaktpflichten } from './kontakt.ts';
import { leistungspflichten } from './leistung.ts';
import { dauerVon, einmalig, regelVon, rollierend, type Pflicht, type Sicht } from './pflicht.ts';
import { teilzielpflichten } from './teilziele.ts';
import { vereinbarungspflichten } from './vereinbarung.ts';

/** The open Begleitung with the day its long duties count from (POL-ANKER). */
type Begleiteter = { readonly begleitung: Begleitung; readonly anker: Anker };

/** T-07 with POL-REVIEW = ROLLIEREND: six months after the Überprüfung before it, the first after the anchor. */
function rollierendeUeberpruefungen(sicht: Sicht, { begleitung, anker }: Begleiteter): Pflicht[] {
  const { fallzugang, ueberpruefungen: alle } = begleitung;
  const glieder = [{ ...fallzugang, am: anker.am }, ...alle.filter(({ am }) => am > anker.am)];
  const kette = rollierend(sicht, { id: 'T-07', anlass: 'Überprüfung', glieder, vorher: 0 });
  return kette.map((pflicht, stelle) =>
    stelle === 0
      ? { ...pflicht, beginn: fallzugang.am, auftrag: { ...pflicht.auftrag, anlass: anker.anlass } }
      : pflicht,
  );
}

/** T-07: anchored every 6 months, kept inside the window [raw − n days, next window) (A-09, POL-REVIEW). */
function ueberpruefungen(sicht: Sicht, begleitet: Begleiteter): Pflicht[] {
  const dauer = dauerVon(sicht, 'T-07');
  const review = sicht.policy['POL-REVIEW'];
  if (dauer === null) return [];
  if (review.art === 'rollierend') return rollierendeUeberpruefungen(sicht, begleitet);
  const { begleitung, anker } = begleitet;
  const auftragFuer = (vorkommen: number): Fristauftrag => ({
    regel: regelVon(sicht, 'T-07'),
    ereignis: anker.am,
    dauer,
    vorkommen,
    anlass: anker.anlass,
  });
  const fensterAuf = (k: number): Tag => plusTage(rohesEnde(auftragFuer(k), sicht.kalender), -review.tage);
  const pflichten: Pflicht[] = [];
  for (let k = 1; ; k += 1) {
    const auf = fensterAuf(k);
    const zu = fensterAuf(k + 1);
    const erfuellung = begleitung.ueberpruefungen.find((u) => u.am >= auf && u.am < zu) ?? null;
    pflichten.push({
      id: 'T-07',
      vorkommen: k,
      beginn: begleitung.fallzugang.am,
      auftrag: auftragFuer(k),
      erfuellung,
      versaeumtAb: zu,
      wechselAm: zu,
    });
    if (erfuellung === null && sicht.heute < zu) return pflichten;
  }
}

/** Day from which the Standortgespräch number k may be held: one month before its raw day (T-09). */
export function standortAb(sicht: Sicht, anker: Tag, k: number): Tag {
  return plusMonate(anker, sicht.policy['POL-HOECHSTDAUER'].monate + 12 * (k - 1) - 1);
}

/** T-08 (CAL-Z, no shift) and T-09 (CAL-F of the same date, again every 12 months). */
function hoechstdauer(sicht: Sicht, begleitet: Begleiteter): Pflicht[] {
  const { monate, art } = sicht.policy['POL-HOECHSTDAUER'];
  if (art === 'none') return [];
  const { begleitung, anker } = begleitet;
  const anzahlFuer = (k: number): number => monate + 12 * (k - 1);
  const pflichten: Pflicht[] = [];
  if (sicht.policy['POL-FRIST']['T-08'].aktiv) pflichten.push(dauergrenze(sicht, begleitet));
  if (!sicht.policy['POL-FRIST']['T-09'].aktiv) return pflichten;
  for (let k = 1; ; k += 1) {
    const ab = standortAb(sicht, anker.am, k);
    const erfuellung = begleitung.standortgespraeche.find((s) => s.am >= ab) ?? null;
    pflichten.push({
      id: 'T-09',
      vorkommen: k,
      beginn: ab,
      auftrag: {
        regel: regelVon(sicht, 'T-09'),
        ereignis: anker.am,
        dauer: { einheit: 'monate', anzahl: anzahlFuer(k) },
        anlass: anker.anlass,
      },
      erfuellung,
      // Only T-07 is missed when its successor opens; this one stays on the list until the talk was held.
      versaeumtAb: null,
      wechselAm: null,
    });
    if (erfuellung === null) return pflichten;
  }
}

function dauergrenze(sicht: Sicht, { begleitung, anker }: Begleiteter): Pflicht {
  const roh = plusMonate(anker.am, sicht.policy['POL-HOECHSTDAUER'].monate);
  const verbleib = begleitung.standortgespraeche.find((s) => s.verlaengerungBis !== null) ?? null;
  const ende = sicht.fall.zustand === 'beendet' ? sicht.fall.fallabgang : null;
  const erfuellung = [verbleib, ende].find((t) => t !== null && t.am <= roh) ?? null;
  return {
    id: 'T-08',
    vorkommen: 1,
    beginn: begleitung.fallzugang.am,
    auftrag: {
      regel: regelVon(sicht, 'T-08'),
      ereignis: anker.am,
      dauer: { einheit: 'monate', anzahl: sicht.policy['POL-HOECHSTDAUER'].monate },
      anlass: anker.anlass,
    },
    erfuellung,
    versaeumtAb: plusTage(roh, 1),
    wechselAm: plusTage(roh, 1),
  };
}

/** A case that has or had a Begleitung. */
type Begleitbar = OffenerFall | AbgehenderFall | BeendeterFall;

/** T-06 to T-12, T-15, T-17 to T-20, T-30, T-31, T-33, T-53 and T-54: what an open Fall owes. */
export function pflichtenDerBegleitung(sicht: Sicht, fall: Begleitbar): Pflicht[] {
  const { begleitung } = fall;
  const begleitet = { begleitung, anker: ankerVon(fall) };
  const pflichten: Pflicht[] = [];
  if (abgebendeStelleVon(sicht.fall) !== null) {
    const anker = begleitung.fallzugang;
    pflichten.push(...einmalig(sicht, { id: 'T-06', anker, anlass: 'Fallzugang' }, begleitung.feedback));
  }
  pflichten.push(...ueberpruefungen(sicht, begleitet), ...hoechstdauer(sicht, begleitet));
  pflichten.push(...kontaktpflichten(sicht, begleitung), ...gutachtenpflichten(sicht, begleitung));
  pflichten.push(...vereinbarungspflichten(sicht, begleitung));
  pflichten.push(...teilzielpflichten(sicht, begleitung.planung));
  pflichten.push(...leistungspflichten(sicht, begleitung));
  if (begleitung.extern !== null) pflichten.push(...zwischenberichte(sicht, begleitung.extern));
  return pflichten;
}

/** The newest Überprüfung whose due day has passed must be done before a Verbleib (V-73). */
export function letzteFaelligeUeberpruefungOffen(sicht: Sicht, fall: Begleitbar): boolean {
  const begleitet = { begleitung: fall.begleitung, anker: ankerVon(fall) };
  const vergangen = ueberpruefungen(sicht, begleitet).filter(
    (p) => faelligAm(p.auftrag, sicht.kalender) < sicht.heute,
  );
  const letzte = vergangen.at(-1);
  return letzte !== undefined && letzte.erfuellung === null;
}
