import { html, type SafeHtml } from '@remix-run/html-template';
import type { Konto } from '../../api/kern/umgebung.ts';
import { knopfzeile, mitBezug } from '../kern/knopf.ts';
import type { Listenspalte } from '../kern/listenspalte.ts';
import { schreibort } from '../kern/taten.ts';
import { zeileMit } from '../kern/zeilen.ts';

export type Verweis = {
  /** Name of the row that writes. */
  readonly name: string;
  readonly kennungen?: readonly string[];
  /** In the words of a day at the desk; the title of the row where none is given. */
  readonly wort?: string;
  /** What it is about, for those who hear the page and not see it. */
  readonly wovon?: string;
};

function erlaubt({ rolle }: Konto, { name }: Verweis): boolean {
  const zeile = zeileMit(name);
  if (zeile === undefined) throw new Error(`Keine Zeile der API heißt ${name}`);
  return zeile.rollen.includes(rolle);
}

const ortVon = ({ name, kennungen = [] }: Verweis): string => schreibort(name, ...kennungen);
const wortVon = ({ name, wort }: Verweis): string => wort ?? zeileMit(name)?.titel ?? name;

/** Leads to the form of a write; null for a role that has no such form. */
export function schreibverweis(konto: Konto, verweis: Verweis): SafeHtml | null {
  if (!erlaubt(konto, verweis)) return null;
  return html`<a class="kern-link" href="${ortVon(verweis)}"
    >${mitBezug({ wort: wortVon(verweis), wovon: verweis.wovon })}</a
  >`;
}

/** The last column of a table: what can be done about an entry; null where nothing can. */
export const tunspalte = <E>(konto: Konto, verweis: (eintrag: E) => Verweis | null): Listenspalte<E> => ({
  kopf: 'Tun',
  zelle: (eintrag) => {
    const ziel = verweis(eintrag);
    return ziel === null ? null : schreibverweis(konto, ziel);
  },
  wert: 'nur_auf_der_seite',
});

/** The same as buttons beside each other, without those that are none here; null where the role has none of them. */
export function schreibknoepfe(konto: Konto, verweise: readonly (Verweis | null)[]): SafeHtml | null {
  const eigene = verweise.filter((verweis) => verweis !== null).filter((verweis) => erlaubt(konto, verweis));
  if (eigene.length === 0) return null;
  return knopfzeile(
    eigene.map((verweis) => ({ ort: ortVon(verweis), wort: wortVon(verweis), wovon: verweis.wovon })),
  );
}
