import { html } from '@remix-run/html-template';
import { frage, frageWennErlaubt } from '../../api/kern/aufruf.ts';
import { personenprotokollroute } from '../../api/leseprotokoll/routen.ts';
import { personroute } from '../../api/personen/routen.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { protokolltafel } from '../listen/protokolltafel.ts';

/** Address of the page that says who looked at the file of a person. */
export const personenprotokollort = (personId: string): string => `/personen/${personId}/protokoll`;

/** Who read and changed the file of this person and the cases (DS-29, S4). R27 reads the log and not who it is about. */
export async function personenprotokoll(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto, abfrage } = anfrage;
  const pfad = { personId: teil(anfrage, 'personId') };
  const wo = { konto, pfad, abfrage: Object.fromEntries(abfrage) };
  const seite = await frage(umgebung, personenprotokollroute, wo);
  const person = await frageWennErlaubt(umgebung, personroute, { konto, pfad });
  const inhalt = html`<h1 class="kern-heading-large">Wer die Akte dieser Person gelesen und geändert hat</h1>
    ${
      person === null
        ? null
        : html`<p class="kern-body"><a class="kern-link" href="/personen/${person.id}">${person.name}</a></p>`
    }
    ${protokolltafel(konto, seite, { abfrage, faelle: true })}`;
  return { art: 'seite', titel: 'Wer die Akte gelesen hat', inhalt, bereich: 'personen' };
}
