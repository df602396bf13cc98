import { bedingungFehlt, jetztNicht } from '../../ablehnung.ts';
import type { Regelid } from '../../kennungen.ts';
import type { BefehlVon } from '../befehle.ts';
import { fmVon, laeuftNoch, type BestehenderFall } from '../fall.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';

/** TR51: the Teamleitung gives the case to another FM; V-68 asks why. */
export function fmWechseln(fall: BestehenderFall, befehl: BefehlVon<'fm_wechseln'>): Entwurf {
  if (fall.zustand === 'vorgemerkt' || !laeuftNoch(fall)) {
    return jetztNicht('TR51', fall.zustand, 'Der Wechsel der Fallmanagerin oder des Fallmanagers');
  }
  const { fm, fmIstFallmanager, warmeUebergabeAm } = befehl;
  if (fm === fmVon(fall)) return bedingungFehlt('TR51', 'Der Fall wird schon von dieser Person geführt.');
  if (!fmIstFallmanager) {
    return bedingungFehlt(
      'TR51',
      'Übernehmen kann nur eine aktive Fallmanagerin oder ein Fallmanager des Teams.',
    );
  }
  const warnungen: Regelid[] = zeichen(befehl, 'grund') === 0 ? ['V-68'] : [];
  const daten = { art: 'fm_gewechselt', fm, warmeUebergabeAm } as const;
  return angenommen(geschehen(befehl, { tr: 'TR51', warnungen }, daten));
}
