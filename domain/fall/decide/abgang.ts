import { bedingungFehlt } from '../../ablehnung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Regelid } from '../../kennungen.ts';
import type { Abgangsangaben, BefehlVon } from '../befehle.ts';
import type { AbgehenderFall, BestehenderFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { abgangErlaubt, empfaengerBei, ohnePerson } from './abgangsgrund.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf, type Rohereignis } from './entwurf.ts';
import { gespraechsart, nichtGesprochen } from './gespraech.ts';
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

/** E36: the person, the FM and who receives them. */
function alleDabei(fall: AbgehenderFall, { teilnehmer }: BefehlVon<'rueckgabegespraech_fuehren'>): boolean {
  return (['bewerber', 'fm', empfaengerBei(fall.abgang.grund)] as const).every((wer) =>
    teilnehmer.includes(wer),
  );
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
  const { art } = befehl;
  const warnungen = [...vorDerKlaerung(fall, befehl.ereignisAm), ...gespraechsart(fall, 'rueckgabe', art)];
  const zaehlt = zaehltAlsKontakt(fall, art, befehl.teilnehmer);
  const daten = { art: 'rueckgabegespraech_gefuehrt', zaehlt, ...dauer(befehl) } as const;
  return (
    vorFallzugang(fall, befehl, 'TR43') ??
    nichtGesprochen(fall, art) ??
    angenommen(geschehen(befehl, { tr: 'TR43', warnungen }, daten))
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

export const ABGANG = {
  abgang_einleiten: {
    updatename: 'klar',
    durch: abgangEinleiten,
    tage: { abgang: { arbeitsaufnahmeAm: 'eigene_regel' } },
  },
  abgang_zuruecknehmen: { updatename: 'klar', durch: abgangZuruecknehmen },
  aufnehmende_stelle_klaeren: {
    updatename: 'klar',
    durch: stelleKlaeren,
    tage: { vormaligerPapGefragtAm: 'tatsache' },
  },
  rueckgabegespraech_fuehren: { updatename: 'klar', durch: rueckgabegespraechFuehren },
  fallbesprechung_fuehren: { updatename: 'klar', durch: fallbesprechungFuehren },
} satisfies Partial<Folgezeilen>;
