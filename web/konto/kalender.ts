import { html, type SafeHtml } from '@remix-run/html-template';
import {
  erneuereKalenderzugang,
  hatKalender,
  kalenderzugangSeit,
  widerrufeKalenderzugang,
} from '../../api/kalenderzugang/faelle.ts';
import { kalenderort } from '../kalender/seite.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { zeitpunkt } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { kontofeld } from '../kern/verdecktes.ts';
import { pruefeKonto } from '../tun/absenden.ts';

const ORT = '/konto/kalender';

type Schritt = { readonly ort: string; readonly wort: string };

const schritt = ({ konto }: Seitenanfrage, { ort, wort }: Schritt): SafeHtml =>
  html`<form method="post" action="${ort}">
    ${kontofeld(konto)}
    <button class="kern-btn kern-btn--secondary knapp"><span class="kern-label">${wort}</span></button>
  </form>`;

const ANLEGEN = { ort: ORT, wort: 'Adresse anlegen' };
const ERNEUERN = { ort: ORT, wort: 'Neue Adresse, die alte gilt nicht mehr' };
const WIDERRUFEN = { ort: `${ORT}/widerruf`, wort: 'Adresse aufheben' };

/** What a calendar program may fetch, and how to end that; null for who has no cases. */
export async function kalenderabschnitt(anfrage: Seitenanfrage): Promise<SafeHtml | null> {
  const { umgebung, konto } = anfrage;
  if (!hatKalender(konto)) return null;
  const seit = await kalenderzugangSeit(umgebung, konto);
  return html`<section aria-labelledby="kalender">
    <h2 id="kalender" class="kern-heading-medium">Fristen im eigenen Kalender</h2>
    <p class="kern-body">
      Ihr Kalenderprogramm kann Ihre offenen Fristen und Übergabetermine selbst abholen: mit Fallnummer und
      Art der Aufgabe, ohne Namen. Dafür bekommen Sie eine geheime Adresse.
    </p>
    ${
      seit === null
        ? html`<div class="knoepfe">${schritt(anfrage, ANLEGEN)}</div>`
        : html`<p class="kern-body">Ihre Adresse gilt seit ${zeitpunkt(seit)}.</p>
            <div class="knoepfe">${schritt(anfrage, ERNEUERN)} ${schritt(anfrage, WIDERRUFEN)}</div>`
    }
  </section>`;
}

/** Makes the address and shows it, this once. */
export async function legeKalenderAn(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  pruefeKonto(anfrage);
  const { umgebung, konto, adresse } = anfrage;
  const geheimnis = await erneuereKalenderzugang(umgebung, konto);
  const inhalt = html`${hinweiskasten({
      art: 'success',
      titel: 'Ihre Kalenderadresse ist angelegt',
      inhalt: html`<p class="kern-body">Lotse zeigt sie nur jetzt. Eine frühere gilt nicht mehr.</p>`,
    })}
    <h1 class="kern-heading-large">Fristen im eigenen Kalender</h1>
    <div class="kern-form-input">
      <label class="kern-label" for="kalenderadresse">Kalenderadresse</label>
      <div class="kern-hint" id="kalenderadresse-hinweis">
        Kopieren Sie sie und fügen Sie sie in Ihrem Kalenderprogramm als Abonnement („Kalender aus dem
        Internet“) ein.
      </div>
      <input
        class="kern-form-input__input"
        type="text"
        id="kalenderadresse"
        readonly
        autocomplete="off"
        aria-describedby="kalenderadresse-hinweis"
        value="${kalenderort(adresse, geheimnis)}"
      />
    </div>
    <p class="kern-body">
      Wer diese Adresse kennt, liest ohne Anmeldung Fallnummern und Fristen Ihrer Fälle. Geben Sie sie nicht
      weiter. Haben andere sie gesehen, legen Sie unter <a class="kern-link" href="/konto">Mein Konto</a> eine
      neue an oder heben Sie sie auf.
    </p>`;
  return { art: 'seite', titel: 'Kalenderadresse', inhalt, bereich: null };
}

/** Ends it; whoever asks again gets nothing. */
export async function hebeKalenderAuf(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  pruefeKonto(anfrage);
  await widerrufeKalenderzugang(anfrage.umgebung, anfrage.konto);
  return { art: 'weiter', ort: '/konto?kalender=aufgehoben' };
}

/** That it was just ended; null where the address does not say so. */
export const kalendererfolg = ({ abfrage }: Seitenanfrage): SafeHtml | null =>
  abfrage.get('kalender') === 'aufgehoben'
    ? hinweiskasten({ art: 'success', titel: 'Die Kalenderadresse ist aufgehoben', inhalt: null })
    : null;
