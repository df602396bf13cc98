import { bedingungFehlt } from '../../ablehnung.ts';
import { faelligAm } from '../../frist/berechnung.ts';
import type { Kalender } from '../../frist/kalender.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Regelid } from '../../kennungen.ts';
import type { Policywahl } from '../../policy/policy.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { BefehlVon } from '../befehle.ts';
import { vormerkungVon, type BestehenderFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { zuJung } from './alter.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/** V-02, said of the day of a handover. */
export const ZU_FRUEH = 'Übergeben wird frühestens am 25. Geburtstag.';

/** T-13: the last day on which the FM U25 is in time, three months before the handover (CAL-R, POL-U25). */
export function meldefrist(
  { policy, kalender }: { readonly policy: Policywahl; readonly kalender: Kalender },
  uebergabeAm: Tag,
): Tag {
  const variante = policyAus(policy)['POL-U25'];
  const dauer = { einheit: 'monate', anzahl: 3 } as const;
  return faelligAm({ regel: 'CAL-R', ereignis: uebergabeAm, dauer, variante }, kalender);
}

/** Why the handover cannot be moved so; null when it can. */
function hindernis(fall: BestehenderFall, befehl: BefehlVon<'u25_uebergabe_verlegen'>): Entwurf | null {
  const { quelle } = vormerkungVon(fall);
  const { am, ue25 } = befehl.uebergabe;
  if (quelle.art !== 'fm_u25') {
    return bedingungFehlt('TR62', 'Nur eine Übergabe aus dem Fallmanagement U25 hat einen Übergabetag.');
  }
  if (zeichen(befehl, 'grund') === 0) {
    return bedingungFehlt('TR62', 'Die Verlegung der Übergabe braucht einen Grund.');
  }
  if (am === quelle.uebergabeAm) {
    return bedingungFehlt('TR62', `Die Übergabe ist schon für den ${am} geplant.`);
  }
  if (am < befehl.ereignisAm) {
    return bedingungFehlt('TR62', `Der neue Tag der Übergabe (${am}) liegt vor dem Tag der Verlegung.`);
  }
  return zuJung(ue25, fall, ZU_FRUEH);
}

/** TR62, T-13: the day of the handover is moved; whether the FM U25 was in time is asked anew (V-19). */
function uebergabeVerlegen(stand: BestehenderFall, befehl: BefehlVon<'u25_uebergabe_verlegen'>): Entwurf {
  const fall = ausgang('TR62', stand, befehl);
  if ('ok' in fall) return fall;
  const gehindert = hindernis(fall, befehl);
  if (gehindert !== null) return gehindert;
  const uebergabeAm = befehl.uebergabe.am;
  const frist = meldefrist(fall, uebergabeAm);
  const warnungen: Regelid[] = vormerkungVon(fall).am > frist ? ['V-19'] : [];
  const daten = { art: 'u25_uebergabe_verlegt', uebergabeAm, meldefrist: frist } as const;
  return angenommen(geschehen(befehl, { tr: 'TR62', warnungen }, daten));
}

export const UEBERGABE = {
  u25_uebergabe_verlegen: {
    updatename: 'klar',
    durch: uebergabeVerlegen,
    tage: { uebergabe: { am: 'plan' } },
  },
} satisfies Partial<Folgezeilen>;
