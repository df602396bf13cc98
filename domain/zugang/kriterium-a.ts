import type { Personenfakten } from '../fall/befehle.ts';
import type { Policy } from '../policy/policy.ts';
import type { Hbstatus, Profillage, Schluesselgruppe } from '../kennungen.ts';

/** A Handlungsbedarf as far as access asks: where it belongs, what it is, whether it is still open. */
export type Handlungsbedarf = {
  readonly schluesselgruppe: Schluesselgruppe;
  readonly bezeichnung: string;
  readonly status: Hbstatus;
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

/** does a Profiling say anything about the Profillage? */
export function hatProfillage(profillage: Profillage | null): boolean {
  return profillage !== null && profillage !== 'nicht_ermittelt';
}

/** What the file says about criterion A. */
type Kriteriumslage = Pick<Personenfakten, 'komplex' | 'ohneProfillage' | 'zaehlendeHandlungsbedarfe'>;

/** may the FM state the complexity, because nothing else says it? */
export function brauchtEinschaetzung({ ohneProfillage }: Kriteriumslage, policy: Policy): boolean {
  return ohneProfillage && policy['POL-PROFIL-QUELLE'] === 'profillage_oder_einschaetzung';
}

function giltAlsKomplex(
  kriteriumslage: Kriteriumslage,
  policy: Policy,
  einschaetzung: boolean | null,
): boolean {
  if (policy['POL-PROFIL-QUELLE'] === 'hb_allein') return true;
  return brauchtEinschaetzung(kriteriumslage, policy) ? einschaetzung === true : kriteriumslage.komplex;
}

/**
 * V-03: complex profile and enough distinct open Handlungsbedarfe; POL-PROFIL-QUELLE says what shows complexity. The
 * system computes it, a person decides (V-06).
 */
export function kriteriumA(
  kriteriumslage: Kriteriumslage,
  policy: Policy,
  einschaetzung: boolean | null = null,
): boolean {
  return (
    giltAlsKomplex(kriteriumslage, policy, einschaetzung) &&
    kriteriumslage.zaehlendeHandlungsbedarfe >= policy['POL-HB'].min
  );
}
