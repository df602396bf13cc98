import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import type { Abgangsgrund, Regelid } from '../../kennungen.ts';
import { policyAus } from '../../policy/wahl.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import { kriteriumA } from '../../zugang/kriterium-a.ts';
import {
  bedarfAbgebaut,
  endetOhneZiele,
  nurGrund,
  wertung,
  type Abgangslage,
  type Erfolgsfakten,
} from '../abgangsgruende.ts';
import type { Administrativ, BefehlVon } from '../befehle.ts';
import type { AbgehenderFall, BestehenderFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { grundErlaubt, ohneWarmeRueckgabe } from './abgangsgrund.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf, type Rohereignis } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

type Beendigung = BefehlVon<'fallabgang_dokumentieren' | 'ohne_gespraech_beenden'>;

/** TR48: everybody is observed afterwards, except after a death or a data error (X15). */
function mitNachhaltung(befehl: Beendigung, grund: Abgangsgrund): boolean {
  return !(grund === 'X15' && (befehl.administrativ === 'tod' || befehl.administrativ === 'datenfehler'));
}

/** V-79: nobody asks what has become of the dead; should the news be wrong, the Nachhaltung begins with the correction. */
const lebt = ({ weggefallen }: BestehenderFall): boolean => weggefallen?.grund !== 'tod';

function mitAnlass({ administrativ }: Beendigung, grund: Abgangsgrund): { administrativ?: Administrativ } {
  return grund === 'X15' && administrativ !== null ? { administrativ } : {};
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

/** What the file says at the end (E35). */
function abgangslage({ abgang }: AbgehenderFall, befehl: Dokumentation): Abgangslage {
  const { person, zielerreichung = null } = befehl;
  const { massgeblicherBedarfReduziert = false } = person;
  return { angaben: abgang.angaben, zielerreichung, massgeblicherBedarfReduziert };
}

/** V-78: how the case is told apart from its reason. */
function erfolgsfakten(fall: AbgehenderFall, { person }: Dokumentation): Erfolgsfakten | null {
  if (!gilt('V-78', fall)) return null;
  const marktnah = !person.ohneProfillage && !person.komplex;
  return { kriteriumA: kriteriumA(person, policyAus(fall.policy), true), marktnah };
}

type Abgangsweg = {
  readonly tr: 'TR44' | 'TR45';
  readonly nachhaltung: boolean;
  /** The reason the exit began with. */
  readonly begonnenMit: Abgangsgrund;
};

/** The Fallabgang with what statistics ask of it (E35), with V-60 and V-64. */
export function dokumentierterAbgang(
  fall: AbgehenderFall,
  befehl: Dokumentation,
  { tr, nachhaltung, begonnenMit }: Abgangsweg,
): Rohereignis {
  const { grund, angaben } = fall.abgang;
  const { zielerreichung = null } = befehl;
  const lage = abgangslage(fall, befehl);
  const warnungen = ohneWarmeRueckgabe(fall, befehl, begonnenMit);
  const anders = 'abgang' in befehl && (befehl.abgang ?? null) !== null ? { angaben } : {};
  if (endetOhneZiele(lage)) warnungen.push('V-64');
  return geschehen(
    befehl,
    { tr, warnungen },
    {
      art: 'fallabgang_dokumentiert',
      grund,
      nachhaltung,
      zielerreichung,
      ...wertung(lage, policyAus(fall.policy), erfolgsfakten(fall, befehl)),
      ...anders,
    },
  );
}

/** V-78: X2 says that a decisive Handlungsbedarf was worked off; where none was, another reason is the right one. */
function grundOhneFakten(fall: AbgehenderFall, befehl: Dokumentation): Entwurf | null {
  if (!gilt('V-78', fall) || fall.abgang.grund !== 'X2') return null;
  return bedarfAbgebaut(abgangslage(fall, befehl))
    ? null
    : verstoss(
        'V-78',
        'X2 setzt einen abgebauten oder reduzierten maßgeblichen Handlungsbedarf und eine wenigstens teilweise Zielerreichung voraus; geben Sie sonst den zutreffenden Grund an.',
      );
}

/** The case with the reason it really ends for: the one it began to end with, unless another is named (V-78). */
function mitGrund(
  fall: AbgehenderFall,
  befehl: BefehlVon<'fallabgang_dokumentieren'>,
): AbgehenderFall | Entwurf {
  const { abgang = null } = befehl;
  if (abgang === null) return fall;
  return (
    grundErlaubt(fall, befehl, abgang) ?? {
      ...fall,
      abgang: { ...fall.abgang, grund: abgang.grund, angaben: abgang },
    }
  );
}

function fallabgangDokumentieren(
  stand: BestehenderFall,
  befehl: BefehlVon<'fallabgang_dokumentieren'>,
): Entwurf {
  const eingeleitet = ausgang('TR44', stand, befehl);
  if ('ok' in eingeleitet) return eingeleitet;
  const fall = mitGrund(eingeleitet, befehl);
  if ('ok' in fall) return fall;
  const { grund } = fall.abgang;
  if (grund === 'X8') {
    return bedingungFehlt('TR45', 'Ein Abgang mit X8 legt zugleich die Zeit der passiven Betreuung fest.');
  }
  const hindernis =
    dokumentationErlaubt(fall, befehl, 'TR44') ??
    ohneAnlass(befehl, grund, 'TR44') ??
    grundOhneFakten(fall, befehl);
  if (hindernis !== null) return hindernis;
  const nachhaltung = mitNachhaltung(befehl, grund);
  const weg = { tr: 'TR44', nachhaltung, begonnenMit: eingeleitet.abgang.grund } as const;
  return beendet(
    { ...dokumentierterAbgang(fall, befehl, weg), ...mitAnlass(befehl, grund) },
    nachhaltung && lebt(fall),
  );
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
  // Nothing can be asked any more (TR50), so nothing speaks for a success.
  const fakten = gilt('V-78', fall) ? { kriteriumA: true, marktnah: false } : null;
  const ereignis = geschehen(
    befehl,
    { tr: 'TR50', warnungen },
    {
      art: 'fallabgang_dokumentiert',
      grund,
      nachhaltung,
      zielerreichung: null,
      ...wertung(lage, policyAus(fall.policy), fakten),
    },
  );
  return beendet({ ...ereignis, ...mitAnlass(befehl, grund) }, nachhaltung && lebt(fall));
}

export const FALLABGANG = {
  fallabgang_dokumentieren: {
    updatename: 'klar',
    durch: fallabgangDokumentieren,
    tage: { person: 'akte', abgang: { arbeitsaufnahmeAm: 'eigene_regel' } },
  },
  ohne_gespraech_beenden: { updatename: 'klar', durch: ohneGespraechBeenden },
} satisfies Partial<Folgezeilen>;
