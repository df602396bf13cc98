import { html, type SafeHtml } from '@remix-run/html-template';
import type { Vormerkung } from '../../api/arbeitslisten/formen.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { tagAusgeschrieben } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { teamtatort } from '../kern/taten.ts';
import { anzahl } from '../kern/worte.ts';
import { ladeLage, type Besprechungslage } from './lage.ts';
import { besprechungsort } from './ort.ts';

/** Who stays waiting, by the how-manieth meeting the next one will be for them (AC-11). */
function bleibende(wartende: readonly Vormerkung[], heute: Tag): SafeHtml {
  // Who was vorgemerkt today comes up in the next one anyway (T-01).
  const alte = wartende.filter(({ vorgemerktAm }) => vorgemerktAm < heute);
  if (alte.length === 0) return html`<li>Niemand von früheren Tagen bleibt auf der Liste.</li>`;
  return html`<li>
    ${anzahl(alte.length, 'Vormerkung bleibt', 'Vormerkungen bleiben')} auf der Liste und
    ${alte.length === 1 ? 'kommt' : 'kommen'} in der nächsten Besprechung wieder:
    ${alte.map(({ fallnummer, besprechungen }) => `${fallnummer} (bisher ${anzahl(besprechungen, 'Besprechung', 'Besprechungen')})`).join(', ')}.
  </li>`;
}

function vorzeitig(faellig: Tag): SafeHtml {
  return hinweiskasten({
    art: 'warning',
    titel: `Diese Besprechung ist erst am ${tagAusgeschrieben(faellig)}.`,
    inhalt: html`<p class="kern-body">
      Wer sie jetzt abschließt, schließt sie vor ihrem Tag ab: Sie steht dann als abgehalten in der Akte, und
      an ihrem Tag ist keine mehr fällig. Ist das so gewollt, schreiben Sie den Grund ins Protokoll.
    </p>`,
  });
}

function abschluss(
  { heute, wartende, zugeordnete }: Besprechungslage,
  { id, kennzeichen, offene }: Besprechungslage['teams'][number],
): SafeHtml {
  const titel = `abschluss-${kennzeichen}`;
  const kopf = html`<h2 id="${titel}" class="kern-heading-medium">Team ${kennzeichen}</h2>`;
  if (offene === null)
    return html`<section class="abschnitt" aria-labelledby="${titel}">
      ${kopf}
      <p class="kern-body">Hier ist keine Besprechung offen.</p>
    </section>`;
  const { faellig } = offene;
  const frueh = faellig > heute;
  const eigene = zugeordnete.filter(({ team }) => team === id).length;
  return html`<section class="abschnitt" aria-labelledby="${titel}">
    ${kopf} ${frueh ? vorzeitig(faellig) : null}
    <p class="kern-body">
      Abgeschlossen wird die Besprechung vom ${tagAusgeschrieben(faellig)} <span class="kennung">T-41</span>.
      Danach gilt:
    </p>
    <ul class="kern-body meldungen">
      <li>
        ${eigene === 0 ? 'Zugeordnet ist niemand.' : `${anzahl(eigene, 'Zuordnung steht', 'Zuordnungen stehen')} fest und ${eigene === 1 ? 'lässt' : 'lassen'} sich nicht mehr zurücknehmen`}
        ${eigene === 0 ? null : html`<span class="kennung">TR60</span>.`}
      </li>
      ${bleibende(
        wartende.eintraege.filter(({ team }) => team.id === id),
        heute,
      )}
    </ul>
    <p class="knoepfe">
      <a class="kern-btn kern-btn--secondary" href="${teamtatort(id, 'besprechung_abschliessen')}"
        ><span class="kern-label"
          >${frueh ? 'Trotzdem jetzt abschließen' : 'Protokoll schreiben und abschließen'}</span
        ></a
      >
    </p>
  </section>`;
}

/** What closing a meeting means, before its form: a meeting is not closed by mistake, least of all before its day. */
export async function abschlussseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const lage = await ladeLage(anfrage, null);
  const inhalt = html`<h1 class="kern-heading-large">Besprechung abschließen</h1>
    ${lage.teams.map((team) => abschluss(lage, team))}
    <p class="kern-body">
      <a class="kern-link" href="${besprechungsort(anfrage)}">Zurück zur Besprechung</a>
    </p>`;
  return { art: 'seite', titel: 'Besprechung abschließen', inhalt, bereich: 'besprechung' };
}
