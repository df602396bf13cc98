import type { Abgangsgrund, Zielerreichung } from '../kennungen.ts';
import type { Policy } from '../policy/policy.ts';
import type { Abgangsangaben } from './befehle.ts';

/** How the person is handed back (abgangsgruende.md, column Rückgabe; A-29). */
type Rueckgabeart = 'gespraech' | 'versuch' | 'fallbesprechung' | 'bei_leistungsbezug' | 'keine';

type Abgangsregel = {
  readonly rueckgabe: Rueckgabeart;
  /** Column Abbruch (003 I3). */
  readonly abbruch: 'ja' | 'nein' | 'ohne_zielerreichung';
  /** V-64: counts as an end without the goals unless they were reached. */
  readonly ohneZiele: boolean;
};

const regel = (
  rueckgabe: Rueckgabeart,
  abbruch: Abgangsregel['abbruch'] = 'nein',
  ohneZiele = abbruch !== 'nein',
): Abgangsregel => ({ rueckgabe, abbruch, ohneZiele });

/** Table 3.5. What counts as success is policy (POL-ERFOLG). */
const REGELN: Readonly<Record<Abgangsgrund, Abgangsregel>> = {
  X1: regel('bei_leistungsbezug'),
  X2: regel('gespraech'),
  X3: regel('gespraech', 'ja'),
  X4: regel('versuch', 'ja'),
  X5: regel('gespraech', 'ohne_zielerreichung'),
  X6: regel('versuch', 'ja'),
  X7: regel('keine'),
  X8: regel('fallbesprechung', 'ja'),
  X9: regel('gespraech'),
  X10: regel('keine'),
  X11: regel('gespraech'),
  X12: regel('fallbesprechung'),
  X13: regel('gespraech'),
  X14: regel('gespraech'),
  X15: regel('keine'),
};

export function rueckgabeart(grund: Abgangsgrund): Rueckgabeart {
  return REGELN[grund].rueckgabe;
}

/** V-60: does somebody have to be warned when nobody takes over warmly? */
export function schuldetRueckgabe({ grund, leistungsbezugLaeuft }: Abgangsangaben): boolean {
  const { rueckgabe } = REGELN[grund];
  return rueckgabe === 'bei_leistungsbezug' ? leistungsbezugLaeuft === true : rueckgabe !== 'keine';
}

/** What the end of a case was, as far as statistics ask (E35). */
export type Abgangslage = {
  readonly angaben: Abgangsangaben;
  readonly zielerreichung: Zielerreichung | null;
  readonly massgeblicherBedarfReduziert: boolean;
};

/** V-64 is about ends that look like a failure, unless the goals were reached all the same. */
export function endetOhneZiele({ angaben, zielerreichung }: Abgangslage): boolean {
  return REGELN[angaben.grund].ohneZiele && zielerreichung !== 'erreicht';
}

/** 003 I3: counts in the Abbruchquote. */
function istAbbruch({ angaben, zielerreichung }: Abgangslage): boolean {
  const { abbruch } = REGELN[angaben.grund];
  return abbruch === 'ohne_zielerreichung' ? zielerreichung !== 'erreicht' : abbruch === 'ja';
}

/**
 * A-21, POL-ERFOLG; X11 for a person the market takes, X13 only with a decisive Handlungsbedarf reduced. Moving to
 * another social system is never a success, whatever the office configured (V-72).
 */
function istErfolgreich(abgangslage: Abgangslage, policy: Policy): boolean {
  const { grund, marktfaehig } = abgangslage.angaben;
  if (grund === 'X10') return false;
  if (grund === 'X13') return abgangslage.massgeblicherBedarfReduziert;
  return policy['POL-ERFOLG'].includes(grund) || (grund === 'X11' && marktfaehig === true);
}

/** How an end counts; stored with the Fallabgang (AC-83). */
export type Wertung = { readonly erfolgreich: boolean; readonly abbruch: boolean };

export function wertung(abgangslage: Abgangslage, policy: Policy): Wertung {
  return { erfolgreich: istErfolgreich(abgangslage, policy), abbruch: istAbbruch(abgangslage) };
}

/** Exit reason alone, as TR50 and release 0.1 know it. */
export function nurGrund(grund: Abgangsgrund): Abgangsangaben {
  return { grund, kriterienEntfallen: false, ohneFmMoeglich: false };
}
