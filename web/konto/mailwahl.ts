import { html, type SafeHtml } from '@remix-run/html-template';
import { mailwahlroute } from '../../api/mailwahl/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { merkmale } from '../kern/merkmale.ts';
import { schreibknoepfe } from '../schreiben/verweis.ts';
import { feldname, wertname } from '../tun/beschriftung.ts';

const AENDERN = 'aendereMailwahl';

/** What of the inbox comes by mail, too. */
export async function mailwahlabschnitt({ umgebung, konto }: Seitenanfrage): Promise<SafeHtml> {
  const wahl = await frage(umgebung, mailwahlroute, { konto });
  const zeilen = Object.entries(wahl).map(
    ([stufe, weg]) => [feldname(stufe, AENDERN), wertname(weg, stufe)] as const,
  );
  return html`<section aria-labelledby="mails">
    <h2 id="mails" class="kern-heading-medium">Mails</h2>
    <p class="kern-body">
      Ihr Eingang zeigt immer alles. Hier steht, was davon auch per Mail kommt; Einladungen zu Terminen kommen
      immer sofort.
    </p>
    ${merkmale(zeilen)} ${schreibknoepfe(konto, [{ name: AENDERN, wort: 'Mails wählen' }])}
  </section>`;
}
