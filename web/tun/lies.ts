import { gehoertZu, type Feld } from './feld.ts';

/** What somebody typed, as the contract wants it; an empty field says nothing. */
type Wert = string | number | boolean | readonly Wert[] | Angaben;
type Angaben = { readonly [name: string]: Wert };

const EINTRAEGE_HOECHSTENS = 20;

function einzeln(feld: Feld, text: string): Wert {
  if (feld.art === 'jaNein') return text === 'ja';
  const alsZahl = Number(text.replace(',', '.'));
  if (feld.art === 'zahl') return Number.isFinite(alsZahl) ? alsZahl : text;
  if (feld.art === 'wahl') return feld.werte.find((wert) => String(wert) === text) ?? text;
  return text;
}

/** The same field at another place of a list. */
export function verschoben(feld: Feld, pfad: string): Feld {
  if (feld.art !== 'gruppe') return { ...feld, pfad };
  const felder = feld.felder.map((eines) => verschoben(eines, pfad + eines.pfad.slice(feld.pfad.length)));
  return { ...feld, pfad, felder };
}

/** `verlaufsplan.0.was`, `verlaufsplan.1.was`: what was left empty is no entry. */
function leseListe(eintrag: Feld, pfad: string, rumpf: URLSearchParams): readonly Wert[] {
  return Array.from({ length: EINTRAEGE_HOECHSTENS }, (_, nummer) =>
    leseFeld(verschoben(eintrag, `${pfad}.${String(nummer)}`), rumpf),
  ).filter((wert) => wert !== null);
}

/** Ticked under the name of the field, or typed row by row. */
const leseEintraege = (
  { eintrag, pfad }: { readonly eintrag: Feld; readonly pfad: string },
  angekreuzt: readonly string[],
  rumpf: URLSearchParams,
): readonly Wert[] => [
  ...new Set([...angekreuzt.map((text) => einzeln(eintrag, text)), ...leseListe(eintrag, pfad, rumpf)]),
];

function leseFeld(feld: Feld, rumpf: URLSearchParams): Wert | null {
  if (feld.art === 'gruppe') {
    const angaben = leseFelder(feld.felder, rumpf);
    return Object.keys(angaben).length === 0 ? null : angaben;
  }
  const texte = rumpf.getAll(feld.pfad).filter((text) => text.trim() !== '');
  const mehrere = feld.art === 'mehrwahl' || feld.art === 'verweise';
  const werte = feld.art === 'liste' ? leseEintraege(feld, texte, rumpf) : texte;
  const [text] = texte;
  if (mehrere || feld.art === 'liste') return werte.length === 0 ? null : werte;
  return text === undefined ? null : einzeln(feld, text);
}

function leseFelder(felder: readonly Feld[], rumpf: URLSearchParams): Angaben {
  return Object.fromEntries(
    felder.flatMap((feld): [string, Wert][] => {
      const wert = leseFeld(feld, rumpf);
      return wert === null ? [] : [[feld.name, wert]];
    }),
  );
}

const BEGRUENDUNG = 'begruendungen.';

/** Reasons for warnings, by rule. */
function leseBegruendungen(rumpf: URLSearchParams): Angaben {
  return Object.fromEntries(
    [...rumpf]
      .filter(([name, text]) => name.startsWith(BEGRUENDUNG) && text.trim() !== '')
      .map(([name, text]) => [name.slice(BEGRUENDUNG.length), text]),
  );
}

/** A field that was filled and is empty now: taken away where that is possible; else the contract says what is wrong with it. */
function geleert(feld: Feld): Wert | null {
  if (feld.leerbar) return null;
  return feld.art === 'mehrwahl' || feld.art === 'verweise' || feld.art === 'liste' ? [] : '';
}

/** What has to be said although nothing was typed: that there is none, or none any more. */
function leseLeeres(
  felder: readonly Feld[],
  gesagt: Angaben,
  stand: URLSearchParams,
): [string, Wert | null][] {
  const warGefuellt = (feld: Feld): boolean =>
    [...stand].some(([name, wert]) => wert !== '' && gehoertZu(feld, name));
  return felder
    .filter(
      (feld) => !Object.hasOwn(gesagt, feld.name) && ((feld.pflicht && feld.leerbar) || warGefuellt(feld)),
    )
    .map((feld) => [feld.name, geleert(feld)]);
}

/** The input of a write from the fields of its form. `stand`: what they showed, where something is changed. */
export function leseEingabe(
  felder: readonly Feld[],
  rumpf: URLSearchParams,
  stand: URLSearchParams | null = null,
): Readonly<Record<string, Wert | null>> {
  const ereignisAm = rumpf.get('ereignisAm') ?? '';
  const begruendungen = leseBegruendungen(rumpf);
  const gesagt = leseFelder(felder, rumpf);
  return {
    ...gesagt,
    ...Object.fromEntries(leseLeeres(felder, gesagt, stand ?? new URLSearchParams())),
    ...(ereignisAm === '' ? {} : { ereignisAm }),
    ...(Object.keys(begruendungen).length === 0 ? {} : { begruendungen }),
  };
}
