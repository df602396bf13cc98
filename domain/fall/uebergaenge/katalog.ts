import type { Einmalig } from '../../einmalig.ts';
import { ABGANG } from './abgang.ts';
import { BEGLEITUNG } from './begleitung.ts';
import { DANACH } from './danach.ts';
import { LEISTUNG } from './leistung.ts';
import type { Uebergangstafel, Uebergangszeile } from './zeile.ts';
import { ZUGANG } from './zugang.ts';

/** The procedure, part by part: the rows tell it from the first Vormerkung to the erasure. */
export const ABSCHNITTE = {
  zugang: ZUGANG,
  begleitung: BEGLEITUNG,
  leistung: LEISTUNG,
  abgang: ABGANG,
  danach: DANACH,
} as const;

export type Abschnitt = keyof typeof ABSCHNITTE;

export const UEBERGAENGE = {
  ...ZUGANG,
  ...BEGLEITUNG,
  ...LEISTUNG,
  ...ABGANG,
  ...DANACH,
} as const satisfies Uebergangstafel & Einmalig<typeof ABSCHNITTE>;

/** Transitions of zustaende.md. */
export type Uebergangid = keyof typeof UEBERGAENGE;

/** Transitions the person gets a copy of their own about. */
export type Schreibuebergang = {
  [T in Uebergangid]: (typeof UEBERGAENGE)[T] extends { readonly schreiben: true } ? T : never;
}[Uebergangid];

export function istUebergang(text: string): text is Uebergangid {
  return Object.hasOwn(UEBERGAENGE, text);
}

export function istAbschnitt(text: string): text is Abschnitt {
  return Object.hasOwn(ABSCHNITTE, text);
}

/** What a command asks for and what follows from it, in the order of the procedure. */
export function uebergaengeAus(befehl: string): readonly Uebergangid[] {
  return Object.keys(UEBERGAENGE)
    .filter(istUebergang)
    .filter((tr) => {
      const { befehle = {}, folgtAus = [] } = zeileVon(tr);
      return Object.hasOwn(befehle, befehl) || folgtAus.some((name) => name === befehl);
    });
}

/** The row with all its columns, also those it leaves out. */
export function zeileVon(tr: Uebergangid): Uebergangszeile {
  return UEBERGAENGE[tr];
}

/** True where somebody hears of the transition, or of one of its events. */
export function wirdMitgeteilt({ an, abweichend = {} }: Uebergangszeile): boolean {
  return [an, ...Object.values(abweichend)].some((rollen) => rollen.length > 0);
}

/** The transition as inbox and mail name it (DS-30); what nobody is told needs no name there. */
export function mitteilungsname(tr: Uebergangid): string {
  const zeile = zeileVon(tr);
  return wirdMitgeteilt(zeile) ? (zeile.mitteilung ?? zeile.name) : 'Mitteilung';
}
