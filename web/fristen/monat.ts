import { html, type SafeHtml } from '@remix-run/html-template';
import { freierTag, kalenderFuer, type Land } from '../../domain/frist/kalender.ts';
import { plusMonate, plusTage, wochentag, type Tag } from '../../domain/frist/tag.ts';

const MONAT = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const WOCHENTAGE = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'] as const;

const erster = (tag: Tag): Tag => `${tag.slice(0, 7)}-01`;
const nummer = (tag: Tag): number => Number(tag.slice(8));

/** The days of a month as weeks from Monday to Sunday; null before its first and behind its last day. */
function wochen(monat: Tag): (Tag | null)[][] {
  const anfang = erster(monat);
  const laenge = nummer(plusTage(plusMonate(anfang, 1), -1));
  const tage: (Tag | null)[] = [
    ...Array.from({ length: wochentag(anfang) - 1 }, () => null),
    ...Array.from({ length: laenge }, (_, n) => plusTage(anfang, n)),
  ];
  return Array.from({ length: Math.ceil(tage.length / 7) }, (_, n) => {
    const woche = tage.slice(n * 7, n * 7 + 7);
    return [...woche, ...Array.from({ length: 7 - woche.length }, () => null)];
  });
}

function zelle(tag: Tag | null, { land, faellig }: { land: Land; faellig: Tag }): SafeHtml {
  if (tag === null) return html`<td></td>`;
  const frei = freierTag(tag, kalenderFuer(land));
  const klasse = [tag === faellig ? 'faellig' : '', frei === null ? '' : 'frei'].join(' ');
  // Saturdays and Sundays stand in their columns.
  const feiertag = wochentag(tag) > 5 && (frei === 'Samstag' || frei === 'Sonntag') ? null : frei;
  const worte = [tag === faellig ? 'fällig' : null, feiertag].filter((wort) => wort !== null);
  return html`<td class="${klasse}">
    ${nummer(tag)}${worte.length === 0 ? null : html`<span class="tagwort">${worte.join(', ')}</span>`}
  </td>`;
}

/** The month of a due day with weekends and holidays in words, so that anybody can follow the count. */
export function monatstafel(faellig: Tag, land: Land): SafeHtml {
  return html`<table class="monat">
    <caption>
      ${MONAT.format(new Date(`${faellig}T00:00:00Z`))}
    </caption>
    <thead>
      <tr>
        ${WOCHENTAGE.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${wochen(faellig).map(
        (woche) =>
          html`<tr>
            ${woche.map((tag) => zelle(tag, { land, faellig }))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
