import { and, eq, lt, sql } from 'drizzle-orm';
import type { Instant } from '../domain/frist/zeitzone.ts';
import { sequenzenVonBefehl } from './aufzeichnung.ts';
import type { Transaktion } from './client.ts';
import {
  befehl,
  dokument,
  fallEreignis,
  vorgang,
  vorgangEreignis,
  type Ereignistabelle,
} from './schema/index.ts';
import type { Verweisspalten, Vorgangsbezug } from './verweis.ts';

/** A command whose texts are still drafts, and where they belong. */
export type Entwurfssatz = Verweisspalten & { readonly befehlId: string };

export async function alteEntwuerfe(tx: Transaktion, vor: Instant): Promise<Entwurfssatz[]> {
  return tx
    .selectDistinct({
      befehlId: dokument.befehlId,
      fallId: dokument.fallId,
      vorgangId: dokument.vorgangId,
    })
    .from(dokument)
    .where(and(eq(dokument.stand, 'entwurf'), lt(dokument.erstelltAm, vor)));
}

/** The table that holds the events behind a text. */
function ereignisseZu({ fallId, vorgangId }: Verweisspalten): { tabelle: Ereignistabelle; id: string } {
  return fallId === null
    ? { tabelle: vorgangEreignis, id: vorgangId ?? '' }
    : { tabelle: fallEreignis, id: fallId };
}

/** Do the events know the command or one of its texts? */
export async function kenntAkte(tx: Transaktion, satz: Entwurfssatz): Promise<boolean> {
  const { befehlId } = satz;
  const { tabelle, id: vorgangId } = ereignisseZu(satz);
  if ((await sequenzenVonBefehl(tx, tabelle, { vorgangId, befehlId })).length > 0) return true;
  const [treffer] = await tx
    .select({ id: tabelle.id })
    .from(tabelle)
    .innerJoin(dokument, eq(dokument.befehlId, befehlId))
    .where(
      and(eq(tabelle.vorgangId, vorgangId), sql`strpos(${tabelle.daten}::text, ${dokument.id}::text) > 0`),
    )
    .limit(1);
  return treffer !== undefined;
}

/** Whose texts they are; null when there is no such Vorgang. */
export async function bezugVonSatz(
  tx: Transaktion,
  { fallId, vorgangId }: Verweisspalten,
): Promise<Vorgangsbezug | null> {
  if (fallId !== null) return { art: 'fall', id: fallId };
  const [zeile] = await tx
    .select({ art: vorgang.art, id: vorgang.id })
    .from(vorgang)
    .where(eq(vorgang.id, vorgangId ?? ''));
  return zeile ?? null;
}

/** The claim of a command, locked so that a repetition waits; null when there is none. */
export async function sperreAnspruchVon(
  tx: Transaktion,
  befehlId: string,
): Promise<{ readonly status: number | null; readonly at: Instant } | null> {
  const [anspruch] = await tx
    .select({ status: befehl.status, at: befehl.at })
    .from(befehl)
    .where(eq(befehl.befehlId, befehlId))
    .for('update');
  return anspruch ?? null;
}
