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

/** How a draft ends. */
export type Policyurteil = 'freigegeben' | 'verworfen';

/** A version of the office on its way from draft to approval. */
export type Policyentwurf = {
  readonly wahl: Policywahl;
  readonly gueltigAb: Tag;
  /** null = it came with the installation. */
  readonly entworfenVon: string | null;
  readonly urteil: Policyurteil | null;
};

const abgelehnt = (id: Ablehnung['id'], satz: string, art: Ablehnung['art'] = 'regel'): Ablehnung => ({
  id,
  art,
  satz,
});

const SCHON: Readonly<Record<Policyurteil, string>> = {
  freigegeben: 'Diese Version ist schon freigegeben.',
  verworfen: 'Dieser Entwurf ist verworfen.',
};

/** E48: a second person approves, not for days that are over, and nothing that contradicts itself. */
export function pruefeFreigabe(
  { wahl, gueltigAb, entworfenVon, urteil }: Policyentwurf,
  { wer, heute, rollen }: { readonly wer: string; readonly heute: Tag; readonly rollen: readonly Rolle[] },
): Ablehnung | null {
  if (urteil !== null) return abgelehnt('E48', SCHON[urteil], 'zustand');
  if (entworfenVon === wer)
    return abgelehnt('E48', 'Wer eine Version entworfen hat, gibt sie nicht selbst frei.');
  if (gueltigAb < heute) return abgelehnt('E48', 'Eine Version gilt frühestens ab dem Tag ihrer Freigabe.');
  const fehler = pruefePolicy(wahl, { rollen }).find(({ art }) => art === 'fehler');
  return fehler === undefined ? null : abgelehnt(fehler.parameter, fehler.satz);
}

/** E48: a draft is discarded by who wrote it or by who could approve it; what is approved holds until a later version. */
export function pruefeVerwerfung(
  { entworfenVon, urteil }: Pick<Policyentwurf, 'entworfenVon' | 'urteil'>,
  { wer, rolle }: { readonly wer: string; readonly rolle: Rolle },
): Ablehnung | null {
  if (urteil !== null) return abgelehnt('E48', SCHON[urteil], 'zustand');
  if (entworfenVon === wer || POLICYRECHTE.freigeben.some((wessen) => wessen === rolle)) return null;
  return abgelehnt('E48', 'Einen Entwurf verwirft, wer ihn geschrieben hat oder ihn freigeben dürfte.');
}
