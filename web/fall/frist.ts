import { html } from '@remix-run/html-template';
import { fallroute, fristroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { klartext } from '../../domain/klartext.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagAusgeschrieben, tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import { herleitungstafel } from '../kern/herleitung.ts';
import { fallkopf } from './kopf.ts';

/** Why a duty exists, how its day was computed, and who moved it when. */
export async function fristseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const fallId = teil(anfrage, 'fallId');
  const pfad = { fallId, fristId: teil(anfrage, 'fristId'), vorkommen: teil(anfrage, 'vorkommen') };
  const fall = await frage(umgebung, fallroute, { konto, pfad: { fallId } });
  const frist = await frage(umgebung, fristroute, { konto, pfad });
  const inhalt = html`${fallkopf(fall, konto)}
    <h1 class="kern-heading-large">${frist.name} <span class="kennung">${frist.id}</span></h1>
    <p class="kern-body">
      <strong>Fällig am ${tagAusgeschrieben(frist.faellig)}</strong
      >${frist.offen ? null : ` (${klartext(frist.status)})`}. ${frist.warum}
    </p>
    <p class="leise">Quelle: ${frist.quelle}. Gerechnet nach der Policy „${frist.policy}“.</p>
    <h2 class="kern-heading-medium">So ist der Tag gerechnet</h2>
    ${herleitungstafel(frist.herleitung)}
    <h2 class="kern-heading-medium">Was sich daran geändert hat</h2>
    <ol class="verlauf">
      ${frist.verlauf.map(
        ({ am, akteur, grund, vorher, faellig, ende }) =>
          html`<li>
            <h3>${zeitpunkt(am)}</h3>
            <p class="kern-body">
              ${vorher === null ? 'Fällig' : `Verlegt von ${tagMitWochentag(vorher)} auf`}
              ${tagMitWochentag(faellig)}${ende === null ? null : `, ${klartext(ende)}`}
            </p>
            <p class="leise">${akteur?.anzeigename ?? 'Lotse'}, Grund: ${klartext(grund)}</p>
          </li>`,
      )}
    </ol>
    <p class="kern-body"><a class="kern-link" href="/faelle/${fall.id}">Zurück zum Fall</a></p>`;
  return { art: 'seite', titel: `${frist.id}, Fall ${fall.fallnummer}`, inhalt, bereich: 'faelle' };
}
