import { html, type SafeHtml } from '@remix-run/html-template';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { hilfeort, KAPITEL, type Seitenkapitel } from '../hilfe/kapitel.ts';
import { adresseVon } from '../statisch/dateien.ts';
import type { Bereich } from './anfrage.ts';
import { rollenname } from './worte.ts';

type Menuepunkt = {
  readonly bereich: Exclude<Bereich, null>;
  readonly name: string;
  readonly ort: string;
  /** Who has something there; everybody when absent. */
  readonly rollen?: readonly Rolle[];
};

const MENUE: readonly Menuepunkt[] = [
  { bereich: 'heute', name: 'Heute', ort: '/' },
  {
    bereich: 'faelle',
    name: 'Fälle',
    ort: '/faelle',
    rollen: ['pap', 'fm', 'fm_extern', 'fm_u25', 'fm_spezial', 'jour_fixe_av', 'tl', 'bereichsleitung'],
  },
  {
    bereich: 'personen',
    name: 'Personen',
    ort: '/personen',
    rollen: ['pap', 'fm', 'fm_extern', 'fm_u25', 'jour_fixe_av', 'tl'],
  },
  {
    bereich: 'vormerkungen',
    name: 'Vormerkungen',
    ort: '/vormerkungen',
    rollen: ['pap', 'fm_u25', 'jour_fixe_av', 'tl', 'bereichsleitung'],
  },
  { bereich: 'besprechung', name: 'Besprechung', ort: '/besprechung', rollen: ['tl'] },
  {
    bereich: 'eingang',
    name: 'Eingang',
    ort: '/eingang',
    rollen: ['pap', 'fm', 'fm_extern', 'tl', 'bereichsleitung', 'controlling', 'fm_u25', 'datenschutz'],
  },
  { bereich: 'haus', name: 'Haus', ort: '/haus' },
  {
    bereich: 'team',
    name: 'Team',
    ort: '/team',
    rollen: ['fm', 'tl', 'bereichsleitung', 'controlling', 'koordinator'],
  },
  { bereich: 'fristen', name: 'Fristenrechner', ort: '/fristen' },
];

function menue({ rolle }: Konto, hier: Bereich): SafeHtml {
  const punkte = MENUE.filter(({ rollen }) => rollen === undefined || rollen.includes(rolle));
  return html`<nav aria-label="Hauptmenü" class="menue">
    <ul>
      ${punkte.map(
        ({ bereich, name, ort }) =>
          html`<li>
            <a class="kern-link" href="${ort}" ${bereich === hier ? html`aria-current="page"` : null}
              >${name}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

function werIchBin(konto: Konto): SafeHtml {
  return html`<div class="werichbin">
    <a class="kern-link" href="/konto">${konto.anzeigename}, ${rollenname(konto.rolle)}</a>
    <form method="post" action="/abmeldung">
      <button class="kern-btn kern-btn--tertiary knapp">
        <span class="kern-label">Abmelden</span>
      </button>
    </form>
  </div>`;
}

/** Whoever stands in for somebody has to know it all the time. */
function vertretungshinweis({ vertritt }: Konto): SafeHtml | null {
  if (vertritt.length === 0) return null;
  const namen = vertritt.map(({ anzeigename }) => anzeigename).join(', ');
  return html`<p class="vertretung" role="note">Sie vertreten heute: <strong>${namen}</strong></p>`;
}

/** Reading goes on without the workflows; what is recorded has to wait, and nobody should find out by a lost quarter of an hour. */
const stoerung = html`<p class="stoerung" role="status">
  <strong>Festhalten geht gerade nicht:</strong> Ein Teil von Lotse antwortet nicht. Lesen können Sie weiter.
  Was Sie tippen, bleibt im Formular, wenn es zurückkommt; schicken Sie es dann unverändert noch einmal ab.
</p>`;

export type Skript = 'rueckmeldung.js' | 'entwurf.js';

export type Rahmen = {
  readonly titel: string;
  readonly inhalt: SafeHtml;
  readonly bereich: Bereich;
  /** Null before the sign-in. */
  readonly konto: Konto | null;
  /** Where the mark leads to; the start page when absent. */
  readonly heim?: string;
  /** Nothing can be recorded at the moment. */
  readonly gestoert?: boolean;
  /** The chapter about the page. */
  readonly hilfe?: Seitenkapitel;
  /** The one script a page may have, where its CSP lets it run. */
  readonly skript?: Skript;
};

/** Help for the page one is on, and what everybody may read. */
function fuss(konto: Konto | null, hilfe: Seitenkapitel | undefined): SafeHtml {
  const kapitel =
    hilfe === undefined
      ? null
      : html`<a class="kern-link" href="${hilfeort(hilfe)}">Hilfe: ${KAPITEL[hilfe]}</a>`;
  const alle =
    konto === null || hilfe !== undefined ? null : html`<a class="kern-link" href="/hilfe">Hilfe</a>`;
  return html`<footer class="fuss nur-schirm">
    ${kapitel} ${alle}
    <a class="kern-link" href="${hilfeort('barrierefreiheit')}">Barrierefreiheit</a>
    <a class="kern-link" href="${hilfeort('einfach-erklaert')}">Was Lotse mit Daten macht, einfach erklärt</a>
  </footer>`;
}

/** A whole page. Everything it loads comes from here, and hardly ever runs anything. */
export function rahme({
  titel,
  inhalt,
  bereich,
  konto,
  heim = '/',
  gestoert = false,
  hilfe,
  skript,
}: Rahmen): string {
  const seite = html`<html lang="de" data-kern-theme="light">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${titel} – Lotse</title>
      <link rel="icon" href="${adresseVon('lotse.svg')}" type="image/svg+xml" />
      <link rel="stylesheet" href="${adresseVon('kern.css')}" />
      <link rel="stylesheet" href="${adresseVon('schrift.css')}" />
      <link rel="stylesheet" href="${adresseVon('lotse.css')}" />
      ${skript === undefined ? null : html`<script type="module" src="${adresseVon(skript)}"></script>`}
    </head>
    <body>
      <a class="sprung" href="#inhalt">Zum Inhalt</a>
      <header class="kopf">
        <a class="marke" href="${heim}">Lotse</a>
        ${konto === null ? null : [menue(konto, bereich), werIchBin(konto)]}
      </header>
      ${gestoert ? stoerung : null} ${konto === null ? null : vertretungshinweis(konto)}
      <main id="inhalt" tabindex="-1">${inhalt}</main>
      ${fuss(konto, hilfe)}
    </body>
  </html>`;
  return `<!doctype html>\n${String(seite)}`;
}
