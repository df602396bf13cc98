import { tagInWorten } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import type { Auskunft, Auskunftsabschnitt } from './formen.ts';
import { druckseite } from '../kern/druckseite.ts';
import { sicher } from '../kern/html.ts';

const TAG = /^\d{4}-\d{2}-\d{2}$/u;
const ZEIT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/u;
const KENNUNG = /^[a-z0-9]+(?:_[a-z0-9]+)+$/u;
const UHR = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Berlin',
});

function inWorten(wert: string | number | boolean): string {
  if (typeof wert === 'boolean') return wert ? 'ja' : 'nein';
  if (typeof wert === 'number') return String(wert);
  if (ZEIT.test(wert)) return UHR.format(new Date(wert));
  if (TAG.test(wert)) return tagInWorten(wert);
  return KENNUNG.test(wert) ? klartext(wert) : wert;
}

const leer = (wert: unknown): boolean =>
  wert === null ||
  wert === undefined ||
  wert === '' ||
  (typeof wert === 'object' && Object.keys(wert).length === 0);

/** Any value of a row: words, a list, or a list of names and values. */
function zeige(wert: unknown): string {
  if (typeof wert === 'string' || typeof wert === 'number' || typeof wert === 'boolean')
    return sicher(inWorten(wert));
  if (typeof wert !== 'object' || wert === null) return '';
  if (Array.isArray(wert)) return `<ul>${wert.map((teil) => `<li>${zeige(teil)}</li>`).join('')}</ul>`;
  const felder = Object.entries(wert).filter(([, inhalt]) => !leer(inhalt));
  return `<dl>${felder.map(([name, inhalt]) => `<dt>${sicher(klartext(name))}</dt><dd>${zeige(inhalt)}</dd>`).join('')}</dl>`;
}

function abschnitt({ name, loeschung, tabellen }: Auskunftsabschnitt): string {
  const { frist, begruendung } = loeschung;
  const inhalt = tabellen.map(({ bezeichnung, eintraege }) => {
    const zeilen = eintraege.map((eintrag) => `<article>${zeige(eintrag)}</article>`);
    return `<h3>${sicher(bezeichnung)}</h3>${zeilen.join('')}`;
  });
  return `<section><h2>${sicher(name)}</h2><p>Löschfrist: ${sicher(frist)}. ${sicher(begruendung)}</p>${inhalt.join('')}</section>`;
}

function protokolltabelle(spuren: Auskunft['protokoll']): string {
  const zeilen = spuren.map(({ am, rolle, was, klassen, warum }) => {
    const zellen = [
      inWorten(am),
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
<p>Erstellt am ${sicher(inWorten(erstelltAm))} nach ${sicher(rechtsgrundlage)}.</p>
${hinweise.map(({ titel, text }) => `<h3>${sicher(titel)}</h3><p>${sicher(text)}</p>`).join('\n')}
<section><h2>Empfänger</h2><p>Wer Daten bekommen hat oder nach Ihrer Einwilligung bekommen darf:</p>${liste(empfaenger)}</section>
${datenarten.map(abschnitt).join('\n')}
<section><h2>Wer Ihre Akte gelesen und geändert hat</h2>${protokolltabelle(protokoll)}</section>
<section><h2>Hier nicht enthalten</h2>${liste(nichtEnthalten)}</section>`,
  );
}
