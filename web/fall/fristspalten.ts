import { html } from '@remix-run/html-template';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { faelligkeit } from '../kern/faelligkeit.ts';
import type { Spalte } from '../kern/tabelle.ts';

/** What is due in a case, and when; wherever its Fristen stand as a table. */
export const FRISTSPALTEN: readonly Spalte<Fallansicht['fristen'][number]>[] = [
  { kopf: 'Frist', zelle: ({ id, name }) => html`${name} <span class="kennung">${id}</span>` },
  { kopf: 'Fällig', zelle: (frist) => html`${faelligkeit(frist)}${frist.ruht ? ', ruht' : ''}` },
];
