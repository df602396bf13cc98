import { and, asc, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { v5 as uuidV5 } from 'uuid';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { legeNachrichtenAb } from './nachrichten.ts';
import { inhaberDerRolle } from './mitarbeitende.ts';
import { fall, mitarbeitende, sonderzugriff, sonderzugriffPruefung } from './schema/index.ts';
import { alsSystem } from './systemzugriff.ts';

export type Sonderzugriff = typeof sonderzugriff.$inferSelect;

const wer = alias(mitarbeitende, 'wer');

/** The reasons under which a colleague may look at a case now; an objected one is none. */
export async function liesGeltende(
  tx: Transaktion,
  wo: { readonly wer: string; readonly fallId: string; readonly jetzt: Instant },
): Promise<Sonderzugriff[]> {
  const zeilen = await tx
    .select({ zugriff: sonderzugriff })
    .from(sonderzugriff)
    .leftJoin(sonderzugriffPruefung, eq(sonderzugriffPruefung.sonderzugriffId, sonderzugriff.id))
    .where(
      and(
        eq(sonderzugriff.mitarbeitendeId, wo.wer),
        eq(sonderzugriff.fallId, wo.fallId),
        lte(sonderzugriff.von, wo.jetzt),
        gt(sonderzugriff.bis, wo.jetzt),
        or(isNull(sonderzugriffPruefung.ergebnis), ne(sonderzugriffPruefung.ergebnis, 'beanstandet')),
      ),
    );
  return zeilen.map(({ zugriff }) => zugriff);
}

/** Puts an access on record and tells the Teamleitung of the case (DS-29); false when there is no such case. */
export async function beginneZugriff(tx: Transaktion, neu: Sonderzugriff): Promise<boolean> {
  const { id, fallId, von: am } = neu;
  const [zeile] = await alsSystem(tx, 'sonderzugriff', () =>
    tx.select({ team: fall.teamId }).from(fall).where(eq(fall.id, fallId)),
  );
  if (zeile === undefined) return false;
  await tx.insert(sonderzugriff).values(neu);
  const { team: teamId } = zeile;
  const eintrag = { id, fallId, ereignisId: id, anRolle: 'tl', teamId, anlass: 'DS-29', am } as const;
  await alsSystem(tx, 'sonderzugriff', async () => {
    const leitende = await inhaberDerRolle(tx, 'tl', teamId);
    const mails = leitende.map((empfaenger) => {
      const mail = { empfaenger, eingangId: id, art: 'mail' as const, fallId, erstelltAm: am };
      return { ...mail, id: uuidV5(empfaenger, id) };
    });
    await legeNachrichtenAb(tx, [{ ...eintrag, stufe: 'mitteilung' }], mails);
  });
  return true;
}

/** Accesses to cases of these teams nobody has reviewed, oldest first. */
export async function liesUngepruefte(tx: Transaktion, teams: readonly string[]) {
  return tx
    .select({
      id: sonderzugriff.id,
      art: sonderzugriff.art,
      fallId: sonderzugriff.fallId,
      fallnummer: fall.fallnummer,
      wer: { id: wer.id, anzeigename: wer.anzeigename },
      grund: sonderzugriff.grund,
      von: sonderzugriff.von,
      bis: sonderzugriff.bis,
    })
    .from(sonderzugriff)
    .innerJoin(fall, eq(fall.id, sonderzugriff.fallId))
    .innerJoin(wer, eq(wer.id, sonderzugriff.mitarbeitendeId))
    .leftJoin(sonderzugriffPruefung, eq(sonderzugriffPruefung.sonderzugriffId, sonderzugriff.id))
    .where(and(inArray(fall.teamId, [...teams]), isNull(sonderzugriffPruefung.ergebnis)))
    .orderBy(asc(sonderzugriff.von), asc(sonderzugriff.id));
}

/** An access with the team of its case; null for one the actor does not see. */
export async function liesZugriff(
  tx: Transaktion,
  id: string,
): Promise<{ readonly mitarbeitendeId: string; readonly fallId: string; readonly team: string } | null> {
  const { mitarbeitendeId, fallId } = sonderzugriff;
  const [zeile] = await tx
    .select({ mitarbeitendeId, fallId, team: fall.teamId })
    .from(sonderzugriff)
    .innerJoin(fall, eq(fall.id, fallId))
    .where(eq(sonderzugriff.id, id));
  return zeile ?? null;
}

/** False when it was reviewed already. */
export async function pruefeZugriff(
  tx: Transaktion,
  pruefung: typeof sonderzugriffPruefung.$inferInsert,
): Promise<boolean> {
  const zeilen = await tx
    .insert(sonderzugriffPruefung)
    .values(pruefung)
    .onConflictDoNothing()
    .returning({ id: sonderzugriffPruefung.sonderzugriffId });
  return zeilen.length > 0;
}
