import { bedingungFehlt, jetztNicht, verstoss } from '../../ablehnung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Abgangsgrund, Regelid } from '../../kennungen.ts';
import type { Abgangsangaben, Befehl, BefehlVon } from '../befehle.ts';
import { istOffen, type AbgehenderFall, type BestehenderFall } from '../fall.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf, type Rohereignis } from './entwurf.ts';
import { zaehltAlsKontakt } from './zugang.ts';

/** 03-process.md 3.5, column Rückgabegespräch: for these reasons nobody has to be handed back. */
const OHNE_RUECKGABE: readonly Abgangsgrund[] = ['X7', 'X10', 'X15'];

/** Guards of the exit reasons (V-57, V-63, table 3.5). */
export function abgangErlaubt(befehl: Befehl, abgang: Abgangsangaben): Entwurf | null {
  if (zeichen(befehl, 'begruendung') === 0) {
    return verstoss('V-57', 'Ein Abgang braucht den Grund und eine Begründung in Worten.');
  }
  if (abgang.grund === 'X13') {
    return bedingungFehlt('TR40', 'X13 entsteht nur aus dem Standortgespräch mit dem Ergebnis Rückgabe.');
  }
  if (abgang.grund === 'X9' && !(abgang.kriterienEntfallen && abgang.ohneFmMoeglich)) {
    return verstoss(
      'V-63',
      'X9 setzt beides voraus: die Zugangskriterien liegen nicht mehr vor und Fortschritte sind ohne bFM möglich.',
    );
  }
  return null;
}

/** The exit decision that follows from another command. */
export function einleitung(tr: 'TR37' | 'TR40', am: Tag, grund: Abgangsgrund): Rohereignis {
  return folge(tr === 'TR37' ? tr : null, am, { art: 'abgang_eingeleitet', grund });
}

export function abgangEinleiten(fall: BestehenderFall, befehl: BefehlVon<'abgang_einleiten'>): Entwurf {
  if (!istOffen(fall)) return jetztNicht('TR37', fall.zustand, 'Das Einleiten des Abgangs');
  return (
    vorFallzugang(fall, befehl, 'TR37') ??
    abgangErlaubt(befehl, befehl.abgang) ??
    angenommen(geschehen(befehl, { tr: 'TR37' }, { art: 'abgang_eingeleitet', grund: befehl.abgang.grund }))
  );
}

export function abgangZuruecknehmen(
  fall: BestehenderFall,
  befehl: BefehlVon<'abgang_zuruecknehmen'>,
): Entwurf {
  if (fall.zustand !== 'abgang_eingeleitet') {
    return jetztNicht('TR46', fall.zustand, 'Das Zurücknehmen des Abgangs');
  }
  if (zeichen(befehl, 'grund') === 0) {
    return bedingungFehlt('TR46', 'Das Zurücknehmen des Abgangs braucht einen Grund.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR46' }, { art: 'abgang_zurueckgenommen' }));
}

/** TR42, V-59: the former pAp is asked first; the DKZ-Tool is the way when there is no basis for cooperation. */
export function stelleKlaeren(
  fall: BestehenderFall,
  befehl: BefehlVon<'aufnehmende_stelle_klaeren'>,
): Entwurf {
  if (fall.zustand !== 'abgang_eingeleitet') {
    return jetztNicht('TR42', fall.zustand, 'Das Klären der aufnehmenden Stelle');
  }
  const uebergangen = befehl.weg === 'dkz_tool' && befehl.vormaligerPapGefragtAm === null;
  const warnungen: Regelid[] = uebergangen ? ['V-59'] : [];
  const { weg, pap } = befehl;
  return angenommen(
    geschehen(befehl, { tr: 'TR42', warnungen }, { art: 'aufnehmende_stelle_geklaert', weg, pap }),
  );
}

export function rueckgabegespraechFuehren(
  fall: BestehenderFall,
  befehl: BefehlVon<'rueckgabegespraech_fuehren'>,
): Entwurf {
  if (fall.zustand !== 'abgang_eingeleitet') return jetztNicht('TR43', fall.zustand, 'Das Rückgabegespräch');
  if (zeichen(befehl, 'naechsteSchritte') === 0) {
    return bedingungFehlt('TR43', 'Das Rückgabegespräch hält die nächsten Schritte fest.');
  }
  const geklaert = fall.abgang.stelleGeklaert;
  const warnungen: Regelid[] = geklaert === null || geklaert.am > befehl.ereignisAm ? ['V-59'] : [];
  const zaehlt = zaehltAlsKontakt(fall, befehl.art, befehl.teilnehmer);
  return (
    vorFallzugang(fall, befehl, 'TR43') ??
    angenommen(geschehen(befehl, { tr: 'TR43', warnungen }, { art: 'rueckgabegespraech_gefuehrt', zaehlt }))
  );
}

type Beendigung = BefehlVon<'fallabgang_dokumentieren' | 'ohne_gespraech_beenden'>;

/** TR48: everybody is observed afterwards, except after a death or a data error (X15). */
function mitNachhaltung(befehl: Beendigung, grund: Abgangsgrund): boolean {
  return !(grund === 'X15' && (befehl.administrativ === 'tod' || befehl.administrativ === 'datenfehler'));
}

function beendet(ereignis: Rohereignis, nachhaltung: boolean): Entwurf {
  if (!nachhaltung) return angenommen(ereignis);
  return angenommen(ereignis, folge('TR48', ereignis.ereignisAm, { art: 'nachhaltung_begonnen' }));
}

function ohneAnlass(befehl: Beendigung, grund: Abgangsgrund, tr: 'TR44' | 'TR50'): Entwurf | null {
  if (grund !== 'X15' || befehl.administrativ !== null) return null;
  return bedingungFehlt(tr, 'X15 nennt den Anlass: Umzug, Tod oder Datenfehler.');
}

/** V-60: warm return held, not owed for this reason, or waived with a reason. */
function ohneWarmeRueckgabe(fall: AbgehenderFall, befehl: Beendigung): Regelid[] {
  const { grund, rueckgabegespraech } = fall.abgang;
  if (rueckgabegespraech !== null || OHNE_RUECKGABE.includes(grund)) return [];
  return zeichen(befehl, 'verzichtRueckgabe') === 0 ? ['V-60'] : [];
}

export function fallabgangDokumentieren(
  fall: BestehenderFall,
  befehl: BefehlVon<'fallabgang_dokumentieren'>,
): Entwurf {
  if (fall.zustand !== 'abgang_eingeleitet') return jetztNicht('TR44', fall.zustand, 'Der Fallabgang');
  if (befehl.ereignisAm < fall.abgang.am) {
    return bedingungFehlt('TR44', 'Der Fallabgang kann nicht vor der Entscheidung über den Abgang liegen.');
  }
  if (zeichen(befehl, 'begruendung') === 0) {
    return verstoss('V-57', 'Der Fallabgang braucht eine Begründung in Worten.');
  }
  const { profilAngepasstAm } = befehl.person;
  if (profilAngepasstAm === null || profilAngepasstAm < fall.abgang.am) {
    return verstoss('V-58', 'Vor dem Fallabgang ist das Profil der Person anzupassen (Anlass Fallabgang).');
  }
  if (zeichen(befehl, 'abschlussvermerk') === 0) {
    return bedingungFehlt('TR44', 'Der Fallabgang braucht den offenen Abschlussvermerk.');
  }
  const { grund } = fall.abgang;
  const anlassFehlt = ohneAnlass(befehl, grund, 'TR44');
  if (anlassFehlt !== null) return anlassFehlt;
  const warnungen = ohneWarmeRueckgabe(fall, befehl);
  const nachhaltung = mitNachhaltung(befehl, grund);
  const ereignis = geschehen(
    befehl,
    { tr: 'TR44', warnungen },
    { art: 'fallabgang_dokumentiert', grund, nachhaltung },
  );
  return beendet(ereignis, nachhaltung);
}

/** TR50: the person has left the system; profile and return talk cannot be asked for any more. */
export function ohneGespraechBeenden(
  fall: BestehenderFall,
  befehl: BefehlVon<'ohne_gespraech_beenden'>,
): Entwurf {
  if (!istOffen(fall) && fall.zustand !== 'abgang_eingeleitet') {
    return jetztNicht('TR50', fall.zustand, 'Das Beenden ohne Gespräch');
  }
  const vorher = vorFallzugang(fall, befehl, 'TR50');
  if (vorher !== null) return vorher;
  if (zeichen(befehl, 'begruendung') === 0) {
    return verstoss('V-57', 'Der Fallabgang braucht eine Begründung in Worten.');
  }
  const anlassFehlt = ohneAnlass(befehl, befehl.grund, 'TR50');
  if (anlassFehlt !== null) return anlassFehlt;
  const warnungen: Regelid[] = zeichen(befehl, 'verzichtRueckgabe') === 0 ? ['V-60'] : [];
  const { grund } = befehl;
  const nachhaltung = mitNachhaltung(befehl, grund);
  const ereignis = geschehen(
    befehl,
    { tr: 'TR50', warnungen },
    { art: 'fallabgang_dokumentiert', grund, nachhaltung },
  );
  return beendet(ereignis, nachhaltung);
}
