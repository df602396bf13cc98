import { html, type SafeHtml } from '@remix-run/html-template';
import type { Konto } from '../../api/kern/umgebung.ts';
import { liestFaelle } from '../../domain/rollen/befehlsrechte.ts';

type Gemeint = {
  readonly fallId: string;
  readonly fallnummer: string | null;
  readonly person?: string | null;
};

/** A case in a list, with whom it is about; a link for roles that read cases, the number for those that see them in lists only. */
export function fallverweis(
  { rolle }: Pick<Konto, 'rolle'>,
  { fallId, fallnummer, person }: Gemeint,
): SafeHtml {
  const nummer = liestFaelle(rolle)
    ? html`<a class="kern-link" href="/faelle/${fallId}">${fallnummer ?? 'Zum Fall'}</a>`
    : html`${fallnummer ?? 'Fall'}`;
  return html`${nummer} ${person}`;
}
