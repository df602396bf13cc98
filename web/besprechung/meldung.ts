import { html, type SafeHtml } from '@remix-run/html-template';
import type { Absage } from '../../api/kern/absage.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { OFFEN } from '../tun/absenden.ts';
import type { Besprechungslage } from './lage.ts';
import { besprechungsort } from './ort.ts';

/** What came of the last deed, by the word in the address that names its case. */
type Ausgang = 'zugeordnet' | 'zurueckgenommen' | 'beantwortet' | 'begruendet' | 'bleibt';

type Gemeint = { readonly fallnummer: string; readonly fm: string | null };

/** The case an address names, as far as it lies before this meeting. */
function gemeint({ wartende, zugeordnete }: Besprechungslage, fallId: string | null): Gemeint | null {
  const zugeordnet = zugeordnete.find((einer) => einer.fallId === fallId);
  if (zugeordnet !== undefined)
    return { fallnummer: zugeordnet.fallnummer, fm: zugeordnet.fm?.anzeigename ?? null };
  const wartend = wartende.eintraege.find((einer) => einer.fallId === fallId);
  return wartend === undefined ? null : { fallnummer: wartend.fallnummer, fm: null };
}

/** What is said of the assignment, and how it is undone; nothing an address says is believed without the list. */
function zugeordnet(anfrage: Seitenanfrage, fallId: string, { fallnummer, fm }: Gemeint): SafeHtml | null {
  if (fm === null) return null;
  const regel = anfrage.abfrage.get('grund') === 'V-70' ? 'V-70' : null;
  const ort = (befehl: string): string => besprechungsort(anfrage, {}, `/${fallId}/${befehl}`);
  return hinweiskasten({
    art: 'success',
    titel: `${fallnummer} ist ${fm} zugeordnet.`,
    inhalt: html`<p class="kern-body">
      <a class="kern-link" href="${ort('zuordnung-zuruecknehmen')}"
        >Zurücknehmen<span class="kern-sr-only">: Zuordnung von ${fallnummer}</span></a
      >
      ${regel === null ? null : html`· <a class="kern-link" href="${ort('begruendung-nachreichen')}">Grund nachreichen</a>: Die Zuordnung liegt über dem Soll oder weicht vom ersten Vorschlag ab. <span class="kennung">${regel}</span>`}
    </p>`,
  });
}

const SAETZE: Readonly<Record<Exclude<Ausgang, 'zugeordnet' | 'bleibt'>, string>> = {
  zurueckgenommen: 'Die Zuordnung ist zurückgenommen; die Vormerkung wartet wieder.',
  beantwortet: 'Ihre Antwort ist unterwegs.',
  begruendet: 'Der Grund ist festgehalten.',
};

function bleibt({ wartende }: Besprechungslage, fallId: string): SafeHtml | null {
  const eine = wartende.eintraege.find((einer) => einer.fallId === fallId);
  if (eine === undefined) return null;
  return hinweiskasten({
    art: 'success',
    titel: `${eine.fallnummer} bleibt auf der Liste.`,
    inhalt: html`<p class="kern-body">Nächste Besprechung: ${tagMitWochentag(eine.naechsteBesprechung)}.</p>`,
  });
}

/** What came of what somebody has just done, in one sentence. */
export function ergebnis(anfrage: Seitenanfrage, lage: Besprechungslage): SafeHtml | null {
  const { abfrage } = anfrage;
  const zuletzt = abfrage.get('zugeordnet');
  const von = gemeint(lage, zuletzt);
  if (zuletzt !== null && von !== null) return zugeordnet(anfrage, zuletzt, von);
  const liegen = abfrage.get('bleibt');
  if (liegen !== null) return bleibt(lage, liegen);
  for (const [name, satz] of Object.entries(SAETZE)) {
    const fall = gemeint(lage, abfrage.get(name));
    if (fall !== null)
      return hinweiskasten({ art: 'success', titel: `${fall.fallnummer}: ${satz}`, inhalt: null });
  }
  return null;
}

/** An assignment that was refused, and the case it was meant for. */
export type Zurueckgewiesen = {
  readonly absage: Absage;
  readonly fallId: string;
  readonly fm: string;
  readonly schluessel: string;
};

function rat(lage: Besprechungslage, { absage, fallId }: Zurueckgewiesen): string {
  if (OFFEN.has(absage.code))
    return 'Bitte drücken Sie denselben Knopf noch einmal; es wird nicht doppelt zugeordnet.';
  const fm = gemeint(lage, fallId)?.fm ?? null;
  if (fm !== null) return `Inzwischen ist der Fall ${fm} zugeordnet.`;
  const wartet = lage.wartende.eintraege.some((einer) => einer.fallId === fallId);
  return wartet
    ? 'Die Vorschläge unten sind neu berechnet.'
    : 'Der Fall wartet nicht mehr; unten steht, wer als Nächstes dran ist.';
}

/** Why nothing was assigned, with what somebody else may have done meanwhile (V-75). */
export function zurueckweisung(lage: Besprechungslage, was: Zurueckgewiesen): SafeHtml {
  const { message, regel } = was.absage;
  const fall = gemeint(lage, was.fallId)?.fallnummer ?? 'Der Fall';
  return hinweiskasten({
    art: 'danger',
    titel: OFFEN.has(was.absage.code) ? `${fall}: noch nicht bestätigt` : `${fall}: nicht zugeordnet`,
    inhalt: html`<p class="kern-body">
        ${message} ${regel === null ? null : html`<span class="kennung">${regel}</span>`}
      </p>
      <p class="kern-body">${rat(lage, was)}</p>`,
  });
}
