import type { Ablehnung } from '../ablehnung.ts';
import type { Tag } from '../frist/tag.ts';
import type { Rolle } from '../kennungen.ts';
import type { Policywahl } from './policy.ts';
import { pruefePolicy } from './pruefung.ts';

/** Who may do what with versions [P]: R12, R13 and R15 draft, the leaders approve, R13 orders the migration of cases. */
export const POLICYRECHTE = {
  entwerfen: ['tl', 'bereichsleitung', 'controlling'],
  freigeben: ['tl', 'bereichsleitung'],
  umstellen: ['bereichsleitung'],
} as const satisfies Record<string, readonly Rolle[]>;

/** A version of the office on its way from draft to approval. */
export type Policyentwurf = {
  readonly wahl: Policywahl;
  readonly gueltigAb: Tag;
  /** null = it came with the installation. */
  readonly entworfenVon: string | null;
  readonly freigegeben: boolean;
};

const abgelehnt = (id: Ablehnung['id'], satz: string, art: Ablehnung['art'] = 'regel'): Ablehnung => ({
  id,
  art,
  satz,
});

/** E48: a second person approves, not for days that are over, and nothing that contradicts itself. */
export function pruefeFreigabe(
  { wahl, gueltigAb, entworfenVon, freigegeben }: Policyentwurf,
  { wer, heute, rollen }: { readonly wer: string; readonly heute: Tag; readonly rollen: readonly Rolle[] },
): Ablehnung | null {
  if (freigegeben) return abgelehnt('E48', 'Diese Version ist schon freigegeben.', 'zustand');
  if (entworfenVon === wer)
    return abgelehnt('E48', 'Wer eine Version entworfen hat, gibt sie nicht selbst frei.');
  if (gueltigAb < heute) return abgelehnt('E48', 'Eine Version gilt frühestens ab dem Tag ihrer Freigabe.');
  const fehler = pruefePolicy(wahl, { rollen }).find(({ art }) => art === 'fehler');
  return fehler === undefined ? null : abgelehnt(fehler.parameter, fehler.satz);
}
