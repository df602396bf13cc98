import { html, type SafeHtml } from '@remix-run/html-template';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { rollenname } from '../kern/worte.ts';

function zeile(name: string, wert: string): SafeHtml {
  return html`<div class="kern-description-list-item">
    <dt class="kern-description-list-item__key">${name}</dt>
    <dd class="kern-description-list-item__value">${wert}</dd>
  </div>`;
}

function angaben({ anzeigename, rolle, team, vertritt }: Konto): SafeHtml {
  const namen = vertritt.map((einer) => einer.anzeigename).join(', ');
  return html`<dl class="kern-description-list">
    ${zeile('Name', anzeigename)} ${zeile('Rolle', rollenname(rolle))} ${zeile('Team', team.kennzeichen)}
    ${zeile('Vertritt heute', namen === '' ? 'niemanden' : namen)}
  </dl>`;
}

/** As whom somebody works, and how to leave every browser at once. */
export function konto({ konto: wer }: Seitenanfrage): Promise<Seitenantwort> {
  const inhalt = html`<h1 class="kern-heading-large">Mein Konto</h1>
    ${angaben(wer)}
    <p class="kern-body">
      Eine Anmeldung endet eine Stunde nach dem letzten Klick und spätestens nach zwölf Stunden. Haben Sie
      sich an einem anderen Gerät nicht abgemeldet, beenden Sie hier alle Anmeldungen.
    </p>
    <form method="post" action="/abmeldung/ueberall">
      <button class="kern-btn kern-btn--secondary"><span class="kern-label">Überall abmelden</span></button>
    </form>`;
  return Promise.resolve({ art: 'seite', titel: 'Mein Konto', inhalt, bereich: null });
}
