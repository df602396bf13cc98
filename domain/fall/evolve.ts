import type { Regelid } from '../kennungen.ts';
import type { Einmalig } from '../einmalig.ts';
import { nachArt } from '../vorgang/tafel.ts';
import { evolveKopf } from '../vorgang/pflege.ts';
import type { Ereignis, Ereignisart } from './ereignisse.ts';
import { ABGANG } from './evolve/abgang.ts';
import { BEGLEITUNG } from './evolve/begleitung.ts';
import { BERATUNG } from './evolve/beratung.ts';
import { BERICHTIGUNG } from './evolve/berichtigung.ts';
import { DANACH } from './evolve/danach.ts';
import { EXTERN } from './evolve/extern.ts';
import { KONTAKTREGIME } from './evolve/kontaktregime.ts';
import { LEISTUNG } from './evolve/leistung.ts';
import { NUR_AKTE } from './evolve/nur-akte.ts';
import { PFLEGE } from './evolve/pflege.ts';
import { PERSONENSTAND } from './evolve/personenstand.ts';
import { PLANUNG } from './evolve/planung.ts';
import { RUECKNAHME } from './evolve/ruecknahme.ts';
import { uebernommenerFall } from './evolve/uebernahme.ts';
import type { Eroeffnungskarte, Eroeffnungszeilen, Folgekarte, Folgezeilen } from './evolve/zeilen.ts';
import { vorgemerkterFall, ZUGANG } from './evolve/zugang.ts';
import { ZUSTAENDIGKEIT } from './evolve/zustaendigkeit.ts';
import type { BestehenderFall, Fall } from './fall.ts';

/** What each kind of event that founds a case makes of its id. */
export const EROEFFNUNGEN = {
  vorgemerkt: vorgemerkterFall,
  fall_uebernommen: uebernommenerFall,
} satisfies Eroeffnungszeilen;

const TEILE = {
  ZUGANG,
  ZUSTAENDIGKEIT,
  BERATUNG,
  PLANUNG,
  BEGLEITUNG,
  KONTAKTREGIME,
  LEISTUNG,
  EXTERN,
  ABGANG,
  DANACH,
  PERSONENSTAND,
  BERICHTIGUNG,
  RUECKNAHME,
  PFLEGE,
  NUR_AKTE,
};

/** What each other kind of event does to a case: a kind without a row, or with two, does not compile. */
export const FOLGEN = {
  ...TEILE.ZUGANG,
  ...TEILE.ZUSTAENDIGKEIT,
  ...TEILE.BERATUNG,
  ...TEILE.PLANUNG,
  ...TEILE.BEGLEITUNG,
  ...TEILE.KONTAKTREGIME,
  ...TEILE.LEISTUNG,
  ...TEILE.EXTERN,
  ...TEILE.ABGANG,
  ...TEILE.DANACH,
  ...TEILE.PERSONENSTAND,
  ...TEILE.BERICHTIGUNG,
  ...TEILE.RUECKNAHME,
  ...TEILE.PFLEGE,
  ...TEILE.NUR_AKTE,
} satisfies Folgezeilen & Einmalig<typeof TEILE>;

const eroeffne = nachArt<string, Eroeffnungskarte, BestehenderFall>(EROEFFNUNGEN);
const folge = nachArt<BestehenderFall, Folgekarte, BestehenderFall>(FOLGEN);

/** Folds one recorded event into the case. Never fails: what was recorded has happened (rules.md D2). */
export function evolve(fall: Fall, ereignis: Ereignis): BestehenderFall {
  if (fall.zustand === 'neu') return eroeffnet(fall.fallId, ereignis);
  if ('gruendung' in ereignis) throw new Error(`„${ereignis.art}“ eröffnet einen Fall, der schon besteht`);
  const weiter = folge(fall, ereignis);
  const erledigt = erledigteHinweise(weiter, ereignis);
  const offen = { ...weiter, hinweise: weiter.hinweise.filter((h) => !erledigt.includes(h)) };
  return { ...offen, ...evolveKopf(offen, ereignis) };
}

function eroeffnet(fallId: string, ereignis: Ereignis): BestehenderFall {
  if ('gruendung' in ereignis) return eroeffne(fallId, ereignis);
  throw new Error(`Ein Fall beginnt nicht mit „${ereignis.art}“`);
}

/**
 * V-27 is done with once no assessment waits for what the person says to it, V-65 by what explains it; V-19 was said of a
 * handover that is planned for another day now (TR62), V-14 and V-70 of an assignment that was taken back (TR60): the next
 * one says it of itself.
 */
function erledigteHinweise(fall: BestehenderFall, ereignis: Ereignis): readonly Regelid[] {
  if (ereignis.art === 'u25_uebergabe_verlegt') return ['V-19'];
  if (ereignis.art === 'zuordnung_zurueckgenommen') return ['V-14', 'V-70'];
  if (istErklaert(ereignis)) return ['V-65'];
  if (!REAKTIONEN.includes(ereignis.art) || !('begleitung' in fall)) return [];
  return fall.begleitung.assessment?.offeneReaktionen.length === 0 ? ['V-27'] : [];
}

/** What may end the waiting for the person: they speak, or the assessment itself goes (TR61). */
const REAKTIONEN: readonly string[] = [
  'assessment_reaktion_erfasst',
  'eintrag_zurueckgezogen',
] satisfies Ereignisart[];

/** V-65 is explained in the Überprüfung that gives its reason, or by itself once there are enough Handlungsbedarfe again. */
function istErklaert(ereignis: Ereignis): boolean {
  if (ereignis.art === 'handlungsbedarfe_uebernommen') return !ereignis.unterMindestzahl;
  const { art, warnungen, offeneHinweise } = ereignis;
  return art === 'ueberprueft' && warnungen.includes('V-65') && !offeneHinweise.includes('V-65');
}
