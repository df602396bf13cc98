import type { Logger } from 'pino';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { EreignisVon, Typen, Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import type { Antwort } from '../../domain/vorgang/antwort.ts';
import type { Anspruchsstand, Vorlage } from '../../db/ablage.ts';
import { aufzeichnungsfragen, sequenzenVonBefehl, versionenStimmen } from '../../db/aufzeichnung.ts';
import { mitGemerktem, type Datenbank, type Transaktion } from '../../db/client.ts';
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

type InTransaktion = (tx: Transaktion, auftrag: Aufzeichnungsauftrag) => Promise<Aufgezeichnet>;

const ohneSendung = (ergebnis: Aufzeichnungsergebnis): Aufgezeichnet => ({ ergebnis, wartet: false });

/** Refused by another process that was quicker, as the claim says; null while it is open. */
function ablehnungVon(anspruch: Anspruchsstand | null): Ablehnung | null {
  if (anspruch === null || anspruch.status === null || anspruch.status === 200) return null;
  // What the API stored beside the claim with such a status.
  return anspruch.antwort as Ablehnung;
}

/** The outcome the record already holds for this command, or null; what it had to send may not have been poked (kill). */
async function schonBekannt(
  tx: Transaktion,
  auftrag: Aufzeichnungsauftrag,
  { abSequenz, anspruch }: Pick<Vorlage<unknown>, 'abSequenz' | 'anspruch'>,
): Promise<Aufgezeichnet | null> {
  if (abSequenz !== null) {
    const antwort = anspruch?.status === 200 ? (anspruch.antwort as Antwort) : auftrag.antwort;
    return { ergebnis: { art: 'gespeichert', abSequenz, antwort }, wartet: await wartetEtwas(tx) };
  }
  const ablehnung = ablehnungVon(anspruch);
  return ablehnung === null ? null : ohneSendung({ art: 'abgelehnt', ablehnung });
}

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

  /**
   * Looks at the record and locks what a decision rests on. Events that do not follow may have been recorded by another attempt of
   * this very recording, while this one waited for the lock: then what the waiting statement saw of them is too old.
   */
  async function liesVorlage(
    tx: Transaktion,
    { id, befehlId, antwort, zeilenversionen, ereignisse }: Aufzeichnungsauftrag,
  ): Promise<Vorlage<T['stand']> & { readonly folgt: boolean }> {
    const wo = { vorgangId: id, befehlId, beansprucht: antwort !== null };
    const fragen = aufzeichnungsfragen(ablage.ereignisse, wo, zeilenversionen);
    const vorlage = await ablage.sperreMit(tx, id, fragen);
    const folgt = ereignisse[0]?.sequenz === (vorlage.stand?.sequenz ?? 0) + 1;
    if (folgt || vorlage.abSequenz !== null) return { ...vorlage, folgt };
    const [abSequenz = null] = await sequenzenVonBefehl(tx, ablage.ereignisse, wo);
    return { ...vorlage, abSequenz, folgt };
  }

  return async (tx, auftrag) => {
    const { id, antwort, zeilenversionen } = auftrag;
    const { stand, versionen, folgt, ...vorlage } = await liesVorlage(tx, auftrag);
    const bekannt = await schonBekannt(tx, auftrag, vorlage);
    if (bekannt !== null) return bekannt;
    const erste = auftrag.ereignisse[0];
    if (erste === undefined) throw new Error('Aufzeichnung ohne Ereignis');
    if (!folgt) return ohneSendung(await beiWiderspruch(tx, auftrag, stand));
    if (!versionenStimmen(zeilenversionen, versionen)) return ohneSendung({ art: 'veraltet' });
    // The workflow of this kind made these events; on the way they lost their type.
    const ereignisse = auftrag.ereignisse as readonly EreignisVon<T>[];
    const faltung = falte(aggregat, { id, stand }, ereignisse);
    let wartet = await schreibe(tx, art, { auftrag, faltung });
    for (const folge of art.folgen(faltung)) wartet = (await zeichneFolgeAuf(tx, folge)) || wartet;
    return { ergebnis: { art: 'gespeichert', abSequenz: erste.sequenz, antwort }, wartet };
  };
}

const ARTEN: Readonly<Record<Vorgangsart, InTransaktion>> = {
  fall: aufzeichnungFuer(FALLART),
  potenzial: aufzeichnungFuer(POTENZIALART),
  team: aufzeichnungFuer(TEAMART),
};

/** Begins another Vorgang in the transaction of the one it follows from; whatever else comes of it undoes both. */
async function zeichneFolgeAuf(tx: Transaktion, folge: Aufzeichnungsauftrag): Promise<boolean> {
  const { ergebnis, wartet } = await ARTEN[folge.art](tx, folge);
  if (ergebnis.art !== 'gespeichert')
    throw new Error(`Folge ${folge.befehlId} nicht aufgezeichnet: ${ergebnis.art}`);
  return wartet;
}

/** One transaction: events, projection, duties, texts, audit, inbox, outbox and the answer (architecture.md 3.5). */
export function erzeugeZeichneAuf(
  mittel: Aufzeichnungsmittel,
): (auftrag: Aufzeichnungsauftrag | Auftrag01) => Promise<Aufzeichnungsergebnis> {
  const { db, log, stosseZustellungAn } = mittel;
  return async (roh) => {
    const auftrag = inHeutigerForm(roh);
    const { art, id, befehlId } = auftrag;
    const { ergebnis, wartet } = await mitGemerktem(db, { system: 'worker' }, (tx) =>
      ARTEN[art](tx, auftrag),
    ).catch((fehler: unknown): Aufgezeichnet => {
      if (istZweiterFall(fehler)) return ohneSendung({ art: 'zweiter_fall' });
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
