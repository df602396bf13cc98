import { html, type SafeHtml } from '@remix-run/html-template';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { zustandsname } from '../kern/worte.ts';

/** The reader's own cases of others in the same Bedarfsgemeinschaft; where there is none, nothing says that there may be more. */
export function bedarfsgemeinschaft({
  bedarfsgemeinschaft: faelle,
}: Pick<Fallansicht, 'bedarfsgemeinschaft'>): SafeHtml | null {
  if (faelle.length === 0) return null;
  return html`<section aria-labelledby="bedarfsgemeinschaft">
    <h2 id="bedarfsgemeinschaft" class="kern-heading-medium">Aus derselben Bedarfsgemeinschaft bei Ihnen</h2>
    <ul class="taten">
      ${faelle.map(
        ({ id, fallnummer, zustand, person }) =>
          html`<li>
            <a class="kern-link" href="/faelle/${id}">${fallnummer}</a> ${person.name}
            <span class="leise">${zustandsname(zustand)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
