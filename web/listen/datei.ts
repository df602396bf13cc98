import { stringify } from 'csv-stringify/sync';
import schreibeMappe from 'write-excel-file/node';
import { tagInWorten } from '../../domain/frist/tag.ts';
import type { Dateispalte, Wert } from '../kern/listenspalte.ts';

export const DATEIFORMEN = ['csv', 'xlsx'] as const;
export type Dateiform = (typeof DATEIFORMEN)[number];

/** Rows and columns of a list as a file has them. */
export type Blatt<E> = {
  readonly name: string;
  readonly spalten: readonly Dateispalte<E>[];
  readonly eintraege: readonly E[];
};

const alsText = (wert: Wert): string => {
  if (wert === null) return '';
  return typeof wert === 'object' ? tagInWorten(wert.tag) : String(wert);
};

/** As a German spreadsheet opens it: semicolons, a mark of UTF-8, and nothing it would take for a formula. */
function csv<E>({ spalten, eintraege }: Blatt<E>): string {
  const zeilen = [
    spalten.map(({ kopf }) => kopf),
    ...eintraege.map((eintrag) => spalten.map(({ wert }) => alsText(wert(eintrag)))),
  ];
  return stringify(zeilen, { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true });
}

/** Text stays text whatever it begins with; only days and numbers are more than that. */
function zelle(wert: Wert): object | null {
  if (wert === null) return null;
  if (typeof wert === 'number') return { type: Number, value: wert };
  if (typeof wert === 'string') return { type: String, value: wert };
  return { type: Date, value: new Date(`${wert.tag}T00:00:00Z`), format: 'dd.mm.yyyy' };
}

async function xlsx<E>({ name, spalten, eintraege }: Blatt<E>): Promise<Buffer> {
  const kopf = spalten.map((spalte) => ({ type: String, value: spalte.kopf, fontWeight: 'bold' as const }));
  const zeilen = eintraege.map((eintrag) => spalten.map(({ wert }) => zelle(wert(eintrag))));
  return schreibeMappe([kopf, ...zeilen], {
    sheet: name.slice(0, 31),
    stickyRowsCount: 1,
    columns: spalten.map(() => ({ width: 24 })),
  }).toBuffer();
}

const TYPEN: Readonly<Record<Dateiform, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The list as a file to keep. */
export async function listendatei<E>(
  form: Dateiform,
  blatt: Blatt<E>,
): Promise<{ readonly typ: string; readonly inhalt: string | Buffer }> {
  return { typ: TYPEN[form], inhalt: form === 'csv' ? csv(blatt) : await xlsx(blatt) };
}
