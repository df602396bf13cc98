import { istArbeitstag, naechsterArbeitstag, type Kalender } from '../frist/kalender.ts';
import { plusTage, wochentag, type Tag } from '../frist/tag.ts';
import type { Policy } from '../policy/policy.ts';

/** What decides on which days a team meets. */
export type Besprechungsbasis = { readonly policy: Policy; readonly kalender: Kalender };

/**
 * Day of the n-th weekly Teambesprechung after the given day (T-41, POL-BESPRECHUNG).
 * A meeting on a holiday moves to the next working day or is dropped, as the office decided.
 */
export function besprechungstag(basis: Besprechungsbasis, nach: Tag, nummer: number): Tag {
  const { wochentag: gewuenscht, anFeiertag } = basis.policy['POL-BESPRECHUNG'];
  const abstand = ((gewuenscht - wochentag(nach) + 6) % 7) + 1;
  if (anFeiertag === 'naechster_arbeitstag') {
    // A meeting that would be on the day itself or before may have moved behind it (D-55).
    const verlegt = naechsterArbeitstag(plusTage(nach, abstand - 7), basis.kalender) > nach ? 7 : 0;
    return naechsterArbeitstag(plusTage(nach, abstand - verlegt + 7 * (nummer - 1)), basis.kalender);
  }
  let tag = plusTage(nach, abstand);
  for (let gezaehlt = 0; ; tag = plusTage(tag, 7)) {
    if (istArbeitstag(tag, basis.kalender)) gezaehlt += 1;
    if (gezaehlt === nummer) return tag;
  }
}

/** More meetings than ten years have are not counted. */
const BESPRECHUNGEN_HOECHSTENS = 520;

/** How many weekly meetings have passed between two days, and when the next one is, `heute` included (T-01). */
export function besprechungenSeit(
  basis: Besprechungsbasis,
  seit: Tag,
  heute: Tag,
): { readonly vergangen: number; readonly naechste: Tag } {
  let vergangen = 0;
  let naechste = besprechungstag(basis, seit, 1);
  while (naechste < heute && vergangen < BESPRECHUNGEN_HOECHSTENS) {
    vergangen += 1;
    naechste = besprechungstag(basis, seit, vergangen + 1);
  }
  return { vergangen, naechste };
}
