import { html, type SafeHtml } from '@remix-run/html-template';
import type { Seite } from '../../api/kern/seiten.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Protokollansicht } from '../../api/leseprotokoll/formen.ts';
import { KLASSENNAMEN } from '../../domain/rollen/namen.ts';
import { zeitpunkt } from '../kern/datum.ts';
import { fallverweis } from '../kern/fallverweis.ts';
import type { Spalte } from '../kern/tabelle.ts';
import { mit } from './blaettern.ts';
import { tafel } from './tafel.ts';

/** A provision or a rule, where nobody said more: `DS-29`, `TR51`. */
const REGEL = /^[A-Z]{1,3}-?\d+$/u;

function wer({ wer: mensch, rollenname, fuer }: Protokollansicht): SafeHtml {
  if (mensch === null) return html`Lotse oder ein Leistungserbringer`;
  const rolle = rollenname === null ? null : html`<span class="leise">${rollenname}</span>`;
  return html`${mensch.anzeigename}
  ${rolle}${fuer === null ? null : `, in Vertretung für ${fuer.anzeigename}`}`;
}

/** What was done, by which rule, and of a look what it showed, by the names of the data classes. */
function was({ bezeichnung, klassen, warum }: Protokollansicht): SafeHtml {
  const regel = warum !== null && REGEL.test(warum) ? html` <span class="kennung">${warum}</span>` : null;
  if (klassen === null || klassen.length === 0) return html`${bezeichnung}${regel}`;
  return html`${bezeichnung}${regel}:
    <span class="leise">${klassen.map((klasse) => KLASSENNAMEN[klasse]).join('; ')}</span>`;
}

function weshalb({ warum, begruendung }: Protokollansicht): SafeHtml {
  const grund = warum !== null && REGEL.test(warum) ? null : warum;
  return html`${grund}${begruendung === null ? null : html` <span class="wortlaut">„${begruendung}“</span>`}`;
}

const SPALTEN: readonly Spalte<Protokollansicht>[] = [
  { kopf: 'Wann', zelle: ({ am }) => zeitpunkt(am) },
  { kopf: 'Wer', zelle: wer },
  { kopf: 'Was', zelle: was },
  { kopf: 'Warum', zelle: weshalb },
];

/** In the log of a person: which case of hers an entry is about. */
const fallspalte = (konto: Konto): Spalte<Protokollansicht> => ({
  kopf: 'Wo',
  zelle: ({ fallId }) => (fallId === null ? 'Person' : fallverweis(konto, { fallId, fallnummer: null })),
});

const ARTEN = [
  ['', 'Alles'],
  ['gelesen', 'Nur gelesen'],
  ['geaendert', 'Nur geändert'],
] as const;

function auswahl(abfrage: URLSearchParams): SafeHtml {
  const jetzt = abfrage.get('art') ?? '';
  return html`<nav class="blaettern" aria-label="Was gezeigt wird">
    ${ARTEN.map(([art, wort]) => {
      const hier = art === jetzt ? html`aria-current="true"` : null;
      return html`<a class="kern-link" href="${mit(abfrage, { art, offset: '' })}" ${hier}>${wort}</a>`;
    })}
  </nav>`;
}

type Darstellung = { readonly abfrage: URLSearchParams; readonly faelle?: true };

/** Who read and changed what, when, in which role and on what ground, the newest first. */
export function protokolltafel(
  konto: Konto,
  seite: Seite<Protokollansicht>,
  { abfrage, faelle }: Darstellung,
): SafeHtml {
  const spalten = faelle === undefined ? SPALTEN : [...SPALTEN, fallspalte(konto)];
  return html`${auswahl(abfrage)}
  ${tafel(seite, spalten, { abfrage, leer: 'Davon steht nichts im Protokoll.' })}`;
}
