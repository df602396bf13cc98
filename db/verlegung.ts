import { and, eq, inArray, sql } from 'drizzle-orm';
import { v5 as uuidV5 } from 'uuid';
import type { Ereignis, EreignisVon } from '../domain/fall/ereignisse.ts';
import type { Kontaktdaten } from '../domain/fall/ereignisse/kontakt.ts';
import { kontaktdaten } from '../domain/fall/ruecknahme.ts';
import type { Tag } from '../domain/frist/tag.ts';
import { ortstag } from '../domain/frist/zeitzone.ts';
import { fallereignis } from './akte.ts';
import type { Transaktion } from './client.ts';
import { fallEreignis } from './schema/index.ts';

/** What the other case is told of an entry that was moved into it. */
export type VerlegterEintrag = {
  readonly von: string;
  readonly kontakt: Kontaktdaten;
  readonly eintragAm: Tag;
  readonly unterlagen: Ereignis['dokumente'];
};

async function liesRuecknahme(
  tx: Transaktion,
  sendung: string,
): Promise<EreignisVon<'eintrag_zurueckgezogen'> | null> {
  const { art, daten } = fallEreignis;
  const [zeile] = await tx
    .select({ daten })
    .from(fallEreignis)
    .where(and(eq(art, 'eintrag_zurueckgezogen'), eq(sql`${daten} -> 'ziel' ->> 'sendung'`, sendung)));
  const ereignis = zeile === undefined ? null : fallereignis(zeile.daten);
  return ereignis?.art === 'eintrag_zurueckgezogen' ? ereignis : null;
}

async function liesKontakt(
  tx: Transaktion,
  ids: readonly string[],
): Promise<EreignisVon<'kontakt_erfasst'> | null> {
  const { id, art, daten } = fallEreignis;
  const [zeile] = await tx
    .select({ daten })
    .from(fallEreignis)
    .where(and(inArray(id, [...ids]), eq(art, 'kontakt_erfasst')));
  const ereignis = zeile === undefined ? null : fallereignis(zeile.daten);
  return ereignis?.art === 'kontakt_erfasst' ? ereignis : null;
}

/** The texts as they were written, by whom and when, under ids of their own, so that the old ones can be erased. PostgreSQL copies them: the worker reads no text. */
async function kopiereTexte(
  tx: Transaktion,
  sendung: string,
  alte: Ereignis['dokumente'],
): Promise<Ereignis['dokumente']> {
  const neue = alte.map(({ feld, id }) => ({ feld, id: uuidV5(id, sendung), alt: id }));
  const ids = JSON.stringify(Object.fromEntries(neue.map(({ alt, id }) => [alt, id])));
  await tx.execute(sql`select lotse_verlege_texte(${sendung}, ${ids}::jsonb)`);
  return neue.map(({ feld, id }) => ({ feld, id }));
}

/** TR61: copies the texts of a moved contact and says what the case it belongs to is told; null when nothing was moved. */
export async function verlegeEintrag(tx: Transaktion, sendung: string): Promise<VerlegterEintrag | null> {
  const ruecknahme = await liesRuecknahme(tx, sendung);
  const eintrag =
    ruecknahme === null
      ? null
      : await liesKontakt(
          tx,
          ruecknahme.teile.map((t) => t.ereignis),
        );
  if (ruecknahme === null || eintrag === null) return null;
  return {
    von: ruecknahme.akteur ?? '',
    kontakt: kontaktdaten(eintrag),
    eintragAm: eintrag.ereignisAm ?? ortstag(eintrag.am),
    unterlagen: await kopiereTexte(tx, sendung, eintrag.dokumente),
  };
}
