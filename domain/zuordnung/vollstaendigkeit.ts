import type { Tag } from '../frist/tag.ts';
import type { Policy } from '../policy/policy.ts';

/** What a meeting wants to find in a Vormerkung (E08, V-03, V-13). */
export type Vormerkungsangaben = {
  readonly profilVorhanden: boolean;
  readonly profillageErfasst: boolean;
  readonly zaehlendeHandlungsbedarfe: number;
  readonly gruendeVorhanden: boolean;
  readonly erlaeutertAm: Tag | null;
};

/** What is still missing, in words; empty when the Vormerkung is complete. Nothing is decided by it (V-06). */
export function fehlendeAngaben(angaben: Vormerkungsangaben, policy: Policy): string[] {
  const { min } = policy['POL-HB'];
  const zahl = angaben.zaehlendeHandlungsbedarfe;
  const fehlt: string[] = [];
  if (!angaben.profilVorhanden) fehlt.push('Es liegt kein Profiling vor.');
  else if (!angaben.profillageErfasst) fehlt.push('Im Profiling ist keine Profillage erfasst.');
  if (!angaben.gruendeVorhanden) fehlt.push('Die Gründe der Vormerkung fehlen.');
  if (angaben.erlaeutertAm === null) {
    fehlt.push('Es ist nicht vermerkt, wann die Gründe mit der Person besprochen wurden.');
  }
  if (zahl < min) {
    fehlt.push(`Für Kriterium A sind ${zahl} von mindestens ${min} zählenden Handlungsbedarfen erfasst.`);
  }
  return fehlt;
}
