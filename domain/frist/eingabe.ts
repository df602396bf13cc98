import type { Fristauftrag, Fristergebnis } from './berechnung.ts';
import { berechneFrist, faelligAm, rohesEnde, ZEITEINHEITEN } from './berechnung.ts';
import type { Eingabefehler, Felder, Gelesen } from './eingabefelder.ts';
import {
  abgelehnt,
  imZeitraum,
  leseDauer,
  leseEreignis,
  leseLand,
  leseRegel,
  leseVariante,
  leseVorkommen,
  leseZusatzFreieTage,
} from './eingabefelder.ts';
import type { Kalender } from './kalender.ts';
import { kalenderFuer } from './kalender.ts';
import { plusTage } from './tag.ts';

/** What to compute and with which calendar, or the first thing wrong with the input. */
export type Fristeingabe =
  { ok: true; auftrag: Fristauftrag; kalender: Kalender } | { ok: false; fehler: Eingabefehler };

/** The answer to one input: the computed Frist, or what is wrong. */
export type Fristantwort = Fristergebnis | { fehler: Eingabefehler };

const BEKANNTE_FELDER: ReadonlySet<string> = new Set([
  'regel',
  'ereignis',
  ...ZEITEINHEITEN,
  'vorkommen',
  'land',
  'variante',
  'zusatzFreieTage',
]);

const istObjekt = (wert: unknown): wert is Felder =>
  typeof wert === 'object' && wert !== null && !Array.isArray(wert);

const leseAuftrag = (felder: Felder): Gelesen<Fristauftrag> => {
  const regel = leseRegel(felder);
  if (!regel.ok) return regel;
  const ereignis = leseEreignis(felder);
  if (!ereignis.ok) return ereignis;
  const dauer = leseDauer(felder, regel.wert);
  if (!dauer.ok) return dauer;
  const vorkommen = leseVorkommen(felder, dauer.wert);
  if (!vorkommen.ok) return vorkommen;
  const variante = leseVariante(felder, regel.wert);
  if (!variante.ok) return variante;
  const auftrag = { regel: regel.wert, ereignis: ereignis.wert, dauer: dauer.wert };
  return { ok: true, wert: { ...auftrag, vorkommen: vorkommen.wert, variante: variante.wert } };
};

const leseKalender = (felder: Felder): Gelesen<Kalender> => {
  const land = leseLand(felder);
  if (!land.ok) return land;
  const abweichungen = leseZusatzFreieTage(felder);
  if (!abweichungen.ok) return abweichungen;
  return { ok: true, wert: { ...kalenderFuer(land.wert), abweichungen: abweichungen.wert } };
};

/** A working day counts for at least one calendar day: says no before years beyond the table are counted through. */
const reichtSicherHinaus = ({ regel, ereignis, dauer }: Fristauftrag): boolean =>
  dauer?.einheit === 'arbeitstage' &&
  !imZeitraum(plusTage(ereignis, regel === 'CAL-R' ? -dauer.anzahl : dauer.anzahl));

const liegtAusserhalb = ({ dauer }: Fristauftrag): { ok: false; fehler: Eingabefehler } =>
  abgelehnt(
    'ausserhalb',
    dauer?.einheit ?? 'ereignis',
    'Das Ergebnis liegt außerhalb der Jahre 1995 bis 2100.',
  );

const leseFelder = (wert: unknown): Fristeingabe => {
  if (!istObjekt(wert)) return abgelehnt('kein_objekt', 'eingabe', 'Erwartet wird ein JSON-Objekt.');
  const unbekannt = Object.keys(wert).find((feld) => !BEKANNTE_FELDER.has(feld));
  if (unbekannt !== undefined)
    return abgelehnt('unbekanntes_feld', unbekannt, 'Dieses Feld ist nicht vorgesehen.');
  const auftrag = leseAuftrag(wert);
  if (!auftrag.ok) return auftrag;
  const kalender = leseKalender(wert);
  if (!kalender.ok) return kalender;
  if (reichtSicherHinaus(auftrag.wert)) return liegtAusserhalb(auftrag.wert);
  return { ok: true, auftrag: auftrag.wert, kalender: kalender.wert };
};

/**
 * Reads the input of the Frist calculator (command line and HTTP): `regel`, `ereignis`, one period, `vorkommen`,
 * `land`, `variante`, `zusatzFreieTage`. Event and result lie in 1995–2100. Reports the first error, in German.
 */
export const leseFristeingabe = (wert: unknown): Fristeingabe => {
  const eingabe = leseFelder(wert);
  if (!eingabe.ok) return eingabe;
  const { auftrag, kalender } = eingabe;
  const endetImZeitraum = [rohesEnde(auftrag, kalender), faelligAm(auftrag, kalender)].every(imZeitraum);
  return endetImZeitraum ? eingabe : liegtAusserhalb(auftrag);
};

/** Reads and computes: what the command line and `POST /api/v1/fristen/berechnung` answer. */
export const berechneEingabe = (wert: unknown): Fristantwort => {
  const eingabe = leseFelder(wert);
  if (!eingabe.ok) return { fehler: eingabe.fehler };
  const ergebnis = berechneFrist(eingabe.auftrag, eingabe.kalender);
  if (imZeitraum(ergebnis.roh) && imZeitraum(ergebnis.faellig)) return ergebnis;
  return { fehler: liegtAusserhalb(eingabe.auftrag).fehler };
};
