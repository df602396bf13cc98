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

/** By which way a person comes (E07), for U25 with the day of the handover. What is not the usual way stands out. */
export function wegVon({ herkunft, uebergabeAm }: Pick<Vormerkung, 'herkunft' | 'uebergabeAm'>): SafeHtml {
  const tag = uebergabeAm === null ? '' : `, Übergabe am ${tagMitWochentag(uebergabeAm)}`;
  const weg = `${WEGE[herkunft]}${tag}`;
  return herkunft === 'pap' ? html`${weg}` : html`<strong>${weg}</strong>`;
}
