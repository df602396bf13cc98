import { bedingungFehlt } from '../../ablehnung.ts';
import type { Regelid } from '../../kennungen.ts';
import type { BefehlVon } from '../befehle.ts';
import { aufnehmenderPapVon, fmVon, istAbgeschlossen, type BestehenderFall } from '../fall.ts';
import { ausgang, unmoeglich } from '../uebergaenge/ausgang.ts';
import { befangen } from './zuordnung.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/** TR51: the Teamleitung gives the case to another FM; V-68 asks why. */
function fmWechseln(stand: BestehenderFall, befehl: BefehlVon<'fm_wechseln'>): Entwurf {
  const fall = ausgang('TR51', stand, befehl);
  if ('ok' in fall) return fall;
  const { fm, fmIstFallmanager, warmeUebergabeAm } = befehl;
  if (fm === fmVon(fall)) return bedingungFehlt('TR51', 'Der Fall wird schon von dieser Person geführt.');
  if (!fmIstFallmanager) {
    return bedingungFehlt(
      'TR51',
      'Übernehmen kann nur eine aktive Fallmanagerin oder ein Fallmanager des Teams.',
    );
  }
  const ausgeschlossen = befangen(befehl, 'TR51');
  if (ausgeschlossen !== null) return ausgeschlossen;
  const warnungen: Regelid[] = zeichen(befehl, 'grund') === 0 ? ['V-68'] : [];
  const daten = { art: 'fm_gewechselt', fm, warmeUebergabeAm } as const;
  return angenommen(geschehen(befehl, { tr: 'TR51', warnungen }, daten));
}

/**
 * TR51 for the pAp: somebody leaves, and what the case would tell them goes to another; V-68 asks why. After the
 * Fallabgang only the duties of the time after it are left to hand over, as TR57 does for the FM.
 */
function papWechseln(fall: BestehenderFall, befehl: BefehlVon<'pap_wechseln'>): Entwurf {
  if (istAbgeschlossen(fall)) return unmoeglich('TR51', fall, befehl);
  const { von, pap } = befehl;
  if (von !== fall.pap && von !== aufnehmenderPapVon(fall))
    return bedingungFehlt('TR51', 'Diese Person ist in diesem Fall nicht Ansprechpartner.');
  if (von === pap) return bedingungFehlt('TR51', 'Der Fall liegt schon bei dieser Person.');
  const warnungen: Regelid[] = zeichen(befehl, 'grund') === 0 ? ['V-68'] : [];
  const tr = fall.zustand === 'beendet' ? 'TR57' : 'TR51';
  return angenommen(geschehen(befehl, { tr, warnungen }, { art: 'pap_gewechselt', von, pap }));
}

export const ZUSTAENDIGKEIT = {
  pap_wechseln: { updatename: 'klar', durch: papWechseln },
  fm_wechseln: { updatename: 'klar', durch: fmWechseln, tage: { warmeUebergabeAm: 'tatsache' } },
} satisfies Partial<Folgezeilen>;
