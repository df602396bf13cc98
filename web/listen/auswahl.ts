import { html, type SafeHtml } from '@remix-run/html-template';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { fristname, istFrist } from '../../domain/pflicht/katalog/katalog.ts';

const NUR: Readonly<Record<string, readonly [ja: string, nein: string]>> = {
  offen: ['nur offene', 'nur beendete'],
  auffaellig: ['nur mit Auffälligkeit', 'nur ohne Auffälligkeit'],
  ueberfaellig: ['nur überfällige', 'nur nicht überfällige'],
  gelesen: ['nur gelesene', 'nur ungelesene'],
};

const WORTE: ReadonlyMap<string, (wert: string) => string> = new Map([
  ...Object.entries(NUR).map(([name, [ja, nein]]): [string, (wert: string) => string] => [
    name,
    (wert) => (wert === 'true' ? ja : nein),
  ]),
  ['frist', (wert) => (istFrist(wert) ? `nur ${fristname(wert)} (${wert})` : wert)],
  ['gesucht', (wert) => `nur mit „${wert}“ im Namen`],
  ['faelligBis', (wert) => `fällig bis ${tagInWorten(wert)}`],
]);

/** What a list leaves out, by the words of its address; pages, order and what was just recorded leave out nothing. */
export const auswahlworte = (abfrage: URLSearchParams): readonly string[] =>
  [...abfrage].flatMap(([name, wert]) => {
    const worte = WORTE.get(name)?.(wert);
    return worte === undefined ? [] : [worte];
  });

/** Says it above the list, with the way to all of it; null where nothing is left out. */
export function auswahlzeile(worte: readonly string[]): SafeHtml | null {
  if (worte.length === 0) return null;
  return html`<p class="kern-body">
    Gezeigt werden ${worte.join(', ')}. <a class="kern-link" href="?">Alle zeigen</a>
  </p>`;
}
