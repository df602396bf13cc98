import { html } from '@remix-run/html-template';
import type { z } from 'zod';
import { nichtBerechtigt } from '../../api/kern/absage.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import type { Listenspalte } from '../kern/listenspalte.ts';
import { tabelle } from '../kern/tabelle.ts';
import { dateizeile, gewuenschteForm, gibAus } from '../listen/ausgabe.ts';
import { liesZeile } from '../kern/zeilen.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { schreibknoepfe, type Verweis } from '../schreiben/verweis.ts';

/** A list of something the house keeps: whole, for there are few of each. */
export type Hausliste<E> = {
  readonly titel: string;
  /** Name of the row that is shown. */
  readonly zeile: string;
  readonly schema: z.ZodType<readonly E[]> | z.ZodType<{ eintraege: readonly E[] }>;
  readonly spalten: (konto: Konto) => readonly Listenspalte<E>[];
  readonly leer: string;
  readonly tun: readonly Verweis[];
};

/** The page of such a list. */
export function hausseite<E>(liste: Hausliste<E>): (anfrage: Seitenanfrage) => Promise<Seitenantwort> {
  const { titel, zeile, schema, spalten, leer, tun } = liste;
  return async (anfrage) => {
    const { konto, abfrage } = anfrage;
    const antwort = await liesZeile<readonly E[] | { eintraege: readonly E[] }>(anfrage, zeile, { schema });
    if (antwort === null) throw nichtBerechtigt();
    const eintraege = 'eintraege' in antwort ? antwort.eintraege : antwort;
    const form = gewuenschteForm(abfrage);
    if (form !== null) return gibAus(anfrage, form, { titel, spalten: spalten(konto), eintraege });
    const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
      <h1 class="kern-heading-large">${titel}</h1>
      ${schreibknoepfe(konto, tun)}
      ${eintraege.length === 0 ? html`<p class="kern-body">${leer}</p>` : tabelle(eintraege, spalten(konto))}
      ${eintraege.length === 0 ? null : dateizeile(abfrage)}
      <p class="kern-body"><a class="kern-link" href="/haus">Zur Übersicht des Hauses</a></p>`;
    return { art: 'seite', titel, inhalt, bereich: 'haus' };
  };
}
