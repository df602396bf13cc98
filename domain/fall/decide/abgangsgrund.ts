import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import type { Tag } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import type { Abgangsgrund, Regelid } from '../../kennungen.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import { rueckgabeart, schuldetRueckgabe } from '../abgangsgruende.ts';
import type { Abgangsangaben, Befehl } from '../befehle.ts';
import type { AbgehenderFall, OffenerFall } from '../fall.ts';
import { zeichen, type Entwurf } from './entwurf.ts';

type Begleiteter = OffenerFall | AbgehenderFall;

/** X1 rests on a start of work and on the prognosis that it lasts. Commands of release 0.1 name neither. */
function dauerhafteIntegration(fall: Begleiteter, befehl: Befehl, am: Tag | null): Entwurf | null {
  if (am === null) {
    return bedingungFehlt('TR37', 'X1 nennt den Tag der Arbeitsaufnahme.');
  }
  if (am > ortstag(befehl.at)) return verstoss('V-74', 'Die Arbeitsaufnahme liegt in der Zukunft.');
  if (am < fall.begleitung.fallzugang.am) {
    return bedingungFehlt('TR37', 'Die Arbeitsaufnahme liegt vor dem Fallzugang.');
  }
  if (zeichen(befehl, 'prognose') > 0) return null;
  return bedingungFehlt('TR37', 'X1 braucht eine Prognose, warum die Integration von Dauer sein wird.');
}

/** What single reasons ask for beyond a text (table 3.5, V-63). */
export function grundErlaubt(fall: Begleiteter, befehl: Befehl, abgang: Abgangsangaben): Entwurf | null {
  const { grund, arbeitsaufnahmeAm, zielstelle = null } = abgang;
  if (grund === 'X13') {
    return bedingungFehlt('TR40', 'X13 entsteht nur aus dem Standortgespräch mit dem Ergebnis Rückgabe.');
  }
  if (grund === 'X9' && !(abgang.kriterienEntfallen && abgang.ohneFmMoeglich)) {
    return verstoss(
      'V-63',
      'X9 setzt beides voraus: die Zugangskriterien liegen nicht mehr vor und Fortschritte sind ohne bFM möglich.',
    );
  }
  if (grund === 'X14' && zielstelle === null) {
    return bedingungFehlt('TR37', 'X14 nennt das spezialisierte Fallmanagement, das übernimmt.');
  }
  return grund === 'X1' && arbeitsaufnahmeAm !== undefined
    ? dauerhafteIntegration(fall, befehl, arbeitsaufnahmeAm)
    : null;
}

/** Guards of the exit reasons (V-57, V-63, table 3.5). */
export function abgangErlaubt(fall: OffenerFall, befehl: Befehl, abgang: Abgangsangaben): Entwurf | null {
  if (zeichen(befehl, 'begruendung') === 0) {
    return verstoss('V-57', 'Ein Abgang braucht den Grund und eine Begründung in Worten.');
  }
  return grundErlaubt(fall, befehl, abgang);
}

/** E36: who receives the person; for X14 the specialised Fallmanagement. */
export function empfaengerBei(grund: Abgangsgrund): 'fm_spezial' | 'pap' {
  return grund === 'X14' ? 'fm_spezial' : 'pap';
}

/** What was held for the reason the exit began with counts for the one it ends for where that asks for the same. */
function warmUebergeben({ abgang }: AbgehenderFall, begonnenMit: Abgangsgrund): boolean {
  const { grund, rueckgabegespraech, fallbesprechung, rueckgabeversuch } = abgang;
  const art = rueckgabeart(grund);
  const gefuehrt = rueckgabegespraech !== null && empfaengerBei(grund) === empfaengerBei(begonnenMit);
  const besprochen = fallbesprechung !== null && (grund === begonnenMit || art === 'fallbesprechung');
  return gefuehrt || besprochen || (art === 'versuch' && rueckgabeversuch !== null);
}

/** V-60: warm return held, tried where that is enough, not owed for this reason, or waived with a reason. */
export function ohneWarmeRueckgabe(
  fall: AbgehenderFall,
  befehl: Befehl,
  begonnenMit: Abgangsgrund,
): Regelid[] {
  const { grund, angaben } = fall.abgang;
  const massgeblich = gilt('V-60', fall) ? begonnenMit : grund;
  if (warmUebergeben(fall, massgeblich) || !schuldetRueckgabe(angaben)) return [];
  return zeichen(befehl, 'verzichtRueckgabe') === 0 ? ['V-60'] : [];
}

/**
 * the talk without the person is the rule for X8 and X12 and needs a reason for X6; anywhere else it stands in for
 * a Rückgabegespräch (V-60) that was not held.
 */
export function ohnePerson({ abgang }: AbgehenderFall, befehl: Befehl): Regelid[] {
  const ueblich = rueckgabeart(abgang.grund) === 'fallbesprechung' || abgang.rueckgabegespraech !== null;
  const begruendet = abgang.grund === 'X6' && zeichen(befehl, 'grundOhnePerson') > 0;
  return ueblich || begruendet ? [] : ['V-60'];
}
