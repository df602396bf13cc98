import type { Rolle } from '../kennungen.ts';

/** Who decides what about erasing a case [P]: the responsible FM and the Teamleitung; only the latter holds it back. What the person disputes is taken down by who leads the case. */
export const LOESCHRECHTE = {
  sperren: ['tl'],
  beantragen: ['fm', 'tl'],
  pruefen: ['fm', 'tl'],
  bestreiten: ['fm', 'fm_extern'],
} as const satisfies Record<string, readonly Rolle[]>;
export type Loeschhandlung = keyof typeof LOESCHRECHTE;

/** What rights need to know: the role, whether the case is the colleague's own to lead, and whether they come to it only for another: as Vertretung, for a reason, over a link. */
type Stellung = { readonly rolle: Rolle; readonly leitet: boolean; readonly anstelle: boolean };

/** A Vertretung keeps things going and decides nothing that cannot be undone (R08); a link opens a look (TR64). */
export function darfLoeschen(handlung: Loeschhandlung, { rolle, leitet, anstelle }: Stellung): boolean {
  const rollen: readonly Rolle[] = LOESCHRECHTE[handlung];
  return rollen.includes(rolle) && !anstelle && (leitet || rolle === 'tl');
}
