import { mitAkteur } from '../../../db/client.ts';
import { dokument } from '../../../db/schema/index.ts';
import { entsiegle } from '../../../db/tresor/textschutz.ts';
import { abzug } from '../abzug.ts';
import type { Kanarienwelt } from './welt.ts';

/** Everything PostgreSQL holds, with the texts of K4 and K5 as they were written. */
export async function bestand({ stand: { db, tresor } }: Kanarienwelt): Promise<string> {
  const texte = await mitAkteur(db, { system: 'wartung' }, (tx) => tx.select().from(dokument));
  const offene = await entsiegle(tresor, texte);
  return [await abzug(db), ...offene.map(({ text }) => text)].join('\n');
}
