import type { Empfaengerrolle, Fristid } from '../kennungen.ts';
import {
  leiternachrichten,
  meintPerson,
  mitteilungen,
  type Adresse,
  type Nachricht,
  type Personenrolle,
} from '../vorgang/nachricht.ts';
import type { Anruf } from './befehle.ts';
import type { Ereignis } from './ereignisse.ts';
import { aufnehmenderPapVon, beauftragungIn, fmVon, type BestehenderFall, type Fall } from './fall.ts';
import { abgebendeStelleVon } from './herkunft.ts';
import { erbringerImSchritt, hatEigeneNachrichten, leistungsnachrichten } from './leistungsnachrichten.ts';
import { zeileVon, type Uebergangid } from './uebergaenge/katalog.ts';
import type { Empfaenger } from './uebergaenge/zeile.ts';

/** The pAp to tell: during and after the exit the one who receives the person, before that the one who handed over. */
function papVon(fall: BestehenderFall): string | null {
  return aufnehmenderPapVon(fall) ?? fall.pap;
}

/** Roles one person holds in a case; the others are held by whoever leads or evaluates the team. */
export const PERSON: Readonly<Record<Personenrolle, (fall: BestehenderFall) => string | null>> = {
  fm: fmVon,
  pap: papVon,
  fm_extern: (fall) => beauftragungIn(fall)?.fm ?? null,
  fm_spezial: (fall) => (fall.zustand === 'weitergeleitet' ? fall.weiterleitung.an : null),
  fm_u25: ({ abgebend }) => (abgebend?.rolle === 'fm_u25' ? abgebend.id : null),
  jour_fixe_av: ({ abgebend }) => (abgebend?.rolle === 'jour_fixe_av' ? abgebend.id : null),
  // Each service has its own: leistungsnachrichten.ts finds whom an event or a rung is about.
  leistungserbringer: () => null,
};

function personFuer(rolle: Empfaengerrolle, fall: Fall): string | null {
  return fall.zustand !== 'neu' && meintPerson(rolle) ? PERSON[rolle](fall) : null;
}

/** Who is told by a transition (column `an` of its row). */
function empfaengerVon(ereignis: Ereignis, tr: Uebergangid, vorher: Fall): readonly Empfaenger[] {
  if (ereignis.art === 'angebotsluecke_gemeldet')
    return [ereignis.gemeldetAn === 'tl' ? 'tl' : 'koordinator'];
  const { an, abweichend, wennUeberfaellig } = zeileVon(tr);
  if (wennUeberfaellig !== undefined && !istUeberfaellig(vorher, wennUeberfaellig)) return [];
  return abweichend?.[ereignis.art] ?? an;
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
  const adressen = empfaengerVon(ereignis, tr, vorher).map((an) => adresse(an, ereignis, nachher));
  return mitteilungen(tr, [...bisher, ...adressen]);
}
