import { randomUUID } from 'node:crypto';
import { html, type SafeHtml } from '@remix-run/html-template';
import type { Befehlszeile } from '../../api/befehle/routen.ts';
import { Absage } from '../../api/kern/absage.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { uebersetze } from '../../api/kern/fehlerantwort.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import type { Auswahl } from './auswahl.ts';
import { zeigeFeld, type Formularstand } from './darstellung.ts';
import { felderVon, type Feld } from './feld.ts';
import { ausAbsage, fehlerkasten, fehlerJeFeld, type Formularfehler } from './fehler.ts';
import { formularbild } from './formulare.ts';
import { leseEingabe } from './lies.ts';
import { begruendungen, ereignistag, weitereAngaben } from './rand.ts';

/** A form of a command: what stands above it, and where its fields choose from. */
export type Formular = {
  readonly zeile: Befehlszeile;
  readonly felder: readonly Feld[];
  readonly auswahl: Auswahl;
  /** Parts of the address of the row. */
  readonly pfad: Readonly<Record<string, string>>;
  readonly kopf: SafeHtml | null;
  /** What helps to fill it, below its heading. */
  readonly hilfe?: SafeHtml | null;
  /** Behind the heading in the title of the page; names nobody. */
  readonly wozu: string;
  readonly zurueck: string;
};

const FELDER = new Map<string, readonly Feld[]>();

/** The fields of a command, worked out once. */
export function felderFuer({ vertrag }: Befehlszeile): readonly Feld[] {
  const schluessel = `${vertrag.ziel} ${vertrag.befehl}`;
  const bekannte = FELDER.get(schluessel);
  if (bekannte !== undefined) return bekannte;
  const felder = felderVon(vertrag.eingabe);
  FELDER.set(schluessel, felder);
  return felder;
}

type Darstellung = {
  readonly werte: URLSearchParams;
  readonly fehler: Formularfehler | null;
  readonly schluessel: string;
};

function zeige({ konto, umgebung }: Seitenanfrage, formular: Formular, was: Darstellung): Seitenantwort {
  const { zeile, felder, auswahl, kopf, hilfe = null, wozu, zurueck } = formular;
  const { werte, fehler, schluessel } = was;
  const { befehl } = zeile.vertrag;
  const bild = formularbild(zeile.vertrag, felder);
  const je = fehler === null ? new Map<string, string>() : fehlerJeFeld(fehler);
  const fokus = fehler === null ? bild.fokus : null;
  const stand: Formularstand = { befehl, werte, fokus, fehler: je, auswahl };
  const inhalt = html`${kopf} ${fehler === null ? null : fehlerkasten(fehler, felder, befehl)}
    <h1 class="kern-heading-large">${bild.titel}</h1>
    ${hilfe}
    <form method="post" class="formular" autocomplete="off" novalidate>
      <input type="hidden" name="_schluessel" value="${schluessel}" />
      <input type="hidden" name="_konto" value="${konto.id}" />
      ${ereignistag(umgebung.uhr.jetzt(), stand)} ${bild.vorn.map((feld) => zeigeFeld(feld, stand))}
      ${weitereAngaben(bild.weitere, stand)} ${begruendungen(werte, fehler?.regel ?? null)}
      <div class="knoepfe">
        <button class="kern-btn kern-btn--primary"><span class="kern-label">Festhalten</span></button>
        <a class="kern-link" href="${zurueck}">Abbrechen</a>
      </div>
    </form>`;
  return {
    art: 'seite',
    titel: `${fehler === null ? '' : 'Fehler: '}${bild.titel}, ${wozu}`,
    inhalt,
    bereich: 'faelle',
    ...(fehler === null ? {} : { status: fehler.status }),
  };
}

/** The form as it is opened: filled with what is nearly always so, and with nothing an address says: a link could come from anywhere. */
export function oeffne(anfrage: Seitenanfrage, formular: Formular): Seitenantwort {
  const { vorbelegt } = formularbild(formular.zeile.vertrag, formular.felder);
  const werte = new URLSearchParams(vorbelegt);
  return zeige(anfrage, formular, { werte, fehler: null, schluessel: randomUUID() });
}

/** @throws Absage when somebody else has signed in since the form was opened. */
function pruefeKonto({ konto, rumpf }: Seitenanfrage): void {
  const wer = rumpf.get('_konto');
  if (wer !== null && wer !== konto.id)
    throw new Absage(
      'NICHT_BERECHTIGT',
      `Angemeldet ist jetzt ${konto.anzeigename}; das Formular hat jemand anderes begonnen.`,
    );
}

/** Until the outcome is known the same key asks for it; what was refused gets a new one with the next attempt. */
const OFFEN: ReadonlySet<string> = new Set(['AUSGANG_UNBEKANNT', 'NICHT_ERREICHBAR']);

/** Gives the command and goes on to where `danach` says; what is wrong comes back with everything that was typed. */
export async function schickeAb(
  anfrage: Seitenanfrage,
  formular: Formular,
  danach: (antwort: object) => string,
): Promise<Seitenantwort> {
  pruefeKonto(anfrage);
  const { umgebung, konto, rumpf: werte } = anfrage;
  const { zeile, pfad, felder } = formular;
  const schluessel = werte.get('_schluessel') ?? randomUUID();
  try {
    const rumpf = leseEingabe(felder, werte);
    return {
      art: 'weiter',
      ort: danach(await frage(umgebung, zeile.route, { konto, pfad, rumpf, schluessel })),
    };
  } catch (roh) {
    const absage = uebersetze(roh);
    if (!(absage instanceof Absage)) throw roh;
    const naechster = OFFEN.has(absage.code) ? schluessel : randomUUID();
    return zeige(anfrage, formular, { werte, fehler: ausAbsage(absage), schluessel: naechster });
  }
}
