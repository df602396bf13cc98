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

/** What was done, and of a look what it showed, by the names of the data classes. */
function was({ bezeichnung, klassen }: Protokollansicht): SafeHtml {
  if (klassen === null || klassen.length === 0) return html`${bezeichnung}`;
  return html`${bezeichnung}:
    <span class="leise">${klassen.map((klasse) => KLASSENNAMEN[klasse]).join('; ')}</span>`;
}

function warum({ warum: grund, begruendung }: Protokollansicht): SafeHtml {
  const worte = grund !== null && REGEL.test(grund) ? html`<span class="kennung">${grund}</span>` : grund;
  return html`${worte}${begruendung === null ? null : html` <span class="wortlaut">„${begruendung}“</span>`}`;
}

const SPALTEN: readonly Spalte<Protokollansicht>[] = [
  { kopf: 'Wann', zelle: ({ am }) => zeitpunkt(am) },
  { kopf: 'Wer', zelle: wer },
  { kopf: 'Was', zelle: was },
  { kopf: 'Warum', zelle: warum },
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
    ${ARTEN.map(([art, wort]) =>
      art === jetzt
        ? html`<span aria-current="true"><strong>${wort}</strong></span>`
        : html`<a class="kern-link" href="${mit(abfrage, { art, offset: '' })}">${wort}</a>`,
    )}
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
