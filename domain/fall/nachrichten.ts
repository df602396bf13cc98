import type { Empfaengerrolle, Fristid, Uebergangid } from '../kennungen.ts';
import { leiternachrichten, mitteilungen, type Adresse, type Nachricht } from '../vorgang/nachricht.ts';
import type { Anruf } from './befehle.ts';
import type { Ereignis, Ereignisart } from './ereignisse.ts';
import { aufnehmenderPapVon, beauftragungIn, fmVon, type BestehenderFall, type Fall } from './fall.ts';
import { abgebendeStelleVon } from './herkunft.ts';
import { erbringerImSchritt, hatEigeneNachrichten, leistungsnachrichten } from './leistungsnachrichten.ts';

/** `abgebend`: whose case it was before, the pAp or the FM U25. */
type Empfaenger = Empfaengerrolle | 'abgebend';

/** Column Notify of 03-process.md 3.3, as far as the receiver is staff. */
const MITTEILUNGEN: Readonly<Partial<Record<Uebergangid, readonly Empfaenger[]>>> = {
  TR03: ['tl'],
  TR04: ['tl', 'fm'],
  TR05: ['tl'],
  TR07: ['fm', 'abgebend'],
  TR08: ['fm', 'jour_fixe_av'],
  TR09: ['tl'],
  TR10: ['abgebend'],
  TR11: ['abgebend', 'fm'],
  TR13: ['tl', 'fm'],
  TR14: ['pap', 'tl'],
  TR15: ['pap', 'tl'],
  TR16: ['fm_spezial', 'abgebend', 'tl'],
  TR17: ['fm_u25', 'tl'],
  TR18: ['fm_u25', 'tl', 'pap'],
  TR19: ['tl', 'controlling'],
  TR22: ['tl'],
  TR25: ['fm'],
  TR28: ['tl'],
  TR32: ['fm'],
  TR33: ['fm'],
  TR34: ['fm'],
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
  TR49: ['tl'],
  TR50: ['tl'],
  TR51: ['fm'],
  TR55: ['abgebend'],
  TR58: ['fm'],
  TR59: ['pap', 'tl'],
};

/** The pAp to tell: during and after the exit the one who receives the person, before that the one who handed over. */
function papVon(fall: BestehenderFall): string | null {
  return aufnehmenderPapVon(fall) ?? fall.pap;
}

/** Roles one person holds in a case; the others are held by whoever leads or evaluates the team. */
const PERSON: Readonly<Partial<Record<Empfaengerrolle, (fall: BestehenderFall) => string | null>>> = {
  fm: fmVon,
  pap: papVon,
  fm_extern: (fall) => beauftragungIn(fall)?.fm ?? null,
  fm_spezial: (fall) => (fall.zustand === 'weitergeleitet' ? fall.weiterleitung.an : null),
  fm_u25: ({ abgebend }) => (abgebend?.rolle === 'fm_u25' ? abgebend.id : null),
  jour_fixe_av: ({ abgebend }) => (abgebend?.rolle === 'jour_fixe_av' ? abgebend.id : null),
};

function personFuer(rolle: Empfaengerrolle, fall: Fall): string | null {
  return fall.zustand === 'neu' ? null : (PERSON[rolle]?.(fall) ?? null);
}

/** Events that tell others than their transition: a request the approver, a refusal the requester, an answer who asked. */
const EIGENE: Readonly<Partial<Record<Ereignisart, readonly Empfaenger[]>>> = {
  vormerkung_beantwortet: ['jour_fixe_av', 'abgebend'],
  umkehr_beantragt: ['tl'],
  umkehr_abgelehnt: ['fm'],
  umkehr_verfallen: ['fm', 'tl'],
  wiedervorlage_bearbeitet: [],
  nachhaltung_uebertragen: ['fm'],
  abweichung_beantragt: ['tl'],
  abweichung_abgelehnt: ['fm'],
  pap_gewechselt: ['pap', 'fm'],
  zielaenderung_vorgeschlagen: ['fm'],
  zielaenderung_abgelehnt: ['fm_extern'],
  // Nobody hears of it where no third party is entrusted with the case.
  teilziel_angepasst: ['fm_extern'],
};

/** Who is told by a transition. */
function empfaengerVon(ereignis: Ereignis, vorher: Fall): readonly Empfaenger[] {
  const { art, tr } = ereignis;
  if (ereignis.art === 'angebotsluecke_gemeldet')
    return [ereignis.gemeldetAn === 'tl' ? 'tl' : 'koordinator'];
  if (tr === 'TR36') return istUeberfaellig(vorher, 'T-07') ? ['tl'] : [];
  return EIGENE[art] ?? (tr === null ? [] : (MITTEILUNGEN[tr] ?? []));
}

/** The attempt to call somebody into the Jour-Fixe, where the event records one (TR04). */
function anrufIn(ereignis: Ereignis): Anruf | null {
  if (ereignis.art !== 'vorgemerkt' || ereignis.quelle?.art !== 'jour_fixe') return null;
  return ereignis.quelle.anruf;
}

function adresse(an: Empfaenger, ereignis: Ereignis, fall: Fall): Adresse {
  if (an === 'abgebend') {
    const stelle = fall.zustand === 'neu' ? null : abgebendeStelleVon(fall);
    return stelle?.rolle === 'fm_u25'
      ? { an: 'fm_u25', person: stelle.id }
      : { an: 'pap', person: personFuer('pap', fall) };
  }
  const anruf = anrufIn(ereignis);
  return { an, person: an === 'fm' && anruf !== null ? anruf.fm : personFuer(an, fall) };
}

/** A warm handover is told by TR09, the second event of its command. */
function istWarm(ereignis: Ereignis): boolean {
  return anrufIn(ereignis)?.ergebnis === 'kommt_dazu';
}

function istUeberfaellig(fall: Fall, id: Fristid): boolean {
  if (fall.zustand === 'neu') return false;
  return fall.fristen.some((f) => f.id === id && f.ende === null && f.lauf === 'ueberfaellig');
}

/** Who is told what by one event. Nobody is told twice, nobody without a person behind the role. */
export function nachrichten(ereignis: Ereignis, vorher: Fall, nachher: Fall): Nachricht[] {
  if (ereignis.art === 'frist_schritte')
    return leiternachrichten(ereignis.schritte, (an, schritt) =>
      an === 'leistungserbringer'
        ? erbringerImSchritt(nachher, schritt)
        : { person: personFuer(an, nachher) },
    );
  if (hatEigeneNachrichten(ereignis)) return leistungsnachrichten(ereignis, nachher);
  const { tr } = ereignis;
  if (tr === null || istWarm(ereignis)) return [];
  const bisher: Adresse[] = ereignis.art === 'fm_gewechselt' ? [{ an: 'fm', person: fmVon(vorher) }] : [];
  const adressen = empfaengerVon(ereignis, vorher).map((an) => adresse(an, ereignis, nachher));
  return mitteilungen(tr, [...bisher, ...adressen]);
}
