import type { Tag } from '../../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import { fristschluessel } from '../../../domain/pflicht/frist.ts';
import { geaenderteZeilen, type Fristzeile } from '../../../domain/pflicht/fristzeilen.ts';
import { herleitungIn } from '../../../domain/pflicht/sollfristen.ts';
import type { Aggregat, EreignisVon, Lage, Typen } from '../../../domain/vorgang/aggregat.ts';
import type { Nachricht } from '../../../domain/vorgang/nachricht.ts';
import { naechsterInstant, zeitschritt, type Fortschritt } from '../../../domain/vorgang/schritt.ts';
import type { Fristsicht } from '../motor.ts';

/** What the record of any Vorgang collects while its story runs. */
export type Aktenfuehrung = {
  readonly zeilen: Map<string, Fristzeile>;
  /** Messages nobody has looked at yet, each to who really gets it. */
  post: Nachricht[];
  /** Steps of a ladder that went out: the same one for the same due day goes out once, also after it moved and came back (I2). */
  readonly gesendet: Set<string>;
  /** The message as it is delivered on a day: the Vertretung of an absent Fallmanager gets it. */
  readonly stelleZu: (nachricht: Nachricht, tag: Tag) => Nachricht;
};

function istNeu({ gesendet }: Aktenfuehrung, nachricht: Nachricht): boolean {
  if (nachricht.stufe === 'mitteilung') return true;
  const schluessel = JSON.stringify(nachricht);
  if (gesendet.has(schluessel)) return false;
  gesendet.add(schluessel);
  return true;
}

/** Records the duties and the messages of new events. */
export function verzeichne<T extends Typen>(
  fuehrung: Aktenfuehrung,
  aggregat: Aggregat<T>,
  neu: { readonly vorher: Lage<T>; readonly ereignisse: readonly EreignisVon<T>[] },
): void {
  let lage = neu.vorher;
  for (const ereignis of neu.ereignisse) {
    const nachher = aggregat.evolve(lage, ereignis);
    const tag = ortstag(ereignis.am);
    const post = aggregat.nachrichten(ereignis, lage, nachher).filter((n) => istNeu(fuehrung, n));
    fuehrung.post.push(...post.map((n) => fuehrung.stelleZu(n, tag)));
    for (const zeile of geaenderteZeilen(fuehrung.zeilen, ereignis)) {
      fuehrung.zeilen.set(fristschluessel(zeile), zeile);
    }
    lage = nachher;
  }
}

/** The next thing time brings until an instant; null when nothing is due. @throws when a due moment changes nothing. */
export function naechsterSchritt<T extends Typen>(
  aggregat: Aggregat<T>,
  stand: T['stand'],
  bis: Instant,
): Fortschritt<T> | null {
  const faellig = naechsterInstant(aggregat, stand);
  if (faellig === null || faellig > bis) return null;
  const fortschritt = zeitschritt(aggregat, stand, faellig);
  if (fortschritt === null) throw new Error(`Um ${faellig} war nichts zu tun, obwohl geweckt wurde`);
  return fortschritt;
}

/** Duties as lists show them on a day, each with what explains it; one that has not begun does not exist yet. */
export function fristenAm<T extends Typen>(
  {
    zeilen,
    stand,
    aggregat,
  }: {
    readonly zeilen: ReadonlyMap<string, Fristzeile>;
    readonly stand: T['stand'];
    readonly aggregat: Aggregat<T>;
  },
  heute: Tag,
): Fristsicht[] {
  const pflichtlage = aggregat.pflichtlage(stand, heute);
  const verlegt = new Map(stand.fristen.map((f) => [fristschluessel(f), f.verlegt]));
  return [...zeilen.values()]
    .filter((zeile) => zeile.beginn <= heute)
    .sort((a, b) => (a.id === b.id ? a.vorkommen - b.vorkommen : a.id < b.id ? -1 : 1))
    .map((zeile) => {
      const { id, vorkommen, roh, faellig, status, ruht } = zeile;
      const herleitung = herleitungIn(pflichtlage, zeile) ?? [];
      const weg = verlegt.get(fristschluessel(zeile));
      const sicht = { id, vorkommen, roh, faellig, status, ruht, herleitung };
      return weg === undefined ? sicht : { ...sicht, verlegt: weg };
    });
}
