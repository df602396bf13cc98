import { ANFANG, gliedhash, type Kettenglied, type Kettenkopf } from '../../db/protokollkette.ts';
import type { Verankert } from './ankerpruefung.ts';
import { zahl, type Befund } from './befund.ts';

/** What the entries are held against. */
export type Massstab = {
  readonly koepfe: readonly Kettenkopf[];
  readonly verankert: ReadonlyMap<string, Verankert>;
};

/** Where the check is within one chain. */
type Stelle = { readonly kette: string; readonly nummer: number; readonly hash: Buffer };

function* pruefeGlied(glied: Kettenglied, davor: Stelle, anker: Verankert | undefined): Generator<Befund> {
  const wo = `Kette ${glied.kette}, Eintrag ${String(glied.nummer)}`;
  const fehlende = glied.nummer - davor.nummer - 1;
  if (fehlende > 0) yield { wo, was: `davor ${zahl(fehlende, 'fehlt ein Eintrag', 'Einträge fehlen')}` };
  if (fehlende < 0) yield { wo, was: 'steht mehr als einmal da; ein Eintrag wurde eingefügt' };
  if (fehlende === 0 && !glied.vorher.equals(davor.hash))
    yield { wo, was: 'schließt nicht an den Eintrag davor an; umgestellt, eingefügt oder ersetzt' };
  if (!gliedhash(glied).equals(glied.hash))
    yield { wo, was: 'wurde geändert; der Hash passt nicht zum Inhalt' };
  if (anker?.nummer === glied.nummer && anker.hash !== glied.hash.toString('hex'))
    yield {
      wo,
      was: `ist nicht mehr der Eintrag, den Anker ${String(anker.anker)} vom ${anker.am} nennt; die Kette wurde neu geschrieben`,
    };
}

/** What knows an entry that comes after the last one there is; null when nothing does. */
function wissenUmMehr(
  { nummer }: Stelle,
  kettenkopf: Kettenkopf | undefined,
  anker: Verankert | undefined,
): string | null {
  if (anker !== undefined && anker.nummer > nummer)
    return `Anker ${String(anker.anker)} vom ${anker.am} kennt Eintrag ${String(anker.nummer)}`;
  if (kettenkopf !== undefined && kettenkopf.nummer > nummer)
    return `der Kettenkopf nennt Eintrag ${String(kettenkopf.nummer)}`;
  return null;
}

function* pruefeEnde(
  ende: Stelle,
  kettenkopf: Kettenkopf | undefined,
  anker: Verankert | undefined,
): Generator<Befund> {
  const wo = `Kette ${ende.kette}, Ende bei Eintrag ${String(ende.nummer)}`;
  const mehr = wissenUmMehr(ende, kettenkopf, anker);
  if (mehr !== null) yield { wo, was: `danach abgeschnitten: ${mehr}` };
  else if (kettenkopf === undefined)
    yield { wo, was: 'ohne Kettenkopf; die Kette wurde an der Datenbank vorbei geschrieben' };
  else if (kettenkopf.nummer < ende.nummer || !kettenkopf.hash.equals(ende.hash))
    yield { wo, was: `passt nicht zum Kettenkopf mit Eintrag ${String(kettenkopf.nummer)}` };
}

/** Chains of which not one entry is left. */
function* pruefeFehlende(gesehen: ReadonlySet<string>, { koepfe, verankert }: Massstab): Generator<Befund> {
  const bekannt = new Set([...koepfe.map(({ kette }) => kette), ...verankert.keys()]);
  for (const kette of bekannt) {
    if (gesehen.has(kette)) continue;
    const anker = verankert.get(kette);
    const quelle = anker === undefined ? 'der Kettenkopf' : `Anker ${String(anker.anker)} vom ${anker.am}`;
    yield { wo: `Kette ${kette}`, was: `fehlt ganz; ${quelle} kennt sie` };
  }
}

export type Kettenurteil = { readonly eintraege: number; readonly ketten: number };

/**
 * Walks through all entries once, chain after chain (E47): finds what was edited, deleted, inserted, put in another order,
 * rewritten from some entry on, cut off or removed as a whole. @returns how many there were
 */
export async function pruefeKetten(
  seiten: AsyncIterable<readonly Kettenglied[]>,
  massstab: Massstab,
  melde: (befund: Befund) => void,
): Promise<Kettenurteil> {
  const kopfVon = new Map(massstab.koepfe.map((kettenkopf) => [kettenkopf.kette, kettenkopf]));
  const gesehen = new Set<string>();
  let stelle: Stelle | null = null;
  let eintraege = 0;
  const schliesse = (): void => {
    if (stelle === null) return;
    const { kette } = stelle;
    for (const befund of pruefeEnde(stelle, kopfVon.get(kette), massstab.verankert.get(kette))) melde(befund);
  };
  for await (const seite of seiten) {
    for (const glied of seite) {
      if (stelle?.kette !== glied.kette) {
        schliesse();
        stelle = { kette: glied.kette, nummer: 0, hash: ANFANG };
        gesehen.add(glied.kette);
      }
      for (const befund of pruefeGlied(glied, stelle, massstab.verankert.get(glied.kette))) melde(befund);
      stelle = glied;
    }
    eintraege += seite.length;
  }
  schliesse();
  for (const befund of pruefeFehlende(gesehen, massstab)) melde(befund);
  return { eintraege, ketten: gesehen.size };
}
