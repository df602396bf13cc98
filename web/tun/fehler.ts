import { html, type SafeHtml } from '@remix-run/html-template';
import { Absage, type Absagecode, type Feldfehler } from '../../api/kern/absage.ts';
import { uebersetze } from '../../api/kern/fehlerantwort.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { feldname } from './beschriftung.ts';
import { feldId, flach, gehoertZu, type Feld } from './feld.ts';

/** Why a form came back. */
export type Formularfehler = {
  readonly code: Absagecode;
  readonly satz: string;
  /** `V-13`, `TR22`, where a rule stands against it. */
  readonly regel: string | null;
  readonly felder: readonly Feldfehler[];
  readonly status: number;
};

/** What to do with a field that was left empty; the contract speaks to programs of it. */
const LEER: Readonly<Record<Feld['art'], string>> = {
  zeile: 'Bitte ausfüllen.',
  absatz: 'Bitte ausfüllen.',
  zahl: 'Bitte eine Zahl eintragen.',
  tag: 'Bitte einen Tag eintragen.',
  uhrzeit: 'Bitte eine Uhrzeit eintragen.',
  jaNein: 'Bitte ja oder nein wählen.',
  wahl: 'Bitte auswählen.',
  mehrwahl: 'Bitte mindestens eins auswählen.',
  verweis: 'Bitte auswählen.',
  verweise: 'Bitte mindestens eins auswählen.',
  gruppe: 'Bitte ausfüllen.',
  liste: 'Bitte mindestens eine Zeile ausfüllen.',
};

/** The same end in the words of whoever filled the form in. */
export function inWorten(
  fehler: Formularfehler,
  felder: readonly Feld[],
  werte: URLSearchParams,
): Formularfehler {
  if (fehler.code !== 'EINGABE_UNGUELTIG') return fehler;
  const arten = new Map(flach(felder).map((feld) => [feld.pfad, feld]));
  const leer = (feld: Feld): boolean =>
    ![...werte].some(([name, wert]) => wert.trim() !== '' && gehoertZu(feld, name));
  return {
    ...fehler,
    felder: fehler.felder.map(({ pfad, meldung }) => {
      const feld = arten.get(pfad);
      return { pfad, meldung: feld !== undefined && leer(feld) ? LEER[feld.art] : meldung };
    }),
  };
}

/** What a field lacks, at the field itself. */
export const fehlerJeFeld = ({ felder }: Formularfehler): Map<string, string> =>
  new Map(felder.map(({ pfad, meldung }) => [pfad, meldung]));

const UEBERSCHRIFT: Readonly<Partial<Record<Absagecode, string>>> = {
  EINGABE_UNGUELTIG: 'Bitte prüfen Sie Ihre Eingabe',
  VERALTET: 'Inzwischen hat sich etwas geändert',
  AUSGANG_UNBEKANNT: 'Noch nicht bestätigt',
  NICHT_ERREICHBAR: 'Gerade nicht erreichbar',
};

const RAT: Readonly<Partial<Record<Absagecode, string>>> = {
  VERALTET: 'Ihr Text steht noch hier. Bitte prüfen Sie ihn und schicken Sie ihn noch einmal ab.',
  AUSGANG_UNBEKANNT:
    'Bitte schicken Sie das Formular unverändert noch einmal ab; es wird nicht doppelt festgehalten.',
  NICHT_ERREICHBAR: 'Bitte schicken Sie das Formular in einigen Minuten unverändert noch einmal ab.',
};

/** Summary on top: what is wrong, each with a link to its field. */
export function fehlerkasten(fehler: Formularfehler, felder: readonly Feld[], befehl: string): SafeHtml {
  const namen = new Map(flach(felder).map(({ pfad, name }) => [pfad, feldname(name, befehl)]));
  const { code, satz, regel, felder: fehlend } = fehler;
  const rat = RAT[code];
  const inhalt = html`${
    fehlend.length === 0
      ? html`<p class="kern-body">
          ${satz}${regel === null ? null : html` <span class="kennung">${regel}</span>`}
        </p>`
      : html`<ul class="kern-body">
          ${fehlend.map(
            ({ pfad, meldung }) =>
              html`<li>
                <a class="kern-link" href="#${feldId(pfad)}">${namen.get(pfad) ?? pfad}</a>: ${meldung}
              </li>`,
          )}
        </ul>`
  }
  ${rat === undefined ? null : html`<p class="kern-body">${rat}</p>`}`;
  return hinweiskasten({ art: 'danger', titel: UEBERSCHRIFT[code] ?? 'Das geht so nicht', inhalt });
}

const STATUS: Readonly<Partial<Record<Absagecode, number>>> = {
  NICHT_BERECHTIGT: 403,
  EINGABE_UNGUELTIG: 400,
  AUSGANG_UNBEKANNT: 503,
  NICHT_ERREICHBAR: 503,
};

/** The refusal an error means; what means none is a bug and goes on as it came. */
export function absageAus(roh: unknown): Absage {
  const absage = uebersetze(roh);
  if (!(absage instanceof Absage)) throw roh;
  return absage;
}

/** On a page the form itself has what the sentence of the API would ask to load anew. */
const SATZ: Readonly<Partial<Record<Absagecode, string>>> = {
  VERALTET: 'Seit dem Öffnen des Formulars hat jemand anderes diesen Eintrag geändert.',
};

export function ausAbsage({ code, message, regel, felder }: Absage): Formularfehler {
  return { code, satz: SATZ[code] ?? message, regel, felder, status: STATUS[code] ?? 422 };
}
