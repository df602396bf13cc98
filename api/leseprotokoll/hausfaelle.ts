import { mitAkteur } from '../../db/client.ts';
import { schliesseSpuren } from '../../db/lesespur.ts';
import { liesProtokoll } from '../../db/protokoll.ts';
import { lesbareSuchschluessel } from '../../db/tresor/jahresschluessel.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { beginnDesTages, ortstag } from '../../domain/frist/zeitzone.ts';
import { blaettere } from '../kern/blaettern.ts';
import type { Seite } from '../kern/seiten.ts';
import { suchmerkmal } from '../kern/suchmerkmale.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import { ansicht } from './faelle.ts';
import type { Hausabfrage, Protokollansicht, Protokollsuche } from './formen.ts';

/** How far back the log of the house is shown where nobody names a day. */
const TAGE = 30;

/** What accounts are still reading becomes entries first, in a transaction of its own: no reader's row is held while R27 reads. */
async function schliesseAlle({ db }: Umgebung, konto: Konto): Promise<void> {
  await mitAkteur(db, akteurVon(konto), schliesseSpuren);
}

/** What was read and changed in the house, or by one account (K7, R27); itself an entry. */
export async function protokollDesHauses(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Hausabfrage,
): Promise<Seite<Protokollansicht>> {
  await schliesseAlle(umgebung, konto);
  const { konto: wessen, art, seit = plusTage(ortstag(umgebung.uhr.jetzt()), -TAGE) } = wahl;
  const bezug = { seit: beginnDesTages(seit), konto: wessen };
  return blaettere(
    { umgebung, konto, blatt: wahl, liste: 'protokoll' },
    (tx, blatt) => liesProtokoll(tx, { ...blatt, art, bezug }),
    ansicht,
  );
}

/** The value as it stands in the audit, under the key of each year that is not destroyed yet. */
async function merkmaleVon({ tresor, uhr }: Umgebung, { feld, wert }: Protokollsuche): Promise<string[]> {
  const merkmale: string[] = [];
  for (const bezug of lesbareSuchschluessel(ortstag(uhr.jetzt()))) {
    const schluessel = await tresor.vorhandener(bezug);
    if (schluessel !== null) merkmale.push(suchmerkmal(schluessel, feld, wert));
  }
  return merkmale;
}

/** Who looked for this number (R27), as long as the key of the year is there; itself an entry with the same hash. */
export async function durchsucheProtokoll(
  umgebung: Umgebung,
  konto: Konto,
  suche: Protokollsuche,
): Promise<Seite<Protokollansicht>> {
  await schliesseAlle(umgebung, konto);
  const { feld, wert, limit, offset } = suche;
  const bezug = { merkmale: await merkmaleVon(umgebung, suche) };
  return blaettere(
    { umgebung, konto, blatt: { limit, offset, ...{ [feld]: wert } }, liste: 'protokollsuche' },
    (tx, blatt) => liesProtokoll(tx, { ...blatt, bezug }),
    ansicht,
  );
}
