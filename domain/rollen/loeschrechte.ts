import type { Rolle } from '../kennungen.ts';

/** Who decides what about erasing a case [P]: the responsible FM and the Teamleitung; only the latter holds it back. What the person disputes is taken down by who leads the case. */
export const LOESCHRECHTE = {
  sperren: ['tl'],
  beantragen: ['fm', 'tl'],
  pruefen: ['fm', 'tl'],
  bestreiten: ['fm', 'fm_extern'],
} as const satisfies Record<string, readonly Rolle[]>;
export type Loeschhandlung = keyof typeof LOESCHRECHTE;

/** What rights need to know: the role, and whether the case is the colleague's own to lead, in their own name. */
type Stellung = { readonly rolle: Rolle; readonly leitet: boolean; readonly inVertretung: boolean };

/** A Vertretung keeps things going and decides nothing that cannot be undone (R08). */
export function darfLoeschen(handlung: Loeschhandlung, { rolle, leitet, inVertretung }: Stellung): boolean {
  const rollen: readonly Rolle[] = LOESCHRECHTE[handlung];
  return rollen.includes(rolle) && !inVertretung && (leitet || rolle === 'tl');
}
