import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Fristid, Zustand } from '../domain/kennungen.ts';
import { zeilennamen } from '../domain/tabelle.ts';
import type { Transaktion } from './client.ts';
import { laufenderFall } from './fallstaende.ts';
import { fall, frist, person } from './schema/index.ts';
import { alsSystem } from './systemzugriff.ts';

/** What a colleague is in cases: responsible Fallmanager, pAp to be told, external Fallmanagement. */
const ALS = {
  fm: (id: string): SQL | undefined => eq(fall.fmId, id),
  pap: (id: string): SQL | undefined => or(eq(fall.papId, id), eq(fall.aufnehmenderPapId, id)),
  extern: (id: string): SQL | undefined => eq(fall.externId, id),
} as const;

export type Rolleimfall = keyof typeof ALS;

export type Zustaendigkeit = {
  readonly fallId: string;
  readonly fallnummer: string;
  readonly zustand: Zustand;
  readonly als: Rolleimfall;
  /** Open duties of the case, the next due first. */
  readonly fristen: readonly { readonly frist: Fristid; readonly faellig: Tag }[];
};

/** Every running case that names the colleague, with its open duties. */
export function liesZustaendigkeiten(tx: Transaktion, id: string): Promise<Zustaendigkeit[]> {
  return alsSystem(tx, 'ausscheiden', () => liesJeRolle(tx, id));
}

async function liesJeRolle(tx: Transaktion, id: string): Promise<Zustaendigkeit[]> {
  const alle: Zustaendigkeit[] = [];
  for (const als of zeilennamen(ALS)) {
    const zeilen = await tx
      .select({
        fallId: fall.id,
        fallnummer: fall.fallnummer,
        zustand: fall.zustand,
        frist: frist.fristId,
        faellig: frist.faellig,
      })
      .from(fall)
      .leftJoin(frist, and(eq(frist.vorgangId, fall.id), eq(frist.offen, true)))
      .where(and(ALS[als](id), laufenderFall))
      .orderBy(asc(fall.fallnummer), asc(frist.faellig), asc(frist.fristId));
    for (const { frist: nr, faellig, ...zeile } of zeilen) {
      const letzte = alle.at(-1);
      const eine = nr === null || faellig === null ? [] : [{ frist: nr, faellig }];
      if (letzte?.fallId === zeile.fallId && letzte.als === als)
        alle[alle.length - 1] = { ...letzte, fristen: [...letzte.fristen, ...eine] };
      else alle.push({ ...zeile, als, fristen: eine });
    }
  }
  return alle;
}

const betreut = (id: string): SQL | undefined => or(eq(person.papId, id), eq(person.fmU25Id, id));

/** How many persons a colleague looks after as pAp or FM U25, with or without a case. */
export async function zaehlePersonen(tx: Transaktion, id: string): Promise<number> {
  return alsSystem(tx, 'ausscheiden', () => tx.$count(person, betreut(id)));
}

/** Gives all persons of one colleague to another; @returns whom. */
export async function uebergibPersonen(tx: Transaktion, von: string, an: string): Promise<string[]> {
  const version = sql`${person.version} + 1`;
  return alsSystem(tx, 'ausscheiden', async () => {
    const betroffene = await tx.select({ id: person.id }).from(person).where(betreut(von));
    await tx.update(person).set({ papId: an, version }).where(eq(person.papId, von));
    await tx.update(person).set({ fmU25Id: an, version }).where(eq(person.fmU25Id, von));
    return betroffene.map(({ id }) => id);
  });
}

/** Would anything be left without somebody responsible if the colleague went? */
export async function liegtNochWas(tx: Transaktion, id: string): Promise<boolean> {
  const inFaellen = or(ALS.fm(id), ALS.pap(id), ALS.extern(id));
  const faelle = await alsSystem(tx, 'ausscheiden', () => tx.$count(fall, and(inFaellen, laufenderFall)));
  return faelle > 0 || (await zaehlePersonen(tx, id)) > 0;
}
