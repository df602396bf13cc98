import { html, type SafeHtml } from '@remix-run/html-template';
import type { Entwurf } from '../../api/formularentwurf/faelle.ts';
import type { Vorschau } from '../../api/vorschau/formen.ts';
import { aufhebeknopf, entwurfskasten, stellenfelder } from '../entwurf/kasten.ts';
import { stelleVon } from '../entwurf/stelle.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { verdecktes } from '../kern/verdecktes.ts';
import { zeigeFeld } from './darstellung.ts';
import type { Formularstand } from './formularstand.ts';
import { istVerdeckt } from './feld.ts';
import { fehlerkasten, fehlerJeFeld, inWorten, type Formularfehler } from './fehler.ts';
import type { Formular } from './formular.ts';
import { formularbild } from './formulare.ts';
import { inzwischen } from './inzwischen.ts';
import { begruendungen, ereignistag, weitereAngaben } from './rand.ts';
import { vorschaukasten } from './vorschau.ts';

/** How a form is shown: with what stands in its fields, and what came of it so far. */
export type Darstellung = {
  readonly werte: URLSearchParams;
  readonly schluessel: string;
  readonly fehler?: Formularfehler;
  /** How what is changed stands now, where somebody else was quicker. */
  readonly gespeichert?: URLSearchParams;
  readonly vorschau?: Vorschau;
  /** What was begun earlier and stands in the fields now. */
  readonly begonnen?: Entwurf;
  /** Path of the field somebody has just searched in. */
  readonly suche?: string;
};

/** What nobody types and goes along: who opened the form, its key, and the version that was known. */
function mitgeschicktes(
  anfrage: Seitenanfrage,
  formular: Formular,
  { werte, schluessel }: Darstellung,
): SafeHtml {
  return html`${verdecktes(anfrage.konto, schluessel)} ${stellenfelder(stelleVon(anfrage, formular))}
  ${formular.felder.filter(istVerdeckt).map(({ pfad }) => html`<input type="hidden" name="${pfad}" value="${werte.get(pfad) ?? ''}" />`)}`;
}

/** Enter sends the form by its first button, and that shall not be one that searches. */
const abschicken = html`<button class="kern-sr-only" tabindex="-1" aria-hidden="true">Festhalten</button>`;

function knoepfe({ vorschau, zurueck }: Formular): SafeHtml {
  return html`<div class="knoepfe">
    <button class="kern-btn kern-btn--primary"><span class="kern-label">Festhalten</span></button>
    ${
      vorschau === undefined
        ? null
        : html`<button
            class="kern-btn kern-btn--secondary"
            name="_vorschau"
            value="ja"
            formaction="#vorschau"
          >
            <span class="kern-label">Vorschau der Fristen</span>
          </button>`
    }
    ${aufhebeknopf} <a class="kern-link" href="${zurueck}">Abbrechen</a>
  </div>`;
}

/** Rules that want a reason: the one that refused, and those the preview has found. Commands take one, together with the day; other writes none. */
const nachfragen = ({ mitEreignistag }: Formular, { fehler, vorschau }: Darstellung): readonly string[] => [
  ...(mitEreignistag && fehler?.regel?.startsWith('V-') === true ? [fehler.regel] : []),
  ...(vorschau?.offeneHinweise ?? []),
];

async function inhalt(anfrage: Seitenanfrage, formular: Formular, was: Darstellung): Promise<SafeHtml> {
  const { befehl, felder, kopf, hilfe = null } = formular;
  const { werte, fehler, gespeichert, vorschau, begonnen, suche } = was;
  const auswahl = await formular.auswahl();
  const bild = formularbild(formular);
  const stand: Formularstand = {
    befehl,
    werte,
    fokus: suche ?? (fehler === undefined && vorschau === undefined ? bild.fokus : null),
    fehler: fehler === undefined ? new Map<string, string>() : fehlerJeFeld(fehler),
    auswahl,
    aendert: formular.stand !== null,
  };
  return html`${kopf} ${fehler === undefined ? null : fehlerkasten(fehler, felder, befehl)}
    ${gespeichert === undefined ? null : inzwischen({ befehl, felder, auswahl }, werte, gespeichert)}
    <h1 class="kern-heading-large">${bild.titel}</h1>
    ${entwurfskasten(stelleVon(anfrage, formular), begonnen)} ${hilfe}
    <form method="post" class="formular" autocomplete="off" novalidate>
      ${abschicken} ${mitgeschicktes(anfrage, formular, was)}
      ${formular.mitEreignistag ? ereignistag(anfrage.umgebung.uhr.jetzt(), stand) : null}
      ${bild.vorn.map((feld) => zeigeFeld(feld, stand))} ${weitereAngaben(bild.weitere, stand)}
      ${vorschau === undefined ? null : html`<div id="vorschau" tabindex="-1">${vorschaukasten(vorschau)}</div>`}
      ${begruendungen(werte, nachfragen(formular, was))} ${knoepfe(formular)}
    </form>`;
}

/** What is wrong, said to people. */
const mitWorten = ({ felder }: Formular, was: Darstellung): Darstellung =>
  was.fehler === undefined ? was : { ...was, fehler: inWorten(was.fehler, felder, was.werte) };

/** The page of a form. */
export async function zeige(
  anfrage: Seitenanfrage,
  formular: Formular,
  was: Darstellung,
): Promise<Seitenantwort> {
  const { fehler } = was;
  const { titel } = formularbild(formular);
  return {
    art: 'seite',
    titel: `${fehler === undefined ? '' : 'Fehler: '}${titel}, ${formular.wozu}`,
    inhalt: await inhalt(anfrage, formular, mitWorten(formular, was)),
    bereich: formular.bereich,
    skript: 'entwurf.js',
    ...(fehler === undefined ? {} : { status: fehler.status }),
  };
}
