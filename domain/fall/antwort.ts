import type { Tag } from '../frist/tag.ts';
import type { Zustand } from '../kennungen.ts';
import { policyAus } from '../policy/wahl.ts';
import * as vorgang from '../vorgang/antwort.ts';
import { kriteriumA } from '../zugang/kriterium-a.ts';
import type { Befehl } from './befehle.ts';
import type { Vereinbarungstyp } from './beratung.ts';
import type { Ereignis, Ereignisart, EreignisVon } from './ereignisse.ts';
import { nebenVon, type BestehenderFall, type Messpunkt } from './fall.ts';

/** Values the case computed for a command and shows to the clerk; only those the command concerns. */
export type Fakten = {
  /** V-03: the formal criterion, whatever was decided. */
  readonly kriteriumA?: boolean;
  /** V-04: distinct open Handlungsbedarfe of the counting groups. */
  readonly anzahlHandlungsbedarfe?: number;
  /** E34: the day until which a Verbleib extends the case. */
  readonly verlaengerungBis?: string;
  /** AC-82: the first measuring point that counts the Arbeitsaufnahme; null when none does. */
  readonly zaehltAb?: Messpunkt | null;
  /** False when an Arbeitsaufnahme was noted before the window closed and the duty stays open. */
  readonly messpunktErfuellt?: boolean;
  /** E09: load of the chosen Fallmanager in per cent of the individual Soll before and with this case. */
  readonly auslastungVorher?: number | null;
  readonly auslastungNachher?: number | null;
  /** How a Fallabgang counts (A-21, 003 I3). */
  readonly erfolgreich?: boolean;
  readonly abbruch?: boolean;
  /** T-28: the work lasted longer than six months. */
  readonly dauerhaft?: boolean;
  /** E12, TR47: the formal conditions of the potential hold (E31). */
  readonly bleibtPotenzial?: boolean;
  readonly umkehr?: 'beantragt' | 'abgelehnt' | 'gewaehrt';
  readonly abweichung?: 'beantragt' | 'abgelehnt' | 'gewaehrt';
  /** complexity was stated by the FM, because no Profillage exists. */
  readonly ohneProfillage?: true;
  /** T-13: the last day on which the FM U25 was in time. */
  readonly meldefrist?: Tag;
  /** E16: the number of the entry, of the Teilziel (E19) that was set. */
  readonly eintrag?: number;
  readonly teilziel?: number;
  /** K-F2: per cent of the open Handlungsbedarfe that have a goal. */
  readonly problemeMitZiel?: number;
  /** E20: what the law calls the Vereinbarung on its day. */
  readonly typ?: Vereinbarungstyp;
  /** TR49: the how-manieth admission of the person this is, from the second on. */
  readonly laufendeNummer?: number;
};

/** What a command on a case is answered with. */
export type Antwort = vorgang.Antwort<Zustand, Fakten>;

function personenbezogen(befehl: Befehl, fall: BestehenderFall): Fakten {
  if (!('person' in befehl)) return {};
  const { person } = befehl;
  return {
    kriteriumA: kriteriumA(person, policyAus(fall.policy)),
    anzahlHandlungsbedarfe: person.zaehlendeHandlungsbedarfe,
  };
}

/** What a check of access found, and what became of a deviation (TR14 to TR19). */
function ausZugang(ereignis: EreignisVon<'fallzugang_dokumentiert' | 'abweichung_beantragt'>): Fakten {
  const { art, kriteriumA: erfuellt, ohneProfillage } = ereignis;
  const beantragt = art === 'abweichung_beantragt' ? ({ abweichung: 'beantragt' } as const) : {};
  const gewaehrt =
    art === 'fallzugang_dokumentiert' && ereignis.abweichung !== undefined
      ? ({ abweichung: 'gewaehrt' } as const)
      : {};
  const ohne = ohneProfillage === true ? ({ ohneProfillage } as const) : {};
  return { kriteriumA: erfuellt, ...ohne, ...beantragt, ...gewaehrt };
}

function ausVormerkung({ gruendung, meldefrist }: EreignisVon<'vorgemerkt'>): Fakten {
  const { laufendeNummer } = gruendung;
  return {
    ...(meldefrist === undefined ? {} : { meldefrist }),
    ...(laufendeNummer > 1 ? { laufendeNummer } : {}),
  };
}

/** K-F2: "Ziele reagieren auf Probleme"; without a problem there is nothing to react to. */
function ausPlan({ problemeMitZiel, probleme }: EreignisVon<'integrationsplan_aufgestellt'>): Fakten {
  if (problemeMitZiel === undefined || probleme === undefined || probleme === 0) return {};
  return { problemeMitZiel: Math.round((100 * problemeMitZiel) / probleme) };
}

type Auskunft = { readonly [Art in Ereignisart]?: (ereignis: EreignisVon<Art>) => Fakten };

/** What an event tells the clerk beyond the state, by its kind. */
const AUSKUNFT: Auskunft = {
  vorgemerkt: ausVormerkung,
  u25_uebergabe_verlegt: ({ meldefrist }) => ({ meldefrist }),
  fallzugang_dokumentiert: ausZugang,
  abweichung_beantragt: ausZugang,
  abweichung_abgelehnt: () => ({ abweichung: 'abgelehnt' }),
  zugang_abgewiesen: ({ bleibtPotenzial }) => (bleibtPotenzial === undefined ? {} : { bleibtPotenzial }),
  zugeordnet: ({ auslastung }) =>
    auslastung === undefined
      ? {}
      : { auslastungVorher: auslastung.vorher.prozent, auslastungNachher: auslastung.nachher.prozent },
  standortgespraech_gefuehrt: ({ verlaengerungBis }) =>
    verlaengerungBis === null ? {} : { verlaengerungBis },
  verbleib_erfasst: ({ zaehltAb, erfuellt }) => ({ zaehltAb, messpunktErfuellt: erfuellt }),
  fallabgang_dokumentiert: ({ erfolgreich = false, abbruch = false }) => ({ erfolgreich, abbruch }),
  integration_geprueft: ({ besteht }) => ({ dauerhaft: besteht }),
  wiedervorlage_bearbeitet: ({ bleibtPotenzial }) => ({ bleibtPotenzial }),
  assessment_eintrag_erfasst: ({ nummer }) => ({ eintrag: nummer }),
  integrationsplan_aufgestellt: ausPlan,
  teilziel_gesetzt: ({ nummer }) => ({ teilziel: nummer }),
  vereinbarung_abgeschlossen: ({ inhalt }) => (inhalt === undefined ? {} : { typ: inhalt.typ }),
  vereinbarung_fortgeschrieben: ({ inhalt }) => (inhalt === undefined ? {} : { typ: inhalt.typ }),
  umkehr_beantragt: () => ({ umkehr: 'beantragt' }),
  umkehr_abgelehnt: () => ({ umkehr: 'abgelehnt' }),
  fallabgang_umgekehrt: () => ({ umkehr: 'gewaehrt' }),
};

function ausEreignis<Art extends Ereignisart>(ereignis: EreignisVon<Art>): Fakten {
  // The entry belongs to the kind of this very event; the compiler cannot join the two again.
  const auskunft = AUSKUNFT[ereignis.art] as ((e: typeof ereignis) => Fakten) | undefined;
  return auskunft?.(ereignis) ?? {};
}

/** The answer to one accepted command: from the command, the events it led to, and the case after them. */
export function antwortAuf(befehl: Befehl, ereignisse: readonly Ereignis[], fall: BestehenderFall): Antwort {
  const fakten = ereignisse.reduce<Fakten>(
    (bisher, ereignis) => ({ ...bisher, ...ausEreignis(ereignis) }),
    personenbezogen(befehl, fall),
  );
  return vorgang.antwortAus(ereignisse, fall, { neben: nebenVon(fall), fakten });
}
