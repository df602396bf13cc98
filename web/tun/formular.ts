import { randomUUID } from 'node:crypto';
import { html, type SafeHtml } from '@remix-run/html-template';
import { Absage } from '../../api/kern/absage.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import type { Bereich, Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import type { Auswahl } from './auswahl.ts';
import { zeigeFeld, type Formularstand } from './darstellung.ts';
import { fragenAus, istVerdeckt, type Feld, type Fragen } from './feld.ts';
import { absageAus, ausAbsage, fehlerkasten, fehlerJeFeld, type Formularfehler } from './fehler.ts';
import { formularbild } from './formulare.ts';
import { leseEingabe } from './lies.ts';
import { begruendungen, ereignistag, weitereAngaben } from './rand.ts';

/** A form of a write: what stands above it, and where its fields choose from. */
export type Formular = Fragen & {
  /** What labels and hand-made forms know it by. */
  readonly befehl: string;
  readonly titel: string;
  readonly route: Route;
  readonly auswahl: Auswahl;
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
  readonly fehler: Formularfehler | null;
  readonly schluessel: string;
};

/** What nobody types and goes along: who opened the form, its key, and the version that was known. */
function verdecktes({ konto }: Seitenanfrage, felder: readonly Feld[], was: Darstellung): SafeHtml {
  const { werte, schluessel } = was;
  return html`<input type="hidden" name="_schluessel" value="${schluessel}" />
    <input type="hidden" name="_konto" value="${konto.id}" />
    ${felder.filter(istVerdeckt).map(({ pfad }) => html`<input type="hidden" name="${pfad}" value="${werte.get(pfad) ?? ''}" />`)}`;
}

function zeige(anfrage: Seitenanfrage, formular: Formular, was: Darstellung): Seitenantwort {
  const { befehl, felder, auswahl, kopf, hilfe = null, wozu, bereich, zurueck } = formular;
  const { werte, fehler } = was;
  const bild = formularbild(formular);
  const je = fehler === null ? new Map<string, string>() : fehlerJeFeld(fehler);
  const fokus = fehler === null ? bild.fokus : null;
  const stand: Formularstand = {
    befehl,
    werte,
    fokus,
    fehler: je,
    auswahl,
    aendert: formular.stand !== null,
  };
  const inhalt = html`${kopf} ${fehler === null ? null : fehlerkasten(fehler, felder, befehl)}
    <h1 class="kern-heading-large">${bild.titel}</h1>
    ${hilfe}
    <form method="post" class="formular" autocomplete="off" novalidate>
      ${verdecktes(anfrage, felder, was)}
      ${formular.mitEreignistag ? ereignistag(anfrage.umgebung.uhr.jetzt(), stand) : null}
      ${bild.vorn.map((feld) => zeigeFeld(feld, stand))} ${weitereAngaben(bild.weitere, stand)}
      ${begruendungen(werte, fehler?.regel ?? null)}
      <div class="knoepfe">
        <button class="kern-btn kern-btn--primary"><span class="kern-label">Festhalten</span></button>
        <a class="kern-link" href="${zurueck}">Abbrechen</a>
      </div>
    </form>`;
  return {
    art: 'seite',
    titel: `${fehler === null ? '' : 'Fehler: '}${bild.titel}, ${wozu}`,
    inhalt,
    bereich,
    ...(fehler === null ? {} : { status: fehler.status }),
  };
}

/** The form as it is opened: filled with what is nearly always so, and with nothing the query of an address says: a link could come from anywhere. */
export function oeffne(anfrage: Seitenanfrage, formular: Formular): Seitenantwort {
  const { vorbelegt } = formularbild(formular);
  const { stand, vorgabe = {} } = formular;
  const werte = new URLSearchParams([...(stand ?? []), ...Object.entries({ ...vorbelegt, ...vorgabe })]);
  return zeige(anfrage, formular, { werte, fehler: null, schluessel: randomUUID() });
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

/** Gives the command and goes on to where `danach` says; what is wrong comes back with everything that was typed. */
export async function schickeAb(
  anfrage: Seitenanfrage,
  formular: Formular,
  danach: (antwort: unknown) => string,
): Promise<Seitenantwort> {
  pruefeKonto(anfrage);
  const { umgebung, konto, rumpf: werte } = anfrage;
  const { route, pfad, felder, stand } = formular;
  const schluessel = werte.get('_schluessel') ?? randomUUID();
  try {
    const rumpf = leseEingabe(felder, werte, stand);
    return {
      art: 'weiter',
      ort: danach(await frage(umgebung, route, { konto, pfad, rumpf, schluessel })),
    };
  } catch (roh) {
    const absage = absageAus(roh);
    const naechster = OFFEN.has(absage.code) ? schluessel : randomUUID();
    return zeige(anfrage, formular, { werte, fehler: ausAbsage(absage), schluessel: naechster });
  }
}
