import type { Tag } from '../frist/tag.ts';
import { gravierendster, wegfallNachAkte, type Personenstand, type Wegfall } from '../zugang/wegfall.ts';
import { istAbgeschlossen, laeuftNoch, type BestehenderFall, type Fallabgang } from './fall.ts';

/** Why the person left with the case (abgangsgruende.md); an exit into work without benefits leaves SGB II, too. */
function wegfallIm({ grund, administrativ, nachhaltung, einleitung }: Fallabgang): Wegfall | null {
  if (grund === 'X7' || grund === 'X10') return 'rechtskreis';
  if (grund === 'X1') return einleitung?.angaben.leistungsbezugLaeuft === false ? 'rechtskreis' : null;
  if (grund !== 'X15') return null;
  // Exits of release 0.1 did not keep the Anlass, only whether anybody is observed afterwards.
  const anlass = administrativ ?? (nachhaltung ? 'umzug' : 'tod');
  return anlass === 'datenfehler' ? null : anlass;
}

type Akte = Personenstand & { readonly profile: readonly { readonly datum: Tag }[] };

const neuesterVon = (faelle: readonly BestehenderFall[]): BestehenderFall | undefined =>
  [...faelle].sort((a, b) => b.laufendeNummer - a.laufendeNummer)[0];

/** The newest case says it, unless the person was looked after again since: by a newer case or a newer Profiling. */
function wegfallNachFall(faelle: readonly BestehenderFall[], { profile }: Akte): Wegfall | null {
  const neuester = neuesterVon(faelle);
  if (neuester?.zustand !== 'beendet') return null;
  const { fallabgang } = neuester;
  return profile.some(({ datum }) => datum > fallabgang.am) ? null : wegfallIm(fallabgang);
}

/** V-79: what file and cases of a person say together. */
export function wegfallVon(akte: Akte, faelle: readonly BestehenderFall[]): Wegfall | null {
  return gravierendster([wegfallNachAkte(akte), wegfallNachFall(faelle, akte)]);
}

/** The same as it concerns one of the cases: its own end is no news to it. */
export function wegfallFuer(fallId: string, akte: Akte, faelle: readonly BestehenderFall[]): Wegfall | null {
  const eigener = neuesterVon(faelle)?.fallId === fallId;
  return eigener ? wegfallNachAkte(akte) : wegfallVon(akte, faelle);
}

/** V-79: the person was taken into bFM anew since; the passive Betreuung of the older case does not come back with them. */
function istAbgeloest(fallId: string, faelle: readonly BestehenderFall[]): boolean {
  const nummer = faelle.find((fall) => fall.fallId === fallId)?.laufendeNummer ?? Infinity;
  return faelle.some((fall) => fall.laufendeNummer > nummer && 'begleitung' in fall);
}

/** What a case is told of its person. */
export type Personenmeldung = {
  readonly wegfall: Wegfall | null;
  /** Absent where no newer case was taken over, and in what older releases said. */
  readonly abgeloest?: true;
};

/** The same as it concerns one of the cases, with what has come after it. */
export function meldungFuer(fallId: string, akte: Akte, faelle: readonly BestehenderFall[]): Personenmeldung {
  const wegfall = wegfallFuer(fallId, akte, faelle);
  return istAbgeloest(fallId, faelle) ? { wegfall, abgeloest: true } : { wegfall };
}

/** A case with duties hears of it, and one whose duties ended by it: should the fact be corrected, they come back. */
export function hoertVonWegfall(fall: BestehenderFall): boolean {
  return !istAbgeschlossen(fall) || (fall.zustand === 'beendet' && fall.weggefallen !== null);
}

/** Is the person of an open case gone? Then one task is left: withdraw or end (T-55). */
export function istVerwaist(fall: BestehenderFall): boolean {
  return laeuftNoch(fall) && fall.weggefallen !== null;
}
