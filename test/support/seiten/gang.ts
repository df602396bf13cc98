import { SEITEN } from '../../../web/seiten.ts';
import type { Abruf, Besuch } from '../../../tools/probehaus/seiten.ts';
import { klartextAus } from './titel.ts';

/** A link or a form of a page. */
export type Verweis = { readonly methode: 'get' | 'post'; readonly ort: string };

/** A page somebody came to. */
export type Fundort = Abruf & {
  /** Row of the table of pages, `get /faelle/:fallId`; null where none fits. */
  readonly zeile: string | null;
  /** Where the link stood; null for the first page. */
  readonly von: string | null;
  readonly verweise: readonly Verweis[];
};

const KENNUNG = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|T-\d+|\d+)$/u;
const istKennung = (teil: string): boolean => KENNUNG.test(teil);

const MUSTER = SEITEN.map(({ methode, pfad }) => ({
  methode,
  zeile: `${methode} ${pfad}`,
  muster: new RegExp(
    `^${pfad.replaceAll(/\{\/:\w+\}/gu, '(?:/([^/]+))?').replaceAll(/:\w+/gu, '([^/]+)')}$`,
    'u',
  ),
}));

/** The row of the table of pages an address belongs to, and the words in it that say which form or what by name; ids and numbers do not. */
export function zeileZu({ methode, ort }: Verweis): { zeile: string; worte: string[] } | null {
  const { pathname } = new URL(ort, 'http://lotse');
  for (const { methode: m, zeile, muster } of MUSTER) {
    const teile = m === methode ? muster.exec(pathname) : null;
    if (teile === null) continue;
    const worte = teile.slice(1).map((teil: string | undefined) => teil ?? '');
    return { zeile, worte: worte.filter((wort) => wort !== '' && !istKennung(wort)) };
  }
  return null;
}

/** What a tag says of itself. */
function angabe(marke: string, name: string): string | null {
  const wert = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(marke)?.[1];
  return wert === undefined ? null : klartextAus(wert);
}

/** Every link and form, as whole addresses within Lotse; a place on the same page is none. */
export function verweiseIn(html: string, hier: string): Verweis[] {
  const orte = [...html.matchAll(/<(a|form)\s[^>]*>/gu)].flatMap(([marke, art]): Verweis[] => {
    const ziel = angabe(marke, art === 'a' ? 'href' : 'action');
    if (ziel?.startsWith('#') === true || (ziel === null && art === 'a')) return [];
    const { pathname, search, host } = new URL(ziel ?? hier, new URL(hier, 'http://lotse'));
    if (host !== 'lotse') throw new Error(`${hier} führt fort nach ${host}`);
    const methode = art === 'form' && angabe(marke, 'method') === 'post' ? 'post' : 'get';
    return [{ methode, ort: `${pathname}${search}` }];
  });
  return [...new Map(orte.map((verweis) => [`${verweis.methode} ${verweis.ort}`, verweis])).values()];
}

/** What is one kind of address: the row, its words, and the names of what is asked. */
function artVon(verweis: Verweis): string {
  const gefunden = zeileZu(verweis);
  const { pathname, searchParams } = new URL(verweis.ort, 'http://lotse');
  const abfrage = [...searchParams.keys()];
  return [gefunden?.zeile ?? pathname, ...(gefunden?.worte ?? []), ...abfrage.toSorted()].join(' ');
}

type Gang = {
  readonly besuche: Besuch;
  readonly subjekt: string;
  /** Where it begins. */
  readonly ab: readonly string[];
  /** How many addresses of a kind. */
  readonly jeArt: number;
  /** What else makes two addresses two kinds: the state of the case they are about. */
  readonly unterscheide: (ort: string) => string;
};

/** Follows every link from the first page on, the near ones first, some addresses of each kind; forms are not sent. */
export async function geheUmher({ besuche, subjekt, ab, jeArt, unterscheide }: Gang): Promise<Fundort[]> {
  const offen: { ort: string; von: string | null }[] = ab.map((ort) => ({ ort, von: null }));
  const gesehen = new Set(ab);
  const anzahl = new Map<string, number>();
  const fundorte: Fundort[] = [];
  for (let naechster = offen.shift(); naechster !== undefined; naechster = offen.shift()) {
    const { ort, von } = naechster;
    const abruf = await besuche(subjekt, ort);
    const verweise = verweiseIn(abruf.html, ort);
    fundorte.push({ ...abruf, von, verweise, zeile: zeileZu({ methode: 'get', ort })?.zeile ?? null });
    for (const verweis of verweise) {
      if (verweis.methode !== 'get' || gesehen.has(verweis.ort)) continue;
      gesehen.add(verweis.ort);
      const art = `${artVon(verweis)} ${unterscheide(verweis.ort)}`;
      const bisher = anzahl.get(art) ?? 0;
      anzahl.set(art, bisher + 1);
      if (bisher < jeArt) offen.push({ ort: verweis.ort, von: ort });
    }
  }
  return fundorte;
}
