import type { Logger } from 'pino';
import { falteFall, type Faltung } from './faltung.ts';
import type { Aufzeichnungsauftrag, Aufzeichnungsergebnis } from './auftrag.ts';
import { schreibe } from './schreibe.ts';
import { istZweiterFall } from '../failures.ts';
import { mitAkteur, type Datenbank, type Transaktion } from '../../db/client.ts';
import {
  gespeicherterAusgang,
  sequenzenVonBefehl,
  sperreStand,
  versionenStimmen,
  type GespeicherterAusgang,
} from '../../db/aufzeichnung.ts';
import { protokolliereKonflikt } from '../../db/konflikt.ts';

export type Aufzeichnungsmittel = {
  readonly db: Datenbank;
  readonly log: Logger;
  /** Tells the delivery that something waits; a lost poke is made good by the schedule. */
  readonly stosseZustellungAn: () => Promise<void>;
};

/** Record ahead of or behind the events offered: an old start, or a real contradiction (architecture.md 3.5 b). */
async function beiWiderspruch(
  tx: Transaktion,
  auftrag: Aufzeichnungsauftrag,
  stand: Faltung['stand'],
): Promise<Aufzeichnungsergebnis> {
  const voraus = stand !== null && stand.sequenz >= (auftrag.ereignisse[0]?.sequenz ?? 0);
  if (voraus && auftrag.ersteImLauf) return { art: 'voraus', fall: stand };
  await protokolliereKonflikt(tx, auftrag);
  return { art: 'konflikt' };
}

const KEIN_AUSGANG: GespeicherterAusgang = { antwort: null, ablehnung: null };

async function inTransaktion(tx: Transaktion, auftrag: Aufzeichnungsauftrag): Promise<Aufzeichnungsergebnis> {
  const stand = await sperreStand(tx, auftrag.fallId);
  // Steps of time have no claim.
  const ausgang = auftrag.antwort === null ? KEIN_AUSGANG : await gespeicherterAusgang(tx, auftrag.befehlId);
  const [schon] = await sequenzenVonBefehl(tx, auftrag.fallId, auftrag.befehlId);
  if (schon !== undefined) {
    return { art: 'gespeichert', abSequenz: schon, antwort: ausgang.antwort ?? auftrag.antwort };
  }
  if (ausgang.ablehnung !== null) return { art: 'abgelehnt', ablehnung: ausgang.ablehnung };
  const erste = auftrag.ereignisse[0];
  if (erste === undefined) throw new Error('Aufzeichnung ohne Ereignis');
  if (erste.sequenz !== (stand?.sequenz ?? 0) + 1) return beiWiderspruch(tx, auftrag, stand);
  if (!(await versionenStimmen(tx, auftrag.zeilenversionen))) return { art: 'veraltet' };
  await schreibe(tx, auftrag, falteFall(stand, auftrag));
  return { art: 'gespeichert', abSequenz: erste.sequenz, antwort: auftrag.antwort };
}

/** One transaction: events, projection, duties, texts, audit, inbox, outbox and the answer (architecture.md 3.5). */
export function erzeugeZeichneAuf(
  mittel: Aufzeichnungsmittel,
): (auftrag: Aufzeichnungsauftrag) => Promise<Aufzeichnungsergebnis> {
  const { db, log, stosseZustellungAn } = mittel;
  return async (auftrag) => {
    const ergebnis = await mitAkteur(db, { system: 'worker' }, (tx) => inTransaktion(tx, auftrag)).catch(
      (fehler: unknown): Aufzeichnungsergebnis => {
        if (istZweiterFall(fehler)) return { art: 'zweiter_fall' };
        throw fehler;
      },
    );
    const { fallId, befehlId } = auftrag;
    if (ergebnis.art === 'konflikt')
      log.error({ fallId, befehlId, regel: 'V-76' }, 'Fall nach Widerspruch angehalten');
    if (ergebnis.art === 'gespeichert') {
      await stosseZustellungAn().catch((fehler: unknown) => {
        log.warn({ fallId, err: fehler }, 'Anstoß der Zustellung verloren, der Zeitplan holt ihn nach');
      });
    }
    return ergebnis;
  };
}
