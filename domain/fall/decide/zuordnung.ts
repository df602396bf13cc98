import { bedingungFehlt } from '../../ablehnung.ts';
import { auslastung } from '../../zuordnung/auslastung.ts';
import type { Zuordnungsfakten } from '../../zuordnung/fakten.ts';
import type { BefehlVon, Gewaehlt } from '../befehle.ts';
import type { Zuordnungslast } from '../ereignisse/zugang.ts';
import type { BestehenderFall, VorgemerkterFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import type { Uebergangid } from '../uebergaenge/katalog.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/** The Teamleitung answers the pAp while the Vormerkung waits: what is missing, when it comes up; nothing moves. */
function vormerkungBeantworten(stand: BestehenderFall, befehl: BefehlVon<'vormerkung_beantworten'>): Entwurf {
  const fall = ausgang('TR03', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'text') === 0) {
    return bedingungFehlt('TR03', 'Die Antwort auf die Vormerkung braucht einen Text.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR03' }, { art: 'vormerkung_beantwortet' }));
}

/** §§ 16, 17 SGB X: nobody acts in the case of a person with whom a conflict of interest is noted. */
export function befangen({ fmBefangen }: Pick<Gewaehlt, 'fmBefangen'>, tr: Uebergangid): Entwurf | null {
  if (fmBefangen !== true) return null;
  return bedingungFehlt(
    tr,
    'Für diese Person ist ein Interessenkonflikt vermerkt; der Fall geht an jemand anderes.',
  );
}

/** The named colleague may get the case, and the day lies in it. */
function unzuordenbar(
  fall: VorgemerkterFall,
  befehl: BefehlVon<'zuordnen' | 'ohne_warme_uebergabe_zuordnen'>,
  tr: Uebergangid,
): Entwurf | null {
  if (!befehl.fmIstFallmanager) {
    return bedingungFehlt(tr, 'Zugeordnet werden kann nur eine aktive Fallmanagerin oder ein Fallmanager.');
  }
  const ausgeschlossen = befangen(befehl, tr);
  if (ausgeschlossen !== null) return ausgeschlossen;
  if (befehl.ereignisAm >= fall.vormerkung.am) return null;
  return bedingungFehlt(tr, 'Die Zuordnung kann nicht vor der Vormerkung liegen.');
}

/** V-70: over the individual Soll, or another choice than the first suggestion; the meeting decides and says why. */
function lasthinweise(last: Zuordnungsfakten | null): readonly 'V-70'[] {
  if (last === null) return [];
  return last.faelle + 1 > last.soll || last.abweichung ? ['V-70'] : [];
}

function mitLast(last: Zuordnungsfakten | null): { readonly auslastung?: Zuordnungslast } {
  if (last === null) return {};
  const { faelle, soll } = last;
  return { auslastung: { vorher: auslastung(faelle, soll), nachher: auslastung(faelle + 1, soll) } };
}

function zuordnen(stand: BestehenderFall, befehl: BefehlVon<'zuordnen'>): Entwurf {
  const fall = ausgang('TR07', stand, befehl);
  if ('ok' in fall) return fall;
  const { fm, last = null } = befehl;
  const uebergang = { tr: 'TR07', warnungen: lasthinweise(last) } as const;
  return (
    unzuordenbar(fall, befehl, 'TR07') ??
    angenommen(geschehen(befehl, uebergang, { art: 'zugeordnet', fm, ...mitLast(last) }))
  );
}

/** TR08: out of the Jour-Fixe without a warm handover, because nobody could be called in; V-14 asks for the reason. */
function ohneWarmeUebergabeZuordnen(
  stand: BestehenderFall,
  befehl: BefehlVon<'ohne_warme_uebergabe_zuordnen'>,
): Entwurf {
  const fall = ausgang('TR08', stand, befehl);
  if ('ok' in fall) return fall;
  const { quelle } = fall.vormerkung;
  if (quelle.art !== 'jour_fixe' || quelle.anruf.ergebnis !== 'feste_termine') {
    return bedingungFehlt(
      'TR08',
      'Ohne warme Übergabe wird nur zugeordnet, wenn im Jour-Fixe wegen fester Termine niemand dazukommen konnte.',
    );
  }
  const { fm, last, thema } = befehl;
  const uebergang = { tr: 'TR08', warnungen: ['V-14', ...lasthinweise(last)] } as const;
  const zugeordnet = { art: 'zugeordnet', fm, uebergabe: 'ohne_warme_uebergabe', ...mitLast(last) } as const;
  return (
    unzuordenbar(fall, befehl, 'TR08') ??
    angenommen(geschehen(befehl, uebergang, thema === null ? zugeordnet : { ...zugeordnet, thema }))
  );
}

/** TR60: a slip of the meeting; once it is closed, or the FM has begun, the case changes hands (TR51) or ends (TR13). */
function zuordnungZuruecknehmen(
  stand: BestehenderFall,
  befehl: BefehlVon<'zuordnung_zuruecknehmen'>,
): Entwurf {
  const fall = ausgang('TR60', stand, befehl);
  if ('ok' in fall) return fall;
  if (befehl.besprochen) {
    return bedingungFehlt(
      'TR60',
      'Die Besprechung ist abgeschlossen; der Fall kann nur noch jemand anderem gegeben werden.',
    );
  }
  if (befehl.fmHatGehandelt) {
    return bedingungFehlt(
      'TR60',
      'Im Fall ist schon gehandelt worden; er kann nur noch jemand anderem gegeben werden.',
    );
  }
  if (befehl.ereignisAm < fall.weg.zuordnung.am) {
    return bedingungFehlt('TR60', 'Die Zuordnung kann nicht zurückgenommen sein, bevor es sie gab.');
  }
  if (zeichen(befehl, 'grund') === 0) {
    return bedingungFehlt('TR60', 'Die Rücknahme der Zuordnung braucht einen Grund.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR60' }, { art: 'zuordnung_zurueckgenommen' }));
}

export const ZUORDNUNG = {
  zuordnen: { updatename: 'klar', durch: zuordnen },
  zuordnung_zuruecknehmen: { updatename: 'klar', durch: zuordnungZuruecknehmen },
  vormerkung_beantworten: { updatename: 'klar', durch: vormerkungBeantworten },
  ohne_warme_uebergabe_zuordnen: { updatename: 'klar', durch: ohneWarmeUebergabeZuordnen },
} satisfies Partial<Folgezeilen>;
