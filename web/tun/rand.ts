import { html, type SafeHtml } from '@remix-run/html-template';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { zeigeFeld } from './darstellung.ts';
import type { Formularstand } from './formularstand.ts';
import { gehoertZu, type Feld } from './feld.ts';

/** Day of the event: today, unless somebody says otherwise. */
export function ereignistag(jetzt: Instant, { werte, fehler }: Formularstand): SafeHtml {
  const heute = ortstag(jetzt);
  const meldung = fehler.get('ereignisAm');
  return html`<div class="kern-form-input ${meldung === undefined ? '' : 'kern-form-input--error'}">
    <label class="kern-label" for="feld-ereignisAm">Wann war das?</label>
    <input
      class="kern-form-input__input tag"
      type="date"
      id="feld-ereignisAm"
      name="ereignisAm"
      max="${heute}"
      value="${werte.get('ereignisAm') ?? heute}"
    />
    ${meldung === undefined ? null : html`<p class="kern-error"><span class="kern-body">${meldung}</span></p>`}
  </div>`;
}

const BEGRUENDUNG = 'begruendungen.';

/** A rule that asks for a reason gets its own field, and keeps it once it was filled. */
export function begruendungen(werte: URLSearchParams, gefragt: readonly string[]): SafeHtml[] {
  const genannte = [...werte.keys()].flatMap((name) =>
    name.startsWith(BEGRUENDUNG) ? [name.slice(BEGRUENDUNG.length)] : [],
  );
  return [...new Set([...genannte, ...gefragt])].map(
    (eine) =>
      html`<div class="kern-form-input">
        <label class="kern-label" for="feld-begruendungen-${eine}"
          >Begründung zu ${eine}<span class="kern-label__optional"> (wo die Regel eine zulässt)</span></label
        >
        <textarea
          class="kern-form-input__input"
          rows="2"
          id="feld-begruendungen-${eine}"
          name="${BEGRUENDUNG}${eine}"
        >
${werte.get(BEGRUENDUNG + eine)}</textarea>
      </div>`,
  );
}

/** What few need, closed until somebody opens it; open where something in it was filled or is wrong. */
export function weitereAngaben(felder: readonly Feld[], stand: Formularstand): SafeHtml | null {
  if (felder.length === 0) return null;
  const gefuellt = [...stand.werte].flatMap(([name, wert]) => (wert === '' ? [] : [name]));
  const betroffen = felder.some((feld) =>
    [...gefuellt, ...stand.fehler.keys()].some((name) => gehoertZu(feld, name)),
  );
  return html`<details ${betroffen ? html`open` : null}>
    <summary>Weitere Angaben <span class="zahl">${felder.length}</span></summary>
    <div class="formular">${felder.map((feld) => zeigeFeld(feld, stand))}</div>
  </details>`;
}
