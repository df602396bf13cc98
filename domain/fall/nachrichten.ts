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
import type { Ereignis, Ereignisart } from './ereignisse.ts';
import {
  aufnehmenderPapVon,
  beauftragungIn,
  fmVon,
  istInBegleitung,
  type BestehenderFall,
  type Fall,
} from './fall.ts';
import { abgebendeStelleVon } from './herkunft.ts';
import { erbringerImSchritt, hatEigeneNachrichten, leistungsnachrichten } from './leistungsnachrichten.ts';
import { zeileVon, type Uebergangid } from './uebergaenge/katalog.ts';
import type { Empfaenger } from './uebergaenge/zeile.ts';
import { istVerwaist } from './wegfall.ts';

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

/** TR61: words about one person stood in the file of another. */
function betrifftZweiPersonen(ereignis: Ereignis): boolean {
  return ereignis.art === 'eintrag_zurueckgezogen' && ereignis.fremd;
}

/** Of those a row names, whom this event is for: of a confirmation the other side hears, of contacts who waits for the Rückgabegespräch. */
function geht(ereignis: Ereignis, wer: Empfaenger): boolean {
  if (ereignis.art === 'uebergabe_bestaetigt') return (wer === 'fm') !== (ereignis.durch === 'fm');
  if (ereignis.art !== 'kontakt_erfasst') return true;
  return ereignis.anlass === 'rueckgabegespraech' && ['geplant', 'abgesagt'].includes(ereignis.status);
}

/** Who is told by a transition (column `an` of its row). */
function empfaengerVon(ereignis: Ereignis, tr: Uebergangid, vorher: Fall): readonly Empfaenger[] {
  if (ereignis.art === 'angebotsluecke_gemeldet')
    return [ereignis.gemeldetAn === 'tl' ? 'tl' : 'koordinator'];
  const { an, abweichend, wennUeberfaellig } = zeileVon(tr);
  if (wennUeberfaellig !== undefined && !istUeberfaellig(vorher, wennUeberfaellig)) return [];
  const alle = (abweichend?.[ereignis.art] ?? an).filter((wer) => geht(ereignis, wer));
  return betrifftZweiPersonen(ereignis) ? alle : alle.filter((rolle) => rolle !== 'datenschutz');
}

/** The attempt to call somebody into the Jour-Fixe, where the event records one (TR04). */
function anrufIn(ereignis: Ereignis): Anruf | null {
  if (ereignis.art !== 'vorgemerkt' || ereignis.quelle?.art !== 'jour_fixe') return null;
  return ereignis.quelle.anruf;
}

function abgebende(fall: Fall): Adresse {
  const stelle = fall.zustand === 'neu' ? null : abgebendeStelleVon(fall);
  return stelle?.rolle === 'fm_u25'
    ? { an: 'fm_u25', person: stelle.id }
    : { an: 'pap', person: personFuer('pap', fall) };
}

function adresse(an: Empfaenger, ereignis: Ereignis, fall: Fall): Adresse {
  if (an === 'abgebend') return abgebende(fall);
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

const FM_VERLIERT: readonly string[] = ['fm_gewechselt', 'zuordnung_zurueckgenommen'] satisfies Ereignisart[];

/** Who had the person before: another FM of the case, or the one who set the passive Betreuung (V-82). */
function bisherige(ereignis: Ereignis, vorher: Fall): Adresse[] {
  if (FM_VERLIERT.includes(ereignis.art)) return [{ an: 'fm', person: fmVon(vorher) }];
  const { bisherigesFm } = ereignis.art === 'vorgemerkt' ? ereignis : {};
  return bisherigesFm === undefined ? [] : [{ an: 'fm', person: bisherigesFm }];
}

function ohneDoppelte(adressen: readonly Adresse[]): Adresse[] {
  return adressen.filter(
    ({ an, person }, n) => adressen.findIndex((a) => a.an === an && a.person === person) === n,
  );
}

/** V-79: who can withdraw or end the case hears that this is left to do (T-55). */
function abwicklung(fall: BestehenderFall): Nachricht[] {
  if (!istVerwaist(fall)) return [];
  const fm: Adresse = { an: 'fm', person: fmVon(fall) };
  if (istInBegleitung(fall)) return mitteilungen('T-55', [fm]);
  return mitteilungen('T-55', [fm, { an: 'tl', person: null }, abgebende(fall)]);
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
  if (ereignis.art === 'personenstand_uebernommen')
    return nachher.zustand === 'neu' ? [] : abwicklung(nachher);
  const { tr } = ereignis;
  if (tr === null || istWarm(ereignis)) return [];
  const adressen = empfaengerVon(ereignis, tr, vorher).map((an) => adresse(an, ereignis, nachher));
  return mitteilungen(tr, ohneDoppelte([...bisherige(ereignis, vorher), ...adressen]));
}
