import { randomUUID } from 'node:crypto';
import { html, type SafeHtml } from '@remix-run/html-template';
import type { Vorschlaegeansicht } from '../../api/zuordnung/formen.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { auslastungsbalken, eigeneWirkung, wirkungInWorten } from '../kern/auslastung.ts';
import { verdecktes } from '../kern/verdecktes.ts';
import { besprechungsort } from './ort.ts';

type Vorschlag = Vorschlaegeansicht['vorschlaege'][number];

/** An attempt whose outcome is not known yet: the same button asks for it with the same key. */
export type Offen = { readonly fallId: string; readonly fm: string; readonly schluessel: string };

export type Vorschlagsstand = {
  readonly fallId: string;
  /** The next one to speak about. */
  readonly naechster: string | null;
  readonly offen: Offen | null;
  /** Does Enter assign at once? Not where somebody else is up than the one Enter was meant for. */
  readonly fokus: boolean;
};

/** What the assignment would do to whom it is proposed for. */
function wirkung(einer: Vorschlag): SafeHtml | null {
  const eigene = eigeneWirkung(einer);
  if (eigene === undefined) return null;
  const { fm, vorher, nachher } = eigene;
  const mitGrund = nachher.faelle > nachher.soll;
  return html`<p class="wirkung">
    ${auslastungsbalken(nachher, `${fm.anzeigename} mit diesem Fall`)}
    <span>${wirkungInWorten(vorher, nachher)}</span>
    ${mitGrund ? html`<span class="spaet"><span aria-hidden="true">⚠</span> über dem Soll, fragt nach einem Grund</span> <span class="kennung">V-70</span>` : null}
  </p>`;
}

function schluesselFuer({ fallId, offen }: Vorschlagsstand, fm: string): string {
  return offen?.fallId === fallId && offen.fm === fm ? offen.schluessel : randomUUID();
}

/** A proposal with the button that assigns. The first has the focus: Enter assigns, and the next page has it again. */
function vorschlag(
  anfrage: Seitenanfrage,
  stand: Vorschlagsstand,
  { einer, stelle }: { readonly einer: Vorschlag; readonly stelle: number },
): SafeHtml {
  const { fm, gruende } = einer;
  const erster = stelle === 0;
  return html`<li>
    <form method="post" action="${besprechungsort(anfrage)}">
      ${verdecktes(anfrage.konto, schluesselFuer(stand, fm.id))}
      <input type="hidden" name="fall" value="${stand.fallId}" />
      <input type="hidden" name="fm" value="${fm.id}" />
      <input type="hidden" name="naechster" value="${stand.naechster}" />
      <button
        class="kern-btn ${erster ? 'kern-btn--primary' : 'kern-btn--secondary'}"
        aria-describedby="ergebnis dran"
        ${erster && stand.fokus ? html`autofocus` : null}
      >
        <span class="kern-label">${stelle + 1} ${fm.anzeigename} zuordnen</span>
      </button>
    </form>
    ${wirkung(einer)}
    <ul>
      ${gruende.map((grund) => html`<li>${grund}</li>`)}
    </ul>
  </li>`;
}

function ausgeschlossene({ ausgeschlossen }: Vorschlaegeansicht): SafeHtml | null {
  if (ausgeschlossen.length === 0) return null;
  return html`<h3>Nicht geeignet</h3>
    <ul>
      ${ausgeschlossen.map(({ fm, grund }) => html`<li>${fm.anzeigename}: ${grund}</li>`)}
    </ul>`;
}

/** Who could take the one the meeting speaks about, the best first (A-32). */
export function vorschlaege(
  anfrage: Seitenanfrage,
  gefunden: Vorschlaegeansicht | null,
  stand: Vorschlagsstand,
): SafeHtml | null {
  if (gefunden === null) return null;
  return html`<section aria-labelledby="vorschlaege">
    <h3 id="vorschlaege">Vorschläge</h3>
    ${gefunden.vorschlaege.length === 0 ? html`<p class="kern-body">Niemand im Team kommt infrage.</p>` : null}
    <ol class="meldungen vorschlagsliste">
      ${gefunden.vorschlaege.map((einer, stelle) => vorschlag(anfrage, stand, { einer, stelle }))}
    </ol>
    ${ausgeschlossene(gefunden)}
    <details>
      <summary>Wie geordnet ist</summary>
      <p class="leise">${gefunden.reihenfolge}</p>
    </details>
  </section>`;
}
