import { fristname, istFrist } from '../pflicht/katalog/katalog.ts';
import type { Auffaelligkeit } from './fall.ts';
import type { Phase } from './phasen.ts';
import { istUebergang, mitteilungsname } from './uebergaenge/katalog.ts';

/** Of whom those hear who do not review it (domain/rollen/zugriffsbremse.ts). */
export const VIELE_ZUGRIFFE = 'DS-29 Häufung';

/** What staff are told of beside duties and transitions. */
const SONSTIGES: Readonly<Record<string, string>> = {
  'DS-29': 'Zugriff auf einen Fall prüfen',
  [VIELE_ZUGRIFFE]: 'Auffällig viele Zugriffe eines Kontos',
};

const PHASENNAMEN: Readonly<Record<Phase, string>> = {
  fallzugang: 'Fallzugang',
  einstiegsberatung_arbeitsbuendnis: 'Einstiegsberatung und Arbeitsbündnis',
  assessment: 'Assessment',
  integrationsplan_vereinbarung: 'Integrationsplan und Vereinbarung',
  fall_und_leistungssteuerung: 'Fall- und Leistungssteuerung',
  fallabgang: 'Fallabgang',
};

/** A Prozessphase as people say it (001 6.2). */
export function phasenname(phase: Phase): string {
  return PHASENNAMEN[phase];
}

/** The kind of task a message names: all a mail may say besides the Fallnummer (DS-30). */
export function anlassname(anlass: string): string {
  if (istFrist(anlass)) return fristname(anlass);
  if (istUebergang(anlass)) return mitteilungsname(anlass);
  return SONSTIGES[anlass] ?? 'Mitteilung';
}

const AUFFAELLIGKEITSNAMEN: Readonly<Record<Auffaelligkeit, string>> = {
  abweichung: 'Zugang mit Abweichung (A-03)',
  handlungsbedarfe: 'weniger als drei Handlungsbedarfe (V-65)',
  kriterium_b: 'Kriterium B nicht erfüllt (V-80)',
};

/** Why a case is questioned, which is no error (K-43). */
export const auffaelligkeitsname = (auffaelligkeit: Auffaelligkeit): string =>
  AUFFAELLIGKEITSNAMEN[auffaelligkeit];
