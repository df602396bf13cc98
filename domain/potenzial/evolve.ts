import type { Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import { angehaengt, tatsache } from '../pflicht/tatsache.ts';
import { evolveKopf, PFLEGEZEILEN } from '../vorgang/pflege.ts';
import { regelwerkVon } from '../vorgang/regelwerk.ts';
import { nachArt, type Ereigniszeilen, type NachArt } from '../vorgang/tafel.ts';
import type { Aktenlage } from './aktenlage.ts';
import type { Potenzialereignis } from './ereignisse.ts';
import type { NeuesPotenzial, Potenzial, Potenzialzustand, Pruefkette } from './potenzial.ts';

/** The state follows from the file: at rest while a Fall is open, under check while the profile is complex or T-14 is owed; over once the person is no eLb (V-79). */
export function zustandBei(lage: Aktenlage): Potenzialzustand {
  const { offenerFall, komplexSeit, ue25ErinnerungAm, wegfall = null } = lage;
  if (wegfall !== null) return 'beendet';
  if (komplexSeit === null && ue25ErinnerungAm === null) return 'beendet';
  return offenerFall === null ? 'potenzial' : 'ruhend';
}

/** The day checks count from: the newest documented one of a case, first the day the profile became complex (T-40). */
function anker({ komplexSeit, geprueftAm }: Aktenlage): Tag | null {
  if (komplexSeit === null || geprueftAm === null) return komplexSeit;
  return geprueftAm > komplexSeit ? geprueftAm : komplexSeit;
}

function vormerkung(aktenlage: Aktenlage, ereignis: Potenzialereignis): Pruefkette['vormerkung'] {
  return aktenlage.offenerFall === null || aktenlage.vorgemerktAm === null
    ? null
    : { ereignis: ereignis.id, am: aktenlage.vorgemerktAm, erfasstAm: ereignis.am };
}

const leer = ({ vorher, glieder }: Pruefkette): Pruefkette => ({
  anker: null,
  glieder: [],
  vorher: vorher + glieder.length,
  vormerkung: null,
});
const OHNE_KETTE: Pruefkette = { anker: null, glieder: [], vorher: 0, vormerkung: null };

/** A Vormerkung answers the check that is owed; a new anchor begins a new chain; a case that left no check owes it again. */
function naechsteKette(bisher: Pruefkette, aktenlage: Aktenlage, ereignis: Potenzialereignis): Pruefkette {
  const neuerAnker = anker(aktenlage);
  if (neuerAnker === null) return leer(bisher);
  const antwort = vormerkung(aktenlage, ereignis);
  if (antwort !== null) {
    // A case that is open again (TR59) was no answer to the check that began with its end.
    const gilt = bisher.anker !== null && antwort.am >= bisher.anker;
    return { ...bisher, vormerkung: gilt ? (bisher.vormerkung ?? antwort) : null };
  }
  if (bisher.anker === neuerAnker) return { ...bisher, vormerkung: null };
  const erste = { ereignis: ereignis.id, am: neuerAnker, erfasstAm: ereignis.am };
  return { ...leer(bisher), anker: neuerAnker, glieder: [erste] };
}

type Akte = Pick<Potenzial, 'pruefkette' | 'u25Seit' | 'u25Antwort'>;
const LEERE_AKTE: Akte = { pruefkette: OHNE_KETTE, u25Seit: null, u25Antwort: null };

/** What follows from the facts of file and cases. */
function mitLage(
  akte: Akte,
  aktenlage: Aktenlage,
  ereignis: Potenzialereignis,
): Akte & Pick<Potenzial, 'lage' | 'team' | 'zustand'> {
  const u25 = aktenlage.ue25ErinnerungAm !== null;
  return {
    lage: aktenlage,
    team: aktenlage.team,
    zustand: zustandBei(aktenlage),
    pruefkette: naechsteKette(akte.pruefkette, aktenlage, ereignis),
    u25Seit: u25 ? (akte.u25Seit ?? ortstag(ereignis.am)) : null,
    u25Antwort: u25 ? (akte.u25Antwort ?? vormerkung(aktenlage, ereignis)) : null,
  };
}

type Eroeffnung = Extract<Potenzialereignis, { readonly gruendung: unknown }>;

function eroeffne(personId: string, ereignis: Eroeffnung): Potenzial {
  const { policy, kalender } = ereignis.gruendung;
  return {
    art: 'potenzial',
    personId,
    policy,
    kalender,
    regelwerk: regelwerkVon(ereignis.gruendung),
    fristen: [],
    ...mitLage(LEERE_AKTE, ereignis.lage, ereignis),
    ...evolveKopf({ hinweise: [] }, ereignis),
  };
}

/** A documented check is the next link of the chain; one in an open case is kept by the record alone. */
function geprueft(potenzial: Potenzial, ereignis: Potenzialereignis): Potenzial {
  const { pruefkette } = potenzial;
  if (potenzial.zustand !== 'potenzial') return potenzial;
  const { liste: glieder, vorher } = angehaengt(pruefkette.glieder, pruefkette.vorher, tatsache(ereignis));
  return { ...potenzial, pruefkette: { ...pruefkette, glieder, vorher } };
}

type Folgekarte = NachArt<Exclude<Potenzialereignis, Eroeffnung>>;

/** What each kind of event does to a check record that is there. */
export const FOLGEN = {
  aktenlage_uebernommen: (potenzial, ereignis) => ({
    ...potenzial,
    ...mitLage(potenzial, ereignis.lage, ereignis),
  }),
  komplexprofil_geprueft: geprueft,
  kein_bfm_ue25_entschieden: (potenzial, ereignis) => ({ ...potenzial, u25Antwort: tatsache(ereignis) }),
  uebergang_angeregt: (potenzial) => potenzial,
  ...PFLEGEZEILEN,
} satisfies Ereigniszeilen<Potenzial, Folgekarte>;

const weiter = nachArt<Potenzial, Folgekarte, Potenzial>(FOLGEN);

/** Folds one recorded event into the check record. Never fails on what was recorded. */
export function evolve(potenzial: NeuesPotenzial | Potenzial, ereignis: Potenzialereignis): Potenzial {
  if (potenzial.zustand === 'neu') {
    if ('gruendung' in ereignis) return eroeffne(potenzial.personId, ereignis);
    throw new Error(`Ein Potenzial beginnt nicht mit „${ereignis.art}“`);
  }
  if ('gruendung' in ereignis) throw new Error('Das Potenzial besteht schon');
  const naechstes = weiter(potenzial, ereignis);
  return { ...naechstes, ...evolveKopf(naechstes, ereignis) };
}
