import { istTag, tagInWorten } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import type { Auskunft, Auskunftsabschnitt } from './formen.ts';
import { druckseite } from '../kern/druckseite.ts';
import { sicher } from '../kern/html.ts';
import { wertartDerSpalte, wertartDesFelds, type Wertart } from './wertarten.ts';

/** A word of the program that has more than one part. */
const WORT = /^[a-z0-9]+(?:_[a-z0-9]+)+$/u;
const UHR = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Berlin',
});

/** A field of time holds a day or an instant; what is neither stays as it is. */
function zeitInWorten(wert: string): string {
  if (istTag(wert)) return tagInWorten(wert);
  const millisekunden = Date.parse(wert);
  return Number.isNaN(millisekunden) ? wert : UHR.format(millisekunden);
}

function inWorten(wert: string | number | boolean, art: Wertart): string {
  if (typeof wert === 'boolean') return wert ? 'ja' : 'nein';
  if (typeof wert === 'number') return String(wert);
  if (art === 'geschrieben' || art === 'kennung') return wert;
  if (art === 'zeit' || art === 'tag') return zeitInWorten(wert);
  return WORT.test(wert) ? klartext(wert) : wert;
}

const leer = (wert: unknown): boolean =>
  wert === null ||
  wert === undefined ||
  wert === '' ||
  (typeof wert === 'object' && Object.keys(wert).length === 0);

function paare(eintrag: object, artVon: (name: string) => Wertart): string {
  const felder = Object.entries(eintrag).filter(([, inhalt]) => !leer(inhalt));
  const zeilen = felder.map(
    ([name, inhalt]) => `<dt>${sicher(klartext(name))}</dt><dd>${zeige(inhalt, artVon(name))}</dd>`,
  );
  return `<dl>${zeilen.join('')}</dl>`;
}

/** Any value of a row: words, a list, or a list of names and values. */
function zeige(wert: unknown, art: Wertart): string {
  if (typeof wert === 'string' || typeof wert === 'number' || typeof wert === 'boolean')
    return sicher(inWorten(wert, art));
  if (typeof wert !== 'object' || wert === null) return '';
  if (Array.isArray(wert)) return `<ul>${wert.map((teil) => `<li>${zeige(teil, art)}</li>`).join('')}</ul>`;
  return paare(wert, (name) => wertartDesFelds(art, name));
}

function abschnitt({ name, loeschung, tabellen }: Auskunftsabschnitt): string {
  const { frist, begruendung } = loeschung;
  const inhalt = tabellen.map(({ tabelle, bezeichnung, eintraege }) => {
    const artVon = (spalte: string): Wertart => wertartDerSpalte(tabelle, spalte);
    const zeilen = eintraege.map((eintrag) => `<article>${paare(eintrag, artVon)}</article>`);
    return `<h3>${sicher(bezeichnung)}</h3>${zeilen.join('')}`;
  });
  return `<section><h2>${sicher(name)}</h2><p>Löschfrist: ${sicher(frist)}. ${sicher(begruendung)}</p>${inhalt.join('')}</section>`;
}

function protokolltabelle(spuren: Auskunft['protokoll']): string {
  const zeilen = spuren.map(({ am, rolle, was, klassen, warum }) => {
    const zellen = [
      zeitInWorten(am),
      rolle ?? 'Lotse oder Leistungserbringer',
      was,
      klassen.join(', '),
      warum ?? '',
    ];
    return `<tr>${zellen.map((zelle) => `<td>${sicher(zelle)}</td>`).join('')}</tr>`;
  });
  const kopfzeile = ['Wann', 'Rolle', 'Was', 'Gelesene Datenklassen', 'Warum'].map(
    (wort) => `<th>${wort}</th>`,
  );
  return `<table><thead><tr>${kopfzeile.join('')}</tr></thead><tbody>${zeilen.join('')}</tbody></table>`;
}

const liste = (worte: readonly string[]): string =>
  worte.length === 0
    ? '<p>Nichts.</p>'
    : `<ul>${worte.map((wort) => `<li>${sicher(wort)}</li>`).join('')}</ul>`;

/** One document that needs nothing beside it, runs nothing, and can be printed (DS-33). */
export function auskunftsdokument(auskunft: Auskunft): string {
  const { erstelltAm, rechtsgrundlage, hinweise, empfaenger, datenarten, protokoll, nichtEnthalten } =
    auskunft;
  return druckseite(
    'Auskunft über gespeicherte Daten',
    `<h1>Auskunft über die zu Ihrer Person gespeicherten Daten</h1>
<p>Erstellt am ${sicher(zeitInWorten(erstelltAm))} nach ${sicher(rechtsgrundlage)}.</p>
${hinweise.map(({ titel, text }) => `<h3>${sicher(titel)}</h3><p>${sicher(text)}</p>`).join('\n')}
<section><h2>Empfänger</h2><p>Wer Daten bekommen hat oder nach Ihrer Einwilligung bekommen darf:</p>${liste(empfaenger)}</section>
${datenarten.map(abschnitt).join('\n')}
<section><h2>Wer Ihre Akte gelesen und geändert hat</h2>${protokolltabelle(protokoll)}</section>
<section><h2>Hier nicht enthalten</h2>${liste(nichtEnthalten)}</section>`,
  );
}
