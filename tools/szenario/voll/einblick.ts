import { and, asc, count, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { liesFristzeilen } from '../../../db/aufzeichnung.ts';
import { mitAkteur, type Datenbank, type Transaktion } from '../../../db/client.ts';
import { zaehleOffeneSendungen } from '../../../db/nachrichten.ts';
import { ausgang, eingang, fall, fallEreignis, frist } from '../../../db/schema/index.ts';
import type { Ereignis } from '../../../domain/fall/ereignisse.ts';
import { evolve } from '../../../domain/fall/evolve.ts';
import { istInBegleitung, type BestehenderFall, type Fall } from '../../../domain/fall/fall.ts';
import { fristschluessel } from '../../../domain/pflicht/frist.ts';
import { naechsterInstant } from '../../../domain/fall/schritt.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import type { Geschichte } from '../geschichte.ts';
import { sichtVon } from '../kern/fallakte.ts';
import type { Fallsicht, Nachrichtensicht } from '../motor.ts';
import { kennung } from '../verweise.ts';

const system = { system: 'wartung' } as const;

/** A case of the story and its id in the system. */
export type Fallmarke = { readonly label: string; readonly fallId: string };

async function standVon(tx: Transaktion, fallId: string): Promise<BestehenderFall> {
  const [zeile] = await tx.select({ stand: fall.stand }).from(fall).where(eq(fall.id, fallId));
  if (zeile === undefined) throw new Error(`Kein Fall ${fallId} in PostgreSQL`);
  return zeile.stand;
}

/** Signals that were delivered and are not recorded yet; a case outside of the Begleitung records none (V-65). */
async function schwebendeMeldungen(tx: Transaktion, fallId: string): Promise<number> {
  const [zeile] = await tx
    .select({ anzahl: count() })
    .from(ausgang)
    .leftJoin(fallEreignis, eq(fallEreignis.befehlId, sql`${ausgang.id}::text`))
    .where(and(eq(ausgang.fallId, fallId), ne(ausgang.art, 'mail'), isNull(fallEreignis.id)));
  return zeile?.anzahl ?? 0;
}

/** True once every case has taken all that was due until the instant and what the outbox held. */
export async function istRuhig(db: Datenbank, faelle: readonly Fallmarke[], bis: Instant): Promise<boolean> {
  return mitAkteur(db, system, async (tx) => {
    for (const { fallId } of faelle) {
      const stand = await standVon(tx, fallId);
      const naechster = naechsterInstant(stand);
      if (naechster !== null && naechster <= bis) return false;
      if (istInBegleitung(stand) && (await schwebendeMeldungen(tx, fallId)) > 0) return false;
    }
    return (await zaehleOffeneSendungen(tx)) === 0;
  });
}

/** The cases as the record shows them on the day of the story. */
export async function liesFaelle(
  db: Datenbank,
  faelle: readonly Fallmarke[],
  uhr: Instant,
): Promise<Fallsicht[]> {
  return mitAkteur(db, system, async (tx) => {
    const sichten: Fallsicht[] = [];
    const alle = faelle.map(({ label, fallId }) => ({ label, fall: { fallId } }));
    for (const { label, fallId } of faelle) {
      const zeilen = new Map((await liesFristzeilen(tx, frist, fallId)).map((z) => [fristschluessel(z), z]));
      const akte = { label, fall: await standVon(tx, fallId), zeilen };
      sichten.push(sichtVon(akte, ortstag(uhr), alle));
    }
    return sichten;
  });
}

/** Inbox entries nobody has looked at yet; `gesehen` grows by them. */
export async function liesNachrichten(
  db: Datenbank,
  o: { faelle: readonly Fallmarke[]; geschichte: Geschichte; gesehen: Set<string> },
): Promise<Nachrichtensicht[]> {
  const { faelle, geschichte, gesehen } = o;
  if (faelle.length === 0) return [];
  const ids = faelle.map((f) => f.fallId);
  const zeilen = await mitAkteur(db, system, (tx) =>
    tx.select().from(eingang).where(inArray(eingang.fallId, ids)).orderBy(asc(eingang.am)),
  );
  const neue = zeilen.filter((z) => !gesehen.has(z.id));
  return neue.map((z) => {
    gesehen.add(z.id);
    const empfaenger = geschichte.personal.find((m) =>
      z.anPerson === null
        ? m.rolle === z.anRolle
        : kennung('personal', m.id) === (z.vertretung ?? z.anPerson),
    );
    const label = faelle.find((f) => f.fallId === z.fallId)?.label ?? '';
    return { fall: label, an: empfaenger?.id ?? z.anRolle, anlass: z.anlass, stufe: z.stufe };
  });
}

/** The case as its events tell it, folded anew from the record. */
export async function faltung(db: Datenbank, fallId: string): Promise<Fall> {
  const zeilen = await mitAkteur(db, system, (tx) =>
    tx
      .select({ daten: fallEreignis.daten })
      .from(fallEreignis)
      .where(eq(fallEreignis.vorgangId, fallId))
      .orderBy(asc(fallEreignis.sequenz)),
  );
  return zeilen.reduce<Fall>((stand, z) => evolve(stand, z.daten as Ereignis), {
    zustand: 'neu',
    fallId,
    sequenz: 0,
  });
}
