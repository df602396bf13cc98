import type { Policy } from '../policy/policy.ts';
import type { Profillage, Schluesselgruppe } from '../kennungen.ts';

/** A Handlungsbedarf as far as access asks: where it belongs, what it is, whether it is still open. */
export type Handlungsbedarf = {
  readonly schluesselgruppe: Schluesselgruppe;
  readonly bezeichnung: string;
  readonly status: 'offen' | 'in_bearbeitung' | 'reduziert' | 'abgebaut' | 'verworfen';
  /** E05: decisive for the handover to bFM (X2, X13). */
  readonly massgeblichFuerUebergabe?: boolean;
};

const ERLEDIGT: readonly Handlungsbedarf['status'][] = ['abgebaut', 'verworfen'];

/** V-04: distinct open Handlungsbedarfe of the counting groups; the same one twice counts once. */
export function zaehlendeHandlungsbedarfe(
  handlungsbedarfe: readonly Handlungsbedarf[],
  policy: Policy,
): number {
  const { gruppen } = policy['POL-HB'];
  const zaehlend = handlungsbedarfe.filter(
    (hb) => gruppen.includes(hb.schluesselgruppe) && !ERLEDIGT.includes(hb.status),
  );
  const schluessel = zaehlend.map(
    (hb) => `${hb.schluesselgruppe}/${hb.bezeichnung.trim().toLocaleLowerCase('de')}`,
  );
  return new Set(schluessel).size;
}

/** Open Handlungsbedarfe of any group: each needs its state in the Standortgespräch (V-56). */
export function offeneHandlungsbedarfe(handlungsbedarfe: readonly Handlungsbedarf[]): number {
  return handlungsbedarfe.filter((hb) => !ERLEDIGT.includes(hb.status)).length;
}

/** POL-KOMPLEX: the Profillagen that open bFM. */
export function istKomplex(profillage: Profillage | null, policy: Policy): boolean {
  return profillage !== null && policy['POL-KOMPLEX'].includes(profillage);
}

/** V-03: complex Profillage and enough distinct open Handlungsbedarfe. The system computes it, a person decides (V-06). */
export function kriteriumA(
  person: { readonly komplex: boolean; readonly zaehlendeHandlungsbedarfe: number },
  policy: Policy,
): boolean {
  return person.komplex && person.zaehlendeHandlungsbedarfe >= policy['POL-HB'].min;
}
