import { rohesEnde, type Dauer, type Fristauftrag } from '../../frist/berechnung.ts';
import { plusMonate, plusTage, type Tag } from '../../frist/tag.ts';
import type { Fristid } from '../../kennungen.ts';
import { fristschluessel } from '../../pflicht/frist.ts';
import type { Begleitung, Gutachten, Massnahme, Tatsache } from '../fall.ts';
import { dauerVon, regelVon, type Pflicht, type Sicht } from './pflicht.ts';

/** How often a contact is due (E28). `ausgesetzt` says nothing about why (zustaende.md 6). */
export type Kontaktregime = 'monatlich' | 'dreimonatlich_massnahme' | 'ausgesetzt';

const FRIST = { monatlich: 'T-10', dreimonatlich_massnahme: 'T-11', ausgesetzt: null } as const;

/** fristenrechnung.md 3.2: after a measure nobody has to be seen sooner than this. */
const NACH_MASSNAHME: Dauer = { einheit: 'tage', anzahl: 14 };

/** The time from one counting contact to the next; the first begins with the Fallzugang. */
type Abschnitt = { readonly nummer: number; readonly seit: Tatsache; readonly naechster: Tatsache | null };

/** Day on which the regime is looked up: today, or the day of the contact that ended the Abschnitt. */
const tagVon = (sicht: Sicht, { naechster }: Abschnitt): Tag => naechster?.am ?? sicht.jetzt;

/** Number of the oldest Abschnitt the case still knows. */
export function ersterAbschnitt({ kontakteVorher }: Begleitung): number {
  return kontakteVorher === 0 ? 1 : kontakteVorher + 2;
}

function abschnitte(begleitung: Begleitung): Abschnitt[] {
  const { kontakte, kontakteVorher, fallzugang } = begleitung;
  const alle =
    kontakteVorher === 0 ? [fallzugang, ...kontakte.filter((k) => k.am > fallzugang.am)] : kontakte;
  const glieder = alle.filter((glied, stelle) => glied.am !== alle[stelle - 1]?.am);
  const ab = ersterAbschnitt(begleitung);
  return glieder.map((seit, stelle) => ({
    nummer: ab + stelle,
    seit,
    naechster: glieder[stelle + 1] ?? null,
  }));
}

/** What ended the wait for documents: they came, or the consent was revoked (TR35). */
export const wartenBis = ({ unterlagen, widerruf }: Gutachten): Tatsache | null => unterlagen ?? widerruf;

/** Last day of a measure; before its first one when it never began. */
export const letzterTag = ({ bis, ende }: Massnahme): Tag => ende?.am ?? bis;

/**
 * fristenrechnung.md 3.1: a Gutachten goes before a measure, a measure before the month. What began on the very day of a contact
 * came out of that talk and holds only after it. A timer the office does not use (POL-FRIST) makes no regime.
 */
function regimeIn(sicht: Sicht, begleitung: Begleitung, abschnitt: Abschnitt): Kontaktregime {
  const { naechster, seit } = abschnitt;
  const am = tagVon(sicht, abschnitt);
  const begonnen = (t: Tatsache): boolean => (naechster === null ? t.am <= am : t.am < am);
  const ausgesetzt = begleitung.gutachten.some((g) => begonnen(g) && seit.am < (wartenBis(g)?.am ?? '9'));
  if (ausgesetzt && dauerVon(sicht, 'T-12') !== null) return 'ausgesetzt';
  const inMassnahme = begleitung.massnahmen.some((m) => begonnen(m) && am <= letzterTag(m));
  return inMassnahme && dauerVon(sicht, 'T-11') !== null ? 'dreimonatlich_massnahme' : 'monatlich';
}

/** The regime that holds now. */
export function kontaktregime(sicht: Sicht, begleitung: Begleitung): Kontaktregime {
  const [letzter] = abschnitte(begleitung).slice(-1);
  if (letzter === undefined) throw new Error('Eine Begleitung ohne Fallzugang');
  return regimeIn(sicht, begleitung, letzter);
}

/** First day to come on which a measure that begins or ends changes the regime by itself. */
export function regimewechselAm(sicht: Sicht, begleitung: Begleitung): Tag | null {
  const jetzt = kontaktregime(sicht, begleitung);
  const tage = begleitung.massnahmen
    .flatMap((m) => [m.am, plusTage(letzterTag(m), 1)])
    .filter((tag) => tag > sicht.jetzt)
    .sort();
  return tage.find((tag) => kontaktregime({ ...sicht, jetzt: tag }, begleitung) !== jetzt) ?? null;
}

/** POL-KONTAKT: a period after the last contact, or the end of a calendar month, which as a Zeitraum never moves. */
function abKontakt(sicht: Sicht, id: Fristid, { seit, dauer }: { seit: Tag; dauer: Dauer }): Fristauftrag {
  if (sicht.policy['POL-KONTAKT'].art === 'kalendermonat' && dauer.einheit === 'monate') {
    const ende = plusTage(plusMonate(`${seit.slice(0, 7)}-01`, dauer.anzahl + 1), -1);
    return { regel: 'CAL-T', ereignis: ende, dauer: null, anlass: 'Ende des Kalendermonats' };
  }
  return { regel: regelVon(sicht, id), ereignis: seit, dauer, anlass: 'Kontakt' };
}

/** Of the ways to the next contact the one that leaves most time: since the last one, or since a measure ended. */
function auftragFuer(
  sicht: Sicht,
  begleitung: Begleitung,
  was: { readonly id: 'T-10' | 'T-11'; readonly dauer: Dauer; readonly abschnitt: Abschnitt },
): Fristauftrag {
  const { id, dauer, abschnitt } = was;
  const kontakt = abKontakt(sicht, id, { seit: abschnitt.seit.am, dauer });
  if (id === 'T-11') return kontakt;
  const am = tagVon(sicht, abschnitt);
  const beendete = begleitung.massnahmen.filter((m) => m.am <= letzterTag(m) && letzterTag(m) < am);
  const auftraege = beendete.map((m): Fristauftrag => {
    const ende = { ereignis: letzterTag(m), dauer: NACH_MASSNAHME, anlass: 'Ende der Maßnahme' };
    return { regel: regelVon(sicht, id), ...ende };
  });
  const roh = (auftrag: Fristauftrag): Tag => rohesEnde(auftrag, sicht.kalender);
  return auftraege.reduce((bisher, neuer) => (roh(neuer) > roh(bisher) ? neuer : bisher), kontakt);
}

/** 001 6.4: the contact duties of each Abschnitt that another regime has taken the place of. */
export function abgeloesteKontakte(sicht: Sicht, begleitung: Begleitung): ReadonlySet<string> {
  const schluessel = abschnitte(begleitung).flatMap((abschnitt) => {
    const gewaehlt = FRIST[regimeIn(sicht, begleitung, abschnitt)];
    const andere = (['T-10', 'T-11'] as const).filter((id) => id !== gewaehlt);
    return andere.map((id) => fristschluessel({ id, vorkommen: abschnitt.nummer }));
  });
  return new Set(schluessel);
}

/**
 * T-10 or T-11, never both: one duty for each Abschnitt, under the regime that holds while it is open or held when its
 * contact came. Both count the same Abschnitte, so a switch ends the one and brings the other under the same number.
 */
export function kontaktpflichten(sicht: Sicht, begleitung: Begleitung): Pflicht[] {
  return abschnitte(begleitung).flatMap((abschnitt) => {
    const id = FRIST[regimeIn(sicht, begleitung, abschnitt)];
    const dauer = id === null ? null : dauerVon(sicht, id);
    if (id === null || dauer === null) return [];
    return [
      {
        id,
        vorkommen: abschnitt.nummer,
        beginn: abschnitt.seit.am,
        auftrag: auftragFuer(sicht, begleitung, { id, dauer, abschnitt }),
        erfuellung: abschnitt.naechster,
        versaeumtAb: null,
        wechselAm: null,
      },
    ];
  });
}
