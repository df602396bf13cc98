import type { Bezug } from '../../../domain/fall/befehle.ts';
import { bezugAuf } from '../../../domain/fall/bezug.ts';
import type { Ereignis } from '../../../domain/fall/ereignisse.ts';
import { evolve } from '../../../domain/fall/evolve.ts';
import { nebenVon, type BestehenderFall, type Fall } from '../../../domain/fall/fall.ts';
import { fristschluessel } from '../../../domain/pflicht/frist.ts';
import { geaenderteZeilen, type Fristzeile } from '../../../domain/pflicht/fristzeilen.ts';
import { nachrichten } from '../../../domain/fall/nachrichten.ts';
import type { Nachricht } from '../../../domain/vorgang/nachricht.ts';
import { zeitschritt, type Fortschritt } from '../../../domain/fall/schritt.ts';
import { naechsterInstant } from '../../../domain/fall/schritt.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import type { Fallsicht } from '../motor.ts';

/** One case of the story as the record would hold it: its state, its events, its rows, what was sent. */
export type Fallakte = {
  readonly label: string;
  readonly person: string;
  fall: BestehenderFall;
  readonly ereignisse: Ereignis[];
  readonly zeilen: Map<string, Fristzeile>;
  /** Messages nobody has looked at yet, each to who really gets it. */
  post: Nachricht[];
  /** The message as it is delivered on a day: the Vertretung of an absent Fallmanager gets it. */
  readonly stelleZu: (nachricht: Nachricht, tag: Tag) => Nachricht;
};

/** Records what a command or a moment led to. */
export function zeichneAuf(akte: Fallakte, vorher: Fall, { ereignisse, fall }: Fortschritt): void {
  let stand = vorher;
  for (const ereignis of ereignisse) {
    const nachher = evolve(stand, ereignis);
    const tag = ortstag(ereignis.am);
    akte.post.push(...nachrichten(ereignis, stand, nachher).map((n) => akte.stelleZu(n, tag)));
    for (const zeile of geaenderteZeilen(akte.zeilen, ereignis)) {
      akte.zeilen.set(fristschluessel(zeile), zeile);
    }
    akte.ereignisse.push(ereignis);
    stand = nachher;
  }
  akte.fall = fall;
}

/** Takes every due moment on its own, as a live timer does. @throws when a due moment changes nothing. */
export function lasseZeitVergehen(akte: Fallakte, bis: Instant): void {
  for (;;) {
    const faellig = naechsterInstant(akte.fall);
    if (faellig === null || faellig > bis) return;
    const fortschritt = zeitschritt(akte.fall, faellig);
    if (fortschritt === null)
      throw new Error(`Um ${faellig} war nichts zu tun, obwohl der Fall geweckt wurde`);
    zeichneAuf(akte, akte.fall, fortschritt);
  }
}

/** The case as lists show it on a day; a duty that has not begun does not exist yet. `alle` are the cases of the story. */
export function sichtVon(
  akte: Pick<Fallakte, 'label' | 'fall' | 'zeilen'>,
  heute: Tag,
  alle: readonly { readonly label: string; readonly fall: { readonly fallId: string } }[],
): Fallsicht {
  const fristen = [...akte.zeilen.values()]
    .filter((zeile) => zeile.beginn <= heute)
    .sort((a, b) => (a.id === b.id ? a.vorkommen - b.vorkommen : a.id < b.id ? -1 : 1))
    .map(({ id, vorkommen, roh, faellig, status, ruht }) => ({ id, vorkommen, roh, faellig, status, ruht }));
  const { zustand, hinweise, auffaelligkeiten, vorgaengerFallId } = akte.fall;
  return {
    fall: akte.label,
    zustand,
    neben: [...nebenVon(akte.fall)].sort(),
    hinweise: [...hinweise].sort(),
    auffaelligkeiten: [...auffaelligkeiten].sort(),
    vorgaenger: alle.find(({ fall }) => fall.fallId === vorgaengerFallId)?.label ?? null,
    fristen,
  };
}

/** The recorded fact a correction names: the n-th of its kind, without number the newest, or a date it brought. */
export function bezugIn(
  akte: Fallakte,
  wo: { readonly art: string; readonly nummer: number | undefined; readonly teil: string | undefined },
): Bezug | null {
  const gleiche = akte.ereignisse.filter((e) => e.art === wo.art);
  const gefunden = wo.nummer === undefined ? gleiche.at(-1) : gleiche[wo.nummer - 1];
  return gefunden === undefined ? null : bezugAuf(gefunden, wo.teil);
}
