import { html, type SafeHtml } from '@remix-run/html-template';
import type { AmFall } from '../../api/eigenewiedervorlage/formen.ts';
import { SATZ_HOECHSTENS, spaetesterTag } from '../../domain/eigenewiedervorlage/eigene-wiedervorlage.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { schreibort } from '../kern/taten.ts';
import { verdecktes } from '../kern/verdecktes.ts';
import { tun } from './knoepfe.ts';
import { meineAmFall } from './liste.ts';

type Eintrag = AmFall['eintraege'][number];
type Ort = { readonly anfrage: Seitenanfrage; readonly fallId: string; readonly heute: Tag };

function anlegen({ anfrage, fallId, heute }: Ort): SafeHtml {
  return html`<details>
    <summary>Eigene Wiedervorlage anlegen</summary>
    <form
      method="post"
      action="${schreibort('legeEigeneWiedervorlageAn', fallId)}"
      class="formular"
      autocomplete="off"
      novalidate
    >
      ${verdecktes(anfrage.konto)}
      <div class="kern-form-input">
        <label class="kern-label" for="wiedervorlage-tag">Tag</label>
        <input
          class="kern-form-input__input tag"
          type="date"
          id="wiedervorlage-tag"
          name="tag"
          min="${heute}"
          max="${spaetesterTag(heute)}"
          aria-required="true"
        />
      </div>
      <div class="kern-form-input">
        <label class="kern-label" for="wiedervorlage-satz">Woran wollen Sie sich erinnern?</label>
        <div class="kern-hint" id="wiedervorlage-satz-hinweis">
          Ein Satz für Sie selbst, höchstens ${SATZ_HOECHSTENS} Zeichen; was in die Akte gehört, halten Sie
          dort fest.
        </div>
        <input
          class="kern-form-input__input"
          type="text"
          id="wiedervorlage-satz"
          name="satz"
          autocomplete="off"
          aria-describedby="wiedervorlage-satz-hinweis"
          aria-required="true"
        />
      </div>
      <div class="knoepfe">
        <button class="kern-btn kern-btn--secondary">
          <span class="kern-label">Wiedervorlage anlegen</span>
        </button>
      </div>
    </form>
  </details>`;
}

const spalten = (ort: Ort): readonly Spalte<Eintrag>[] => [
  {
    kopf: 'Tag',
    zelle: ({ tag }) =>
      html`${tagMitWochentag(tag)}${
        tag < ort.heute
          ? html` <span class="spaet"><span aria-hidden="true">⚠</span> vorbei</span>`
          : tag === ort.heute
            ? ' (heute)'
            : ''
      }`,
  },
  { kopf: 'Woran', zelle: ({ satz }) => satz },
  {
    kopf: 'Tun',
    zelle: (eintrag) => tun(ort.anfrage.konto, { ...eintrag, fallId: ort.fallId }, 'fall'),
  },
];

/** What this colleague reminds themselves of at a case; null for whoever has nothing of the kind here. */
export async function meineWiedervorlagen(anfrage: Seitenanfrage, fallId: string): Promise<SafeHtml | null> {
  const lage = await meineAmFall(anfrage, fallId);
  if (lage === null) return null;
  const { eintraege, anlegbar } = lage;
  if (eintraege.length === 0 && !anlegbar) return null;
  const ort = { anfrage, fallId, heute: ortstag(anfrage.umgebung.uhr.jetzt()) };
  return html`<section aria-labelledby="wiedervorlagen" class="wiedervorlagen">
    <h2 id="wiedervorlagen" class="kern-heading-medium">Meine Wiedervorlagen</h2>
    <p class="leise">
      Nur für Sie: Niemand sonst sieht sie, auch nicht, wer Sie vertritt oder Ihr Team leitet. Sie sind keine
      Frist und nicht Teil der Akte; was erledigt ist, wird gelöscht.
    </p>
    ${eintraege.length === 0 ? html`<p class="kern-body">Keine.</p>` : tabelle(eintraege, spalten(ort))}
    ${anlegbar ? anlegen(ort) : null}
  </section>`;
}
