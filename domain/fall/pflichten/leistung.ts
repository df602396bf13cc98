import { faelligAm, type Fristauftrag } from '../../frist/berechnung.ts';
import { plusTage, type Tag } from '../../frist/tag.ts';
import { istAbbruch } from '../../leistung/leistung.ts';
import type { Begleitung, Tatsache } from '../fall.ts';
import {
  erwartetRueckmeldung,
  entbindungAm,
  vorkommenVon,
  type Entbindung,
  type Leistung,
} from '../leistungen.ts';
import { dauerVon, regelVon, type Pflicht, type Sicht } from './pflicht.ts';

type Anlass = { readonly anlass: Tatsache; readonly name: string };

/** An open task of a day, without a ladder (T-20, T-30). */
function aufgabe(sicht: Sicht, wofuer: Pick<Pflicht, 'id' | 'vorkommen'>, was: Anlass): Pflicht {
  const { am } = was.anlass;
  const regel = regelVon(sicht, wofuer.id);
  const auftrag: Fristauftrag = { regel, ereignis: am, dauer: null, anlass: was.name };
  return { ...wofuer, beginn: am, auftrag, erfuellung: null, versaeumtAb: null, wechselAm: null };
}

/** One period of the Vereinbarung: from one version to the next, with the day it is to be updated (T-15). */
type Periode = {
  readonly k: number;
  readonly seit: Tag;
  readonly bis: Tag | null;
  readonly fortschreibung: Tag;
};

function perioden(sicht: Sicht, { vereinbarungen, vereinbarungenVorher }: Begleitung): Periode[] {
  const dauer = dauerVon(sicht, 'T-15');
  if (dauer === null) return [];
  return vereinbarungen.map(({ am }, stelle) => ({
    k: vereinbarungenVorher + stelle + 1,
    seit: am,
    bis: vereinbarungen[stelle + 1]?.am ?? null,
    fortschreibung: faelligAm({ regel: regelVon(sicht, 'T-15'), ereignis: am, dauer }, sicht.kalender),
  }));
}

/**
 * T-18: once in every period of the Vereinbarung the provider reports before it is updated. Nothing is owed for a period
 * that was nearly over when the service came, that ended early, or while facts may not be exchanged (V-46).
 */
function rueckmeldung(sicht: Sicht, leistung: Leistung, periode: Periode): Pflicht[] {
  const dauer = dauerVon(sicht, 'T-18');
  if (dauer === null || !leistung.rueckmeldung) return [];
  const { seit, bis, fortschreibung: ereignis, k } = periode;
  const auftrag: Fristauftrag = {
    regel: regelVon(sicht, 'T-18'),
    ereignis,
    dauer,
    anlass: 'Fortschreibung der Vereinbarung',
  };
  const beginn = seit > leistung.am ? seit : leistung.am;
  const erfuellung = leistung.rueckmeldungen.find(({ am }) => am >= beginn && vor(am, bis)) ?? null;
  const entbindung = entbindungAm(leistung, sicht.heute);
  const faellig = faelligAm(auftrag, sicht.kalender);
  const erwartet = erwartetRueckmeldung(leistung) && entbindung !== null;
  if (erfuellung === null && !(erwartet && faellig > leistung.am && vor(faellig, bis))) return [];
  const vorkommen = vorkommenVon(leistung, k);
  return [
    { id: 'T-18', vorkommen, beginn, auftrag, erfuellung, versaeumtAb: bis, wechselAm: endetMit(entbindung) },
  ];
}

const vor = (am: Tag, bis: Tag | null): boolean => bis === null || am < bis;

/** The first day on which a consent holds no more by itself. */
function endetMit(entbindung: Entbindung | null): Tag | null {
  const bis = entbindung?.gueltigBis ?? null;
  return bis === null ? null : plusTage(bis, 1);
}

/** T-19: the provider begins within the waiting time it promised; without a promise nothing is owed. */
function wartezeit(sicht: Sicht, leistung: Leistung): Pflicht[] {
  const { am: beginn, wartezeitTage: anzahl, ende } = leistung;
  if (anzahl === null || !sicht.policy['POL-FRIST']['T-19'].aktiv) return [];
  if (leistung.beginn === null && ende !== null) return [];
  const auftrag: Fristauftrag = {
    regel: regelVon(sicht, 'T-19'),
    ereignis: beginn,
    dauer: { einheit: 'tage', anzahl },
    anlass: 'Zuweisung',
  };
  const vorkommen = leistung.nummer;
  return [
    {
      id: 'T-19',
      vorkommen,
      beginn,
      auftrag,
      erfuellung: leistung.beginn,
      versaeumtAb: null,
      wechselAm: null,
    },
  ];
}

/** T-31: a consent that ends is asked for anew in time; its end never moves to a working day (AC-56). */
function ablauf(sicht: Sicht, leistung: Leistung, stelle: number): Pflicht[] {
  const { entbindungen, ende } = leistung;
  const entbindung = entbindungen[stelle];
  const bis = entbindung?.gueltigBis ?? null;
  if (entbindung === undefined || bis === null || !sicht.policy['POL-FRIST']['T-31'].aktiv) return [];
  const erfuellung = entbindungen[stelle + 1] ?? null;
  if (erfuellung === null && (entbindung.widerruf !== null || ende !== null)) return [];
  const auftrag: Fristauftrag = {
    regel: regelVon(sicht, 'T-31'),
    ereignis: bis,
    dauer: null,
    anlass: 'Ende der Einwilligung',
  };
  const vorkommen = vorkommenVon(leistung, stelle + 1);
  return [
    { id: 'T-31', vorkommen, beginn: entbindung.am, auftrag, erfuellung, versaeumtAb: null, wechselAm: null },
  ];
}

/** T-20: the single case is looked at before anything follows from an Abbruch (V-49). */
function einzelfall(sicht: Sicht, leistung: Leistung): Pflicht[] {
  const { ende, einzelfallpruefung: erfuellung, nummer } = leistung;
  if (ende === null || !istAbbruch(ende.ergebnis) || !sicht.policy['POL-FRIST']['T-20'].aktiv) return [];
  const was = { anlass: ende, name: 'Abbruch der Leistung' };
  return [{ ...aufgabe(sicht, { id: 'T-20', vorkommen: nummer }, was), erfuellung }];
}

/** T-30 after a revocation: is the stored feedback still needed (TR35)? */
function pruefung(sicht: Sicht, leistung: Leistung): Pflicht[] {
  if (!sicht.policy['POL-FRIST']['T-30'].aktiv) return [];
  return leistung.entbindungen.flatMap(({ widerruf, pruefung: erfuellung }, stelle) => {
    // Nothing was stored, nothing is to be reviewed.
    if (widerruf === null || erfuellung?.ereignis === widerruf.ereignis) return [];
    const vorkommen = vorkommenVon(leistung, stelle + 1);
    const was = { anlass: widerruf, name: 'Widerruf der Einwilligung' };
    return [{ ...aufgabe(sicht, { id: 'T-30', vorkommen }, was), erfuellung }];
  });
}

/** T-18 to T-20, T-30 and T-31: what the § 16a services of a case owe. */
export function leistungspflichten(sicht: Sicht, begleitung: Begleitung): Pflicht[] {
  const jePeriode = perioden(sicht, begleitung);
  return begleitung.leistungen.flatMap((leistung) => [
    ...jePeriode.flatMap((periode) => rueckmeldung(sicht, leistung, periode)),
    ...wartezeit(sicht, leistung),
    ...einzelfall(sicht, leistung),
    ...pruefung(sicht, leistung),
    ...leistung.entbindungen.flatMap((_, stelle) => ablauf(sicht, leistung, stelle)),
  ]);
}
