import { and, eq, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Herleitungsschritt } from '../domain/frist/auftrag.ts';
import { FRISTENDEN } from '../domain/pflicht/frist.ts';
import type { Fristzeile } from '../domain/pflicht/fristzeilen.ts';
import type { Antwort } from '../domain/vorgang/antwort.ts';
import type { AllgemeinesEreignis } from '../domain/vorgang/ereignis.ts';
import type { Aufzeichnungsfragen } from './ablage.ts';
import type { Transaktion } from './client.ts';
import {
  befehl,
  dokument,
  handlungsbedarf,
  leistungserbringer,
  mitarbeitende,
  person,
  type Ereignistabelle,
  type Fristtabelle,
} from './schema/index.ts';

/** Sequence numbers of what a command has recorded already; empty when nothing. */
export async function sequenzenVonBefehl(
  tx: Transaktion,
  tabelle: Ereignistabelle,
  wo: { readonly vorgangId: string; readonly befehlId: string },
): Promise<number[]> {
  const zeilen = await tx
    .select({ sequenz: tabelle.sequenz })
    .from(tabelle)
    .where(and(eq(tabelle.vorgangId, wo.vorgangId), eq(tabelle.befehlId, wo.befehlId)));
  return zeilen.map((z) => z.sequenz).sort((a, b) => a - b);
}

type Wo = { readonly vorgangId: string; readonly befehlId: string };

const VERSIONIERT = { person, handlungsbedarf, mitarbeitende, leistungserbringer } as const;

/** Today's versions of the named rows, `table:id`, which stay until the transaction ends (V-75). */
function versionenVon(zeilen: readonly string[]): SQL<Readonly<Record<string, number>>> {
  const teile = Object.entries(VERSIONIERT).flatMap(([name, tabelle]) => {
    const ids = zeilen.filter((zeile) => zeile.startsWith(`${name}:`)).map((z) => z.slice(name.length + 1));
    if (ids.length === 0) return [];
    return [
      sql`select ${`${name}:`}::text || z.id as zeile, z.version
        from (select id, version from ${tabelle} where ${inArray(tabelle.id, ids)} for share) z`,
    ];
  });
  if (teile.length === 0) return sql`'{}'::json`;
  return sql`(select coalesce(json_object_agg(v.zeile, v.version), '{}') from (${sql.join(teile, sql` union all `)}) v)`;
}

/** True when every named row still has the version the decision rests on (V-75). */
export function versionenStimmen(
  soll: Readonly<Record<string, number>>,
  ist: Readonly<Record<string, number>>,
): boolean {
  return Object.entries(soll).every(
    ([zeile, version]) => !(zeile.split(':', 1).join('') in VERSIONIERT) || ist[zeile] === version,
  );
}

/** The first number the command has recorded; null when none. */
function ersteSequenz(tabelle: Ereignistabelle, { vorgangId, befehlId }: Wo): SQL<number | null> {
  return sql`(select min(e.sequenz) from (select ${tabelle.sequenz} from ${tabelle}
    where ${and(eq(tabelle.vorgangId, vorgangId), eq(tabelle.befehlId, befehlId))}) e)`;
}

/**
 * What a recording asks beside the head of its Vorgang. Locks the claim until the transaction ends, so that an answer and a refusal
 * cannot both be stored; `beansprucht` false for what nobody claims: steps of time, and what was told from outside.
 */
export function aufzeichnungsfragen(
  tabelle: Ereignistabelle,
  wo: Wo & { readonly beansprucht: boolean },
  zeilenversionen: Readonly<Record<string, number>>,
): Aufzeichnungsfragen {
  return {
    anspruch: wo.beansprucht
      ? sql`(select json_build_object('status', b.status, 'antwort', b.antwort)
          from (select status, antwort from befehl where befehl_id = ${wo.befehlId} for update) b)`
      : sql`null::json`,
    abSequenz: ersteSequenz(tabelle, wo),
    versionen: versionenVon(Object.keys(zeilenversionen)),
  };
}

/** Several writes as one statement. They see nothing of each other; foreign keys are checked when all are done. */
export async function schreibeZusammen(tx: Transaktion, teile: readonly SQLWrapper[]): Promise<void> {
  const alle = teile.map((teil, nr) => sql`${sql.identifier(`teil_${String(nr)}`)} as ${teil}`);
  await tx.execute(sql`with ${sql.join(alle, sql`, `)} select`);
}

/** Appends the events; their order and their uniqueness are the database's business, too. */
export function ereigniszeilen(
  tx: Transaktion,
  wo: Wo & { readonly tabelle: Ereignistabelle },
  ereignisse: readonly AllgemeinesEreignis[],
): SQLWrapper {
  const { tabelle, vorgangId, befehlId } = wo;
  return tx.insert(tabelle).values(
    ereignisse.map((e) => ({
      vorgangId,
      befehlId,
      id: e.id,
      sequenz: e.sequenz,
      art: e.art,
      am: e.am,
      akteur: e.akteur,
      fuer: e.fuer,
      daten: e,
    })),
  );
}

export async function liesFristzeilen(
  tx: Transaktion,
  tabelle: Fristtabelle,
  vorgangId: string,
): Promise<Fristzeile[]> {
  const zeilen = await tx.select().from(tabelle).where(eq(tabelle.vorgangId, vorgangId));
  return zeilen.map(({ fristId: id, vorkommen, beginn, roh, faellig, status, lauf, ruht }) => ({
    id,
    vorkommen,
    beginn,
    roh,
    faellig,
    status,
    lauf,
    ruht,
  }));
}

const ENDE: ReadonlySet<string> = new Set(FRISTENDEN);

/** Stores changed duties; `herleitung` null keeps the one on record (its facts are gone). */
export function fristzeilen(
  tx: Transaktion,
  wo: { readonly tabelle: Fristtabelle; readonly vorgangId: string },
  zeilen: readonly (Fristzeile & { herleitung: readonly Herleitungsschritt[] | null })[],
): SQLWrapper[] {
  if (zeilen.length === 0) return [];
  const { tabelle, vorgangId } = wo;
  const einfuegung = tx
    .insert(tabelle)
    .values(
      zeilen.map(({ id, herleitung, ...z }) => ({
        ...z,
        vorgangId,
        fristId: id,
        offen: !ENDE.has(z.status),
        herleitung: herleitung ?? [],
      })),
    )
    .onConflictDoUpdate({
      target: [tabelle.vorgangId, tabelle.fristId, tabelle.vorkommen],
      set: {
        beginn: sql`excluded.beginn`,
        roh: sql`excluded.roh`,
        faellig: sql`excluded.faellig`,
        status: sql`excluded.status`,
        lauf: sql`excluded.lauf`,
        offen: sql`excluded.offen`,
        ruht: sql`excluded.ruht`,
        herleitung: sql`case when excluded.herleitung = '[]'::jsonb then ${tabelle.herleitung} else excluded.herleitung end`,
      },
    });
  return [einfuegung];
}

/** Makes the drafts of a recorded command valid. */
export function gueltigeTexte(tx: Transaktion, ids: readonly string[]): SQLWrapper[] {
  if (ids.length === 0) return [];
  const gueltig = tx
    .update(dokument)
    .set({ stand: 'gueltig' })
    .where(and(inArray(dokument.id, [...ids]), eq(dokument.stand, 'entwurf')));
  return [gueltig];
}

/** Puts the answer beside the claimed key. */
export function antwortzeile(tx: Transaktion, befehlId: string, antwort: Antwort): SQLWrapper {
  return tx.update(befehl).set({ status: 200, antwort }).where(eq(befehl.befehlId, befehlId));
}

/**
 * V-18: the picture of profile and Handlungsbedarfe at the Fallzugang, taken once. PostgreSQL takes it, because it holds
 * labels and the worker reads none.
 */
export async function halteEingangsqualitaetFest(
  tx: Transaktion,
  { fallId, personId, am }: { fallId: string; personId: string; am: string },
): Promise<void> {
  await tx.execute(sql`select lotse_halte_eingangsqualitaet_fest(${fallId}, ${personId}, ${am})`);
}

/** E35.handlungsbedarfeStand: the same picture at the Fallabgang. */
export async function halteAbgangsbildFest(
  tx: Transaktion,
  wo: { ereignisId: string; fallId: string; personId: string; am: string },
): Promise<void> {
  const { ereignisId, fallId, personId, am } = wo;
  await tx.execute(sql`select lotse_halte_abgangsbild_fest(${ereignisId}, ${fallId}, ${personId}, ${am})`);
}
