import type { Dauer, Fristauftrag, Herleitungsschritt, Zeiteinheit } from './auftrag.ts';
import { feiertag } from './feiertage.ts';
import type { Kalender } from './kalender.ts';
import { freierTag } from './kalender.ts';
import type { Tag } from './tag.ts';
import { plusTage, wochentag } from './tag.ts';

/** A computed Frist whose way is to be told. */
export type Rechenweg = { auftrag: Fristauftrag; kalender: Kalender; roh: Tag; faellig: Tag };

const WOCHENTAGE = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const;
const NORM_VERSCHIEBUNG = '§ 26 Abs. 3 SGB X, § 193 BGB';
const MEHRZAHL: Readonly<Record<Zeiteinheit, readonly [string, string]>> = {
  tage: ['Tag', 'Tage'],
  arbeitstage: ['Arbeitstag', 'Arbeitstage'],
  wochen: ['Woche', 'Wochen'],
  monate: ['Monat', 'Monate'],
  jahre: ['Jahr', 'Jahre'],
};
const NORM_DAUER: Readonly<Record<Zeiteinheit, string>> = {
  tage: '§ 188 Abs. 1 BGB',
  arbeitstage: '§ 188 Abs. 1 BGB (nur Arbeitstage gezählt)',
  wochen: '§ 188 Abs. 2 BGB',
  monate: '§ 188 Abs. 2 BGB',
  jahre: '§ 188 Abs. 2 BGB',
};

const deutsch = (tag: Tag): string => `${tag.slice(8)}.${tag.slice(5, 7)}.${tag.slice(0, 4)}`;
const mitWochentag = (tag: Tag): string => `${WOCHENTAGE[wochentag(tag) - 1] ?? ''} ${deutsch(tag)}`;

const dauerInWorten = ({ einheit, anzahl }: Dauer, vorkommen: number): string => {
  const [einzahl, mehrzahl] = MEHRZAHL[einheit];
  const periode = `${anzahl} ${anzahl === 1 ? einzahl : mehrzahl}`;
  return vorkommen === 1 ? periode : `${vorkommen} × ${periode}`;
};

const anfang = ({ auftrag }: Rechenweg): Herleitungsschritt => {
  const { regel, ereignis, dauer, anlass = 'Ereignis', norm } = auftrag;
  const gesetzt = dauer === null;
  const grundlage = regel === 'CAL-T' ? '§ 26 Abs. 5 SGB X' : gesetzt ? 'festgelegt' : '§ 187 Abs. 1 BGB';
  return {
    schritt: gesetzt
      ? `${anlass} ${mitWochentag(ereignis)}`
      : `${anlass} ${mitWochentag(ereignis)}, zählt nicht mit`,
    norm: norm === undefined ? grundlage : `${norm}; ${grundlage}`,
    datum: ereignis,
  };
};

const klareMonate = ({ auftrag }: Rechenweg): boolean =>
  auftrag.regel === 'CAL-R' && auftrag.variante === 'KLARE_MONATE';

/** Days by which a step after the period moves its end: one back for clear months, one on for "longer than". */
const versatz = (weg: Rechenweg): number => (klareMonate(weg) ? -1 : weg.auftrag.tagDanach === true ? 1 : 0);

/** The period, the missing day of the month, and the day before or after it. */
const ende = (weg: Rechenweg, dauer: Dauer): Herleitungsschritt[] => {
  const { auftrag, roh } = weg;
  const ziel = plusTage(roh, -versatz(weg));
  const inMonaten = dauer.einheit === 'monate' || dauer.einheit === 'jahre';
  const gekuerzt = inMonaten && ziel.slice(8) !== auftrag.ereignis.slice(8);
  const zeichen = auftrag.regel === 'CAL-R' ? '−' : '+';
  const hinweis = gekuerzt
    ? ` (kein ${auftrag.ereignis.slice(8)}. in diesem Monat, daher dessen letzter Tag)`
    : '';
  const schritte = [
    {
      schritt: `${zeichen} ${dauerInWorten(dauer, auftrag.vorkommen ?? 1)} = ${mitWochentag(ziel)}${hinweis}`,
      norm: gekuerzt ? '§ 188 Abs. 2, 3 BGB' : NORM_DAUER[dauer.einheit],
      datum: ziel,
    },
  ];
  if (klareMonate(weg))
    schritte.push({
      schritt: `volle Zeiteinheiten dazwischen, daher ein Tag früher = ${mitWochentag(roh)}`,
      norm: '§ 187 Abs. 1 BGB (KLARE_MONATE)',
      datum: roh,
    });
  if (auftrag.tagDanach === true)
    schritte.push({
      schritt: `länger als das, daher der Tag danach = ${mitWochentag(roh)}`,
      norm: 'A-22',
      datum: roh,
    });
  return schritte;
};

/** Norms that make the skipped days free, each once: the rule of rolling first, then the holiday acts. */
const normenDerVerschiebung = (tage: readonly Tag[], { auftrag, kalender }: Rechenweg): string => {
  const { land, tabelle } = kalender;
  const grundlage =
    auftrag.regel === 'CAL-R' ? `${NORM_VERSCHIEBUNG} (entsprechend rückwärts)` : NORM_VERSCHIEBUNG;
  const gesetze = tage.flatMap((tag) => feiertag(tag, land, tabelle)?.norm ?? []);
  return [grundlage, ...new Set(gesetze)].join('; ');
};

const verschiebung = (weg: Rechenweg): Herleitungsschritt => {
  const { roh, faellig, kalender } = weg;
  const richtung = roh < faellig ? 1 : -1;
  const tage: Tag[] = [];
  for (let tag = roh; tag !== faellig; tag = plusTage(tag, richtung)) tage.push(tag);
  const namen = tage.map((tag) => `${deutsch(tag)} ${freierTag(tag, kalender) ?? ''}`).join(', ');
  const wohin =
    richtung === 1 ? 'nächster Werktag' : 'vorheriger Werktag, damit die Mindestfrist gewahrt bleibt';
  return {
    schritt: `frei: ${namen}; ${wohin} = ${mitWochentag(faellig)}`,
    norm: normenDerVerschiebung(tage, weg),
    datum: faellig,
  };
};

/** Why a Zeitraum or a Termin stays although its day is free. */
const bleibt = ({ auftrag, roh, kalender }: Rechenweg): Herleitungsschritt[] => {
  const frei = freierTag(roh, kalender);
  if (frei === null || auftrag.regel === 'CAL-F' || auftrag.regel === 'CAL-R') return [];
  return [
    {
      schritt: `${deutsch(roh)} ist frei (${frei}), keine Verschiebung`,
      norm: auftrag.regel === 'CAL-T' ? '§ 26 Abs. 5 SGB X' : '§ 26 Abs. 4 SGB X',
      datum: roh,
    },
  ];
};

/** Tells the computation step by step, each with its provision; the last step leads to the due day. */
export const leiteHer = (weg: Rechenweg): Herleitungsschritt[] => {
  const { auftrag, roh, faellig } = weg;
  const schritte = [anfang(weg)];
  if (auftrag.regel !== 'CAL-T' && auftrag.dauer !== null) schritte.push(...ende(weg, auftrag.dauer));
  return roh === faellig ? [...schritte, ...bleibt(weg)] : [...schritte, verschiebung(weg)];
};
