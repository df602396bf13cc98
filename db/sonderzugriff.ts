import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { v5 as uuidV5 } from 'uuid';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Rolle } from '../domain/kennungen.ts';
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

/** Case number and team of cases, also for whoever reviews an access to one without seeing it (R27). */
async function faelleZu(tx: Transaktion, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { fallnummer: string; team: string }>();
  const zeilen = await alsSystem(tx, 'sonderzugriff', () =>
    tx
      .select({ id: fall.id, fallnummer: fall.fallnummer, team: fall.teamId })
      .from(fall)
      .where(inArray(fall.id, [...ids])),
  );
  return new Map(zeilen.map(({ id, ...zeile }) => [id, zeile]));
}

/** One message to each role that reviews: inbox and mail (DS-29). */
async function melde(
  tx: Transaktion,
  zugriff: Sonderzugriff,
  { team: teamId, an }: { readonly team: string; readonly an: readonly Rolle[] },
): Promise<void> {
  const { id: ereignisId, fallId, von: am } = zugriff;
  await alsSystem(tx, 'sonderzugriff', async () => {
    for (const anRolle of an) {
      const id = uuidV5(anRolle, ereignisId);
      const eintrag = { id, fallId, ereignisId, anRolle, teamId, anlass: 'DS-29', am } as const;
      const mails = (await inhaberDerRolle(tx, anRolle, teamId)).map((empfaenger) => {
        const mail = { empfaenger, eingangId: id, art: 'mail' as const, fallId, erstelltAm: am };
        return { ...mail, id: uuidV5(empfaenger, id) };
      });
      await legeNachrichtenAb(tx, [{ ...eintrag, stufe: 'mitteilung' }], mails);
    }
  });
}

/** Puts an access on record and tells those who review it; false when there is no such case. */
export async function beginneZugriff(
  tx: Transaktion,
  neu: Sonderzugriff,
  an: readonly Rolle[],
): Promise<boolean> {
  const zeile = (await faelleZu(tx, [neu.fallId])).get(neu.fallId);
  if (zeile === undefined) return false;
  await tx.insert(sonderzugriff).values(neu);
  await melde(tx, neu, { team: zeile.team, an });
  return true;
}

/** Accesses with who opened them and the case they opened, oldest first: PostgreSQL shows the own ones and those to review. */
async function liesZugriffe(tx: Transaktion, welche: SQL) {
  const zeilen = await tx
    .select({
      id: sonderzugriff.id,
      art: sonderzugriff.art,
      fallId: sonderzugriff.fallId,
      wer: { id: wer.id, anzeigename: wer.anzeigename },
      rolle: wer.rolle,
      grund: sonderzugriff.grund,
      von: sonderzugriff.von,
      bis: sonderzugriff.bis,
    })
    .from(sonderzugriff)
    .innerJoin(wer, eq(wer.id, sonderzugriff.mitarbeitendeId))
    .leftJoin(sonderzugriffPruefung, eq(sonderzugriffPruefung.sonderzugriffId, sonderzugriff.id))
    .where(welche)
    .orderBy(asc(sonderzugriff.von), asc(sonderzugriff.id));
  const faelle = await faelleZu(tx, [...new Set(zeilen.map(({ fallId }) => fallId))]);
  return zeilen.flatMap((zeile) => {
    const dazu = faelle.get(zeile.fallId);
    return dazu === undefined ? [] : [{ ...zeile, ...dazu }];
  });
}
export type Zugriffszeile = Awaited<ReturnType<typeof liesZugriffe>>[number];

/** Accesses nobody has reviewed. */
export function liesUngepruefte(tx: Transaktion): Promise<Zugriffszeile[]> {
  return liesZugriffe(tx, isNull(sonderzugriffPruefung.ergebnis));
}

/** One access; null for one the actor does not see. */
export async function liesZugriff(tx: Transaktion, id: string): Promise<Zugriffszeile | null> {
  const [zeile] = await liesZugriffe(tx, eq(sonderzugriff.id, id));
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
