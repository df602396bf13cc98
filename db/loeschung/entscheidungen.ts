import { and, asc, desc, eq, getTableColumns, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Tag } from '../../domain/frist/tag.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Transaktion } from '../client.ts';
import {
  bedarfsentscheidung,
  bedarfspruefung,
  bestreitung,
  dokument,
  fall,
  loeschantrag,
  loeschsperre,
} from '../schema/index.ts';

type Wer = { readonly am: Instant; readonly von: string };

export async function setzeSperre(tx: Transaktion, neu: typeof loeschsperre.$inferInsert): Promise<void> {
  await tx.insert(loeschsperre).values(neu);
}

/** False when there is no such Löschsperre, or it was lifted before. */
export async function hebeSperreAuf(
  tx: Transaktion,
  wo: { readonly id: string; readonly fallId: string },
  { am, von, grund }: Wer & { readonly grund: string },
): Promise<boolean> {
  const zeilen = await tx
    .update(loeschsperre)
    .set({ aufgehobenAm: am, aufgehobenVon: von, aufhebungsgrund: grund })
    .where(
      and(eq(loeschsperre.id, wo.id), eq(loeschsperre.fallId, wo.fallId), isNull(loeschsperre.aufgehobenAm)),
    )
    .returning({ id: loeschsperre.id });
  return zeilen.length > 0;
}

/** Whose cases a list shows: those one leads, and those of the teams one is in charge of. */
type Leser = { readonly id: string; readonly teams: readonly string[] };

const geleitete = ({ id, teams }: Leser): SQL | undefined =>
  or(eq(fall.fmId, id), teams.length === 0 ? undefined : inArray(fall.teamId, [...teams]));

/** The Löschsperren that stand. */
export async function liesSperren(
  tx: Transaktion,
  wer: Leser,
): Promise<(typeof loeschsperre.$inferSelect)[]> {
  return tx
    .select(getTableColumns(loeschsperre))
    .from(loeschsperre)
    .innerJoin(fall, eq(fall.id, loeschsperre.fallId))
    .where(and(isNull(loeschsperre.aufgehobenAm), geleitete(wer)))
    .orderBy(asc(loeschsperre.gesetztAm), asc(loeschsperre.id));
}

const nochOffen = (): SQL | undefined =>
  and(isNull(loeschantrag.zurueckgenommenAm), isNull(loeschantrag.vollzogenAm));

export async function stelleAntrag(
  tx: Transaktion,
  neu: readonly (typeof loeschantrag.$inferInsert)[],
): Promise<void> {
  if (neu.length > 0) await tx.insert(loeschantrag).values([...neu]);
}

/** What waits for the second person or for its day. */
export async function liesAntraege(
  tx: Transaktion,
  wahl: { readonly id: string } | { readonly fallId: string } | { readonly wer: Leser },
): Promise<(typeof loeschantrag.$inferSelect)[]> {
  const welche =
    'id' in wahl
      ? eq(loeschantrag.id, wahl.id)
      : 'fallId' in wahl
        ? eq(loeschantrag.fallId, wahl.fallId)
        : geleitete(wahl.wer);
  return tx
    .select(getTableColumns(loeschantrag))
    .from(loeschantrag)
    .innerJoin(fall, eq(fall.id, loeschantrag.fallId))
    .where(and(nochOffen(), welche))
    .orderBy(asc(loeschantrag.beantragtAm), asc(loeschantrag.id));
}

export async function bestaetigeAntrag(
  tx: Transaktion,
  id: string,
  { am, von, vollzugAb }: Wer & { readonly vollzugAb: Tag },
): Promise<void> {
  await tx
    .update(loeschantrag)
    .set({ bestaetigtAm: am, bestaetigtVon: von, vollzugAb })
    .where(eq(loeschantrag.id, id));
}

export async function nimmAntragZurueck(tx: Transaktion, id: string, { am, von }: Wer): Promise<void> {
  await tx
    .update(loeschantrag)
    .set({ zurueckgenommenAm: am, zurueckgenommenVon: von })
    .where(eq(loeschantrag.id, id));
}

/** The valid texts of a case without their content. */
export async function liesUnterlagen(tx: Transaktion, fallId: string) {
  const { id, klasse, feld, erstelltAm } = dokument;
  return tx
    .select({ dokument: id, klasse, feld, erfasstAm: erstelltAm })
    .from(dokument)
    .where(and(eq(dokument.fallId, fallId), eq(dokument.stand, 'gueltig')))
    .orderBy(asc(erstelltAm), asc(id));
}

export async function liesPruefungen(
  tx: Transaktion,
  fallId: string,
): Promise<(typeof bedarfspruefung.$inferSelect)[]> {
  return tx
    .select()
    .from(bedarfspruefung)
    .where(eq(bedarfspruefung.fallId, fallId))
    .orderBy(desc(bedarfspruefung.faelligAm), asc(bedarfspruefung.id));
}

/** False when the question was answered before. */
export async function entscheidePruefung(
  tx: Transaktion,
  wo: { readonly id: string } & Wer,
  antworten: readonly Omit<typeof bedarfsentscheidung.$inferInsert, 'pruefungId'>[],
): Promise<boolean> {
  const zeilen = await tx
    .update(bedarfspruefung)
    .set({ entschiedenAm: wo.am, entschiedenVon: wo.von })
    .where(and(eq(bedarfspruefung.id, wo.id), isNull(bedarfspruefung.entschiedenAm)))
    .returning({ id: bedarfspruefung.id });
  if (zeilen.length === 0) return false;
  await tx.insert(bedarfsentscheidung).values(antworten.map((a) => ({ ...a, pruefungId: wo.id })));
  return true;
}

/** The statement of the person is a valid text from the start: it is no draft of a command. */
export async function bestreite(
  tx: Transaktion,
  neu: typeof bestreitung.$inferInsert,
  texte: readonly Omit<typeof dokument.$inferInsert, 'stand'>[],
): Promise<boolean> {
  const [offene] = await tx
    .select({ id: bestreitung.id })
    .from(bestreitung)
    .where(and(eq(bestreitung.dokumentId, neu.dokumentId), eq(bestreitung.stand, 'bestritten')));
  if (offene !== undefined) return false;
  await tx.insert(dokument).values(texte.map((text) => ({ ...text, stand: 'gueltig' as const })));
  await tx.insert(bestreitung).values(neu);
  return true;
}

export async function liesBestreitungen(
  tx: Transaktion,
  fallId: string,
  ids?: readonly string[],
): Promise<(typeof bestreitung.$inferSelect)[]> {
  return tx
    .select()
    .from(bestreitung)
    .where(
      and(
        eq(bestreitung.fallId, fallId),
        ids === undefined ? undefined : inArray(bestreitung.dokumentId, [...ids]),
      ),
    )
    .orderBy(asc(bestreitung.erfasstAm), asc(bestreitung.id));
}

/** False when it is resolved already, or none of this case. */
export async function erledigeBestreitung(
  tx: Transaktion,
  wo: { readonly id: string; readonly fallId: string },
  werte: Pick<typeof bestreitung.$inferInsert, 'stand' | 'grund' | 'erledigtAm' | 'erledigtVon'>,
): Promise<boolean> {
  const zeilen = await tx
    .update(bestreitung)
    .set(werte)
    .where(
      and(eq(bestreitung.id, wo.id), eq(bestreitung.fallId, wo.fallId), eq(bestreitung.stand, 'bestritten')),
    )
    .returning({ id: bestreitung.id });
  return zeilen.length > 0;
}
