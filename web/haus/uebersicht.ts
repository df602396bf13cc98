import { html } from '@remix-run/html-template';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { zeileMit } from '../kern/zeilen.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';

/** A page of the house: where, what for, and the row whose roles may look. */
type Hausort = {
  readonly ort: string;
  readonly titel: string;
  readonly satz: string;
  readonly zeile: string;
};

const HAUSORTE: readonly Hausort[] = [
  {
    ort: '/haus/mitarbeitende',
    titel: 'Mitarbeitende',
    satz: 'Wer in welcher Rolle arbeitet, Abwesenheiten, Ausscheiden.',
    zeile: 'mitarbeitende',
  },
  { ort: '/haus/teams', titel: 'Teams', satz: 'Teams mit ihrem Vertretungsring.', zeile: 'teams' },
  {
    ort: '/haus/themen',
    titel: 'Themen',
    satz: 'Wer für welches Thema und welches Team zuständig ist.',
    zeile: 'themen',
  },
  {
    ort: '/haus/kalender',
    titel: 'Schließtage',
    satz: 'Tage, an denen das Haus oder ein Team geschlossen ist.',
    zeile: 'kalenderabweichungen',
  },
  {
    ort: '/netzwerk',
    titel: 'Netzwerk',
    satz: 'Leistungserbringer, Vereinbarungen und Berichte.',
    zeile: 'leistungserbringerSuchen',
  },
  {
    ort: '/haus/angebotsluecken',
    titel: 'Fehlende Angebote',
    satz: 'Was Fälle brauchten und niemand anbietet.',
    zeile: 'angebotsluecken',
  },
  {
    ort: '/haus/policies',
    titel: 'Policies',
    satz: 'Nach welchen Regeln Fristen gerechnet werden.',
    zeile: 'policies',
  },
  {
    ort: '/haus/zugriffe',
    titel: 'Zugriffe prüfen',
    satz: 'Wer einen Fall mit einem Grund geöffnet hat.',
    zeile: 'ungepruefteZugriffe',
  },
  {
    ort: '/haus/beanstandungen',
    titel: 'Beanstandete Zugriffe',
    satz: 'Wer bis zur Freigabe keinen Fall mit einem Grund öffnet.',
    zeile: 'beanstandeteZugriffe',
  },
  {
    ort: '/haus/loeschantraege',
    titel: 'Löschanträge',
    satz: 'Vorzeitige Löschungen, die eine zweite Person bestätigt.',
    zeile: 'loeschantraege',
  },
  {
    ort: '/haus/loeschsperren',
    titel: 'Löschsperren',
    satz: 'Fälle, die vorerst nicht gelöscht werden.',
    zeile: 'loeschsperren',
  },
];

/** What the house keeps, as far as this role may look. */
export function haus({ konto, abfrage }: Seitenanfrage): Promise<Seitenantwort> {
  const eigene = HAUSORTE.filter(({ zeile }) => zeileMit(zeile)?.rollen.includes(konto.rolle) === true);
  const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Haus</h1>
    ${
      eigene.length === 0
        ? html`<p class="kern-body">Für Ihre Rolle steht hier nichts.</p>`
        : html`<ul class="taten">
            ${eigene.map(
              ({ ort, titel, satz }) =>
                html`<li><a class="kern-link" href="${ort}">${titel}</a> ${satz}</li>`,
            )}
          </ul>`
    }`;
  return Promise.resolve({ art: 'seite', titel: 'Haus', inhalt, bereich: 'haus' });
}
