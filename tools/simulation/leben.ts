import { aufHeutigenStand } from '../../domain/fall/altstand.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import type { BestehenderFall, Fall } from '../../domain/fall/fall.ts';
import { fuehreAus } from '../../domain/fall/schritt.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { bis, befehl, NEU, type Werdegang } from './bauen.ts';
import { befehlAus, type Partie } from './zuege.ts';
import { ANFAENGE } from './anfaenge.ts';

/** One move as it was played: the case before it (all steps of time taken), the command, the case after it. */
export type Station = {
  readonly vorher: BestehenderFall;
  readonly befehl: Befehl;
  readonly abgelehnt: boolean;
  readonly nachher: BestehenderFall;
};

/** A case from its opening to the last move, with everything it recorded. */
export type Leben = Werdegang & { readonly stationen: readonly Station[] };

/** Something that must hold in every life of a case, whatever anybody does. */
export type Invariante = {
  readonly name: string;
  /** @throws AssertionError when it does not hold. */
  readonly pruefe: (leben: Leben) => void;
};

const START = '2024-11-12T09:00';

function geoeffnet(): Werdegang {
  const ergebnis = fuehreAus(NEU, befehl('vormerken', START));
  if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
  return ergebnis;
}

/** As the case comes back from history or from PostgreSQL at continue-as-new. */
export function getragen<F extends Fall>(fall: F): F {
  return aufHeutigenStand(JSON.parse(JSON.stringify(fall)) as F);
}

/** Plays the moves; refused ones change nothing. Every due moment is taken on its own before the next command. */
export function lebe({ start, zuege }: Partie): Leben {
  let werdegang = start === 'frisch' ? geoeffnet() : ANFAENGE[start]();
  let am = ortstag(werdegang.fall.zuletzt);
  const stationen: Station[] = [];
  for (const zug of zuege) {
    am = plusTage(am, zug.tage);
    werdegang = bis({ ...werdegang, fall: getragen(werdegang.fall) }, am);
    const einer = befehlAus(zug, am, werdegang);
    const vorher = werdegang.fall;
    const ergebnis = fuehreAus(vorher, einer);
    if (ergebnis.ok)
      werdegang = { fall: ergebnis.fall, ereignisse: [...werdegang.ereignisse, ...ergebnis.ereignisse] };
    stationen.push({ vorher, befehl: einer, abgelehnt: !ergebnis.ok, nachher: werdegang.fall });
  }
  return { ...werdegang, stationen };
}

/** The state folded anew from the events as PostgreSQL gives them back. */
export function gefaltet(ereignisse: readonly Ereignis[], falte: (f: Fall, e: Ereignis) => Fall): Fall {
  return (JSON.parse(JSON.stringify(ereignisse)) as Ereignis[]).reduce<Fall>(falte, NEU);
}
