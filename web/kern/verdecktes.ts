import { randomUUID } from 'node:crypto';
import { html, type SafeHtml } from '@remix-run/html-template';
import type { Konto } from '../../api/kern/umgebung.ts';

/** Who has opened the page: it is refused when somebody else has signed in meanwhile. */
export const kontofeld = ({ id }: Pick<Konto, 'id'>): SafeHtml =>
  html`<input type="hidden" name="_konto" value="${id}" />`;

/** What nobody types: the key that makes a second click the same act, and who has opened the page. */
export const verdecktes = (konto: Pick<Konto, 'id'>, schluessel: string = randomUUID()): SafeHtml =>
  html`<input type="hidden" name="_schluessel" value="${schluessel}" /> ${kontofeld(konto)}`;
