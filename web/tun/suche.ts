import { html, type SafeHtml } from '@remix-run/html-template';
import type { Auswahlliste } from './waehlbar.ts';
import { feldId, type Feld } from './feld.ts';

/** What somebody looks for in a field that refers to master data. */
export type Suche = { readonly auf: string; readonly pfad: string; readonly gesucht: string };

const VORN = '_suche.';
const BISHER = '_gesucht.';

/** The searches of a form that was sent. */
export function suchenIn(rumpf: URLSearchParams): readonly Suche[] {
  return [...rumpf].flatMap(([name, text]) => {
    if (!name.startsWith(VORN) || text.trim() === '') return [];
    const [auf = '', ...pfad] = name.slice(VORN.length).split('.');
    return [{ auf, pfad: pfad.join('.'), gesucht: text.trim() }];
  });
}

/** Another search than the page knew, by whichever button: first what it finds has to be seen, then the form can be sent. */
export function neueSuche(rumpf: URLSearchParams): string | null {
  for (const [name, text] of rumpf)
    if (name.startsWith(VORN) && text.trim() !== (rumpf.get(BISHER + name.slice(VORN.length)) ?? ''))
      return name.slice(VORN.length).replace(/^[^.]*\./u, '');
  return null;
}

function ergebnis(gesucht: string, { eintraege, mehr }: Auswahlliste): string {
  if (gesucht === '')
    return eintraege.length === 0
      ? 'Zur Wahl steht hier, wen Sie gesucht haben.'
      : 'Die Liste ist länger, als hier Platz ist.';
  if (eintraege.length === 0) return 'Niemand und nichts gefunden.';
  return `${String(eintraege.length)} gefunden${mehr ? '; es sind noch mehr, bitte genauer suchen' : ''}.`;
}

const WORT: Readonly<Record<string, string>> = {
  person: 'Name, Geburtsdatum oder Nummer',
  personal: 'Name',
  leistungserbringer: 'Name',
  fall: 'Fallnummer',
};

/** A line above a choice that is too long for a list: part of a name or a number, and a button. */
export function suchzeile(
  { auf, pfad, name }: Pick<Feld, 'pfad'> & { readonly auf: string; readonly name: string },
  werte: URLSearchParams,
  liste: Auswahlliste,
): SafeHtml | null {
  const gesucht = (werte.get(`${VORN}${auf}.${pfad}`) ?? '').trim();
  const wort = WORT[auf];
  if (wort === undefined || (gesucht === '' && !liste.mehr)) return null;
  const id = `${feldId(pfad)}-suche`;
  return html`<div class="suchzeile">
    <label class="kern-label" for="${id}">${name}: ${wort} suchen</label>
    <input
      class="kern-form-input__input"
      type="search"
      id="${id}"
      name="${VORN}${auf}.${pfad}"
      value="${gesucht}"
      autocomplete="off"
    />
    <input type="hidden" name="${BISHER}${auf}.${pfad}" value="${gesucht}" />
    <button class="kern-btn kern-btn--secondary" formaction="#${feldId(pfad)}">
      <span class="kern-label">Suchen</span>
    </button>
    <p class="leise" role="status">${ergebnis(gesucht, liste)}</p>
  </div>`;
}
