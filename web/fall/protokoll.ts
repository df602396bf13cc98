import { html, type SafeHtml } from '@remix-run/html-template';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { fallprotokollroute } from '../../api/leseprotokoll/routen.ts';
import { liestFaelle } from '../../domain/rollen/befehlsrechte.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { protokolltafel } from '../listen/protokolltafel.ts';
import { fallkopf } from './kopf.ts';

/** Address of the page that says who looked at a case. */
export const fallprotokollort = (fallId: string): string => `/faelle/${fallId}/protokoll`;

/** R27 reads the log and not the case: to ask for it would put a refused look on record. */
async function kopf({ umgebung, konto }: Seitenanfrage, fallId: string): Promise<SafeHtml | null> {
  if (!liestFaelle(konto.rolle)) return null;
  return fallkopf(await frage(umgebung, fallroute, { konto, pfad: { fallId } }), konto);
}

/** Who read and changed this case: "Wer hat gelesen" (DS-29, S4). */
export async function fallprotokoll(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto, abfrage } = anfrage;
  const fallId = teil(anfrage, 'fallId');
  const wo = { konto, pfad: { fallId }, abfrage: Object.fromEntries(abfrage) };
  const seite = await frage(umgebung, fallprotokollroute, wo);
  const oben = await kopf(anfrage, fallId);
  const inhalt = html`${oben}
    <h1 class="kern-heading-large">Wer diesen Fall gelesen und geändert hat</h1>
    ${protokolltafel(konto, seite, { abfrage })}
    ${
      oben === null
        ? null
        : html`<p class="kern-body"><a class="kern-link" href="/faelle/${fallId}">Zurück zum Fall</a></p>`
    }`;
  return { art: 'seite', titel: 'Wer den Fall gelesen hat', inhalt, bereich: 'faelle' };
}
