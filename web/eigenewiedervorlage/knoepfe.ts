import { html, type SafeHtml } from '@remix-run/html-template';
import type { Konto } from '../../api/kern/umgebung.ts';
import { schreibort } from '../kern/taten.ts';
import { verdecktes } from '../kern/verdecktes.ts';

/** One of them, as far as its forms need to know it. */
type Gemeinte = { readonly id: string; readonly fallId: string; readonly satz: string };

/** Where somebody goes on when it is done. */
type Von = 'fall' | 'heute';

/** Address of the form that moves one to another day. */
const verschiebeort = ({ fallId, id }: Gemeinte): string =>
  schreibort('verschiebeEigeneWiedervorlage', fallId, id);

/** Done with one click. */
function erledigtknopf(konto: Pick<Konto, 'id'>, { fallId, id, satz }: Gemeinte, von: Von): SafeHtml {
  return html`<form method="post" action="${schreibort('erledigeEigeneWiedervorlage', fallId, id)}">
    ${verdecktes(konto)} ${von === 'heute' ? html`<input type="hidden" name="_von" value="heute" />` : null}
    <button class="kern-btn kern-btn--secondary knapp">
      <span class="kern-label">Erledigt<span class="kern-sr-only">: ${satz}</span></span>
    </button>
  </form>`;
}

/** What can be done about one: it is done, or it can wait. */
export const tun = (konto: Pick<Konto, 'id'>, gemeinte: Gemeinte, von: Von): SafeHtml =>
  html`<span class="tun"
    >${erledigtknopf(konto, gemeinte, von)}
    <a class="kern-link kern-link--small" href="${verschiebeort(gemeinte)}"
      >Verschieben<span class="kern-sr-only">: ${gemeinte.satz}</span></a
    ></span
  >`;
