import { html } from '@remix-run/html-template';
import { Absage } from '../../api/kern/absage.ts';
import { pruefeRolle } from '../../api/kern/aufruf.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { zeileMit } from '../kern/zeilen.ts';
import { oeffne, schickeAb } from '../tun/absenden.ts';
import { formularZu, type Formular } from '../tun/formular.ts';

const ZUGRIFF = 'beginneZugriff';

/** Address of the form with which somebody opens a case with a reason (K4 in Vertretung, Notzugriff). */
const zugriffsort = (fallId: string): string => `/faelle/${fallId}/zugriff`;

/** @throws Absage NICHT_BERECHTIGT for a role that opens no case with a reason. */
function formularFuer(anfrage: Seitenanfrage): Formular {
  const route = zeileMit(ZUGRIFF);
  if (route === undefined) throw new Error(`Keine Zeile der API heißt ${ZUGRIFF}`);
  pruefeRolle(route, anfrage.konto);
  const fallId = teil(anfrage, 'fallId');
  return {
    ...formularZu(ZUGRIFF, { titel: 'Fall mit einem Grund öffnen', route }),
    // Whoever asks may not know anything of the case yet, its number neither.
    auswahl: () =>
      Promise.resolve(
        new Map([
          ['fall', { eintraege: [{ wert: fallId, name: 'der Fall, den Sie öffnen wollten' }], mehr: false }],
        ]),
      ),
    pfad: {},
    bezug: {},
    kopf: null,
    hilfe: html`<p class="kern-body">
      Der Zugriff steht mit Ihrem Grund im Protokoll, endet von selbst und wird von der Leitung geprüft.
    </p>`,
    stand: null,
    vorgabe: { fall: fallId },
    wozu: 'Zugriff',
    bereich: 'faelle',
    zurueck: '/faelle',
  };
}

export const zugriffsformular = (anfrage: Seitenanfrage): Promise<Seitenantwort> =>
  Promise.resolve(oeffne(anfrage, formularFuer(anfrage)));

export const schickeZugriff = (anfrage: Seitenanfrage): Promise<Seitenantwort> =>
  schickeAb(anfrage, formularFuer(anfrage), () => `/faelle/${teil(anfrage, 'fallId')}`);

/** Whoever may not look learns what they could do, if their role can: the refusal goes on as it is for all others. */
export function mitAusweg(anfrage: Seitenanfrage, roh: unknown): Seitenantwort {
  const darf = zeileMit(ZUGRIFF)?.rollen.includes(anfrage.konto.rolle) === true;
  if (!(roh instanceof Absage) || roh.code !== 'NICHT_BERECHTIGT' || !darf) throw roh;
  const inhalt = html`<h1 class="kern-heading-large">Diesen Fall dürfen Sie nicht ansehen</h1>
    <p class="kern-body">${roh.message}</p>
    <p class="kern-body">
      Muss es sofort sein, weil sonst ein Nachteil droht?
      <a class="kern-link" href="${zugriffsort(teil(anfrage, 'fallId'))}">Fall mit einem Grund öffnen</a>
    </p>
    <p class="kern-body"><a class="kern-link" href="/">Zur Startseite</a></p>`;
  return { art: 'seite', titel: 'Nicht berechtigt', inhalt, bereich: 'faelle', status: 403 };
}
