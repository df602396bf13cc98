import { randomUUID } from 'node:crypto';
import { html, type SafeHtml } from '@remix-run/html-template';
import { Absage } from '../../api/kern/absage.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import type { Vorschau } from '../../api/vorschau/formen.ts';
import type { Bereich, Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import type { Auswahl } from './waehlbar.ts';
import { zeigeFeld, type Formularstand } from './darstellung.ts';
import { fragenAus, istVerdeckt, type Feld, type Fragen } from './feld.ts';
import { absageAus, ausAbsage, fehlerkasten, fehlerJeFeld, type Formularfehler } from './fehler.ts';
import { formularbild } from './formulare.ts';
import { leseEingabe } from './lies.ts';
import { inzwischen } from './inzwischen.ts';
import { begruendungen, ereignistag, weitereAngaben } from './rand.ts';
import { neueSuche } from './suche.ts';
import { vorschaukasten } from './vorschau.ts';

/** A form of a write: what stands above it, and where its fields choose from. */
export type Formular = Fragen & {
  /** What labels and hand-made forms know it by. */
  readonly befehl: string;
  readonly titel: string;
  readonly route: Route;
  /** Asked for when the form is shown, and not for what goes through. */
  readonly auswahl: () => Promise<Auswahl>;
  /** Parts of the address of the row. */
  readonly pfad: Readonly<Record<string, string>>;
  readonly kopf: SafeHtml | null;
  /** What helps to fill it, below its heading. */
  readonly hilfe?: SafeHtml | null;
  /** How what is changed stands now, by the paths of its fields; null where something new is written. */
  readonly stand: URLSearchParams | null;
  /** What the address of the page says already, by the paths of its fields. */
  readonly vorgabe?: Readonly<Record<string, string>>;
  /** Behind the heading in the title of the page; names nobody. */
  readonly wozu: string;
  readonly bereich: Bereich;
  readonly zurueck: string;
  /** What would follow from what was typed; null where a write moves no Frist. */
  readonly vorschau?: (eingabe: unknown) => Promise<Vorschau>;
};

const FRAGEN = new WeakMap<Route, Fragen>();

/** What the form of a row asks, worked out once. */
function fragenFuer(route: Route): Fragen {
  const bekannte = FRAGEN.get(route);
  if (bekannte !== undefined) return bekannte;
  const fragen = fragenAus(route.rumpf);
  FRAGEN.set(route, fragen);
  return fragen;
}

/** The part of a form its row says. */
export const formularZu = (
  befehl: string,
  { titel, route }: { readonly titel: string; readonly route: Route },
): Fragen & Pick<Formular, 'befehl' | 'titel' | 'route'> => ({ ...fragenFuer(route), befehl, titel, route });

type Darstellung = {
  readonly werte: URLSearchParams;
  readonly schluessel: string;
  readonly fehler?: Formularfehler;
  /** How what is changed stands now, where somebody else was quicker. */
  readonly gespeichert?: URLSearchParams;
  readonly vorschau?: Vorschau;
  /** Path of the field somebody has just searched in. */
  readonly suche?: string;
};

/** What nobody types and goes along: who opened the form, its key, and the version that was known. */
function verdecktes({ konto }: Seitenanfrage, felder: readonly Feld[], was: Darstellung): SafeHtml {
  const { werte, schluessel } = was;
  return html`<input type="hidden" name="_schluessel" value="${schluessel}" />
    <input type="hidden" name="_konto" value="${konto.id}" />
    ${felder.filter(istVerdeckt).map(({ pfad }) => html`<input type="hidden" name="${pfad}" value="${werte.get(pfad) ?? ''}" />`)}`;
}

/** Enter sends the form by its first button, and that shall not be one that searches. */
const abschicken = html`<button class="kern-sr-only" tabindex="-1" aria-hidden="true">Festhalten</button>`;

function knoepfe({ vorschau, zurueck }: Formular): SafeHtml {
  return html`<div class="knoepfe">
    <button class="kern-btn kern-btn--primary"><span class="kern-label">Festhalten</span></button>
    ${
      vorschau === undefined
        ? null
        : html`<button
            class="kern-btn kern-btn--secondary"
            name="_vorschau"
            value="ja"
            formaction="#vorschau"
          >
            <span class="kern-label">Vorschau der Fristen</span>
          </button>`
    }
    <a class="kern-link" href="${zurueck}">Abbrechen</a>
  </div>`;
}

/** Rules that want a reason: the one that refused, and those the preview has found. */
const nachfragen = ({ fehler, vorschau }: Darstellung): readonly string[] => [
  ...(fehler?.regel?.startsWith('V-') === true ? [fehler.regel] : []),
  ...(vorschau?.offeneHinweise ?? []),
];

async function inhalt(anfrage: Seitenanfrage, formular: Formular, was: Darstellung): Promise<SafeHtml> {
  const { befehl, felder, kopf, hilfe = null } = formular;
  const { werte, fehler, gespeichert, vorschau, suche } = was;
  const auswahl = await formular.auswahl();
  const bild = formularbild(formular);
  const stand: Formularstand = {
    befehl,
    werte,
    fokus: suche ?? (fehler === undefined && vorschau === undefined ? bild.fokus : null),
    fehler: fehler === undefined ? new Map<string, string>() : fehlerJeFeld(fehler),
    auswahl,
    aendert: formular.stand !== null,
  };
  return html`${kopf} ${fehler === undefined ? null : fehlerkasten(fehler, felder, befehl)}
    ${gespeichert === undefined ? null : inzwischen({ befehl, felder, auswahl }, werte, gespeichert)}
    <h1 class="kern-heading-large">${bild.titel}</h1>
    ${hilfe}
    <form method="post" class="formular" autocomplete="off" novalidate>
      ${abschicken} ${verdecktes(anfrage, felder, was)}
      ${formular.mitEreignistag ? ereignistag(anfrage.umgebung.uhr.jetzt(), stand) : null}
      ${bild.vorn.map((feld) => zeigeFeld(feld, stand))} ${weitereAngaben(bild.weitere, stand)}
      ${vorschau === undefined ? null : html`<div id="vorschau" tabindex="-1">${vorschaukasten(vorschau)}</div>`}
      ${begruendungen(werte, nachfragen(was))} ${knoepfe(formular)}
    </form>`;
}

async function zeige(anfrage: Seitenanfrage, formular: Formular, was: Darstellung): Promise<Seitenantwort> {
  const { fehler } = was;
  const { titel } = formularbild(formular);
  return {
    art: 'seite',
    titel: `${fehler === undefined ? '' : 'Fehler: '}${titel}, ${formular.wozu}`,
    inhalt: await inhalt(anfrage, formular, was),
    bereich: formular.bereich,
    ...(fehler === undefined ? {} : { status: fehler.status }),
  };
}

/** The form as it is opened: filled with what is nearly always so, and with nothing the query of an address says: a link could come from anywhere. */
export function oeffne(anfrage: Seitenanfrage, formular: Formular): Promise<Seitenantwort> {
  const { vorbelegt } = formularbild(formular);
  const { stand, vorgabe = {} } = formular;
  const werte = new URLSearchParams([...(stand ?? []), ...Object.entries({ ...vorbelegt, ...vorgabe })]);
  return zeige(anfrage, formular, { werte, schluessel: randomUUID() });
}

/** @throws Absage when somebody else has signed in since the form was opened. */
export function pruefeKonto({ konto, rumpf }: Seitenanfrage): void {
  const wer = rumpf.get('_konto');
  if (wer !== null && wer !== konto.id)
    throw new Absage(
      'NICHT_BERECHTIGT',
      `Angemeldet ist jetzt ${konto.anzeigename}; das Formular hat jemand anderes begonnen.`,
    );
}

/** Until the outcome is known the same key asks for it; what was refused gets a new one with the next attempt. */
export const OFFEN: ReadonlySet<string> = new Set(['AUSGANG_UNBEKANNT', 'NICHT_ERREICHBAR']);

/** The form as it was typed with the version that is known now: who sends it again has seen what changed. */
function aufNeuemStand(werte: URLSearchParams, stand: URLSearchParams | null): URLSearchParams {
  const neue = new URLSearchParams(werte);
  const version = stand?.get('version') ?? null;
  if (version !== null) neue.set('version', version);
  return neue;
}

/** What was refused comes back with everything that was typed, and where somebody else was quicker with what stands there now. */
function kommZurueck(anfrage: Seitenanfrage, formular: Formular, roh: unknown): Promise<Seitenantwort> {
  const { rumpf: werte } = anfrage;
  const { stand } = formular;
  const absage = absageAus(roh);
  const bisher = werte.get('_schluessel');
  const schluessel = OFFEN.has(absage.code) && bisher !== null ? bisher : randomUUID();
  const fehler = ausAbsage(absage);
  if (absage.code !== 'VERALTET' || stand === null)
    return zeige(anfrage, formular, { werte, fehler, schluessel });
  return zeige(anfrage, formular, {
    werte: aufNeuemStand(werte, stand),
    fehler,
    schluessel,
    gespeichert: stand,
  });
}

/** Gives the command and goes on to where `danach` says, or shows what it would do; what is wrong comes back. */
export async function schickeAb(
  anfrage: Seitenanfrage,
  formular: Formular,
  danach: (antwort: unknown) => string,
): Promise<Seitenantwort> {
  pruefeKonto(anfrage);
  const { umgebung, konto, rumpf: werte } = anfrage;
  const { route, pfad, felder, stand, vorschau } = formular;
  const schluessel = werte.get('_schluessel') ?? randomUUID();
  const suche = neueSuche(werte);
  if (suche !== null) return zeige(anfrage, formular, { werte, schluessel, suche });
  try {
    const rumpf = leseEingabe(felder, werte, stand);
    if (vorschau !== undefined && werte.has('_vorschau'))
      return await zeige(anfrage, formular, { werte, schluessel, vorschau: await vorschau(rumpf) });
    const antwort = await frage(umgebung, route, { konto, pfad, rumpf, schluessel });
    return { art: 'weiter', ort: danach(antwort) };
  } catch (roh) {
    return kommZurueck(anfrage, formular, roh);
  }
}
