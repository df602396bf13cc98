import { druckseite } from '../kern/druckseite.ts';
import { sicher } from '../kern/html.ts';
import type { Teil } from './vorlagen.ts';

/** A letter with everything that stands on it, in plain words. */
export type Brief = {
  readonly absender: string;
  readonly empfaenger: string;
  readonly zeichen: string;
  readonly datum: string;
  readonly titel: string;
  readonly teile: readonly Teil[];
  readonly unterschrift: string;
  /** Both sign: what was agreed, or how a talk ended. */
  readonly beideUnterschreiben: boolean;
};

const wortlaut = (text: string): string => `<p class="wortlaut">${sicher(text)}</p>`;

function html(teil: Teil): string {
  switch (teil.art) {
    case 'absatz':
      return `<p>${sicher(teil.text)}</p>`;
    case 'angaben':
      return `<dl>${teil.zeilen.map(([name, wert]) => `<dt>${sicher(name)}</dt><dd>${sicher(wert)}</dd>`).join('')}</dl>`;
    case 'abschnitt':
      return teil.texte.length === 0
        ? ''
        : `<h2>${sicher(teil.titel)}</h2>\n${teil.texte.map(wortlaut).join('\n')}`;
  }
}

/** A line each, with place and day. */
const unterschriften = ({ empfaenger, unterschrift }: Brief): string =>
  `<div class="unterschriften">${[empfaenger, `${unterschrift}, für das Jobcenter`]
    .map((wer) => `<p>Ort, Datum, Unterschrift<br>${sicher(wer)}</p>`)
    .join('')}</div>`;

/** The person's own copy as one page: no script, nothing from elsewhere, every word made harmless. */
export function briefdokument(brief: Brief): string {
  const { absender, empfaenger, zeichen, datum, titel, teile, unterschrift } = brief;
  return druckseite(
    titel,
    `<header><p>${sicher(absender)}</p></header>
<main>
<address>${sicher(empfaenger)}</address>
${html({
  art: 'angaben',
  zeilen: [
    ['Datum', datum],
    ['Unser Zeichen', zeichen],
  ],
})}
<h1>${sicher(titel)}</h1>
<p>Guten Tag, ${sicher(empfaenger)},</p>
${teile
  .map(html)
  .filter((zeile) => zeile !== '')
  .join('\n')}
<p>Mit freundlichen Grüßen</p>
<p>${sicher(unterschrift)}</p>${brief.beideUnterschreiben ? unterschriften(brief) : ''}
</main>
<footer><p>Dieses Schreiben ist für Ihre Unterlagen bestimmt und kein Bescheid.</p></footer>`,
  );
}
