import { html, type SafeHtml } from '@remix-run/html-template';
import type { Vormerkung } from '../../api/arbeitslisten/formen.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { faelligkeit } from '../kern/faelligkeit.ts';
import { knopfzeile } from '../kern/knopf.ts';
import { wegVon } from '../kern/weg.ts';
import type { Besprechungslage } from './lage.ts';
import { besprechungsort, mitNamen } from './ort.ts';
import { nameFuer } from './person.ts';

/** Everybody who waits, in the order of the meeting; a click puts one of them up. */
export function warteliste(
  anfrage: Seitenanfrage,
  { wartende }: Besprechungslage,
  dran: Vormerkung | null,
): SafeHtml | null {
  if (wartende.eintraege.length === 0) return null;
  return html`<section class="abschnitt" aria-labelledby="warteliste">
    <h2 id="warteliste" class="kern-heading-medium">Alle, die warten</h2>
    <ol class="meldungen">
      ${wartende.eintraege.map(
        (eine) =>
          html`<li ${eine === dran ? html`aria-current="true"` : null}>
            <a class="kern-link" href="${besprechungsort(anfrage, { fall: eine.fallId })}"
              >${eine.fallnummer}</a
            >
            ${nameFuer(anfrage, eine.person)} · ${wegVon(eine)} · seit ${tagMitWochentag(eine.vorgemerktAm)}
            ${eine.fehlt.length === 0 ? null : html`· unvollständig`}
          </li>`,
      )}
    </ol>
  </section>`;
}

/** What this meeting has assigned, each with its way back (TR60). */
export function zugeordnete(
  anfrage: Seitenanfrage,
  { zugeordnete: alle }: Besprechungslage,
): SafeHtml | null {
  if (alle.length === 0) return null;
  return html`<section class="abschnitt" aria-labelledby="zugeordnete">
    <h2 id="zugeordnete" class="kern-heading-medium">
      Seit der letzten Besprechung zugeordnet <span class="zahl">${alle.length}</span>
    </h2>
    <ul class="meldungen">
      ${alle.map(({ fallId, fallnummer, person, fm, beginn }) => {
        const ort = besprechungsort(anfrage, {}, `/${fallId}/zuordnung-zuruecknehmen`);
        return html`<li>
          ${fallnummer} ${nameFuer(anfrage, person)}: ${fm?.anzeigename}, ${tagMitWochentag(beginn)} ·
          <a class="kern-link" href="${ort}"
            >Zurücknehmen<span class="kern-sr-only">: Zuordnung von ${fallnummer}</span></a
          >
        </li>`;
      })}
    </ul>
    <p class="leise">
      Zurückzunehmen ist eine Zuordnung, solange die Besprechung nicht abgeschlossen ist und im Fall niemand
      gehandelt hat. <span class="kennung">TR60</span>
    </p>
  </section>`;
}

/** Which meeting is closed next, and where. */
export function abschlussverweis(anfrage: Seitenanfrage, { teams }: Besprechungslage): SafeHtml {
  const ort = besprechungsort(anfrage, {}, '/abschluss');
  return html`<section class="abschnitt" aria-labelledby="abschluss">
    <h2 id="abschluss" class="kern-heading-medium">Besprechung abschließen</h2>
    ${teams.map(({ kennzeichen, offene }) => {
      return offene === null
        ? null
        : html`<p class="kern-body">
            Team ${kennzeichen}: Besprechung ${faelligkeit(offene)} <span class="kennung">T-41</span>
          </p>`;
    })}
    ${knopfzeile([{ ort, wort: 'Was beim Abschließen geschieht' }])}
  </section>`;
}

/** How many wait and since when, and the switch for names. */
export function stand(anfrage: Seitenanfrage, { wartende }: Besprechungslage): SafeHtml {
  const { eintraege, gesamt } = wartende;
  const aelteste = eintraege.map(({ vorgemerktAm }) => vorgemerktAm).toSorted()[0];
  const fall = anfrage.abfrage.get('fall');
  const umschalten = mitNamen(anfrage)
    ? html`<a class="kern-link" href="${besprechungsort({ abfrage: new URLSearchParams() }, { fall })}"
        >Namen ausblenden</a
      >`
    : html`<a class="kern-link" href="${besprechungsort(anfrage, { fall, namen: 'ja' })}">Namen zeigen</a>`;
  const seit = aelteste === undefined ? '' : tagMitWochentag(aelteste);
  const wieviele =
    gesamt === 0
      ? 'Niemand wartet auf eine Zuordnung.'
      : gesamt === 1
        ? `Eine Vormerkung wartet, seit ${seit}.`
        : `${String(gesamt)} Vormerkungen warten, die älteste seit ${seit}.`;
  return html`<p class="kern-body">${wieviele} ${umschalten}</p>`;
}
