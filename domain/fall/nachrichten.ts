import type { Fristid, Rolle, Stufe, Uebergangid } from '../kennungen.ts';
import type { Ereignis } from './ereignisse.ts';
import { aufnehmenderPapVon, beauftragungIn, fmVon, type BestehenderFall, type Fall } from './fall.ts';
import { verantwortlicheRolle } from '../pflicht/leiter.ts';

/** A message to one person in a role: kind of task only, never content (DS-30). */
export type Nachricht = {
  readonly an: Rolle;
  /** Staff id where the case knows the person; null = the holders of the role in the team of the case. */
  readonly person: string | null;
  readonly anlass: Fristid | Uebergangid;
  readonly stufe: Stufe;
  /** Occurrence and due day for messages of the ladder. */
  readonly vorkommen: number | null;
  readonly faellig: string | null;
  /** Rung of the ladder, so that two rungs of one stage stay two messages. */
  readonly nr: number | null;
};

/** Column Notify of 03-process.md 3.3, as far as the receiver is staff. */
const MITTEILUNGEN: Readonly<Partial<Record<Uebergangid, readonly Rolle[]>>> = {
  TR03: ['tl'],
  TR07: ['fm', 'pap'],
  TR10: ['pap'],
  TR11: ['pap', 'fm'],
  TR13: ['tl', 'fm'],
  TR14: ['pap', 'tl'],
  TR15: ['pap', 'tl'],
  TR22: ['tl'],
  TR25: ['fm'],
  TR37: ['pap', 'tl'],
  TR38: ['fm', 'tl'],
  TR39: ['tl', 'controlling'],
  TR40: ['pap'],
  TR41: ['tl'],
  TR42: ['pap'],
  TR44: ['pap', 'tl'],
  TR45: ['pap', 'tl'],
  TR46: ['pap', 'tl'],
  TR47: ['pap'],
  TR48: ['controlling'],
  TR50: ['tl'],
  TR51: ['fm'],
  TR55: ['pap'],
  TR58: ['fm'],
  TR59: ['pap', 'tl'],
};

/** The pAp to tell: during and after the exit the one who receives the person, before that the one who handed over. */
function papVon(fall: BestehenderFall): string | null {
  return aufnehmenderPapVon(fall) ?? fall.pap;
}

function personFuer(rolle: Rolle, fall: Fall): string | null {
  if (fall.zustand === 'neu') return null;
  if (rolle === 'fm') return fmVon(fall);
  if (rolle === 'fm_extern') return beauftragungIn(fall)?.fm ?? null;
  return rolle === 'pap' ? papVon(fall) : null;
}

/** Events that tell others than their transition does: who asks for approval tells the approver alone. */
const JE_EREIGNIS: Readonly<Partial<Record<Ereignis['art'], readonly Rolle[]>>> = {
  umkehr_beantragt: ['tl'],
  umkehr_abgelehnt: ['fm'],
  umkehr_verfallen: ['fm', 'tl'],
  vormerkung_beantwortet: ['pap'],
  wiedervorlage_bearbeitet: [],
  nachhaltung_uebertragen: ['fm'],
};

function rollenFuer(ereignis: Ereignis, vorher: Fall): readonly Rolle[] {
  const eigene = JE_EREIGNIS[ereignis.art];
  if (eigene !== undefined) return eigene;
  if (ereignis.tr === 'TR36') return istUeberfaellig(vorher, 'T-07') ? ['tl'] : [];
  return ereignis.tr === null ? [] : (MITTEILUNGEN[ereignis.tr] ?? []);
}

function istUeberfaellig(fall: Fall, id: Fristid): boolean {
  if (fall.zustand === 'neu') return false;
  return fall.fristen.some((f) => f.id === id && f.ende === null && f.lauf === 'ueberfaellig');
}

/** Who is told what by one event. Nobody is told twice, nobody without a person behind the role. */
export function nachrichten(ereignis: Ereignis, vorher: Fall, nachher: Fall): Nachricht[] {
  if (ereignis.art === 'frist_schritte') {
    return ereignis.schritte.flatMap((schritt) => {
      if (schritt.an === null || schritt.uebersprungen) return [];
      const an = schritt.an === 'verantwortlich' ? verantwortlicheRolle(schritt.id) : schritt.an;
      const { stufe, vorkommen, faellig, nr } = schritt;
      return [{ an, person: personFuer(an, nachher), anlass: schritt.id, stufe, vorkommen, faellig, nr }];
    });
  }
  const { tr } = ereignis;
  if (tr === null) return [];
  const abgebend = ereignis.art === 'fm_gewechselt' ? [{ an: 'fm' as const, person: fmVon(vorher) }] : [];
  return [...abgebend, ...rollenFuer(ereignis, vorher).map((an) => ({ an, person: personFuer(an, nachher) }))]
    .filter(({ an, person }) => person !== null || (an !== 'fm' && an !== 'pap'))
    .map(({ an, person }) => ({
      an,
      person,
      anlass: tr,
      stufe: 'mitteilung',
      vorkommen: null,
      faellig: null,
      nr: null,
    }));
}
