import { html, type SafeHtml } from '@remix-run/html-template';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Vorschlaegeansicht } from '../../api/zuordnung/formen.ts';
import { vorschlagsroute } from '../../api/zuordnung/routen.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { eigeneWirkung, wirkungInWorten } from '../kern/auslastung.ts';

type Vorschlag = Vorschlaegeansicht['vorschlaege'][number];

/** What the assignment would do to whom it is proposed for. */
function wirkung(vorschlag: Vorschlag): string {
  const eigene = eigeneWirkung(vorschlag);
  return eigene === undefined ? '' : wirkungInWorten(eigene.vorher, eigene.nachher);
}

/** Who could take a waiting person, with reasons and effect; null where nobody proposes anything. */
export async function vorschlaegeFuer(
  { umgebung, konto }: Seitenanfrage,
  fallId: string,
): Promise<SafeHtml | null> {
  const gefunden = await frageWennErlaubt(umgebung, vorschlagsroute, { konto, pfad: { fallId } });
  if (gefunden === null) return null;
  const { vorschlaege, ausgeschlossen, reihenfolge } = gefunden;
  return html`<section aria-labelledby="vorschlaege">
    <h2 id="vorschlaege" class="kern-heading-medium">Vorschläge</h2>
    <p class="leise">${reihenfolge}</p>
    <ol class="vorschlaege">
      ${vorschlaege.map(
        (einer) =>
          html`<li>
            <strong>${einer.fm.anzeigename}</strong>: ${wirkung(einer)}
            <ul>
              ${einer.gruende.map((grund) => html`<li>${grund}</li>`)}
            </ul>
          </li>`,
      )}
    </ol>
    ${
      ausgeschlossen.length === 0
        ? null
        : html`<p class="kern-body">
            Nicht möglich: ${ausgeschlossen.map(({ fm, grund }) => `${fm.anzeigename} (${grund})`).join(', ')}
          </p>`
    }
  </section>`;
}
