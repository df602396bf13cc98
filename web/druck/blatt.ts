import { html, type SafeHtml } from '@remix-run/html-template';
import type { Fallblattansicht } from '../../api/faelle/blattformen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallblattroute, fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { phasenname } from '../../domain/fall/bezeichnungen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { klartext } from '../../domain/klartext.ts';
import { alsAngaben } from '../fall/angaben.ts';
import { fallkopf, offeneFristen } from '../fall/kopf.ts';
import { wortlaut } from '../fall/verlauf.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagAusgeschrieben } from '../kern/datum.ts';
import { faelligkeit } from '../kern/faelligkeit.ts';

type Teilziel = Fallblattansicht['teilziele'][number];
type Zeile = { readonly kopf: SafeHtml | string; readonly zellen: readonly (SafeHtml | string)[] };

const WER: Readonly<Record<Teilziel['wer'], string>> = {
  kunde: 'die Person',
  fm: 'Fallmanagement',
  leistungserbringer: 'Leistungserbringer',
  dritte: 'Dritte',
};

const VEREINBARUNG: Readonly<Record<NonNullable<Fallblattansicht['vereinbarung']>['typ'], string>> = {
  egv: 'Eingliederungsvereinbarung',
  kooperationsplan: 'Kooperationsplan',
  verpflichtung_va: 'Verpflichtung durch Verwaltungsakt',
};

const ARBEITSBUENDNIS = {
  tragfaehig: 'Das Arbeitsbündnis trägt.',
  nicht_zustande: 'Ein Arbeitsbündnis kam nicht zustande.',
  beendet: 'Das Arbeitsbündnis ist beendet.',
} as const;

const NAECHSTE_FRISTEN = 5;

/** What somebody wrote; the facts of an entry stand in the columns already. */
const geschriebenes = (texte: Teilziel['texte']): SafeHtml[] =>
  texte.filter(({ text }) => alsAngaben(text) === null).map(wortlaut);

function tafel(spalten: readonly string[], zeilen: readonly Zeile[], leer: string): SafeHtml {
  if (zeilen.length === 0) return html`<p class="kern-body">${leer}</p>`;
  return html`<table class="kern-table kern-table--small">
    <thead class="kern-table__head">
      <tr class="kern-table__row">
        ${spalten.map((name) => html`<th scope="col" class="kern-table__header">${name}</th>`)}
      </tr>
    </thead>
    <tbody class="kern-table__body">
      ${zeilen.map(
        ({ kopf, zellen }) =>
          html`<tr class="kern-table__row">
            <th scope="row" class="kern-table__cell">${kopf}</th>
            ${zellen.map(
              (zelle, nummer) =>
                html`<td class="kern-table__cell" data-spalte="${spalten[nummer + 1] ?? ''}">${zelle}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** V-66, V-67: what whoever steps in would look for in vain. */
function luecken({ unvollstaendig }: Fallblattansicht): SafeHtml | null {
  if (unvollstaendig.length === 0) return null;
  return html`<h2 class="kern-heading-medium">Was fehlt</h2>
    <ul class="kern-body schritte">
      ${unvollstaendig.map(({ regel, was }) => html`<li>${was} <span class="kennung">${regel}</span></li>`)}
    </ul>`;
}

function stand({ phasen, arbeitsbuendnis }: Fallblattansicht): SafeHtml {
  const laufende = phasen.filter(({ bis }) => bis === null);
  const seit = laufende.map(({ phase, seit: tag }) => `${phasenname(phase)} seit ${tagInWorten(tag)}`);
  const buendnis = arbeitsbuendnis === null ? '' : ARBEITSBUENDNIS[arbeitsbuendnis];
  return html`<p class="kern-body">
    ${seit.length === 0 ? 'Noch keine Phase des Fallmanagements.' : `${seit.join('; ')}.`} ${buendnis}
  </p>`;
}

const bedarfe = ({ handlungsbedarfe }: Fallblattansicht): SafeHtml =>
  tafel(
    ['Handlungsbedarf', 'Reihenfolge', 'Stand', 'In der Vereinbarung'],
    handlungsbedarfe.map(({ bezeichnung, rang, status, inVereinbarung }) => ({
      kopf: bezeichnung,
      zellen: [rang === null ? 'noch keine' : String(rang), klartext(status), inVereinbarung ? 'ja' : 'nein'],
    })),
    'Kein offener Handlungsbedarf.',
  );

function ziele({ teilziele, handlungsbedarfe }: Fallblattansicht): SafeHtml {
  const bedarf = new Map(handlungsbedarfe.map(({ id, bezeichnung }) => [id, bezeichnung]));
  return tafel(
    ['Nr.', 'Teilziel', 'Wer', 'Bis', 'Stand'],
    teilziele.map((ziel) => ({
      kopf: `${String(ziel.nummer)}${ziel.istHauptziel ? ' (Hauptziel)' : ''}`,
      zellen: [
        html`${bedarf.get(ziel.handlungsbedarf) ?? 'Erledigter Handlungsbedarf'} ${geschriebenes(ziel.texte)}`,
        WER[ziel.wer],
        `${tagInWorten(ziel.bisWann)}${ziel.angepasst ? ', angepasst' : ''}`,
        `${klartext(ziel.status)}${ziel.standAm === null ? '' : `, ${tagInWorten(ziel.standAm)}`}`,
      ],
    })),
    'Noch kein Teilziel.',
  );
}

function vereinbarung({ vereinbarung: geltende }: Fallblattansicht): SafeHtml {
  if (geltende === null) return html`<p class="kern-body">Keine Vereinbarung.</p>`;
  const { typ, fassung, seit, gueltigBis, texte } = geltende;
  return html`<p class="kern-body">
      ${VEREINBARUNG[typ]}, Fassung ${fassung}, vom ${tagInWorten(seit)}, gilt bis ${tagInWorten(gueltigBis)}.
    </p>
    ${geschriebenes(texte)}`;
}

const fristen = (fall: Fallansicht): SafeHtml =>
  tafel(
    ['Frist', 'Fällig'],
    offeneFristen(fall)
      .slice(0, NAECHSTE_FRISTEN)
      .map((frist) => ({
        kopf: html`${frist.name} <span class="kennung">${frist.id}</span>`,
        zellen: [html`${faelligkeit(frist)}${frist.ruht ? ', ruht' : ''}`],
      })),
    'Keine offene Frist.',
  );

/** V-66: the one page that is enough to step in for a colleague, on the screen and on A4. */
export async function fallblattseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const wo = { konto, pfad: { fallId: teil(anfrage, 'fallId') } };
  const fall = await frage(umgebung, fallroute, wo);
  const blatt = await frage(umgebung, fallblattroute, wo);
  const heute = tagAusgeschrieben(ortstag(umgebung.uhr.jetzt()));
  const inhalt = html`${fallkopf(fall, konto)}
    <article class="blatt">
      <h1 class="kern-heading-large">Fallblatt <span class="einzeilig">${fall.fallnummer}</span></h1>
      <p class="leise">Jobcenter, Team ${fall.team.kennzeichen}. Stand: ${heute}.</p>
      ${stand(blatt)} ${luecken(blatt)}
      <h2 class="kern-heading-medium">Handlungsbedarfe</h2>
      ${bedarfe(blatt)}
      <h2 class="kern-heading-medium">Teilziele</h2>
      ${ziele(blatt)}
      <h2 class="kern-heading-medium">Vereinbarung</h2>
      ${vereinbarung(blatt)}
      <h2 class="kern-heading-medium">Nächste Fristen</h2>
      ${fristen(fall)}
    </article>
    <p class="kern-body nur-schirm"><a class="kern-link" href="/faelle/${fall.id}">Zurück zum Fall</a></p>`;
  return { art: 'seite', titel: `Fallblatt, Fall ${fall.fallnummer}`, inhalt, bereich: 'faelle' };
}
