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
import { FRISTSPALTEN } from '../fall/fristspalten.ts';
import { fallkopf, offeneFristen } from '../fall/kopf.ts';
import { wortlaut } from '../fall/verlauf.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagAusgeschrieben } from '../kern/datum.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { jaNein } from '../kern/worte.ts';

type Teilziel = Fallblattansicht['teilziele'][number];

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

function tafel<E>(eintraege: readonly E[], spalten: readonly Spalte<E>[], leer: string): SafeHtml {
  return eintraege.length === 0 ? html`<p class="kern-body">${leer}</p>` : tabelle(eintraege, spalten);
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

type Planung = Pick<Fallblattansicht, 'handlungsbedarfe' | 'teilziele'>;

export const bedarfe = ({ handlungsbedarfe }: Planung): SafeHtml =>
  tafel(
    handlungsbedarfe,
    [
      { kopf: 'Handlungsbedarf', zelle: ({ bezeichnung }) => bezeichnung },
      { kopf: 'Reihenfolge', zelle: ({ rang }) => rang ?? 'noch keine' },
      { kopf: 'Stand', zelle: ({ status }) => klartext(status) },
      { kopf: 'In der Vereinbarung', zelle: ({ inVereinbarung }) => jaNein(inVereinbarung) },
    ],
    'Kein offener Handlungsbedarf.',
  );

export function ziele({ teilziele, handlungsbedarfe }: Planung): SafeHtml {
  const bedarf = new Map(handlungsbedarfe.map(({ id, bezeichnung }) => [id, bezeichnung]));
  return tafel(
    teilziele,
    [
      {
        kopf: 'Nr.',
        zelle: ({ nummer, istHauptziel }) => `${String(nummer)}${istHauptziel ? ' (Hauptziel)' : ''}`,
      },
      {
        kopf: 'Teilziel',
        zelle: ({ handlungsbedarf, texte }) =>
          html`${bedarf.get(handlungsbedarf) ?? 'Erledigter Handlungsbedarf'} ${geschriebenes(texte)}`,
      },
      { kopf: 'Wer', zelle: ({ wer }) => WER[wer] },
      {
        kopf: 'Bis',
        zelle: ({ bisWann, angepasst }) => `${tagInWorten(bisWann)}${angepasst ? ', angepasst' : ''}`,
      },
      {
        kopf: 'Stand',
        zelle: ({ status, standAm }) =>
          `${klartext(status)}${standAm === null ? '' : `, ${tagInWorten(standAm)}`}`,
      },
    ],
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
  tafel(offeneFristen(fall).slice(0, NAECHSTE_FRISTEN), FRISTSPALTEN, 'Keine offene Frist.');

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
