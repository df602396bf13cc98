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
import { auffaelligkeitsname } from '../../domain/fall/bezeichnungen.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import { faelligkeit } from '../kern/faelligkeit.ts';
import { fallverweis } from '../kern/fallverweis.ts';
import { knopfzeile } from '../kern/knopf.ts';
import { tagesspalte, type Dateispalte, type Listenspalte } from '../kern/listenspalte.ts';
import { tatort } from '../kern/taten.ts';
import { wegInWorten, wegVon } from '../kern/weg.ts';
import { auffaelligkeitssatz } from '../kern/auffaelligkeit.ts';
import { jaNein, zustandsname } from '../kern/worte.ts';
import { anfaengeFuer, anfangsort } from '../tun/anfang.ts';
import { listenseite } from './listenseite.ts';

type MitFall = {
  readonly fallId: string | null;
  readonly fallnummer: string | null;
  readonly person: string | null;
};

const FALL_IN_DATEI: readonly Dateispalte<MitFall>[] = [
  { kopf: 'Fall', wert: ({ fallnummer }) => fallnummer },
  { kopf: 'Person', wert: ({ person }) => person },
];

/** The column a list of cases begins with; what belongs to no case says so. */
const fallspalte = (konto: Konto) => ({
  kopf: 'Fall',
  sortiert: 'fallnummer',
  wert: FALL_IN_DATEI,
  zelle: ({ fallId, ...was }: MitFall) =>
    fallId === null ? html`${was.person ?? 'Team'}` : fallverweis(konto, { fallId, ...was }),
});

const FALLSPALTEN: readonly Listenspalte<Falleintrag>[] = [
  {
    kopf: 'Zustand',
    sortiert: 'zustand',
    wert: [
      { kopf: 'Zustand', wert: ({ zustand }) => zustandsname(zustand) },
      { kopf: 'In Vertretung', wert: ({ inVertretung }) => jaNein(inVertretung) },
      {
        kopf: 'Auffälligkeiten',
        wert: ({ auffaelligkeiten }) => auffaelligkeiten.map(auffaelligkeitsname).join(', '),
      },
    ],
    zelle: ({ zustand, inVertretung, auffaelligkeiten }) =>
      html`${zustandsname(zustand)}${inVertretung ? ' (Vertretung)' : ''}
      ${auffaelligkeitssatz(auffaelligkeiten)}`,
  },
  {
    kopf: 'Nächste Frist',
    sortiert: 'naechsteFaelligkeit',
    wert: [
      { kopf: 'Nächste Frist', wert: ({ naechsteFaelligkeit: tag }) => (tag === null ? null : { tag }) },
      { kopf: 'Überfällig', wert: ({ ueberfaellige }) => ueberfaellige },
    ],
    zelle: ({ naechsteFaelligkeit, ueberfaellige }) =>
      html`${naechsteFaelligkeit === null ? 'keine' : tagMitWochentag(naechsteFaelligkeit)}
      ${ueberfaellige > 0 ? html`<span class="spaet"><span aria-hidden="true">⚠</span> ${ueberfaellige} überfällig</span>` : null}`,
  },
  { kopf: 'Fallmanagement', zelle: ({ fm }) => fm?.anzeigename ?? 'noch niemand' },
  { kopf: 'pAp', zelle: ({ pap }) => pap?.anzeigename ?? 'niemand' },
  tagesspalte({ kopf: 'Vorgemerkt', sortiert: 'vorgemerktAm' }, ({ vorgemerktAm }) => vorgemerktAm),
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

const eingangsspalten = (konto: Konto): readonly Listenspalte<Eingangseintrag>[] => [
  {
    kopf: 'Worum es geht',
    wert: ({ name, anlass }) => `${name} (${anlass})`,
    zelle: ({ name, anlass }) => html`${name} <span class="kennung">${anlass}</span>`,
  },
  { kopf: 'Fall', zelle: fallspalte(konto).zelle, wert: FALL_IN_DATEI },
  tagesspalte({ kopf: 'Fällig', sortiert: 'faellig' }, ({ faellig }) => faellig),
  { kopf: 'Gekommen', sortiert: 'am', zelle: ({ am }) => zeitpunkt(am) },
  {
    kopf: 'Gelesen',
    zelle: gelesen,
    wert: ({ gelesenAm }) => (gelesenAm === null ? 'nein' : zeitpunkt(gelesenAm)),
  },
];

const VORMERKUNGSSPALTEN: readonly Listenspalte<Vormerkung>[] = [
  { kopf: 'Weg', zelle: wegVon, wert: wegInWorten },
  tagesspalte({ kopf: 'Vorgemerkt', sortiert: 'vorgemerktAm' }, ({ vorgemerktAm }) => vorgemerktAm),
  { kopf: 'Besprechungen ohne Zuordnung', zelle: ({ besprechungen }) => besprechungen },
  tagesspalte({ kopf: 'Nächste Besprechung' }, ({ naechsteBesprechung }) => naechsteBesprechung),
  { kopf: 'Es fehlt noch', zelle: ({ fehlt }) => (fehlt.length === 0 ? 'nichts' : fehlt.join(', ')) },
];

const ZUORDNEN: Listenspalte<Vormerkung> = {
  kopf: 'Tun',
  wert: 'nur_auf_der_seite',
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

const FRISTSPALTEN: readonly Listenspalte<Fristeintrag>[] = [
  {
    kopf: 'Frist',
    sortiert: 'frist',
    wert: ({ name, frist }) => `${name} (${frist})`,
    zelle: ({ name, frist }) => html`${name} <span class="kennung">${frist}</span>`,
  },
  {
    kopf: 'Fällig',
    sortiert: 'faellig',
    zelle: faelligkeit,
    wert: ({ faellig: tag }) => ({ tag }),
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
