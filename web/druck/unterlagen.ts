import { html, type SafeHtml } from '@remix-run/html-template';
import type { Einwilligungsansicht } from '../../api/einwilligungen/formen.ts';
import { einwilligungsliste } from '../../api/einwilligungen/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage, frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Schreibenliste } from '../../api/schreiben/formen.ts';
import { schreibenliste } from '../../api/schreiben/routen.ts';
import { klartext } from '../../domain/klartext.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { uebergabeort } from '../fall/uebergabe.ts';
import { blattort, fallkopf } from '../fall/kopf.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { leitet, liestGeschuetztes } from './recht.ts';

const unterlagenort = (fallId: string): string => `/faelle/${fallId}/unterlagen`;

/** From the page of a case to what can be printed of it. */
export function unterlagenverweise(fall: Fallansicht, konto: Konto): SafeHtml {
  const blatt = html`<a class="kern-link" href="${blattort(fall)}">Fallblatt</a> · `;
  return html`<p class="kern-body nur-schirm">
    ${liestGeschuetztes(fall, konto) ? blatt : null}
    <a class="kern-link" href="${unterlagenort(fall.id)}">Unterlagen</a> ·
    <a class="kern-link" href="${uebergabeort(fall.id)}">Übergabe und Rückgabe</a>
  </p>`;
}

type Brief = Schreibenliste['schreiben'][number];

/** Who does not read the letter sees that there is one. */
function brief(fallId: string, { sequenz, titel, am }: Brief, lesbar: boolean): SafeHtml {
  const tag = am === null ? null : html` <span class="leise">${tagMitWochentag(am)}</span>`;
  if (!lesbar) return html`<li>${titel}${tag}</li>`;
  return html`<li><a class="kern-link" href="/faelle/${fallId}/schreiben/${sequenz}">${titel}</a>${tag}</li>`;
}

function schreiben(fallId: string, liste: readonly Brief[], lesbar: boolean): SafeHtml {
  if (liste.length === 0) return html`<p class="kern-body">Noch kein Schreiben.</p>`;
  return html`<ul class="taten">
      ${liste.toReversed().map((eines) => brief(fallId, eines, lesbar))}
    </ul>
    ${
      lesbar
        ? html`<p class="leise">
            Jedes wird beim Öffnen aus der Akte neu geschrieben, und das Öffnen steht im Leseprotokoll.
          </p>`
        : html`<p class="leise">Ihren Wortlaut liest, wer den Fall führt.</p>`
    }`;
}

function entbindungen(fallId: string, liste: readonly Einwilligungsansicht[]): SafeHtml {
  if (liste.length === 0) return html`<p class="kern-body">Keine Schweigepflichtentbindung.</p>`;
  return html`<ul class="taten">
    ${liste.map(
      ({ id, empfaenger, erteiltAm, stand }) =>
        html`<li>
          <a class="kern-link" href="/faelle/${fallId}/entbindungen/${id}">${empfaenger}</a>
          <span class="leise">vom ${tagInWorten(erteiltAm)}, ${klartext(stand)}</span>
        </li>`,
    )}
  </ul>`;
}

/** What can be read on paper: the Fallblatt, letters to the person, releases from secrecy. */
export async function unterlagenseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const wo = { konto, pfad: { fallId: teil(anfrage, 'fallId') } };
  const fall = await frage(umgebung, fallroute, wo);
  const { schreiben: briefe } = await frage(umgebung, schreibenliste, wo);
  const personId = leitet(fall, konto) ? (fall.person?.id ?? null) : null;
  const erteilte =
    personId === null
      ? null
      : await frageWennErlaubt(umgebung, einwilligungsliste, { konto, pfad: { personId } });
  const lesbar = liestGeschuetztes(fall, konto);
  const inhalt = html`${fallkopf(fall, konto)}
    <h1 class="kern-heading-large">Unterlagen</h1>
    ${
      lesbar
        ? html`<p class="kern-body">
            <a class="kern-link" href="${blattort(fall)}">Fallblatt</a>: auf einer Seite, was für eine
            Vertretung genügt.
          </p>`
        : null
    }
    <h2 class="kern-heading-medium">Schreiben an die Person</h2>
    ${schreiben(fall.id, briefe, lesbar)}
    ${
      erteilte === null
        ? null
        : html`<h2 class="kern-heading-medium">Schweigepflichtentbindungen</h2>
            ${entbindungen(fall.id, erteilte)}`
    }
    <p class="kern-body"><a class="kern-link" href="/faelle/${fall.id}">Zurück zum Fall</a></p>`;
  return { art: 'seite', titel: `Unterlagen, Fall ${fall.fallnummer}`, inhalt, bereich: 'faelle' };
}
