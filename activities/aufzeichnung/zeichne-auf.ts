import type { Logger } from 'pino';
import type { EreignisVon, Typen, Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import {
  gespeichertesErgebnis,
  sequenzenVonBefehl,
  versionenStimmen,
  type GespeichertesErgebnis,
} from '../../db/aufzeichnung.ts';
import { mitAkteur, type Datenbank, type Transaktion } from '../../db/client.ts';
import { wartetEtwas } from '../../db/nachrichten.ts';
import { protokolliereKonflikt } from '../../db/konflikt.ts';
import { istZweiterFall } from '../failures.ts';
import { FALLART, POTENZIALART, TEAMART, type Aufzeichnungsart } from './arten.ts';
import {
  inHeutigerForm,
  type Auftrag01,
  type Aufzeichnungsauftrag,
  type Aufzeichnungsergebnis,
} from './auftrag.ts';
import { falte } from './faltung.ts';
import { schreibe } from './schreibe.ts';

export type Aufzeichnungsmittel = {
  readonly db: Datenbank;
  readonly log: Logger;
  /** Tells the delivery that something waits; a lost poke is made good by the schedule. */
  readonly stosseZustellungAn: () => Promise<void>;
};

/** What came of a recording, and whether the delivery has something to do. */
type Aufgezeichnet = { readonly ergebnis: Aufzeichnungsergebnis; readonly wartet: boolean };

type InTransaktion = (tx: Transaktion, auftrag: Aufzeichnungsauftrag) => Promise<Aufzeichnungsergebnis>;

/** Recording for one kind of Vorgang, in the order of architecture.md 3.5. */
function aufzeichnungFuer<T extends Typen>(art: Aufzeichnungsart<T>): InTransaktion {
  const { aggregat, ablage } = art;

  /** Record ahead of or behind the events offered: an old start, or a real contradiction (architecture.md 3.5 b). */
  async function beiWiderspruch(
    tx: Transaktion,
    auftrag: Aufzeichnungsauftrag,
    stand: T['stand'] | null,
  ): Promise<Aufzeichnungsergebnis> {
    const { id, befehlId, ereignisse, ersteImLauf } = auftrag;
    const { am = '', sequenz = 0 } = ereignisse[0] ?? {};
    if (stand !== null && stand.sequenz >= sequenz && ersteImLauf) return { art: 'voraus', stand };
    await protokolliereKonflikt(tx, ablage, { art: aggregat.art, id, befehlId, am, sequenz });
    return { art: 'konflikt' };
  }

  /** What the record holds of this command. Steps of time have no claim, nor has what was told from outside. */
  async function bisheriges(
    tx: Transaktion,
    { id: vorgangId, befehlId, antwort }: Aufzeichnungsauftrag,
  ): Promise<GespeichertesErgebnis> {
    const wo = { vorgangId, befehlId };
    const beansprucht = antwort === null ? null : await gespeichertesErgebnis(tx, ablage.ereignisse, wo);
    if (beansprucht !== null) return beansprucht;
    const [abSequenz = null] = await sequenzenVonBefehl(tx, ablage.ereignisse, wo);
    return { antwort: null, ablehnung: null, abSequenz };
  }

  /** The outcome the record already holds for this command, or null. */
  async function schonBekannt(
    tx: Transaktion,
    auftrag: Aufzeichnungsauftrag,
  ): Promise<Aufzeichnungsergebnis | null> {
    const { antwort, ablehnung, abSequenz } = await bisheriges(tx, auftrag);
    if (abSequenz !== null) return { art: 'gespeichert', abSequenz, antwort: antwort ?? auftrag.antwort };
    return ablehnung === null ? null : { art: 'abgelehnt', ablehnung };
  }

  return async (tx, auftrag) => {
    const { id, antwort } = auftrag;
    const stand = (await ablage.sperre(tx, id))?.stand ?? null;
    const bekannt = await schonBekannt(tx, auftrag);
    if (bekannt !== null) return bekannt;
    const erste = auftrag.ereignisse[0];
    if (erste === undefined) throw new Error('Aufzeichnung ohne Ereignis');
    if (erste.sequenz !== (stand?.sequenz ?? 0) + 1) return beiWiderspruch(tx, auftrag, stand);
    if (!(await versionenStimmen(tx, auftrag.zeilenversionen))) return { art: 'veraltet' };
    // The workflow of this kind made these events; on the way they lost their type.
    const ereignisse = auftrag.ereignisse as readonly EreignisVon<T>[];
    const faltung = falte(aggregat, { id, stand }, ereignisse);
    await schreibe(tx, art, { auftrag, faltung });
    for (const folge of art.folgen(faltung)) await zeichneFolgeAuf(tx, folge);
    return { art: 'gespeichert', abSequenz: erste.sequenz, antwort };
  };
}

const ARTEN: Readonly<Record<Vorgangsart, InTransaktion>> = {
  fall: aufzeichnungFuer(FALLART),
  potenzial: aufzeichnungFuer(POTENZIALART),
  team: aufzeichnungFuer(TEAMART),
};

/** Begins another Vorgang in the transaction of the one it follows from; whatever else comes of it undoes both. */
async function zeichneFolgeAuf(tx: Transaktion, folge: Aufzeichnungsauftrag): Promise<void> {
  const { art } = await ARTEN[folge.art](tx, folge);
  if (art !== 'gespeichert') throw new Error(`Folge ${folge.befehlId} nicht aufgezeichnet: ${art}`);
}

/** One transaction: events, projection, duties, texts, audit, inbox, outbox and the answer (architecture.md 3.5). */
export function erzeugeZeichneAuf(
  mittel: Aufzeichnungsmittel,
): (auftrag: Aufzeichnungsauftrag | Auftrag01) => Promise<Aufzeichnungsergebnis> {
  const { db, log, stosseZustellungAn } = mittel;
  return async (roh) => {
    const auftrag = inHeutigerForm(roh);
    const { art, id, befehlId } = auftrag;
    const { ergebnis, wartet } = await mitAkteur(
      db,
      { system: 'worker' },
      async (tx): Promise<Aufgezeichnet> => {
        const aufgezeichnet = await ARTEN[art](tx, auftrag);
        const gespeichert = aufgezeichnet.art === 'gespeichert';
        return { ergebnis: aufgezeichnet, wartet: gespeichert && (await wartetEtwas(tx)) };
      },
    ).catch((fehler: unknown): Aufgezeichnet => {
      if (istZweiterFall(fehler)) return { ergebnis: { art: 'zweiter_fall' }, wartet: false };
      throw fehler;
    });
    if (ergebnis.art === 'konflikt')
      log.error({ art, id, befehlId, regel: 'V-76' }, 'Vorgang nach Widerspruch angehalten');
    // Nobody's answer waits for it.
    if (wartet)
      void stosseZustellungAn().catch((fehler: unknown) => {
        log.warn({ art, id, err: fehler }, 'Anstoß der Zustellung verloren, der Zeitplan holt ihn nach');
      });
    return ergebnis;
  };
}
