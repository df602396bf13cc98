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
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import { faelligkeit } from '../kern/faelligkeit.ts';
import { fallverweis } from '../kern/fallverweis.ts';
import { knopfzeile } from '../kern/knopf.ts';
import type { Spalte } from '../kern/tabelle.ts';
import { tatort } from '../kern/taten.ts';
import { wegVon } from '../kern/weg.ts';
import { auffaelligkeitssatz } from '../kern/auffaelligkeit.ts';
import { zustandsname } from '../kern/worte.ts';
import { anfaengeFuer, anfangsort } from '../tun/anfang.ts';
import { listenseite } from './listenseite.ts';

type MitFall = {
  readonly fallId: string | null;
  readonly fallnummer: string | null;
  readonly person: string | null;
};

/** The column a list of cases begins with; what belongs to no case says so. */
const fallspalte = (konto: Konto): Spalte<MitFall> => ({
  kopf: 'Fall',
  sortiert: 'fallnummer',
  zelle: ({ fallId, ...was }) =>
    fallId === null ? html`${was.person ?? 'Team'}` : fallverweis(konto, { fallId, ...was }),
});

const FALLSPALTEN: readonly Spalte<Falleintrag>[] = [
  {
    kopf: 'Zustand',
    sortiert: 'zustand',
    zelle: ({ zustand, inVertretung, auffaelligkeiten }) =>
      html`${zustandsname(zustand)}${inVertretung ? ' (Vertretung)' : ''}
      ${auffaelligkeitssatz(auffaelligkeiten)}`,
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

const eingangsspalten = (konto: Konto): readonly Spalte<Eingangseintrag>[] => [
  {
    kopf: 'Worum es geht',
    zelle: ({ name, anlass }) => html`${name} <span class="kennung">${anlass}</span>`,
  },
  { kopf: 'Fall', zelle: fallspalte(konto).zelle },
  {
    kopf: 'Fällig',
    sortiert: 'faellig',
    zelle: ({ faellig }) => (faellig === null ? '' : tagMitWochentag(faellig)),
  },
  { kopf: 'Gekommen', sortiert: 'am', zelle: ({ am }) => zeitpunkt(am) },
  { kopf: 'Gelesen', zelle: gelesen },
];

const VORMERKUNGSSPALTEN: readonly Spalte<Vormerkung>[] = [
  { kopf: 'Weg', zelle: wegVon },
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
  return knopfzeile(
    anfaengeFuer(konto).map(({ vertrag }) => ({ ort: anfangsort(vertrag.befehl), wort: vertrag.titel })),
  );
}

const FRISTSPALTEN: readonly Spalte<Fristeintrag>[] = [
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

export const faelle = listenseite({
  titel: 'Fälle',
  bereich: 'faelle',
  route: fallliste,
  spalten: (konto) => [fallspalte(konto), ...FALLSPALTEN],
  leer: 'Hier stehen Ihre Fälle, sobald Ihnen einer zugeordnet ist.',
});

export const eingang = listenseite({
  titel: 'Eingang',
  bereich: 'eingang',
  route: eingangsliste,
  spalten: eingangsspalten,
  leer: 'Keine Nachrichten.',
});

export const vormerkungen = listenseite({
  titel: 'Vormerkungen',
  bereich: 'vormerkungen',
  route: vormerkungsliste,
  spalten: (konto) => [fallspalte(konto), ...VORMERKUNGSSPALTEN, ...(konto.rolle === 'tl' ? [ZUORDNEN] : [])],
  leer: 'Niemand wartet auf eine Zuordnung.',
  davor: anfaenge,
});

export const teamfristen = listenseite({
  titel: 'Fristen des Teams',
  bereich: 'heute',
  route: fristenDesTeams,
  spalten: (konto) => [fallspalte(konto), ...FRISTSPALTEN],
  leer: 'Im Team ist nichts offen.',
});

/** Marks a message as read; sent twice it is the same. */
export async function lies(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const id = teil(anfrage, 'id');
  await frage(umgebung, gelesenroute, { konto, pfad: { id }, schluessel: id });
  return { art: 'weiter', ort: '/eingang' };
}
