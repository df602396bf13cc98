import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import type { Tag } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import type { BefehlVon, Bezug } from '../befehle.ts';
import { ARBEITSAUFNAHME } from '../bezug.ts';
import type { Ereignisart } from '../ereignisse.ts';
import {
  vormerkungVon,
  wegVon,
  type Begleitung,
  type BestehenderFall,
  type Tatsache,
  type Zugangsweg,
} from '../fall.ts';
import { standortAb } from '../pflichten/begleitung.ts';
import { letzterTag } from '../pflichten/kontakt.ts';
import { sichtAuf } from '../pflichten/pflicht.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/** Facts about the world whose day or text may be corrected; consequences and computations may not. */
const BERICHTIGBAR: ReadonlySet<string> = new Set<Ereignisart>([
  'vorgemerkt',
  'zugeordnet',
  'uebernahmegespraech_vereinbart',
  'uebernahmegespraech_gefuehrt',
  'fallzugang_dokumentiert',
  'zugang_abgewiesen',
  'weitergeleitet',
  'erstgespraech_gefuehrt',
  'rechtsfolgen_benannt',
  'arbeitsbuendnis_geschlossen',
  'assessment_begonnen',
  'assessment_eintrag_erfasst',
  'assessment_reaktion_erfasst',
  'assessment_abgeschlossen',
  'integrationsplan_aufgestellt',
  'teilziel_gesetzt',
  'teilziel_stand_festgehalten',
  'vereinbarung_abgeschlossen',
  'vereinbarung_fortgeschrieben',
  'vereinbarung_nicht_abgeschlossen',
  'ueberprueft',
  'standortgespraech_gefuehrt',
  'abgang_eingeleitet',
  'aufnehmende_stelle_geklaert',
  'rueckgabegespraech_gefuehrt',
  'fallbesprechung_gefuehrt',
  'fallabgang_dokumentiert',
  'kontakt_erfasst',
  'massnahme_begonnen',
  'massnahme_beendet',
  'gutachten_eingeleitet',
  'gutachten_unterlagen_erfasst',
  'begleitperson_informiert',
  'arbeitsbuendnis_gescheitert',
  'feedback_gegeben',
  'verbleib_erfasst',
  'integration_geprueft',
  'wiedervorlage_bearbeitet',
  'externes_fm_beauftragt',
  'zwischenbericht_erfasst',
  'abschlussbericht_erfasst',
]);

/** TR58, V-71: a new version beside the old one; by its author or the Teamleitung; dates and texts, never outcomes. */
function berichtigen(fall: BestehenderFall, befehl: BefehlVon<'berichtigen'>): Entwurf {
  const { bezug, neuesDatum } = befehl;
  if (!istBerichtigbar(fall, bezug)) {
    return bedingungFehlt('TR58', 'Dieser Eintrag ist keine Tatsache, die berichtigt werden kann.');
  }
  if (befehl.akteur.rolle !== 'tl' && befehl.akteur.id !== bezug.akteur) {
    return bedingungFehlt(
      'TR58',
      'Berichtigen kann nur, wer den Eintrag verfasst hat, oder die Teamleitung.',
    );
  }
  if (zeichen(befehl, 'grund') === 0) {
    return verstoss('V-71', 'Eine Berichtigung braucht einen Grund; die alte Fassung bleibt lesbar.');
  }
  if (neuesDatum === null && zeichen(befehl, 'neuerText') === 0) {
    return bedingungFehlt('TR58', 'Eine Berichtigung nennt ein neues Datum oder einen neuen Text.');
  }
  if (neuesDatum !== null && neuesDatum > ortstag(befehl.at)) {
    return verstoss('V-74', 'Das berichtigte Datum liegt in der Zukunft.');
  }
  const daten = { art: 'berichtigt', bezug: bezug.ereignis, bezugArt: bezug.art, neuesDatum } as const;
  return zeitfolge(fall, befehl) ?? angenommen(geschehen(befehl, { tr: 'TR58' }, daten));
}

function istBerichtigbar(fall: BestehenderFall, { art, ereignis }: Bezug): boolean {
  if (art !== ARBEITSAUFNAHME) return BERICHTIGBAR.has(art);
  return fall.zustand === 'beendet' && fall.arbeitsaufnahmen.some((a) => a.ereignis === ereignis);
}

function abgangsfolge(fall: BestehenderFall): (Tatsache | null)[] {
  if (fall.zustand === 'abgang_eingeleitet') return [fall.abgang];
  return fall.zustand === 'beendet' ? [fall.fallabgang.einleitung, fall.fallabgang] : [];
}

/** The great facts of a case in the order in which they must have happened. */
function hauptfolge(fall: BestehenderFall): Tatsache[] {
  const weg = wegVon(fall);
  const zugangsfolge = weg === null ? [] : [weg.zuordnung, weg.uebernahmegespraech, weg.zugangsentscheidung];
  return [vormerkungVon(fall), ...zugangsfolge, ...abgangsfolge(fall)].filter((t) => t !== null);
}

/** An external commission, its reports and its end. */
function berichtsfolge(fall: BestehenderFall): Tatsache[] {
  const extern = 'begleitung' in fall ? fall.begleitung.extern : null;
  if (extern === null) return [];
  return [extern, ...extern.berichte, extern.abschluss].filter((t) => t !== null);
}

/** Measures, Gutachten and cancelled appointments, each with what ends it; a measure that never began has no order. */
function kontaktfolgen(fall: BestehenderFall): Tatsache[][] {
  const absagen = fall.terminabsagen.map((a) => [a, a.informiert]);
  const { massnahmen, gutachten } = 'begleitung' in fall ? fall.begleitung : NICHTS_BEGONNEN;
  const angetreten = massnahmen
    .filter((m) => m.am <= letzterTag(m))
    .map((m) => [m, m.ende ?? { ...m, ereignis: `${m.ereignis}/bis`, am: m.bis }]);
  const folgen = [...absagen, ...angetreten, ...gutachten.map((g) => [g, g.unterlagen])];
  return folgen.map((folge) => folge.filter((t) => t !== null));
}
const NICHTS_BEGONNEN: Pick<Begleitung, 'massnahmen' | 'gutachten'> = { massnahmen: [], gutachten: [] };

/** A corrected day may not turn the order of the great facts upside down. */
function zeitfolge(fall: BestehenderFall, befehl: BefehlVon<'berichtigen'>): Entwurf | null {
  const { neuesDatum: neu, bezug } = befehl;
  if (neu === null) return null;
  if (!VOR_DEM_FALL.has(bezug.art) && neu < vormerkungVon(fall).am) {
    return bedingungFehlt('TR58', 'Das berichtigte Datum liegt vor der Vormerkung.');
  }
  if (fall.zustand === 'beendet' && !istNachAbgangMoeglich(bezug.art) && neu > fall.fallabgang.am) {
    return bedingungFehlt('TR58', 'Das berichtigte Datum liegt nach dem Fallabgang.');
  }
  const fruehestens = fruehestensAm(fall, bezug.art);
  if (fruehestens !== null && neu < fruehestens) {
    return bedingungFehlt('TR58', `Dieser Eintrag kann frühestens am ${fruehestens} liegen.`);
  }
  const folgen = [hauptfolge(fall), berichtsfolge(fall), ...kontaktfolgen(fall)];
  if (folgen.every((folge) => inFolge(folge, bezug.ereignis, neu))) return null;
  return bedingungFehlt(
    'TR58',
    'Mit dem berichtigten Datum stünden die Schritte des Falls nicht mehr in ihrer Reihenfolge.',
  );
}

/** The Vormerkung itself, and a measure that goes on into the case. */
const VOR_DEM_FALL: ReadonlySet<string> = new Set<Ereignisart>(['vorgemerkt', 'massnahme_begonnen']);

const AB_FALLZUGANG: ReadonlySet<string> = new Set<Ereignisart | typeof ARBEITSAUFNAHME>([
  'arbeitsbuendnis_geschlossen',
  'arbeitsbuendnis_gescheitert',
  'gutachten_eingeleitet',
  'assessment_begonnen',
  'assessment_eintrag_erfasst',
  'assessment_reaktion_erfasst',
  'assessment_abgeschlossen',
  'integrationsplan_aufgestellt',
  'teilziel_gesetzt',
  'teilziel_stand_festgehalten',
  'vereinbarung_abgeschlossen',
  'vereinbarung_fortgeschrieben',
  'vereinbarung_nicht_abgeschlossen',
  'ueberprueft',
  'feedback_gegeben',
  'rueckgabegespraech_gefuehrt',
  'fallbesprechung_gefuehrt',
  ARBEITSAUFNAHME,
  'externes_fm_beauftragt',
]);

/** Nobody of the Fallmanagement spoke with the person before the Zuordnung. */
const gesprochenAb = (weg: Zugangsweg | null): Tag | null => weg?.zuordnung.am ?? null;

/** The first day the command itself would have accepted for such a fact; a correction may not reach behind it. */
function fruehestensAm(fall: BestehenderFall, art: string): Tag | null {
  const weg = wegVon(fall);
  if (art === 'rechtsfolgen_benannt') return gesprochenAb(weg);
  if (art === 'erstgespraech_gefuehrt') return weg?.uebernahmegespraech?.am ?? gesprochenAb(weg);
  if (DANACH.has(art)) return fall.zustand === 'beendet' ? fall.fallabgang.am : null;
  return 'begleitung' in fall ? fruehestensInBegleitung(fall, art) : null;
}

function fruehestensInBegleitung(
  fall: BestehenderFall & { begleitung: Begleitung },
  art: string,
): Tag | null {
  const zugang = fall.begleitung.fallzugang.am;
  if (AB_FALLZUGANG.has(art)) return zugang;
  if (art !== 'standortgespraech_gefuehrt') return null;
  return standortAb(sichtAuf(fall, zugang), zugang, 1);
}

/** True when the corrected fact still lies between its neighbours, or is none of this order. */
function inFolge(folge: readonly Tatsache[], ereignis: string, neu: Tag): boolean {
  const stelle = folge.findIndex((tatsache) => tatsache.ereignis === ereignis);
  if (stelle === -1) return true;
  const davor = folge[stelle - 1]?.am ?? neu;
  const danach = folge[stelle + 1]?.am ?? neu;
  return davor <= neu && neu <= danach;
}

/** Facts of the time after the Fallabgang. */
const DANACH: ReadonlySet<string> = new Set<Ereignisart>([
  'verbleib_erfasst',
  'integration_geprueft',
  'wiedervorlage_bearbeitet',
]);

function istNachAbgangMoeglich(art: string): boolean {
  return art === 'fallabgang_dokumentiert' || art === ARBEITSAUFNAHME || DANACH.has(art);
}

export const BERICHTIGUNG = {
  berichtigen: {
    updatename: 'klar',
    durch: berichtigen,
    ereignistag: 'technisch',
    tage: { neuesDatum: 'eigene_regel' },
  },
} satisfies Partial<Folgezeilen>;
