import type { Uebergangid } from './fall/uebergaenge/katalog.ts';
import type { Fristid, Pruefpunkt, Regelid } from './kennungen.ts';
import type { Policy } from './policy/policy.ts';

/** Technical refusals that never reach a clerk: the API repeats them or turns them into 503. */
export type TechnischeAblehnung = 'LAUFWECHSEL' | 'UNLESBAR';

/** What a refusal about a version names: a parameter, or the version itself (E48). */
type Policykennung = keyof Policy | 'E48';

/**
 * Why a command may not act. `art` decides the HTTP status outside: `zustand` = not possible now (409),
 * `regel` = a rule forbids it (422), `veraltet` = the file changed (409), `technisch` = repeat.
 */
export type Ablehnung = {
  readonly id: Regelid | Uebergangid | Fristid | Pruefpunkt | Policykennung | TechnischeAblehnung;
  readonly art: 'zustand' | 'regel' | 'veraltet' | 'technisch';
  readonly satz: string;
};

/** A rule of regeln.md forbids the command. */
export function verstoss(id: Regelid, satz: string): { ok: false; ablehnung: Ablehnung } {
  return { ok: false, ablehnung: { id, art: 'regel', satz } };
}

/** A guard of the transition, or of the duty a fact would keep, is not met although the state would allow it. */
export function bedingungFehlt(
  id: Uebergangid | Fristid | Pruefpunkt,
  satz: string,
): { ok: false; ablehnung: Ablehnung } {
  return { ok: false, ablehnung: { id, art: 'regel', satz } };
}

/** The transition, or what a rule is about, does not exist in the present state (zustaende.md 4). */
export function jetztNicht(
  id: Uebergangid | Regelid,
  zustand: string,
  handlung: string,
): { ok: false; ablehnung: Ablehnung } {
  const satz = `${handlung} ist im Zustand „${zustand}“ nicht möglich.`;
  return { ok: false, ablehnung: { id, art: 'zustand', satz } };
}
