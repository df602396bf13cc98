import { FALLART, POTENZIALART, TEAMART, type Aufzeichnungsart } from './arten.ts';
import type { Transaktion } from '../../db/client.ts';
import { liesEreignisdaten } from '../../db/geschichte.ts';
import type { Vorgangsbezug } from '../../db/verweis.ts';
import { wieBegonnen } from '../../domain/fall/altstand.ts';
import type { EreignisVon, Lage, Stand, Typen, Vorgangsart } from '../../domain/vorgang/aggregat.ts';

/** What PostgreSQL knows of a Vorgang. */
export type Akte = {
  readonly bezug: Vorgangsbezug;
  /** How people know it: the Fallnummer of a case. */
  readonly titel: string;
  /** The events, folded. */
  readonly gefaltet: Stand;
  /** The state as the last recording left it, and as it has to be if it follows from the events. */
  readonly stand: Stand;
  readonly erwartet: Stand;
  readonly letzteSequenz: number;
  readonly angehaltenSeit: string | null;
  /** No duty is left, so no workflow has to run. */
  readonly abgeschlossen: boolean;
};

type Wartung = {
  readonly lies: (tx: Transaktion, id: string) => Promise<Akte | null>;
  readonly gibFrei: (tx: Transaktion, id: string) => Promise<void>;
};

/** The fold of today, as a release before this one has begun the Vorgang (W6). */
type Begonnen<T extends Typen> = (
  gefaltet: T['stand'],
  stand: T['stand'],
  erstes: EreignisVon<T>,
) => T['stand'];

function wartungFuer<T extends Typen>(
  { aggregat, ablage }: Aufzeichnungsart<T>,
  titel: (stand: T['stand']) => string,
  begonnen: Begonnen<T> = (gefaltet) => gefaltet,
): Wartung {
  return {
    lies: async (tx, id) => {
      const akte = await ablage.sperre(tx, id);
      if (akte === null) return null;
      let lage: Lage<T> = aggregat.neu(id);
      const ereignisse = await liesEreignisdaten(tx, ablage.ereignisse, id);
      let gefaltet: T['stand'] | null = null;
      for (const { daten } of ereignisse) {
        gefaltet = aggregat.evolve(lage, daten);
        lage = gefaltet;
      }
      const [erstes] = ereignisse;
      if (gefaltet === null || erstes === undefined) return null;
      const letzteSequenz = ereignisse.at(-1)?.daten.sequenz ?? 0;
      const bezug = { art: aggregat.art, id };
      const abgeschlossen = aggregat.istAbgeschlossen(gefaltet);
      const erwartet = begonnen(gefaltet, akte.stand, erstes.daten);
      return { ...akte, bezug, titel: titel(gefaltet), gefaltet, erwartet, letzteSequenz, abgeschlossen };
    },
    gibFrei: (tx, id) => ablage.setzeAngehalten(tx, id, null),
  };
}

const WARTUNG: Readonly<Record<Vorgangsart, Wartung>> = {
  fall: wartungFuer(FALLART, ({ fallnummer }) => `Fall ${fallnummer}`, wieBegonnen),
  potenzial: wartungFuer(POTENZIALART, () => 'Komplexprofil-Prüfung'),
  team: wartungFuer(TEAMART, () => 'Kalender des Teams'),
};

/** Reads the record, its head locked until the transaction ends; null when there is no such Vorgang. */
export async function liesAkte(tx: Transaktion, id: string): Promise<Akte | null> {
  for (const { lies } of Object.values(WARTUNG)) {
    const akte = await lies(tx, id);
    if (akte !== null) return akte;
  }
  return null;
}

/** Takes the mark of V-76 away after the reconciliation. */
export async function nimmMarkeWeg(tx: Transaktion, { art, id }: Vorgangsbezug): Promise<void> {
  await WARTUNG[art].gibFrei(tx, id);
}
