import { html, type SafeHtml } from '@remix-run/html-template';
import { fristenDesTeams } from '../../api/arbeitslisten/routen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Teamkalender } from '../../api/team/formen.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { TEAMRECHTE } from '../../domain/rollen/teamrechte.ts';
import { gefragteAuslastung } from '../heute/auslastung.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { ladeTeams, type Teamlage } from './lage.ts';
import { teampflichten } from './pflichten.ts';
import { qualitaet } from './qualitaet.ts';

/** Cases per full-time Fallmanager, as it was found last (T-44). */
function schluessel({ betreuungsschluessel }: Teamkalender): SafeHtml | null {
  const letzter = betreuungsschluessel.at(-1);
  if (letzter === undefined) return null;
  return html`<p class="kern-body">
    Betreuungsschlüssel ${letzter.schluessel.toLocaleString('de-DE')} Fälle je Vollzeitstelle, festgestellt
    ${tagMitWochentag(letzter.am)}.
  </p>`;
}

/** Who reviews the drawn cases looks into them; everybody else sees which they are. */
const zurPruefung = (rolle: Rolle): boolean => TEAMRECHTE.stichprobe_pruefen.includes(rolle);

/** The newest sample with what is still to be reviewed (T-50). */
function stichprobe({ stichprobe: letzte }: Teamkalender, { rolle }: Konto): SafeHtml | null {
  if (letzte === null) return null;
  return html`<h3>Stichprobe vom ${tagMitWochentag(letzte.gezogenAm)}</h3>
    <ul class="meldungen">
      ${letzte.faelle.map(
        ({ fallId, fallnummer, geprueftAm }) =>
          html`<li>
            ${zurPruefung(rolle) ? html`<a class="kern-link" href="/faelle/${fallId}">${fallnummer}</a>` : fallnummer}
            ${geprueftAm === null ? 'noch zu prüfen' : `geprüft ${tagMitWochentag(geprueftAm)}`}
          </li>`,
      )}
    </ul>`;
}

async function abschnitt(anfrage: Seitenanfrage, lage: Teamlage): Promise<SafeHtml> {
  const { konto } = anfrage;
  const { id, kennzeichen, kalender } = lage;
  const fristen = fristenDesTeams.rollen.includes(konto.rolle);
  return html`<section class="abschnitt" aria-labelledby="team-${id}">
    <h2 id="team-${id}" class="kern-heading-medium">Team ${kennzeichen}</h2>
    ${fristen ? html`<p class="kern-body"><a class="kern-link" href="/team/fristen?team=${id}">Alle offenen Fristen des Teams</a></p>` : null}
    ${teampflichten(lage, konto)}
    ${kalender === null ? null : [schluessel(kalender), stichprobe(kalender, konto)]}
    ${await qualitaet(anfrage, lage)}
  </section>`;
}

/** What a team owes as a whole, its load, and what it is measured by. */
export async function teamseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const abschnitte: SafeHtml[] = [];
  for (const lage of await ladeTeams(anfrage)) abschnitte.push(await abschnitt(anfrage, lage));
  const inhalt = html`${schreiberfolg(anfrage.abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Team</h1>
    <div class="spalten">
      <div>${abschnitte}</div>
      ${await gefragteAuslastung(anfrage)}
    </div>`;
  return { art: 'seite', titel: 'Team', inhalt, bereich: 'team' };
}
