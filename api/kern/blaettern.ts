import type { Auszug } from '../../db/blatt.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { vermerkeListe, type Listenname } from './lesespur.ts';
import type { Seite, Seitenwahl } from './seiten.ts';
import { akteurVon, type Konto, type Umgebung } from './umgebung.ts';

/** One page. Behind the end there is no row that could say how many there are: then the first one is asked. */
export async function seiteVon<Zeile, Eintrag>(
  { limit, offset }: Seitenwahl,
  lies: (blatt: Seitenwahl) => Promise<Auszug<Zeile>>,
  zeige: (zeile: Zeile) => Eintrag,
): Promise<Seite<Eintrag>> {
  const { zeilen, gesamt } = await lies({ limit, offset });
  const dahinter = zeilen.length === 0 && gesamt === 0 && offset > 0;
  const zahl = dahinter ? (await lies({ limit: 1, offset: 0 })).gesamt : gesamt;
  return { eintraege: zeilen.map(zeige), gesamt: zahl, limit, offset };
}

/** One page in a transaction of its own. `liste`: how the audit calls it (ADR 61); null where it names no person and no case. */
export function blaettere<Zeile, Eintrag>(
  {
    umgebung,
    konto,
    blatt,
    liste,
  }: { umgebung: Umgebung; konto: Konto; blatt: Seitenwahl; liste: Listenname | null },
  lies: (tx: Transaktion, blatt: Seitenwahl) => Promise<Auszug<Zeile>>,
  zeige: (zeile: Zeile) => Eintrag,
): Promise<Seite<Eintrag>> {
  return mitAkteur(umgebung.db, akteurVon(konto), async (tx) => {
    const seite = await seiteVon(blatt, (wahl) => lies(tx, wahl), zeige);
    if (liste !== null)
      await vermerkeListe(tx, umgebung, { liste, wahl: blatt, zeilen: seite.eintraege.length });
    return seite;
  });
}
