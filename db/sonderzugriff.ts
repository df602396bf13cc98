import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { v5 as uuidV5 } from 'uuid';
import { VIELE_ZUGRIFFE } from '../domain/fall/bezeichnungen.ts';
import type { Tag } from '../domain/frist/tag.ts';
import { ortstag, type Instant } from '../domain/frist/zeitzone.ts';
import type { Rolle } from '../domain/kennungen.ts';
import { ESKALATIONSROLLEN, type Zugriffsart, type Zugriffslage } from '../domain/rollen/zugriffsbremse.ts';
import type { Transaktion } from './client.ts';
import { legeNachrichtenAb } from './nachrichten.ts';
import { inhaberDerRolle } from './mitarbeitende.ts';
import {
  fall,
  mitarbeitende,
  sonderzugriff,
  sonderzugriffFreigabe,
  sonderzugriffPruefung,
} from './schema/index.ts';
import { alsSystem, zuletztAlsSystem } from './systemzugriff.ts';

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
async function faelleZu(tx: Transaktion, ids: readonly string[], zuletzt = false) {
  if (ids.length === 0) return new Map<string, { fallnummer: string; team: string }>();
  const lies = async () =>
    tx
      .select({ id: fall.id, fallnummer: fall.fallnummer, team: fall.teamId })
      .from(fall)
      .where(inArray(fall.id, [...ids]));
  const zeilen = await (zuletzt
    ? zuletztAlsSystem(tx, 'sonderzugriff', lies)
    : alsSystem(tx, 'sonderzugriff', lies));
  return new Map(zeilen.map(({ id, ...zeile }) => [id, zeile]));
}

/** What is told of an access: `ereignisId` makes a repetition the same message. */
type Meldung = {
  readonly ereignisId: string;
  readonly fallId: string;
  readonly team: string;
  readonly am: Instant;
  readonly anlass: 'DS-29' | typeof VIELE_ZUGRIFFE;
  readonly an: readonly Rolle[];
};

/** One message to each role: inbox and mail (DS-29). */
async function melde(tx: Transaktion, meldung: Meldung): Promise<void> {
  const { ereignisId, fallId, team: teamId, am, anlass, an } = meldung;
  await alsSystem(tx, 'sonderzugriff', async () => {
    for (const anRolle of an) {
      const id = uuidV5(anRolle, ereignisId);
      const eintrag = { id, fallId, ereignisId, anRolle, teamId, anlass, am } as const;
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
  const { id: ereignisId, fallId, von: am } = neu;
  await melde(tx, { ereignisId, fallId, team: zeile.team, am, anlass: 'DS-29', an });
  return true;
}

/** Tells of an account that opens many cases or is refused one, each role once a day; false when there is no such case. */
export async function meldeHaeufung(
  tx: Transaktion,
  wo: { readonly wer: string; readonly fallId: string; readonly am: Instant },
): Promise<boolean> {
  const zeile = (await faelleZu(tx, [wo.fallId])).get(wo.fallId);
  if (zeile === undefined) return false;
  const ereignisId = uuidV5(ortstag(wo.am), wo.wer);
  const { fallId, am } = wo;
  await melde(tx, {
    ereignisId,
    fallId,
    team: zeile.team,
    am,
    anlass: VIELE_ZUGRIFFE,
    an: ESKALATIONSROLLEN,
  });
  return true;
}

/** What the account has opened with a reason: the caller has locked the account, so that two at once count one after the other. */
export async function liesLage(
  tx: Transaktion,
  wo: { readonly wer: string; readonly art: Zugriffsart; readonly fallId: string; readonly heute: Tag },
): Promise<Zugriffslage> {
  const seine = tx
    .select({
      art: sonderzugriff.art,
      fallId: sonderzugriff.fallId,
      heute: sql<boolean>`(${sonderzugriff.von} at time zone 'Europe/Berlin')::date = ${wo.heute}::date`,
      ergebnis: sonderzugriffPruefung.ergebnis,
      freigegebenAm: sonderzugriffFreigabe.freigegebenAm,
    })
    .from(sonderzugriff)
    .leftJoin(sonderzugriffPruefung, eq(sonderzugriffPruefung.sonderzugriffId, sonderzugriff.id))
    .leftJoin(sonderzugriffFreigabe, eq(sonderzugriffFreigabe.sonderzugriffId, sonderzugriff.id))
    .where(eq(sonderzugriff.mitarbeitendeId, wo.wer));
  const alle = await seine;
  const gezaehlt = alle.filter(
    (z) => z.heute && z.art === wo.art && z.fallId !== wo.fallId && z.ergebnis !== 'bestaetigt',
  );
  const offen = alle.filter((z) => z.ergebnis === 'beanstandet' && z.freigegebenAm === null);
  return {
    faelleHeute: new Set(gezaehlt.map(({ fallId }) => fallId)).size,
    beanstandet: [...new Set(offen.map(({ fallId }) => fallId))],
  };
}

/** Accesses with who opened them and the case they opened, oldest first: PostgreSQL shows the own ones and those to review. */
async function liesZugriffe(tx: Transaktion, welche: SQL, zuletzt = false) {
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
      ergebnis: sonderzugriffPruefung.ergebnis,
      geprueftAm: sonderzugriffPruefung.geprueftAm,
      freigegebenAm: sonderzugriffFreigabe.freigegebenAm,
    })
    .from(sonderzugriff)
    .innerJoin(wer, eq(wer.id, sonderzugriff.mitarbeitendeId))
    .leftJoin(sonderzugriffPruefung, eq(sonderzugriffPruefung.sonderzugriffId, sonderzugriff.id))
    .leftJoin(sonderzugriffFreigabe, eq(sonderzugriffFreigabe.sonderzugriffId, sonderzugriff.id))
    .where(welche)
    .orderBy(asc(sonderzugriff.von), asc(sonderzugriff.id));
  const faelle = await faelleZu(tx, [...new Set(zeilen.map(({ fallId }) => fallId))], zuletzt);
  return zeilen.flatMap((zeile) => {
    const dazu = faelle.get(zeile.fallId);
    return dazu === undefined ? [] : [{ ...zeile, ...dazu }];
  });
}
export type Zugriffszeile = Awaited<ReturnType<typeof liesZugriffe>>[number];

/** Accesses nobody has reviewed; the last question of its transaction. */
export function liesUngepruefte(tx: Transaktion): Promise<Zugriffszeile[]> {
  return liesZugriffe(tx, isNull(sonderzugriffPruefung.ergebnis), true);
}

/** Accesses with an objection that was not taken back; the last question of its transaction. */
export async function liesBeanstandete(tx: Transaktion): Promise<Zugriffszeile[]> {
  const offen = and(
    eq(sonderzugriffPruefung.ergebnis, 'beanstandet'),
    isNull(sonderzugriffFreigabe.freigegebenAm),
  );
  return offen === undefined ? [] : liesZugriffe(tx, offen, true);
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

/** False when it was taken back already. */
export async function gibFrei(
  tx: Transaktion,
  freigabe: typeof sonderzugriffFreigabe.$inferInsert,
): Promise<boolean> {
  const zeilen = await tx
    .insert(sonderzugriffFreigabe)
    .values(freigabe)
    .onConflictDoNothing()
    .returning({ id: sonderzugriffFreigabe.sonderzugriffId });
  return zeilen.length > 0;
}
