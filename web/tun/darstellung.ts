import type { SafeHtml } from '@remix-run/html-template';
import { dichtesHtml as html } from '../kern/dicht.ts';
import type { Auswahlliste, Moeglichkeit } from './waehlbar.ts';
import { feldname, wertname } from './beschriftung.ts';
import { feldId, type Feld } from './feld.ts';
import {
  alleWerte,
  bisherige,
  gezaehlte,
  waehlbarFuer,
  wertVon,
  type Formularstand,
  type Verweis,
} from './formularstand.ts';
import { istVerlangt } from './formulare.ts';
import { verschoben } from './lies.ts';
import { suchzeile } from './suche.ts';

/** Rows a list offers beyond those that are filled. */
const LEERE_ZEILEN = 3;
const GEORDNETE_ZEILEN = 8;

function beschreibung(
  feld: Feld,
  { fehler }: Formularstand,
): { ids: string; hinweis: SafeHtml | null; meldung: SafeHtml | null } {
  const id = feldId(feld.pfad);
  const meldung = fehler.get(feld.pfad);
  const ids = [
    ...(feld.hinweis === null ? [] : [`${id}-hinweis`]),
    ...(meldung === undefined ? [] : [`${id}-fehler`]),
  ].join(' ');
  return {
    ids,
    hinweis:
      feld.hinweis === null ? null : html`<div class="kern-hint" id="${id}-hinweis">${feld.hinweis}</div>`,
    meldung:
      meldung === undefined
        ? null
        : html`<p class="kern-error" id="${id}-fehler">
            <span class="kern-icon kern-icon--danger" aria-hidden="true"></span
            ><span class="kern-body">${meldung}</span>
          </p>`,
  };
}

/** A row of a list has a number for its name; that it may stay empty shows from the next one. */
const istZeile = ({ name }: Feld): boolean => /^\d+$/u.test(name);

/** What has a value anyway is no question of wanting. */
const freiwillig = (feld: Feld, { aendert, befehl }: Formularstand): SafeHtml | null =>
  feld.pflicht ||
  feld.vorgabe !== undefined ||
  (aendert && !feld.leerbar) ||
  istVerlangt(befehl, feld.pfad) ||
  istZeile(feld)
    ? null
    : html` <span class="kern-label__optional">(freiwillig)</span>`;

/** Label, hint, control and error as KERN has them. */
function rahmen(feld: Feld, stand: Formularstand, eingabe: (merkmale: SafeHtml) => SafeHtml): SafeHtml {
  const id = feldId(feld.pfad);
  const { ids, hinweis, meldung } = beschreibung(feld, stand);
  const merkmale = html`id="${id}" name="${feld.pfad}" ${ids === '' ? null : html`aria-describedby="${ids}"`}
  ${meldung === null ? null : html`aria-invalid="true"`} ${feld.pflicht ? html`aria-required="true"` : null}
  ${stand.fokus === feld.pfad ? html`autofocus` : null}`;
  return html`<div class="kern-form-input ${meldung === null ? '' : 'kern-form-input--error'}">
    <label class="kern-label" for="${id}"
      >${feldname(feld.name, stand.befehl)}${freiwillig(feld, stand)}</label
    >
    ${hinweis} ${eingabe(merkmale)} ${meldung}
  </div>`;
}

function eingabezeile(feld: Feld, stand: Formularstand, typ: SafeHtml): SafeHtml {
  return rahmen(
    feld,
    stand,
    (merkmale) =>
      html`<input
        class="kern-form-input__input"
        ${typ}
        autocomplete="off"
        value="${wertVon(feld, stand)}"
        ${merkmale}
      />`,
  );
}

function absatz(feld: Feld, stand: Formularstand): SafeHtml {
  return rahmen(
    feld,
    stand,
    (merkmale) =>
      html`<textarea class="kern-form-input__input" rows="4" autocomplete="off" ${merkmale}>
${wertVon(feld, stand)}</textarea>`,
  );
}

/** A group of buttons for few choices: all of them in sight, one key to change. */
function knoepfe(feld: Feld, stand: Formularstand, moeglichkeiten: readonly Moeglichkeit[]): SafeHtml {
  const mehrere = feld.art === 'mehrwahl' || feld.art === 'verweise' || feld.art === 'liste';
  const id = feldId(feld.pfad);
  const { ids, hinweis, meldung } = beschreibung(feld, stand);
  const gewaehlt = mehrere ? alleWerte(feld, stand) : [wertVon(feld, stand)];
  const typ = mehrere ? 'checkbox' : 'radio';
  return html`<fieldset
    class="kern-fieldset ${meldung === null ? '' : 'kern-fieldset--error'}"
    id="${id}"
    tabindex="-1"
    ${ids === '' ? null : html`aria-describedby="${ids}"`}
  >
    <legend class="kern-label">${feldname(feld.name, stand.befehl)}${freiwillig(feld, stand)}</legend>
    ${hinweis} ${meldung}
    <div class="kern-fieldset__body">
      ${moeglichkeiten.map(
        ({ wert, name }, nummer) =>
          html`<div class="kern-form-check">
            <input
              class="kern-form-check__${typ}"
              type="${typ}"
              id="${id}-${nummer}"
              name="${feld.pfad}"
              value="${wert}"
              ${gewaehlt.includes(wert) ? html`checked` : null}
            />
            <label class="kern-label" for="${id}-${nummer}">${name}</label>
          </div>`,
      )}
    </div>
  </fieldset>`;
}

function liste(feld: Feld, stand: Formularstand, moeglichkeiten: readonly Moeglichkeit[]): SafeHtml {
  const gewaehlt = wertVon(feld, stand);
  return rahmen(
    feld,
    stand,
    (merkmale) =>
      html`<div class="kern-form-input__select-wrapper">
        <select class="kern-form-input__select" ${merkmale}>
          <option value="">${feld.pflicht ? 'Bitte wählen' : 'keine Angabe'}</option>
          ${[...bisherige(gewaehlt, moeglichkeiten), ...moeglichkeiten].map(
            ({ wert, name }) =>
              html`<option value="${wert}" ${wert === gewaehlt ? html`selected` : null}>${name}</option>`,
          )}
        </select>
      </div>`,
  );
}

const KNOEPFE_HOECHSTENS = 5;

function wahl(feld: Feld, stand: Formularstand, werte: readonly (string | number)[]): SafeHtml {
  const moeglichkeiten = alsMoeglichkeiten(feld, werte);
  const einzeln =
    moeglichkeiten.length <= KNOEPFE_HOECHSTENS && (feld.pflicht || wertVon(feld, stand) !== '');
  return einzeln ? knoepfe(feld, stand, moeglichkeiten) : liste(feld, stand, moeglichkeiten);
}

const JA_NEIN: readonly Moeglichkeit[] = [
  { wert: 'ja', name: 'ja' },
  { wert: 'nein', name: 'nein' },
];
const WEDER_NOCH: Moeglichkeit = { wert: '', name: 'keine Angabe' };

function gruppe(feld: Feld, felder: readonly Feld[], stand: Formularstand): SafeHtml {
  return html`<fieldset class="kern-fieldset gruppe" id="${feldId(feld.pfad)}" tabindex="-1">
    <legend class="kern-label">${feldname(feld.name, stand.befehl)}${freiwillig(feld, stand)}</legend>
    ${feld.hinweis === null ? null : html`<div class="kern-hint">${feld.hinweis}</div>`}
    ${felder.map((eines) => zeigeFeld(eines, stand))}
  </fieldset>`;
}

/** No more rows than there are entries to choose from, where each row is about one of them. */
function zeilenHoechstens(eintrag: Feld, { auswahl }: Formularstand): number {
  const felder = eintrag.art === 'gruppe' ? eintrag.felder : [eintrag];
  const verweis = felder.find((feld) => feld.art === 'verweis');
  const waehlbare = verweis?.art === 'verweis' ? auswahl.get(verweis.auf) : undefined;
  return waehlbare === undefined || waehlbare.mehr || waehlbare.eintraege.length === 0
    ? Number.POSITIVE_INFINITY
    : waehlbare.eintraege.length;
}

/** The rows of a list: as many as were filled, and some more. */
function zeilen({ pfad }: Feld, eintrag: Feld, stand: Formularstand): Feld[] {
  const { werte } = stand;
  // Who puts entries in order has room for all of them.
  const leere = eintrag.art === 'verweis' ? GEORDNETE_ZEILEN : LEERE_ZEILEN;
  const gefuellt = [...werte.keys()].flatMap((name) =>
    name.startsWith(`${pfad}.`) ? [Number(name.slice(pfad.length + 1).split('.')[0])] : [],
  );
  const gefuellte = Math.max(-1, ...gefuellt) + 1;
  const zahl = Math.max(gefuellte, Math.min(gefuellte + leere, zeilenHoechstens(eintrag, stand)));
  return Array.from({ length: zahl }, (_, nummer) => ({
    ...verschoben(eintrag, `${pfad}.${String(nummer)}`),
    name: String(nummer + 1),
  }));
}

/** Choices by their values, in words. */
const alsMoeglichkeiten = ({ name }: Feld, werte: readonly (string | number)[]): Moeglichkeit[] =>
  werte.map((wert) => ({ wert: String(wert), name: wertname(wert, name) }));

const sucheUeber = (feld: Verweis, { werte, befehl }: Formularstand, waehlbar: Auswahlliste) =>
  suchzeile({ auf: feld.auf, pfad: feld.pfad, name: feldname(feld.name, befehl) }, werte, waehlbar);

/** A choice out of master data; where it is long, with a search above it. */
function verweis(feld: Verweis, stand: Formularstand): SafeHtml {
  const waehlbar = waehlbarFuer(feld, stand);
  return html`${sucheUeber(feld, stand, waehlbar)} ${liste(feld, stand, waehlbar.eintraege)}`;
}

/** Several of them: who was ticked before a search stays ticked beside what it found. */
function verweise(feld: Verweis, stand: Formularstand): SafeHtml {
  const waehlbar = waehlbarFuer(feld, stand);
  const namen = new Map(stand.auswahl.get(feld.auf)?.eintraege.map(({ wert, name }) => [wert, name]));
  const vorher = alleWerte(feld, stand)
    .flatMap((wert) => bisherige(wert, waehlbar.eintraege))
    .map(({ wert, name }) => ({ wert, name: namen.get(wert) ?? name }));
  return html`${sucheUeber(feld, stand, waehlbar)} ${knoepfe(feld, stand, [...vorher, ...waehlbar.eintraege])}`;
}

function zahl(feld: Feld, stand: Formularstand): SafeHtml {
  const moeglichkeiten = gezaehlte(feld, stand);
  return moeglichkeiten.length === 0
    ? eingabezeile(feld, stand, html`type="text" inputmode="numeric"`)
    : liste(feld, stand, moeglichkeiten);
}

function aufzaehlung(feld: Feld, eintrag: Feld, stand: Formularstand): SafeHtml {
  const moeglichkeiten = gezaehlte(eintrag, stand);
  return moeglichkeiten.length === 0
    ? gruppe(feld, zeilen(feld, eintrag, stand), stand)
    : knoepfe(feld, stand, moeglichkeiten);
}

/** A field of a form, by what it is. */
export function zeigeFeld(feld: Feld, stand: Formularstand): SafeHtml {
  switch (feld.art) {
    case 'absatz':
      return absatz(feld, stand);
    case 'tag':
      return eingabezeile(feld, stand, html`type="date"`);
    case 'uhrzeit':
      return eingabezeile(feld, stand, html`type="time"`);
    case 'zahl':
      return zahl(feld, stand);
    case 'zeile':
      return eingabezeile(feld, stand, html`type="text"`);
    case 'jaNein':
      return knoepfe(feld, stand, feld.leerbar ? [...JA_NEIN, WEDER_NOCH] : JA_NEIN);
    case 'wahl':
      return wahl(feld, stand, feld.werte);
    case 'mehrwahl':
      return knoepfe(feld, stand, alsMoeglichkeiten(feld, feld.werte));
    case 'verweis':
      return verweis(feld, stand);
    case 'verweise':
      return verweise(feld, stand);
    case 'gruppe':
      return gruppe(feld, feld.felder, stand);
    case 'liste':
      return aufzaehlung(feld, feld.eintrag, stand);
  }
}
