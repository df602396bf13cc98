import { html } from '@remix-run/html-template';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { begonneneEingaben } from '../entwurf/liste.ts';
import { merkmale } from '../kern/merkmale.ts';
import { rollenname } from '../kern/worte.ts';
import { kalenderabschnitt, kalendererfolg } from './kalender.ts';
import { mailwahlabschnitt } from './mailwahl.ts';
import { abwesenheiten } from '../haus/mitarbeitende.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';

/** As whom somebody works, and how to leave every browser at once. */
export async function konto(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { konto: wer, abfrage } = anfrage;
  const namen = wer.vertritt.map(({ anzeigename }) => anzeigename).join(', ');
  const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))} ${kalendererfolg(anfrage)}
    <h1 class="kern-heading-large">Mein Konto</h1>
    ${merkmale([
      ['Name', wer.anzeigename],
      ['Rolle', rollenname(wer.rolle)],
      ['Team', wer.team.kennzeichen],
      ['Vertritt heute', namen === '' ? 'niemanden' : namen],
    ])}
    ${await begonneneEingaben(anfrage)} ${await abwesenheiten(anfrage, wer.id)}
    ${await mailwahlabschnitt(anfrage)} ${await kalenderabschnitt(anfrage)}
    <p class="kern-body">
      Eine Anmeldung endet eine Stunde nach dem letzten Klick und spätestens nach zwölf Stunden. Haben Sie
      sich an einem anderen Gerät nicht abgemeldet, beenden Sie hier alle Anmeldungen.
    </p>
    <form method="post" action="/abmeldung/ueberall">
      <button class="kern-btn kern-btn--secondary"><span class="kern-label">Überall abmelden</span></button>
    </form>`;
  return { art: 'seite', titel: 'Mein Konto', inhalt, bereich: null };
}
