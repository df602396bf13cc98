import { html, type SafeHtml } from '@remix-run/html-template';
import type { Linkansicht, Quittung } from '../../api/rueckmeldung/formen.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { tagAusgeschrieben } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { mitgenommen } from '../kern/noch-einmal.ts';
import type { Rahmen } from '../kern/rahmen.ts';
import { zeigeFeld } from '../tun/darstellung.ts';
import type { Formularstand } from '../tun/formularstand.ts';
import { fehlerJeFeld, fehlerkasten, type Formularfehler } from '../tun/fehler.ts';
import type { Feld } from '../tun/feld.ts';
import { felderFuer, ZUGANGSFELD } from './felder.ts';

export const ORT = '/rueckmeldung';
export const BERICHTSORT = `${ORT}/bericht`;

/** What a page of the provider says, with the status of its answer. */
export type Blatt = Pick<Rahmen, 'titel' | 'inhalt' | 'skript'> & { readonly status: number };

const NAME = 'rueckmeldung';
const LEER = new URLSearchParams();

function stand(werte: URLSearchParams, fehler: Formularfehler | null, fokus: string | null): Formularstand {
  const je = fehler === null ? new Map<string, string>() : fehlerJeFeld(fehler);
  return { befehl: NAME, werte, fehler: je, fokus, auswahl: new Map(), aendert: false };
}

const knopf = (wort: string): SafeHtml =>
  html`<div class="knoepfe">
    <button class="kern-btn kern-btn--primary"><span class="kern-label">${wort}</span></button>
  </div>`;

const oben = (fehler: Formularfehler | null, felder: readonly Feld[]): SafeHtml | null =>
  fehler === null ? null : fehlerkasten(fehler, felder, NAME);

const ueberschrift = (fehler: Formularfehler | null, titel: string): string =>
  fehler === null ? titel : `Fehler: ${titel}`;

/** Before anything is known: the script sends the code on by itself, without one people paste it. */
export function eingang(fehler: Formularfehler | null = null): Blatt {
  const titel = 'Rückmeldung an das Jobcenter';
  const inhalt = html`${oben(fehler, [ZUGANGSFELD])}
    <h1 class="kern-heading-large">${titel}</h1>
    <p class="kern-body">
      Sie haben vom Jobcenter eine E-Mail mit einem Link bekommen. Meist geht es nach dem Öffnen von selbst
      weiter. Wenn nicht, fügen Sie den Code aus der E-Mail hier ein.
    </p>
    <form method="post" action="${ORT}" class="formular" autocomplete="off" novalidate>
      ${zeigeFeld(ZUGANGSFELD, stand(LEER, fehler, 'zugang'))} ${knopf('Weiter')}
    </form>
    <p class="leise">Sie brauchen kein Konto und kein Passwort. Der Code steht in keiner Adresse.</p>`;
  return {
    titel: ueberschrift(fehler, titel),
    inhalt,
    status: fehler?.status ?? 200,
    skript: 'rueckmeldung.js',
  };
}

/** Hidden until somebody chooses it, where the browser can; the hint says it to the others. */
const zeigeFrage = (feld: Feld, formular: Formularstand): SafeHtml =>
  feld.pfad === 'ergebnis'
    ? html`<div class="nur-abschluss">${zeigeFeld(feld, formular)}</div>`
    : zeigeFeld(feld, formular);

type Bericht = {
  readonly zugang: string;
  readonly werte: URLSearchParams;
  readonly fehler: Formularfehler | null;
};

/** What is asked: what was agreed, and nothing about the person (E25). */
export function fragen({ zeichen, erbeten, gueltigBis }: Linkansicht, bericht: Bericht): Blatt {
  const { zugang, werte, fehler } = bericht;
  const felder = felderFuer(erbeten);
  const formular = stand(werte, fehler, null);
  const titel = `Rückmeldung zu ${zeichen}`;
  const letzterTag = tagAusgeschrieben(plusTage(ortstag(gueltigBis), -1));
  const fragebogen = html`<form
    method="post"
    action="${BERICHTSORT}"
    class="formular"
    autocomplete="off"
    novalidate
  >
    <input type="hidden" name="zugang" value="${zugang}" />
    ${felder.map((feld) => zeigeFrage(feld, formular))} ${knopf('Rückmeldung senden')}
  </form>`;
  const inhalt = html`${oben(fehler, felder)}
    <h1 class="kern-heading-large">Rückmeldung zu <span class="einzeilig">${zeichen}</span></h1>
    <p class="kern-body">
      Wer gemeint ist, wissen Sie aus der Zuweisung. Der Link gilt für eine Rückmeldung und bis ${letzterTag}.
    </p>
    ${
      erbeten.length === 0
        ? html`<p class="kern-body">
            Zurzeit ist nichts gefragt: Es liegt keine Schweigepflichtentbindung vor. Bitte schicken Sie uns
            nichts.
          </p>`
        : fragebogen
    }`;
  return { titel: ueberschrift(fehler, titel), inhalt, status: fehler?.status ?? 200 };
}

/** It came, or it had come before with the same words: the receipt is the same. */
export function angekommen({ zeichen }: Quittung): Blatt {
  const titel = 'Ihre Rückmeldung ist angekommen';
  const kasten = hinweiskasten({
    art: 'success',
    titel: `Angenommen zu ${zeichen}`,
    inhalt: html`<p class="kern-body">Das Fallmanagement liest sie. Sie können diese Seite schließen.</p>`,
  });
  const inhalt = html`${kasten}
    <h1 class="kern-heading-large">${titel}</h1>
    <p class="kern-body">
      Der Link ist damit verbraucht. Ist später wieder etwas gefragt, bekommen Sie eine neue E-Mail.
    </p>`;
  return { titel, inhalt, status: 200 };
}

/** What somebody wrote and Lotse did not take stays in their hands. */
const nichtGespeichert = (text: string | null): SafeHtml | null =>
  text === null
    ? null
    : html`<h2 class="kern-heading-medium">Ihr Text</h2>
        <p class="kern-body">Er ist nicht gespeichert. Kopieren Sie ihn, wenn Sie ihn noch brauchen.</p>
        <p class="kern-body wortlaut">${text}</p>`;

/** Used up, too old, or never there: nobody learns which, but everybody whom to ask. */
export function verfallen(text: string | null): Blatt {
  const titel = 'Dieser Link gilt nicht mehr';
  const inhalt = html`<h1 class="kern-heading-large">${titel}</h1>
    <p class="kern-body">
      Jeder Link gilt für eine Rückmeldung und 30 Tage lang. Dieser ist schon benutzt, abgelaufen oder nicht
      ganz kopiert.
    </p>
    <ul class="kern-body schritte">
      <li>Haben Sie schon berichtet, müssen Sie nichts weiter tun.</li>
      <li>
        Haben Sie den Code von Hand kopiert,
        <a class="kern-link" href="${ORT}">versuchen Sie es noch einmal</a>.
      </li>
      <li>
        Möchten Sie noch berichten, rufen Sie bitte die Person im Jobcenter an, die Ihnen die Leistung
        zugewiesen hat. Nennen Sie ihr das Zeichen aus der E-Mail; sie schickt Ihnen einen neuen Link.
      </li>
    </ul>
    ${nichtGespeichert(text)}`;
  return { titel, inhalt, status: 404 };
}

/** V-46: refused, and stored nowhere. */
export function ungedeckt(satz: string, text: string | null): Blatt {
  const titel = 'Diese Rückmeldung durften wir nicht annehmen';
  const inhalt = html`<h1 class="kern-heading-large">${titel}</h1>
    <p class="kern-body">${satz} Der Link ist damit verbraucht.</p>
    <p class="kern-body">
      Haben Sie Fragen, rufen Sie bitte die Person im Jobcenter an, die Ihnen die Leistung zugewiesen hat.
      Schicken Sie uns nichts per E-Mail.
    </p>
    ${nichtGespeichert(text)}`;
  return { titel, inhalt, status: 422 };
}

/** Lotse or a part of it is away: what was typed waits in the page, and goes off again with one click. */
export function spaeter(felder: URLSearchParams): Blatt {
  const titel = 'Gerade nicht erreichbar';
  const inhalt = html`<h1 class="kern-heading-large">${titel}</h1>
    <p class="kern-body">
      Ihre Rückmeldung ist noch hier. Bitte schicken Sie sie in einigen Minuten noch einmal ab; sie kommt
      nicht doppelt an.
    </p>
    <form method="post" action="${BERICHTSORT}" autocomplete="off">
      ${mitgenommen(felder)} ${knopf('Noch einmal senden')}
    </form>`;
  return { titel, inhalt, status: 503 };
}
