import type { Tag } from '../frist/tag.ts';

/** Prozessphasen of an open Fall (zustaende.md 1): they overlap, so they are a set with history, never one value. */
export const PHASEN = [
  'fallzugang',
  'einstiegsberatung_arbeitsbuendnis',
  'assessment',
  'integrationsplan_vereinbarung',
  'fall_und_leistungssteuerung',
  'fallabgang',
] as const;
export type Phase = (typeof PHASEN)[number];

/** One stretch of a phase; a phase that was closed may begin anew. */
export type Phasenabschnitt = { readonly phase: Phase; readonly seit: Tag; readonly bis: Tag | null };

type MitPhasen = { readonly phasen: readonly Phasenabschnitt[] };

export function istAktiv({ bis }: Phasenabschnitt): boolean {
  return bis === null;
}

/** Begins a phase unless it runs already. */
export function mitPhase<B extends MitPhasen>(begleitung: B, phase: Phase, seit: Tag): B {
  if (begleitung.phasen.some((p) => p.phase === phase && istAktiv(p))) return begleitung;
  return { ...begleitung, phasen: [...begleitung.phasen, { phase, seit, bis: null }] };
}

/** Ends a phase where it runs; its history stays. */
export function ohnePhase<B extends MitPhasen>(begleitung: B, phase: Phase, bis: Tag): B {
  const phasen = begleitung.phasen.map((p) => (p.phase === phase && istAktiv(p) ? { ...p, bis } : p));
  return { ...begleitung, phasen };
}

/** The phase a day belongs to, of several the one that began last; null where none ran. */
export function phaseAm(phasen: readonly Phasenabschnitt[], tag: Tag): Phase | null {
  const laufende = phasen.filter(({ seit, bis }) => seit <= tag && (bis === null || tag <= bis));
  const letzte = laufende.reduce<Phasenabschnitt | null>(
    (bisher, p) => (bisher === null || spaeter(p, bisher) ? p : bisher),
    null,
  );
  return letzte?.phase ?? null;
}

function spaeter(a: Phasenabschnitt, b: Phasenabschnitt): boolean {
  if (a.seit !== b.seit) return a.seit > b.seit;
  return PHASEN.indexOf(a.phase) >= PHASEN.indexOf(b.phase);
}
