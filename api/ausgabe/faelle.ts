import { mitAkteur } from '../../db/client.ts';
import { vermerke } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

/** A list that was taken along as a file: what is in it has left Lotse. */
type Ausgabe = {
  /** Path of the page, without what stands behind the question mark. */
  readonly liste: string;
  readonly form: 'csv' | 'xlsx';
  readonly zeilen: number;
};

/** Puts it on record beside the look at each of its pages (K7, DS-29). */
export function vermerkeAusgabe(
  umgebung: Umgebung,
  konto: Konto,
  { liste, form, zeilen }: Ausgabe,
): Promise<void> {
  const am = umgebung.uhr.jetzt();
  const gegenstand = `liste:${liste}:${form}:${String(zeilen)}`;
  return mitAkteur(umgebung.db, akteurVon(konto), (tx) =>
    vermerke(tx, konto, { am, aktion: 'liste_ausgegeben', gegenstand }),
  );
}
