import { html, type SafeHtml } from '@remix-run/html-template';

/** Open cases against what somebody can carry. */
export type Auslastung = { readonly faelle: number; readonly soll: number; readonly prozent: number | null };

type Wirkung<Wer> = {
  readonly fm: Wer;
  readonly wirkung: readonly {
    readonly fm: Wer;
    readonly vorher: Auslastung;
    readonly nachher: Auslastung;
  }[];
};

/** What an assignment would do to whom it is proposed for. */
export const eigeneWirkung = <Wer extends { readonly id: string }>({ fm, wirkung }: Wirkung<Wer>) =>
  wirkung.find((eine) => eine.fm.id === fm.id);

/** `62 von 75 (83 %), danach 63 von 75 (84 %)`. */
export const wirkungInWorten = (vorher: Auslastung, nachher: Auslastung): string =>
  `${auslastungInWorten(vorher)}, danach ${auslastungInWorten(nachher)}`;

const ZAHL = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** `62 von 75 (83 %)`: without a share of working time there is nothing to divide by. */
export function auslastungInWorten({ faelle, soll, prozent }: Auslastung): string {
  const anteil = prozent === null ? '' : ` (${ZAHL.format(prozent)} %)`;
  return `${ZAHL.format(faelle)} von ${ZAHL.format(soll)}${anteil}`;
}

/** The same as a bar; the words beside it say it, too. */
export function auslastungsbalken({ faelle, soll }: Auslastung, name: string): SafeHtml {
  return html`<meter
    aria-label="Auslastung ${name}"
    min="0"
    max="${Math.max(soll, faelle, 1)}"
    high="${soll}"
    value="${faelle}"
  ></meter>`;
}
