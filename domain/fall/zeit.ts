import { plusTage, type Tag } from '../frist/tag.ts';
import { beginnDesTages, ortstag, type Instant } from '../frist/zeitzone.ts';
import { policyAus } from '../policy/wahl.ts';
import type { Fristschritt } from './ereignisse.ts';
import type { BestehenderFall, Friststand } from './fall.ts';
import { leiterVon, verantwortlicheRolle, type Sprosse } from './leiter.ts';
import { laeuft, ruht } from './pflichten/laeuft.ts';
import { sichtAuf } from './pflichten/pflicht.ts';
import { pflichten } from './fristen.ts';
import { hoechstdauerEnde } from './verlaengerung.ts';

const lebt = (frist: Friststand): boolean => frist.ende === null && !frist.ruht;

/** The rungs of a duty that nobody has taken yet. */
function offeneSprossen(fall: BestehenderFall, frist: Friststand): readonly Sprosse[] {
  return leiterVon(frist, policyAus(fall.policy), fall.kalender).slice(frist.nr);
}

/** Day at whose beginning S05 becomes S06 by the passage of time alone (TR38); null in every other state. */
function uebergangAm(fall: BestehenderFall): Tag | null {
  if (fall.zustand !== 'aktiv') return null;
  const ende = hoechstdauerEnde(policyAus(fall.policy), fall.begleitung.fallzugang.am);
  return ende === null ? null : plusTage(ende, 1);
}

/** True when S05 has outlived the maximum duration. */
export function hoechstdauerErreicht(fall: BestehenderFall, at: Instant): boolean {
  const am = uebergangAm(fall);
  return am !== null && ortstag(at) >= am;
}

/** Instants at which the list of duties changes by itself: a window opens, a meeting passes, S05 becomes S06. */
function wechsel(fall: BestehenderFall): Instant[] {
  const heute = ortstag(fall.zuletzt);
  const tage = pflichten(sichtAuf(fall, heute))
    .filter((p) => p.wechselAm !== null && p.erfuellung === null)
    .filter((p) => laeuft(fall, p.id) && !ruht(fall, p.id))
    .flatMap((p) => (p.wechselAm !== null && p.wechselAm > heute ? [p.wechselAm] : []));
  const uebergang = uebergangAm(fall);
  if (uebergang !== null && uebergang > heute) tage.push(uebergang);
  return tage.map(beginnDesTages);
}

const gemerkt = new WeakMap<BestehenderFall, Instant | null>();

/** The earliest instant at which the case has to wake by itself; null when nothing is left to wait for. */
export function naechsterInstant(fall: BestehenderFall): Instant | null {
  const bekannt = gemerkt.get(fall);
  if (bekannt !== undefined) return bekannt;
  const instants = wechsel(fall);
  for (const frist of fall.fristen) {
    const sprosse = lebt(frist) ? offeneSprossen(fall, frist)[0] : undefined;
    if (sprosse !== undefined) instants.push(sprosse.instant);
  }
  const naechster = instants.sort()[0] ?? null;
  gemerkt.set(fall, naechster);
  return naechster;
}

/**
 * All rungs with an instant ≤ `at`. Of several that are due at once for one duty and one recipient only the
 * highest is sent, the others are recorded as `uebersprungen` (POL-ESC).
 */
export function faelligeSchritte(fall: BestehenderFall, at: Instant): Fristschritt[] {
  return fall.fristen.filter(lebt).flatMap((frist) => {
    const sprossen = offeneSprossen(fall, frist).filter((s) => s.instant <= at);
    return sprossen.map((sprosse, stelle) => ({
      id: frist.id,
      vorkommen: frist.vorkommen,
      faellig: frist.faellig,
      nr: frist.nr + stelle + 1,
      stufe: sprosse.stufe,
      an: sprosse.an,
      uebersprungen:
        sprosse.an !== null &&
        sprossen.slice(stelle + 1).some((s) => empfaenger(frist, s) === empfaenger(frist, sprosse)),
    }));
  });
}

function empfaenger(frist: Friststand, sprosse: Sprosse): string | null {
  return sprosse.an === 'verantwortlich' ? verantwortlicheRolle(frist.id) : sprosse.an;
}
