import { terminangaben } from './gespraechsangaben.ts';
import type { Tag } from '../frist/tag.ts';
import type { Terminangaben } from './befehle/kopf.ts';
import { nachArt, type NachArt } from '../vorgang/tafel.ts';
import type { Ereignis, Ereignisart, EreignisVon } from './ereignisse.ts';
import { evolve } from './evolve.ts';
import { aufnehmenderPapVon, fmVon, type BestehenderFall, type Fall } from './fall.ts';
import { abgebendeStelleVon } from './herkunft.ts';
import { ohneZurueckgezogenes } from './ruecknahme.ts';
import type {
  Bestaetigtes,
  Seite,
  Uebergabeprotokoll,
  Uebergabegespraech,
  Vermerk,
} from './uebergabeprotokoll.ts';

/** Who stands opposite the FM: whoever handed the person over, in the exit who receives them. */
function gegenueberVon(fall: BestehenderFall): string | null {
  const geht = fall.zustand === 'abgang_eingeleitet' || fall.zustand === 'beendet';
  return geht ? (aufnehmenderPapVon(fall) ?? fall.pap) : (abgebendeStelleVon(fall)?.id ?? null);
}

/** On whose side somebody stands in this case; null for the rest of the office. */
function seiteVon(wer: string | null, fall: BestehenderFall): Seite | null {
  if (wer === null) return null;
  if (wer === fmVon(fall)) return 'fm';
  return wer === gegenueberVon(fall) ? 'gegenueber' : null;
}

const vermerk = ({ am, akteur, fuer }: Ereignis): Vermerk => ({ am, wer: akteur, fuer: fuer ?? null });

/** Whoever proposes an appointment or records a talk stands by it. */
function beglaubigt(fall: BestehenderFall, ereignis: Ereignis): Bestaetigtes {
  const von = vermerk(ereignis);
  const seite = seiteVon(von.fuer ?? von.wer, fall);
  return { eintrag: ereignis.sequenz, von, durch: seite === null ? {} : { [seite]: von } };
}

const neue = (gespraech: Uebergabegespraech, nummer: number): Uebergabeprotokoll => ({
  ...{ gespraech, nummer, folge: -1, termin: null, abgesagt: null, versaeumt: [], gefuehrt: null },
});

/** What an event makes of the handover that runs; `gespraech` null = of whichever runs. */
type Deutung = {
  readonly gespraech: Uebergabegespraech | null;
  readonly wird: (bisher: Uebergabeprotokoll) => Uebergabeprotokoll;
};
type Deuter<E> = (fall: BestehenderFall, ereignis: E) => Deutung | null;
type Terminiert = Ereignis & Terminangaben & { readonly termin: Tag | null };

function termin(gespraech: Uebergabegespraech): Deuter<Terminiert> {
  return (fall, ereignis) => {
    const { termin: tag } = ereignis;
    if (tag === null) return abgesagt(gespraech)(fall, ereignis);
    const neu = { ...beglaubigt(fall, ereignis), ...terminangaben(ereignis), termin: tag };
    return { gespraech, wird: (bisher) => ({ ...bisher, termin: neu, abgesagt: null }) };
  };
}

function abgesagt(gespraech: Uebergabegespraech | null): Deuter<Ereignis> {
  return (_, ereignis) => ({
    gespraech,
    wird: (bisher) => (bisher.termin === null ? bisher : { ...bisher, abgesagt: vermerk(ereignis) }),
  });
}

function gefuehrt(gespraech: Uebergabegespraech): Deuter<Ereignis> {
  return (fall, ereignis) => {
    const gespraechsstand = { ...beglaubigt(fall, ereignis), am: ereignis.ereignisAm };
    return { gespraech, wird: (bisher) => ({ ...bisher, gefuehrt: gespraechsstand }) };
  };
}

const ANLAESSE: ReadonlyMap<string, Uebergabegespraech> = new Map([
  ['uebernahmegespraech', 'uebernahme'],
  ['rueckgabegespraech', 'rueckgabe'],
]);

const kontakt: Deuter<EreignisVon<'kontakt_erfasst'>> = (fall, ereignis) => {
  const gespraech = ANLAESSE.get(ereignis.anlass);
  if (gespraech === undefined) return null;
  if (ereignis.status === 'geplant') return termin(gespraech)(fall, ereignis);
  if (ereignis.status === 'abgesagt') return abgesagt(gespraech)(fall, ereignis);
  const tag = ereignis.termin ?? ereignis.ereignisAm;
  if (ereignis.status !== 'nicht_erschienen' || tag === null) return null;
  return { gespraech, wird: (bisher) => ({ ...bisher, versaeumt: [...bisher.versaeumt, tag] }) };
};

/** The confirmation stands at the entry it names. */
const bestaetigung: Deuter<EreignisVon<'uebergabe_bestaetigt'>> = (_, ereignis) => {
  const { eintrag, durch, gespraech } = ereignis;
  const ergaenzt = <T extends Bestaetigtes>(eines: T | null): T | null =>
    eines?.eintrag === eintrag ? { ...eines, durch: { ...eines.durch, [durch]: vermerk(ereignis) } } : eines;
  return {
    gespraech,
    wird: (bisher) => ({
      ...bisher,
      termin: ergaenzt(bisher.termin),
      gefuehrt: ergaenzt(bisher.gefuehrt),
    }),
  };
};

/** Kinds of events that say something about a handover. */
const DEUTER = {
  uebernahmegespraech_vereinbart: termin('uebernahme'),
  termin_verlegt: termin('uebernahme'),
  kontakt_erfasst: kontakt,
  uebernahmegespraech_gefuehrt: gefuehrt('uebernahme'),
  rueckgabegespraech_gefuehrt: gefuehrt('rueckgabe'),
  // FM and pAp talk about the person without them.
  fallbesprechung_gefuehrt: gefuehrt('rueckgabe'),
  uebergabe_bestaetigt: bestaetigung,
  // What the talk was to be about does not happen.
  zurueckgezogen: abgesagt(null),
  abgang_zurueckgenommen: abgesagt(null),
} satisfies { readonly [A in Ereignisart]?: Deuter<EreignisVon<A>> };

type Gedeutetes = EreignisVon<keyof typeof DEUTER>;
const wirdGedeutet = (ereignis: Ereignis): ereignis is Gedeutetes => Object.hasOwn(DEUTER, ereignis.art);
const deute = nachArt<BestehenderFall, NachArt<Gedeutetes>, Deutung | null>(DEUTER);

const weiter = (bisher: Uebergabeprotokoll, { wird }: Deutung): Uebergabeprotokoll => ({
  ...wird(bisher),
  folge: bisher.folge + 1,
});

/** After a talk was held only a confirmation belongs to it; an appointment begins another handover. */
function gehoertZu(letzte: Uebergabeprotokoll, deutung: Deutung, art: Ereignisart): boolean {
  const { gespraech } = deutung;
  if (gespraech === null) return letzte.gefuehrt === null;
  return letzte.gespraech === gespraech && (letzte.gefuehrt === null || art === 'uebergabe_bestaetigt');
}

function mit(
  bisher: readonly Uebergabeprotokoll[],
  ereignis: Gedeutetes,
  fall: BestehenderFall,
): readonly Uebergabeprotokoll[] {
  const deutung = deute(fall, ereignis);
  if (deutung === null) return bisher;
  const letzte = bisher.at(-1);
  if (letzte !== undefined && gehoertZu(letzte, deutung, ereignis.art))
    return [...bisher.slice(0, -1), weiter(letzte, deutung)];
  if (deutung.gespraech === null) return bisher;
  return [...bisher, weiter(neue(deutung.gespraech, bisher.length + 1), deutung)];
}

/** Every handover and return of a case, oldest first, read from all its events; what was taken back (TR61) was never so. */
export function uebergabeprotokolleAus(
  fallId: string,
  ereignisse: readonly Ereignis[],
): readonly Uebergabeprotokoll[] {
  const gueltig = new Set(ohneZurueckgezogenes(ereignisse).map(({ id }) => id));
  let fall: Fall = { zustand: 'neu', fallId, sequenz: 0 };
  let uebergaben: readonly Uebergabeprotokoll[] = [];
  for (const ereignis of ereignisse) {
    fall = evolve(fall, ereignis);
    if (gueltig.has(ereignis.id) && wirdGedeutet(ereignis)) uebergaben = mit(uebergaben, ereignis, fall);
  }
  return uebergaben;
}
