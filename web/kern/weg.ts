import { html, type SafeHtml } from '@remix-run/html-template';
import type { Vormerkung } from '../../api/arbeitslisten/formen.ts';
import type { Herkunft } from '../../domain/fall/herkunft.ts';
import { tagMitWochentag } from './datum.ts';

const WEGE: Readonly<Record<Herkunft, string>> = {
  pap: 'pAp',
  jour_fixe_av: 'Jour-Fixe',
  fm_u25: 'Fallmanagement U25',
  wiederaufnahme: 'erneute Aufnahme',
  weiterleitung: 'Weiterleitung von einem anderen Team',
};

type Kommt = Pick<Vormerkung, 'herkunft' | 'uebergabeAm'>;

/** By which way a person comes (E07), for U25 with the day of the handover. */
export const wegInWorten = ({ herkunft, uebergabeAm }: Kommt): string =>
  `${WEGE[herkunft]}${uebergabeAm === null ? '' : `, Übergabe am ${tagMitWochentag(uebergabeAm)}`}`;

/** The same on a page: what is not the usual way stands out. */
export const wegVon = (wer: Kommt): SafeHtml =>
  wer.herkunft === 'pap' ? html`${wegInWorten(wer)}` : html`<strong>${wegInWorten(wer)}</strong>`;
