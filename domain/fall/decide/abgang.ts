import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Abgangsgrund, Regelid } from '../../kennungen.ts';
import { policyAus } from '../../policy/wahl.ts';
import { endetOhneZiele, nurGrund, wertung } from '../abgangsgruende.ts';
import type { Abgangsangaben, BefehlVon } from '../befehle.ts';
import type { AbgehenderFall, BestehenderFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { abgangErlaubt, ohnePerson, ohneWarmeRueckgabe } from './abgangsgrund.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf, type Rohereignis } from './entwurf.ts';
import { dauer } from '../gespraechsangaben.ts';
import type { Folgezeilen } from './zeilen.ts';
import { zaehltAlsKontakt } from './zugang.ts';

/** The exit decision that follows from another command. */
export function einleitung(tr: 'TR37' | 'TR40', am: Tag, angaben: Abgangsangaben): Rohereignis {
  return folge(tr === 'TR37' ? tr : null, am, { art: 'abgang_eingeleitet', grund: angaben.grund, angaben });
}

function abgangEinleiten(stand: BestehenderFall, befehl: BefehlVon<'abgang_einleiten'>): Entwurf {
  const fall = ausgang('TR37', stand, befehl);
  if ('ok' in fall) return fall;
  const { abgang: angaben } = befehl;
  const daten = { art: 'abgang_eingeleitet', grund: angaben.grund, angaben } as const;
  return (
    vorFallzugang(fall, befehl, 'TR37') ??
    abgangErlaubt(fall, befehl, angaben) ??
    angenommen(geschehen(befehl, { tr: 'TR37' }, daten))
  );
}

function abgangZuruecknehmen(stand: BestehenderFall, befehl: BefehlVon<'abgang_zuruecknehmen'>): Entwurf {
  const fall = ausgang('TR46', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'grund') === 0) {
    return bedingungFehlt('TR46', 'Das Zurücknehmen des Abgangs braucht einen Grund.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR46' }, { art: 'abgang_zurueckgenommen' }));
}

/** TR42, V-59: the former pAp is asked first; the DKZ-Tool is the way when there is no basis for cooperation. */
function stelleKlaeren(stand: BestehenderFall, befehl: BefehlVon<'aufnehmende_stelle_klaeren'>): Entwurf {
  const fall = ausgang('TR42', stand, befehl);
  if ('ok' in fall) return fall;
  const uebergangen = befehl.weg === 'dkz_tool' && befehl.vormaligerPapGefragtAm === null;
  const warnungen: Regelid[] = uebergangen ? ['V-59'] : [];
  const { weg, pap } = befehl;
  return angenommen(
    geschehen(befehl, { tr: 'TR42', warnungen }, { art: 'aufnehmende_stelle_geklaert', weg, pap }),
  );
}

/** V-59: the receiving body is clarified before the talk; X14 named it with the decision. */
function vorDerKlaerung({ abgang }: AbgehenderFall, am: Tag): Regelid[] {
  if (abgang.grund === 'X14') return [];
  const { stelleGeklaert } = abgang;
  return stelleGeklaert === null || stelleGeklaert.am > am ? ['V-59'] : [];
}

/** E36: the person, the FM and who receives them (the pAp; for X14 the specialised Fallmanagement). */
function alleDabei(fall: AbgehenderFall, { teilnehmer }: BefehlVon<'rueckgabegespraech_fuehren'>): boolean {
  const empfaenger = fall.abgang.grund === 'X14' ? 'fm_spezial' : 'pap';
  return (['bewerber', 'fm', empfaenger] as const).every((wer) => teilnehmer.includes(wer));
}

function rueckgabegespraechFuehren(
  stand: BestehenderFall,
  befehl: BefehlVon<'rueckgabegespraech_fuehren'>,
): Entwurf {
  const fall = ausgang('TR43', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'naechsteSchritte') === 0) {
    return bedingungFehlt('TR43', 'Das Rückgabegespräch hält die nächsten Schritte fest.');
  }
  if (!alleDabei(fall, befehl)) {
    return bedingungFehlt(
      'TR43',
      'Das Rückgabegespräch führen die Person, das Fallmanagement und die aufnehmende Stelle gemeinsam; ohne die Person ist es eine Fallbesprechung.',
    );
  }
  const warnungen = vorDerKlaerung(fall, befehl.ereignisAm);
  const zaehlt = zaehltAlsKontakt(fall, befehl.art, befehl.teilnehmer);
  const daten = { art: 'rueckgabegespraech_gefuehrt', zaehlt, ...dauer(befehl) } as const;
  return (
    vorFallzugang(fall, befehl, 'TR43') ?? angenommen(geschehen(befehl, { tr: 'TR43', warnungen }, daten))
  );
}

/** TR43 without the person: FM and pAp talk about the case. */
function fallbesprechungFuehren(
  stand: BestehenderFall,
  befehl: BefehlVon<'fallbesprechung_fuehren'>,
): Entwurf {
  const fall = ausgang('TR43', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'naechsteSchritte') === 0) {
    return bedingungFehlt('TR43', 'Die Fallbesprechung hält die nächsten Schritte fest.');
  }
  const warnungen = [...vorDerKlaerung(fall, befehl.ereignisAm), ...ohnePerson(fall, befehl)];
  return (
    vorFallzugang(fall, befehl, 'TR43') ??
    angenommen(geschehen(befehl, { tr: 'TR43', warnungen }, { art: 'fallbesprechung_gefuehrt' }))
  );
}

type Beendigung = BefehlVon<'fallabgang_dokumentieren' | 'ohne_gespraech_beenden'>;

/** TR48: everybody is observed afterwards, except after a death or a data error (X15). */
function mitNachhaltung(befehl: Beendigung, grund: Abgangsgrund): boolean {
  return !(grund === 'X15' && (befehl.administrativ === 'tod' || befehl.administrativ === 'datenfehler'));
}

export function beendet(ereignis: Rohereignis, nachhaltung: boolean): Entwurf {
  if (!nachhaltung) return angenommen(ereignis);
  return angenommen(ereignis, folge('TR48', ereignis.ereignisAm, { art: 'nachhaltung_begonnen' }));
}

function ohneAnlass(befehl: Beendigung, grund: Abgangsgrund, tr: 'TR44' | 'TR50'): Entwurf | null {
  if (grund !== 'X15' || befehl.administrativ !== null) return null;
  return bedingungFehlt(tr, 'X15 nennt den Anlass: Umzug, Tod oder Datenfehler.');
}

type Dokumentation = BefehlVon<'fallabgang_dokumentieren' | 'akh_festlegen'>;

/** Texts, profile and order of days every documented Fallabgang needs (TR44, TR45). */
export function dokumentationErlaubt(
  fall: AbgehenderFall,
  befehl: Dokumentation,
  tr: 'TR44' | 'TR45',
): Entwurf | null {
  if (befehl.ereignisAm < fall.abgang.am) {
    return bedingungFehlt(tr, 'Der Fallabgang kann nicht vor der Entscheidung über den Abgang liegen.');
  }
  if (zeichen(befehl, 'begruendung') === 0) {
    return verstoss('V-57', 'Der Fallabgang braucht eine Begründung in Worten.');
  }
  const { profilAngepasstAm } = befehl.person;
  // T-22: an order, no date.
  if (profilAngepasstAm === null || profilAngepasstAm < fall.abgang.am) {
    return verstoss('V-58', 'Vor dem Fallabgang ist das Profil der Person anzupassen (Anlass Fallabgang).');
  }
  return zeichen(befehl, 'abschlussvermerk') === 0
    ? bedingungFehlt(tr, 'Der Fallabgang braucht den offenen Abschlussvermerk.')
    : null;
}

/** The Fallabgang with what statistics ask of it (E35), with V-60 and V-64. */
export function dokumentierterAbgang(
  fall: AbgehenderFall,
  befehl: Dokumentation,
  { tr, nachhaltung }: { readonly tr: 'TR44' | 'TR45'; readonly nachhaltung: boolean },
): Rohereignis {
  const { grund, angaben } = fall.abgang;
  const { person, zielerreichung = null } = befehl;
  const { massgeblicherBedarfReduziert = false } = person;
  const lage = { angaben, zielerreichung, massgeblicherBedarfReduziert };
  const warnungen = ohneWarmeRueckgabe(fall, befehl);
  if (endetOhneZiele(lage)) warnungen.push('V-64');
  return geschehen(
    befehl,
    { tr, warnungen },
    {
      art: 'fallabgang_dokumentiert',
      grund,
      nachhaltung,
      zielerreichung,
      ...wertung(lage, policyAus(fall.policy)),
    },
  );
}

function fallabgangDokumentieren(
  stand: BestehenderFall,
  befehl: BefehlVon<'fallabgang_dokumentieren'>,
): Entwurf {
  const fall = ausgang('TR44', stand, befehl);
  if ('ok' in fall) return fall;
  const { grund } = fall.abgang;
  if (grund === 'X8') {
    return bedingungFehlt('TR45', 'Ein Abgang mit X8 legt zugleich die Zeit der passiven Betreuung fest.');
  }
  const hindernis = dokumentationErlaubt(fall, befehl, 'TR44') ?? ohneAnlass(befehl, grund, 'TR44');
  if (hindernis !== null) return hindernis;
  const nachhaltung = mitNachhaltung(befehl, grund);
  return beendet(dokumentierterAbgang(fall, befehl, { tr: 'TR44', nachhaltung }), nachhaltung);
}

/** TR50: the person has left the system; profile and return talk cannot be asked for any more. */
function ohneGespraechBeenden(stand: BestehenderFall, befehl: BefehlVon<'ohne_gespraech_beenden'>): Entwurf {
  const fall = ausgang('TR50', stand, befehl);
  if ('ok' in fall) return fall;
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
  const lage = { angaben: nurGrund(grund), zielerreichung: null, massgeblicherBedarfReduziert: false };
  const ereignis = geschehen(
    befehl,
    { tr: 'TR50', warnungen },
    {
      art: 'fallabgang_dokumentiert',
      grund,
      nachhaltung,
      zielerreichung: null,
      ...wertung(lage, policyAus(fall.policy)),
    },
  );
  return beendet(ereignis, nachhaltung);
}

export const ABGANG = {
  abgang_einleiten: {
    durch: abgangEinleiten,
    tage: { abgang: { arbeitsaufnahmeAm: 'eigene_regel' } },
  },
  abgang_zuruecknehmen: { durch: abgangZuruecknehmen },
  aufnehmende_stelle_klaeren: { durch: stelleKlaeren, tage: { vormaligerPapGefragtAm: 'tatsache' } },
  rueckgabegespraech_fuehren: { durch: rueckgabegespraechFuehren },
  fallbesprechung_fuehren: { durch: fallbesprechungFuehren },
  fallabgang_dokumentieren: { durch: fallabgangDokumentieren, tage: { person: 'akte' } },
  ohne_gespraech_beenden: { durch: ohneGespraechBeenden },
} satisfies Partial<Folgezeilen>;
