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

/** What the file says at the Fallabgang, as far as success hangs on it (V-78). */
export type Erfolgsfakten = {
  /** Criterion A as computed on that day. */
  readonly kriteriumA: boolean;
  /** The newest Profiling names a Profillage, and none of the complex ones. */
  readonly marktnah: boolean;
};

/** V-78: a decisive Handlungsbedarf was worked off, and nobody says that the goals were missed. */
export function bedarfAbgebaut({ massgeblicherBedarfReduziert, zielerreichung }: Abgangslage): boolean {
  return massgeblicherBedarfReduziert && zielerreichung !== 'nicht_erreicht';
}

type Fakten = { readonly abgangslage: Abgangslage; readonly fakten: Erfolgsfakten };
type Probe = (von: Fakten) => boolean;

/** Where no source names a fact, only reached goals make a success of an end (V-64). */
const zieleErreicht: Probe = ({ abgangslage }) => abgangslage.zielerreichung === 'erreicht';
const bedarfKleiner: Probe = ({ abgangslage }) => bedarfAbgebaut(abgangslage);

/** V-78: no reason is a success by itself; these facts of the case make it one. */
const FAKTEN: Readonly<Record<Abgangsgrund, Probe>> = {
  // That the work does not last is for T-28 to show.
  X1: () => true,
  X2: bedarfKleiner,
  X3: zieleErreicht,
  X4: zieleErreicht,
  X5: zieleErreicht,
  X6: zieleErreicht,
  X7: zieleErreicht,
  X8: zieleErreicht,
  X9: ({ fakten }) => !fakten.kriteriumA,
  // V-72
  X10: () => false,
  X11: ({ abgangslage, fakten }) => abgangslage.angaben.marktfaehig === true && fakten.marktnah,
  X12: zieleErreicht,
  X13: bedarfKleiner,
  X14: zieleErreicht,
  X15: zieleErreicht,
};

/** A-21, V-78: the reason may count (POL-ERFOLG, X11, X13), and the facts carry it. */
function istErfolgreichNachFakten(abgangslage: Abgangslage, policy: Policy, fakten: Erfolgsfakten): boolean {
  const { grund } = abgangslage.angaben;
  const kannZaehlen = policy['POL-ERFOLG'].includes(grund) || grund === 'X11' || grund === 'X13';
  return kannZaehlen && FAKTEN[grund]({ abgangslage, fakten });
}

/**
 * As cases of the first Regelwerk count: A-21, POL-ERFOLG; X11 for a person the market takes, X13 only with a decisive Handlungsbedarf reduced. Moving to
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

/** `fakten` null: under the first Regelwerk, which counted by the reason. */
export function wertung(
  abgangslage: Abgangslage,
  policy: Policy,
  fakten: Erfolgsfakten | null = null,
): Wertung {
  const erfolgreich =
    fakten === null
      ? istErfolgreich(abgangslage, policy)
      : istErfolgreichNachFakten(abgangslage, policy, fakten);
  return { erfolgreich, abbruch: istAbbruch(abgangslage) };
}

/** Exit reason alone, as TR50 and release 0.1 know it. */
export function nurGrund(grund: Abgangsgrund): Abgangsangaben {
  return { grund, kriterienEntfallen: false, ohneFmMoeglich: false };
}
