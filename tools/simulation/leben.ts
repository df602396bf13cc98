import { aufHeutigenStand } from '../../domain/fall/altstand.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import type { BestehenderFall, Fall } from '../../domain/fall/fall.ts';
import { fuehreAus } from '../../domain/fall/schritt.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { bis, befehl, NEU, type Lauf } from './bauen.ts';
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
export type Leben = Lauf & { readonly stationen: readonly Station[] };

const START = '2024-11-12T09:00';

function geoeffnet(): Lauf {
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
  let lauf = start === 'frisch' ? geoeffnet() : ANFAENGE[start]();
  let am = ortstag(lauf.fall.zuletzt);
  const stationen: Station[] = [];
  for (const zug of zuege) {
    am = plusTage(am, zug.tage);
    lauf = bis({ ...lauf, fall: getragen(lauf.fall) }, am);
    const einer = befehlAus(zug, am, lauf);
    const vorher = lauf.fall;
    const ergebnis = fuehreAus(vorher, einer);
    if (ergebnis.ok) lauf = { fall: ergebnis.fall, ereignisse: [...lauf.ereignisse, ...ergebnis.ereignisse] };
    stationen.push({ vorher, befehl: einer, abgelehnt: !ergebnis.ok, nachher: lauf.fall });
  }
  return { ...lauf, stationen };
}

/** The state folded anew from the events as PostgreSQL gives them back. */
export function gefaltet(ereignisse: readonly Ereignis[], falte: (f: Fall, e: Ereignis) => Fall): Fall {
  return (JSON.parse(JSON.stringify(ereignisse)) as Ereignis[]).reduce<Fall>(falte, NEU);
}
