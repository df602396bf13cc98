import type { SafeHtml } from '@remix-run/html-template';
import type { Seitenkapitel } from '../hilfe/kapitel.ts';
import type { Konto, Umgebung } from '../../api/kern/umgebung.ts';

/** Where a page stands in the navigation; null for pages beside it. */
export type Bereich =
  | 'heute'
  | 'faelle'
  | 'personen'
  | 'vormerkungen'
  | 'besprechung'
  | 'eingang'
  | 'team'
  | 'haus'
  | 'fristen'
  | null;

/** What a page is called with: who asks, what the address and the form say. */
export type Seitenanfrage = {
  readonly umgebung: Umgebung;
  readonly konto: Konto;
  /** Where people reach Lotse. */
  readonly adresse: string;
  /** Path of the page, without what stands behind the question mark. */
  readonly ort: string;
  readonly pfad: Readonly<Record<string, string>>;
  readonly abfrage: URLSearchParams;
  /** Fields of the form; empty for a page that is only read. */
  readonly rumpf: URLSearchParams;
};

/** A page, a document, or where to go on. */
export type Seitenantwort =
  | {
      readonly art: 'seite';
      /** Without a name of anybody: titles stand in the history of the browser. */
      readonly titel: string;
      readonly inhalt: SafeHtml;
      readonly bereich: Bereich;
      /** The one script the page may have. */
      readonly skript?: 'entwurf.js';
      /** 200 when absent. */
      readonly status?: number;
    }
  /** A whole page of the API, made for the printer. */
  | { readonly art: 'dokument'; readonly dokument: string }
  /** Something to keep; its name says nothing of anybody. */
  | { readonly art: 'datei'; readonly typ: string; readonly name: string; readonly inhalt: string | Buffer }
  | { readonly art: 'weiter'; readonly ort: string };

/** One page as data, so that tests can walk all of them. */
export type Seitenzeile = {
  readonly methode: 'get' | 'post';
  /** `/faelle/:fallId`; the log names the page so, never by a value. */
  readonly pfad: string;
  /** The chapter of the handbook about it. */
  readonly hilfe: Seitenkapitel;
  /** Shows a list or offers one to choose from: the narrower limit of requests holds, as for the rows it asks (S10). */
  readonly aufwendig?: true;
  readonly zeige: (anfrage: Seitenanfrage) => Promise<Seitenantwort>;
};

/** A part of the path the page cannot be without. */
export function teil({ pfad }: Pick<Seitenanfrage, 'pfad'>, name: string): string {
  const wert = pfad[name];
  if (wert === undefined) throw new Error(`Die Seite hat kein ${name} im Pfad`);
  return wert;
}
