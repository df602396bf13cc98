import { html, type SafeHtml } from '@remix-run/html-template';
import type {
  Eingangseintrag,
  Falleintrag,
  Fristeintrag,
  Vormerkung,
} from '../../api/arbeitslisten/formen.ts';
import {
  eingangsliste,
  fallliste,
  fristenDesTeams,
  gelesenroute,
  vormerkungsliste,
} from '../../api/arbeitslisten/routen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import type { Seite } from '../../api/kern/seiten.ts';
import { teil, type Bereich, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import { faelligkeit } from '../kern/faelligkeit.ts';
import { tatort } from '../kern/taten.ts';
import { zustandsname } from '../kern/worte.ts';
import { anfaengeFuer, anfangsort } from '../tun/anfang.ts';
import { tafel, type Spalte } from './tafel.ts';

const fallverweis = ({
  fallId,
  fallnummer,
  person,
}: {
  fallId: string | null;
  fallnummer: string | null;
  person: string | null;
}): SafeHtml =>
  fallId === null
    ? html`${person ?? 'Team'}`
    : html`<a class="kern-link" href="/faelle/${fallId}">${fallnummer}</a> ${person}`;

const FALLSPALTEN: readonly Spalte<Falleintrag>[] = [
  { kopf: 'Fall', sortiert: 'fallnummer', zelle: fallverweis },
  {
    kopf: 'Zustand',
    sortiert: 'zustand',
    zelle: ({ zustand, inVertretung }) => `${zustandsname(zustand)}${inVertretung ? ' (Vertretung)' : ''}`,
  },
  {
    kopf: 'Nächste Frist',
    sortiert: 'naechsteFaelligkeit',
    zelle: ({ naechsteFaelligkeit, ueberfaellige }) =>
      html`${naechsteFaelligkeit === null ? 'keine' : tagMitWochentag(naechsteFaelligkeit)}
      ${ueberfaellige > 0 ? html`<span class="spaet"><span aria-hidden="true">⚠</span> ${ueberfaellige} überfällig</span>` : null}`,
  },
  { kopf: 'Fallmanagement', zelle: ({ fm }) => fm?.anzeigename ?? 'noch niemand' },
  { kopf: 'pAp', zelle: ({ pap }) => pap?.anzeigename ?? 'niemand' },
  {
    kopf: 'Vorgemerkt',
    sortiert: 'vorgemerktAm',
    zelle: ({ vorgemerktAm }) => tagMitWochentag(vorgemerktAm),
  },
];

/** Since when somebody knows, or the button that says so. */
function gelesen({ id, gelesenAm, name }: Eingangseintrag): SafeHtml {
  if (gelesenAm !== null) return html`${zeitpunkt(gelesenAm)}`;
  return html`<form method="post" action="/eingang/${id}/gelesen">
    <button class="kern-btn kern-btn--tertiary knapp">
      <span class="kern-label">Gelesen<span class="kern-sr-only">: ${name}</span></span>
    </button>
  </form>`;
}

const EINGANGSSPALTEN: readonly Spalte<Eingangseintrag>[] = [
  {
    kopf: 'Worum es geht',
    zelle: ({ name, anlass }) => html`${name} <span class="kennung">${anlass}</span>`,
  },
  { kopf: 'Fall', zelle: fallverweis },
  {
    kopf: 'Fällig',
    sortiert: 'faellig',
    zelle: ({ faellig }) => (faellig === null ? '' : tagMitWochentag(faellig)),
  },
  { kopf: 'Gekommen', sortiert: 'am', zelle: ({ am }) => zeitpunkt(am) },
  { kopf: 'Gelesen', zelle: gelesen },
];

const VORMERKUNGSSPALTEN: readonly Spalte<Vormerkung>[] = [
  { kopf: 'Fall', sortiert: 'fallnummer', zelle: fallverweis },
  {
    kopf: 'Vorgemerkt',
    sortiert: 'vorgemerktAm',
    zelle: ({ vorgemerktAm }) => tagMitWochentag(vorgemerktAm),
  },
  { kopf: 'Besprechungen ohne Zuordnung', zelle: ({ besprechungen }) => besprechungen },
  { kopf: 'Nächste Besprechung', zelle: ({ naechsteBesprechung }) => tagMitWochentag(naechsteBesprechung) },
  { kopf: 'Es fehlt noch', zelle: ({ fehlt }) => (fehlt.length === 0 ? 'nichts' : fehlt.join(', ')) },
];

const ZUORDNEN: Spalte<Vormerkung> = {
  kopf: 'Tun',
  zelle: ({ fallId, fallnummer }) =>
    html`<a class="kern-link" href="${tatort(fallId, 'zuordnen')}"
      >Zuordnen<span class="kern-sr-only"> ${fallnummer}</span></a
    >`,
};

/** With what this role begins a case. */
function anfaenge(konto: Konto): SafeHtml {
  return html`<p class="knoepfe">
    ${anfaengeFuer(konto).map(
      ({ vertrag }) =>
        html`<a class="kern-btn kern-btn--secondary knapp" href="${anfangsort(vertrag.befehl)}"
          ><span class="kern-label">${vertrag.titel}</span></a
        >`,
    )}
  </p>`;
}

const FRISTSPALTEN: readonly Spalte<Fristeintrag>[] = [
  { kopf: 'Fall', sortiert: 'fallnummer', zelle: fallverweis },
  {
    kopf: 'Frist',
    sortiert: 'frist',
    zelle: ({ name, frist }) => html`${name} <span class="kennung">${frist}</span>`,
  },
  {
    kopf: 'Fällig',
    sortiert: 'faellig',
    zelle: faelligkeit,
  },
  { kopf: 'Fallmanagement', zelle: ({ fm }) => fm?.anzeigename ?? 'noch niemand' },
];

type Liste<E> = {
  readonly titel: string;
  readonly bereich: Bereich;
  readonly route: Route<Seite<E>>;
  readonly spalten: (konto: Konto) => readonly Spalte<E>[];
  /** What stands there when nothing does. */
  readonly leer: string;
  readonly davor?: (konto: Konto) => SafeHtml;
};

/** The page of a list: what the address says goes to the row as it is. */
function listenseite<E>(liste: Liste<E>): (anfrage: Seitenanfrage) => Promise<Seitenantwort> {
  const { titel, bereich, route, spalten, leer, davor } = liste;
  return async ({ umgebung, konto, abfrage }) => {
    const seite = await frage(umgebung, route, { konto, abfrage: Object.fromEntries(abfrage) });
    const inhalt = html`<h1 class="kern-heading-large">${titel}</h1>
      ${davor?.(konto)} ${tafel(seite, spalten(konto), { abfrage, leer })}`;
    return { art: 'seite', titel, inhalt, bereich };
  };
}

export const faelle = listenseite({
  titel: 'Fälle',
  bereich: 'faelle',
  route: fallliste,
  spalten: () => FALLSPALTEN,
  leer: 'Hier stehen Ihre Fälle, sobald Ihnen einer zugeordnet ist.',
});

export const eingang = listenseite({
  titel: 'Eingang',
  bereich: 'eingang',
  route: eingangsliste,
  spalten: () => EINGANGSSPALTEN,
  leer: 'Keine Nachrichten.',
});

export const vormerkungen = listenseite({
  titel: 'Vormerkungen',
  bereich: 'vormerkungen',
  route: vormerkungsliste,
  spalten: ({ rolle }) => (rolle === 'tl' ? [...VORMERKUNGSSPALTEN, ZUORDNEN] : VORMERKUNGSSPALTEN),
  leer: 'Niemand wartet auf eine Zuordnung.',
  davor: anfaenge,
});

export const teamfristen = listenseite({
  titel: 'Fristen des Teams',
  bereich: 'heute',
  route: fristenDesTeams,
  spalten: () => FRISTSPALTEN,
  leer: 'Im Team ist nichts offen.',
});

/** Marks a message as read; sent twice it is the same. */
export async function lies(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const id = teil(anfrage, 'id');
  await frage(umgebung, gelesenroute, { konto, pfad: { id }, schluessel: id });
  return { art: 'weiter', ort: '/eingang' };
}
