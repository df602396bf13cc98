import { html, type SafeHtml } from '@remix-run/html-template';
import type { Fristergebnis } from '../../api/fristen/formen.ts';
import { fristrechnung } from '../../api/fristen/routen.ts';
import { Absage } from '../../api/kern/absage.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { FRISTREGELN, ZEITEINHEITEN, type Fristregel, type Zeiteinheit } from '../../domain/frist/auftrag.ts';
import { LAENDER, type Land } from '../../domain/frist/laender.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { tagAusgeschrieben } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { herleitungstafel } from '../kern/herleitung.ts';
import { monatstafel } from './monat.ts';

const REGELNAMEN: Readonly<Record<Fristregel, string>> = {
  'CAL-F': 'Frist: endet sie an einem freien Tag, zählt der nächste Arbeitstag',
  'CAL-Z': 'Zeitraum: endet genau an seinem Tag, auch wenn der frei ist',
  'CAL-R': 'Rückwärts gerechnet: so lange vor dem Ereignis, spätestens am Arbeitstag davor',
  'CAL-T': 'Fester Termin',
};

const EINHEITEN: Readonly<Record<Zeiteinheit, string>> = {
  tage: 'Tage',
  arbeitstage: 'Arbeitstage',
  wochen: 'Wochen',
  monate: 'Monate',
  jahre: 'Jahre',
};

const LAENDERNAMEN: Readonly<Record<Land, string>> = {
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  BE: 'Berlin',
  BB: 'Brandenburg',
  HB: 'Bremen',
  HH: 'Hamburg',
  HE: 'Hessen',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  SH: 'Schleswig-Holstein',
  TH: 'Thüringen',
};

/** What was asked for, with what stands in an empty form. */
type Wahl = Readonly<Record<'regel' | 'ereignis' | 'anzahl' | 'einheit' | 'land', string>>;

function wahlAus(abfrage: URLSearchParams, heute: string): Wahl {
  const lies = (name: keyof Wahl, sonst: string): string => abfrage.get(name) ?? sonst;
  return {
    regel: lies('regel', 'CAL-F'),
    ereignis: lies('ereignis', heute),
    anzahl: lies('anzahl', '1'),
    einheit: lies('einheit', 'monate'),
    land: lies('land', 'HB'),
  };
}

type Auswahlfeld = {
  readonly name: keyof Wahl;
  readonly titel: string;
  readonly namen: Readonly<Record<string, string>>;
  readonly werte: readonly string[];
};

function auswahlfeld({ name, titel, namen, werte }: Auswahlfeld, wahl: Wahl): SafeHtml {
  return html`<div class="kern-form-input">
    <label class="kern-label" for="${name}">${titel}</label>
    <div class="kern-form-input__select-wrapper">
      <select class="kern-form-input__select" id="${name}" name="${name}">
        ${werte.map(
          (wert) =>
            html`<option value="${wert}" ${wert === wahl[name] ? html`selected` : null}>
              ${namen[wert]}
            </option>`,
        )}
      </select>
    </div>
  </div>`;
}

function eingabefeld(
  name: keyof Wahl,
  titel: string,
  { wahl, typ }: { wahl: Wahl; typ: SafeHtml },
): SafeHtml {
  return html`<div class="kern-form-input">
    <label class="kern-label" for="${name}">${titel}</label>
    <input class="kern-form-input__input tag" ${typ} id="${name}" name="${name}" value="${wahl[name]}" />
  </div>`;
}

function formular(wahl: Wahl): SafeHtml {
  return html`<form method="get" class="formular rechner">
    ${eingabefeld('ereignis', 'Wann war das Ereignis?', { wahl, typ: html`type="date"` })}
    ${eingabefeld('anzahl', 'Wie lange?', { wahl, typ: html`type="text" inputmode="numeric"` })}
    ${auswahlfeld({ name: 'einheit', titel: 'Einheit', namen: EINHEITEN, werte: ZEITEINHEITEN }, wahl)}
    ${auswahlfeld({ name: 'regel', titel: 'Wie wird gezählt?', namen: REGELNAMEN, werte: FRISTREGELN }, wahl)}
    ${auswahlfeld({ name: 'land', titel: 'Feiertage von', namen: LAENDERNAMEN, werte: LAENDER }, wahl)}
    <div class="knoepfe">
      <button class="kern-btn kern-btn--primary"><span class="kern-label">Ausrechnen</span></button>
    </div>
  </form>`;
}

const istLand = (text: string): text is Land => LAENDER.some((land) => land === text);

function ergebnis({ faellig, herleitung }: Fristergebnis, land: string): SafeHtml {
  return html`<section aria-labelledby="ergebnis">
    <h2 id="ergebnis" class="kern-heading-medium">Fällig am ${tagAusgeschrieben(faellig)}</h2>
    ${herleitungstafel(herleitung)} ${istLand(land) ? monatstafel(faellig, land) : null}
  </section>`;
}

/** The input of the calculator; a fixed day has no period. */
function eingabeAus({ regel, ereignis, anzahl, einheit, land }: Wahl): object {
  const dauer = regel === 'CAL-T' ? {} : { [einheit]: Number(anzahl) };
  return { regel, ereignis, land, ...dauer };
}

/** Fristenrechner for everybody: event and period in, the day with its derivation and its month out. Nothing is stored. */
export async function fristenrechner(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto, abfrage } = anfrage;
  const wahl = wahlAus(abfrage, ortstag(umgebung.uhr.jetzt()));
  const gefragt = abfrage.size > 0;
  let [antwort, fehler]: [SafeHtml | null, string | null] = [null, null];
  try {
    if (gefragt)
      antwort = ergebnis(await frage(umgebung, fristrechnung, { konto, rumpf: eingabeAus(wahl) }), wahl.land);
  } catch (grund) {
    if (!(grund instanceof Absage)) throw grund;
    fehler = grund.message;
  }
  const inhalt = html`<h1 class="kern-heading-large">Fristenrechner</h1>
    ${fehler === null ? null : hinweiskasten({ art: 'danger', titel: 'Das lässt sich nicht rechnen', inhalt: html`<p class="kern-body">${fehler}</p>` })}
    <div class="spalten halb">${formular(wahl)} ${antwort}</div>`;
  const titel = `${fehler === null ? '' : 'Fehler: '}Fristenrechner`;
  return { art: 'seite', titel, inhalt, bereich: 'fristen', ...(fehler === null ? {} : { status: 400 }) };
}
