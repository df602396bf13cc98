import { html, type SafeHtml } from '@remix-run/html-template';
import { BEFEHLSZEILEN } from '../../api/befehle/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { faelligkeit } from '../kern/faelligkeit.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { befehlAus, tatort, TATEN } from '../kern/taten.ts';
import { moeglichkeiten } from '../tun/moeglich.ts';
import { fallkopf, naechste, offeneFristen } from './kopf.ts';
import { taten } from './taten.ts';
import { verlauf } from './verlauf.ts';

type Frist = Fallansicht['fristen'][number];

/** What came of the form somebody has just sent, with what is due next. */
function erfolg(fall: Fallansicht, befehl: string | null): SafeHtml | null {
  const getan = BEFEHLSZEILEN.find(({ vertrag }) => vertrag.befehl === befehlAus(befehl ?? ''));
  if (getan === undefined) return null;
  const frist = naechste(fall);
  return hinweiskasten({
    art: 'success',
    titel: `Festgehalten: ${getan.vertrag.titel}`,
    inhalt:
      frist === undefined
        ? null
        : html`<p class="kern-body">
            Als Nächstes: ${frist.name} bis ${tagMitWochentag(frist.faellig)}.
            <a class="kern-link" href="/">Zurück zu Heute</a>
          </p>`,
  });
}

function fristzeile(fall: Fallansicht, frist: Frist): SafeHtml {
  const tat = TATEN[frist.id];
  return html`<tr class="kern-table__row">
    <th scope="row" class="kern-table__cell">${frist.name} <span class="kennung">${frist.id}</span></th>
    <td class="kern-table__cell" data-spalte="Fällig">${faelligkeit(frist)}${frist.ruht ? ', ruht' : ''}</td>
    <td class="kern-table__cell" data-spalte="Tun">
      ${tat === null ? null : html`<a class="kern-link" href="${tatort(fall.id, tat.befehl)}">${tat.wort}</a> · `}
      <a class="kern-link" href="/faelle/${fall.id}/fristen/${frist.id}/${frist.vorkommen}"
        >Warum?<span class="kern-sr-only"> ${frist.name}</span></a
      >
    </td>
  </tr>`;
}

function fristentafel(fall: Fallansicht): SafeHtml {
  const offene = offeneFristen(fall);
  if (offene.length === 0) return html`<p class="kern-body">Keine offene Frist.</p>`;
  return html`<div class="kern-table-responsive">
    <table class="kern-table kern-table--small">
      <thead class="kern-table__head">
        <tr class="kern-table__row">
          <th scope="col" class="kern-table__header">Frist</th>
          <th scope="col" class="kern-table__header">Fällig</th>
          <th scope="col" class="kern-table__header">Tun</th>
        </tr>
      </thead>
      <tbody class="kern-table__body">
        ${offene.map((frist) => fristzeile(fall, frist))}
      </tbody>
    </table>
  </div>`;
}

/** A case as this colleague may see it: what to do, what is due, what has happened. */
export async function fallseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto, abfrage } = anfrage;
  const fall = await frage(umgebung, fallroute, { konto, pfad: { fallId: teil(anfrage, 'fallId') } });
  const inhalt = html`${fallkopf(fall)} ${erfolg(fall, abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Fall ${fall.fallnummer}</h1>
    <div class="spalten halb">
      <section aria-labelledby="fristen">
        <h2 id="fristen" class="kern-heading-medium">Fristen</h2>
        ${fristentafel(fall)}
      </section>
      <section aria-labelledby="tun">
        <h2 id="tun" class="kern-heading-medium">Festhalten</h2>
        ${taten(fall.id, moeglichkeiten(fall, konto))}
      </section>
    </div>
    <section aria-labelledby="verlauf">
      <h2 id="verlauf" class="kern-heading-medium">Was bisher war</h2>
      ${verlauf(fall.geschichte)}
    </section>`;
  return { art: 'seite', titel: `Fall ${fall.fallnummer}`, inhalt, bereich: 'faelle' };
}
