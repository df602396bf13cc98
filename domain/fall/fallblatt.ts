import type { Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import type { Hbstatus, Regelid } from '../kennungen.ts';
import { gilt } from '../vorgang/regelwerk.ts';
import type { Arbeitsbuendnis, Vereinbarungsinhalt } from './beratung.ts';
import type { Bedarfsstand } from './befehle/kopf.ts';
import type { TeilzielWer } from './befehle/planung.ts';
import { offeneBedarfe } from './decide/handlungsbedarfe.ts';
import { ohneZurueckgezogenes } from './ruecknahme.ts';
import type { Ereignis, EreignisVon } from './ereignisse.ts';
import type { Begleitung, BestehenderFall } from './fall.ts';
import type { Phasenabschnitt } from './phasen.ts';

export type Teilzielstatus = 'offen' | 'laufend' | 'erreicht' | 'nicht_erreicht';

/** A Teilziel as the Vertretung needs it: who, what, by when, how, and how far (V-66). Texts by the ids of their documents. */
export type Blattziel = {
  readonly nummer: number;
  readonly wer: TeilzielWer;
  readonly handlungsbedarf: string;
  readonly bisWann: Tag;
  readonly istHauptziel: boolean;
  readonly angepasst: boolean;
  readonly status: Teilzielstatus;
  readonly standAm: Tag | null;
  readonly dokumente: readonly string[];
};

export type Blattbedarf = {
  readonly id: string;
  readonly status: Hbstatus;
  /** Place in the order of work; null = in no order yet. */
  readonly rang: number | null;
  readonly inVereinbarung: boolean;
};

/** What is missing, by the rule that asks for it. */
export type Luecke = { readonly regel: Regelid; readonly was: string };

/** The one page that is enough to step in for a colleague (V-66; 001 6.5). */
export type Fallblatt = {
  readonly phasen: readonly Phasenabschnitt[];
  readonly arbeitsbuendnis: Arbeitsbuendnis['stand'] | null;
  readonly handlungsbedarfe: readonly Blattbedarf[];
  readonly teilziele: readonly Blattziel[];
  readonly vereinbarung:
    (Vereinbarungsinhalt & { fassung: number; seit: Tag; dokumente: readonly string[] }) | null;
  readonly unvollstaendig: readonly Luecke[];
};

/** What a case knows, the record holds and the file of the person says. */
export type Fallblattlage = {
  readonly fall: BestehenderFall;
  readonly ereignisse: readonly Ereignis[];
  readonly bedarfe: readonly Bedarfsstand[];
  readonly heute: Tag;
};

type Zielereignis = EreignisVon<'teilziel_gesetzt' | 'teilziel_angepasst' | 'teilziel_stand_festgehalten'>;

const ZIELEREIGNISSE: Readonly<Record<Zielereignis['art'], true>> = {
  teilziel_gesetzt: true,
  teilziel_angepasst: true,
  teilziel_stand_festgehalten: true,
};
const istZielereignis = (ereignis: Ereignis): ereignis is Zielereignis => ereignis.art in ZIELEREIGNISSE;
const idsVon = ({ dokumente }: Ereignis): string[] => dokumente.map(({ id }) => id);

function fortgefuehrt(ziel: Blattziel, ereignis: Zielereignis): Blattziel {
  const dokumente = [...ziel.dokumente, ...idsVon(ereignis)];
  if (ereignis.art === 'teilziel_angepasst')
    return { ...ziel, bisWann: ereignis.bisWann, angepasst: true, dokumente };
  if (ereignis.art === 'teilziel_gesetzt') return ziel;
  const standAm = ereignis.ereignisAm ?? ortstag(ereignis.am);
  return { ...ziel, status: ereignis.status, standAm, dokumente };
}

/** Every Teilziel of the record, those done as well: they show what was reached. */
export function teilziele(ereignisse: readonly Ereignis[]): Blattziel[] {
  const ziele = new Map<number, Blattziel>();
  for (const ereignis of ereignisse.filter(istZielereignis)) {
    const { nummer } = ereignis;
    const bisher = ziele.get(nummer);
    if (bisher !== undefined) ziele.set(nummer, fortgefuehrt(bisher, ereignis));
    else if (ereignis.art === 'teilziel_gesetzt') {
      const { wer, handlungsbedarf, bisWann, istHauptziel } = ereignis;
      const neu = { nummer, wer, handlungsbedarf, bisWann, istHauptziel, dokumente: idsVon(ereignis) };
      ziele.set(nummer, { ...neu, angepasst: false, status: 'offen', standAm: null });
    }
  }
  return [...ziele.values()];
}

/** The Handlungsbedarfe still to be worked on, in their order (V-40). */
function bedarfe(begleitung: Begleitung | null, alle: readonly Bedarfsstand[]): Blattbedarf[] {
  const reihenfolge = begleitung?.planung.plan?.reihenfolge ?? [];
  const vereinbart = begleitung?.planung.vereinbarung?.handlungsbedarfe ?? [];
  const rangVon = (id: string): number | null =>
    reihenfolge.includes(id) ? reihenfolge.indexOf(id) + 1 : null;
  return offeneBedarfe(alle)
    .map(({ id, status }) => ({ id, status, rang: rangVon(id), inVereinbarung: vereinbart.includes(id) }))
    .sort((a, b) => (a.rang ?? Infinity) - (b.rang ?? Infinity) || (a.id < b.id ? -1 : 1));
}

function vereinbarung({ fall, ereignisse }: Fallblattlage): Fallblatt['vereinbarung'] {
  const geltende = 'begleitung' in fall ? fall.begleitung.planung.vereinbarung : null;
  if (geltende === null) return null;
  const { typ, gueltigBis, handlungsbedarfe, teilziele: ziele, fassung, am: seit } = geltende;
  const ereignis = ereignisse.find(({ id }) => id === geltende.ereignis);
  const dokumente = ereignis === undefined ? [] : idsVon(ereignis);
  return { typ, gueltigBis, handlungsbedarfe, teilziele: ziele, fassung, seit, dokumente };
}

const OFFENE_STAENDE: readonly Teilzielstatus[] = ['offen', 'laufend'];

/** V-66: the Vertretung wants to know what comes next; what is worked on without a place in the order says nothing of it. */
function fehltReihenfolge(fall: BestehenderFall, handlungsbedarfe: readonly Blattbedarf[]): boolean {
  const ohneRang = handlungsbedarfe.filter(({ rang }) => rang === null);
  const bearbeitet = gilt('V-66', fall) && ohneRang.some(({ status }) => status === 'in_bearbeitung');
  return bearbeitet || ohneRang.length === handlungsbedarfe.length;
}

/** V-66: what the Vertretung would look for in vain. */
function lueckenDesBlatts(
  blatt: Omit<Fallblatt, 'unvollstaendig'>,
  { fall, heute }: Fallblattlage,
): Luecke[] {
  const { handlungsbedarfe, teilziele: ziele, vereinbarung: geltende } = blatt;
  const mitZiel = 'begleitung' in fall ? fall.begleitung.planung.bedarfeMitZiel : [];
  const ohneZiel = handlungsbedarfe.filter(({ id }) => !mitZiel.includes(id));
  const ohneStand = ziele.filter((z) => OFFENE_STAENDE.includes(z.status) && z.bisWann < heute);
  const fehlt: readonly (readonly [boolean, string])[] = [
    [fehltReihenfolge(fall, handlungsbedarfe), 'Reihenfolge der Handlungsbedarfe'],
    [ohneZiel.length > 0, `Teilziel zu ${ohneZiel.length} von ${handlungsbedarfe.length} Handlungsbedarfen`],
    [ohneStand.length > 0, `Zwischenstand zu ${ohneStand.length} überfälligen Teilzielen`],
    [geltende === null, 'Inhalt der Vereinbarung'],
    [geltende !== null && geltende.gueltigBis < heute, 'gültige Vereinbarung: Die letzte ist abgelaufen'],
    [
      handlungsbedarfe.some((hb) => hb.status === 'in_bearbeitung' && !hb.inVereinbarung),
      'Vereinbarung zu allem, was bearbeitet wird',
    ],
  ];
  return fehlt.filter(([ist]) => ist).map(([, was]) => ({ regel: 'V-66', was }));
}

/** E14: a talk of which nobody knows how long it was, or that said nothing of rights and duties. */
function istKnappesErstgespraech(ereignis: Ereignis): boolean {
  if (ereignis.art !== 'erstgespraech_gefuehrt') return false;
  return ereignis.dauerMinuten === undefined || ereignis.aufgeklaert !== true;
}

/** V-67: steps of the procedure the record does not show; a case that was taken over has its earlier ones in the old file. */
export function fehlendeSchritte(fall: BestehenderFall, ereignisse: readonly Ereignis[]): Luecke[] {
  if (!('begleitung' in fall)) return [];
  const arten = new Set(ereignisse.map(({ art }) => art));
  const { begleitung, weg } = fall;
  const fehlt: readonly (readonly [boolean, string])[] = [
    [weg.erstgespraech === null, 'Erstgespräch (TR20)'],
    [ereignisse.some(istKnappesErstgespraech), 'Dauer des Erstgesprächs oder Aufklärung in ihm (E14)'],
    [begleitung.arbeitsbuendnis === null, 'Arbeitsbündnis (TR21, TR22)'],
    [begleitung.assessment === null, 'Assessment (TR23)'],
    [begleitung.planung.plan === null, 'Integrationsplan (TR26)'],
    [
      begleitung.vereinbarungen.length === 0 && !arten.has('vereinbarung_nicht_abgeschlossen'),
      'Vereinbarung (TR27, TR28)',
    ],
  ];
  return fehlt.filter(([ist]) => ist).map(([, was]) => ({ regel: 'V-67', was }));
}

/** The Fallblatt as it is on a day; it is never written, so it cannot be out of date. */
export function fallblatt(was: Fallblattlage): Fallblatt {
  const fallblattlage = { ...was, ereignisse: ohneZurueckgezogenes(was.ereignisse) };
  const { fall, ereignisse } = fallblattlage;
  const begleitung = 'begleitung' in fall ? fall.begleitung : null;
  const blatt = {
    phasen: begleitung?.phasen ?? [],
    arbeitsbuendnis: begleitung?.arbeitsbuendnis?.stand ?? null,
    handlungsbedarfe: bedarfe(begleitung, fallblattlage.bedarfe),
    teilziele: teilziele(ereignisse),
    vereinbarung: vereinbarung(fallblattlage),
  };
  return {
    ...blatt,
    unvollstaendig: [...lueckenDesBlatts(blatt, fallblattlage), ...fehlendeSchritte(fall, ereignisse)],
  };
}
