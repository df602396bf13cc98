/** Why a payload cannot be taken: nobody encrypted it, no key opens it, it was changed, or it belongs to another workflow. */
export const UNLESBAR = ['klartext', 'schluessel', 'veraendert', 'verschoben'] as const;
export type Unlesbar = (typeof UNLESBAR)[number];

/**
 * What an unreadable payload becomes inside a worker: a value the guard of the workflows knows and refuses. An exception
 * there would stop the workflow task, and the case with it (S5).
 */
export type Marke = {
  readonly unlesbar: Unlesbar;
  /** First switch: what was handled in clear before this instant stays readable, and this is what it says. */
  readonly bis?: string;
  readonly wert?: unknown;
};

export function istMarke(wert: unknown): wert is Marke {
  if (typeof wert !== 'object' || wert === null || !('unlesbar' in wert)) return false;
  return UNLESBAR.some((eine) => eine === wert.unlesbar);
}

/** The value behind an input at an instant; a mark stays one unless it was written in clear early enough. */
export function lesbarUm(wert: unknown, instantMs: number): unknown {
  if (!istMarke(wert) || wert.bis === undefined) return wert;
  return instantMs < Date.parse(wert.bis) ? wert.wert : wert;
}
