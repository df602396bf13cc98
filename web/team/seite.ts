import { html, type SafeHtml } from '@remix-run/html-template';
import type { Teamkalenderlage, Teamlage } from '../../api/arbeitslisten/formen.ts';
import { fristenDesTeams, teamlagenroute } from '../../api/arbeitslisten/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { TEAMRECHTE } from '../../domain/rollen/teamrechte.ts';
import { auslastungstafel } from '../heute/auslastung.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { teampflichten } from './pflichten.ts';
import { qualitaet } from './qualitaet.ts';

/** Cases per full-time Fallmanager, as it was found last (T-44). */
function schluessel({ betreuungsschluessel: letzter }: Teamkalenderlage): SafeHtml | null {
  if (letzter === null) return null;
  return html`<p class="kern-body">
    Betreuungsschlüssel ${letzter.schluessel.toLocaleString('de-DE')} Fälle je Vollzeitstelle, festgestellt
    ${tagMitWochentag(letzter.am)}.
  </p>`;
}

/** Who reviews the drawn cases looks into them; everybody else sees which they are. */
const zurPruefung = (rolle: Rolle): boolean => TEAMRECHTE.stichprobe_pruefen.includes(rolle);

/** The newest sample with what is still to be reviewed (T-50). */
function stichprobe({ stichprobe: letzte }: Teamkalenderlage, { rolle }: Konto): SafeHtml | null {
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

function abschnitt(konto: Konto, lage: Teamlage): SafeHtml {
  const { id, kennzeichen, kalender } = lage;
  const fristen = fristenDesTeams.rollen.includes(konto.rolle);
  return html`<section class="abschnitt" aria-labelledby="team-${id}">
    <h2 id="team-${id}" class="kern-heading-medium">Team ${kennzeichen}</h2>
    ${fristen ? html`<p class="kern-body"><a class="kern-link" href="/team/fristen?team=${id}">Alle offenen Fristen des Teams</a></p>` : null}
    ${teampflichten(lage, konto)}
    ${kalender === null ? null : [schluessel(kalender), stichprobe(kalender, konto)]}
    ${qualitaet(konto, lage)}
  </section>`;
}

/** What a team owes as a whole, its load, and what it is measured by. */
export async function teamseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const { teams, auslastung } = await frage(umgebung, teamlagenroute, { konto });
  const inhalt = html`${schreiberfolg(anfrage.abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Team</h1>
    <div class="spalten">
      <div>${teams.map((lage) => abschnitt(konto, lage))}</div>
      ${auslastungstafel(auslastung)}
    </div>`;
  return { art: 'seite', titel: 'Team', inhalt, bereich: 'team' };
}
