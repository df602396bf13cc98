import {
  and,
  arrayContains,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lte,
  or,
  sql,
} from 'drizzle-orm';
import type { Angebotsbereich, Meldeweg } from '../domain/fall/befehle/netzwerk.ts';
import type { Tag } from '../domain/frist/tag.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Problemfeld, Verzeichniseintrag } from '../domain/leistung/verzeichnis.ts';
import type { Transaktion } from './client.ts';
import { enthaeltTeile } from './namenssuche.ts';
import { alsSystem } from './systemzugriff.ts';
import {
  ausgang,
  dokument,
  fall,
  fallEreignis,
  kooperationsvereinbarung,
  leistungserbringer,
  rueckmeldezugang,
  rueckmeldung,
} from './schema/index.ts';

export type Erbringerzeile = typeof leistungserbringer.$inferSelect;
export type Vereinbarungszeile = typeof kooperationsvereinbarung.$inferSelect;

/** A page of the directory, by name; with a problem field only who works in it, with parts of a name only who is called so. */
export async function liesErbringer(
  tx: Transaktion,
  wahl: {
    readonly problemfeld?: Problemfeld | undefined;
    readonly gesucht?: string | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ zeilen: Erbringerzeile[]; gesamt: number }> {
  const { problemfeld, gesucht, limit, offset } = wahl;
  const trifft = and(
    problemfeld === undefined ? undefined : arrayContains(leistungserbringer.problemfelder, [problemfeld]),
    gesucht === undefined ? undefined : enthaeltTeile(leistungserbringer.name, gesucht),
  );
  const zeilen = await tx
    .select()
    .from(leistungserbringer)
    .where(trifft)
    .orderBy(desc(leistungserbringer.aktiv), asc(leistungserbringer.name), asc(leistungserbringer.id))
    .limit(limit)
    .offset(offset);
  const [gezaehlt] = await tx.select({ n: count() }).from(leistungserbringer).where(trifft);
  return { zeilen, gesamt: gezaehlt?.n ?? 0 };
}

export async function liesEinenErbringer(tx: Transaktion, id: string): Promise<Erbringerzeile | null> {
  const [zeile] = await tx.select().from(leistungserbringer).where(eq(leistungserbringer.id, id));
  return zeile ?? null;
}

/** The Kooperationsvereinbarungen of some providers, oldest first. */
export async function liesVereinbarungen(
  tx: Transaktion,
  erbringer: readonly string[],
): Promise<Vereinbarungszeile[]> {
  if (erbringer.length === 0) return [];
  return tx
    .select()
    .from(kooperationsvereinbarung)
    .where(inArray(kooperationsvereinbarung.leistungserbringerId, [...erbringer]))
    .orderBy(asc(kooperationsvereinbarung.gueltigAb), asc(kooperationsvereinbarung.erfasstAm));
}

/** What a referral asks of a provider, with the version of the entry (V-53, V-75). */
export async function liesVerzeichniseintrag(
  tx: Transaktion,
  id: string,
): Promise<(Verzeichniseintrag & { readonly version: number }) | null> {
  const zeile = await liesEinenErbringer(tx, id);
  if (zeile === null) return null;
  const { aktiv, wartezeitTage, formlosGrund, version } = zeile;
  const vereinbarungen = await liesVereinbarungen(tx, [id]);
  return { id, aktiv, wartezeitTage, formlosGrund, version, vereinbarungen };
}

export async function legeErbringerAn(
  tx: Transaktion,
  neu: typeof leistungserbringer.$inferInsert,
): Promise<void> {
  await tx.insert(leistungserbringer).values(neu);
}

/** The new version, or null when the entry does not exist at that version. */
export async function aendereErbringer(
  tx: Transaktion,
  { id, version }: { readonly id: string; readonly version: number },
  werte: Partial<Omit<Erbringerzeile, 'id' | 'version'>>,
): Promise<number | null> {
  const [zeile] = await tx
    .update(leistungserbringer)
    .set({ ...werte, version: version + 1 })
    .where(and(eq(leistungserbringer.id, id), eq(leistungserbringer.version, version)))
    .returning({ version: leistungserbringer.version });
  return zeile?.version ?? null;
}

/** Adds an agreement; it counts at the version of its provider. */
export async function fuegeVereinbarungAn(
  tx: Transaktion,
  neu: typeof kooperationsvereinbarung.$inferInsert,
): Promise<number> {
  await tx.insert(kooperationsvereinbarung).values(neu);
  const [zeile] = await tx
    .update(leistungserbringer)
    .set({ version: sql`${leistungserbringer.version} + 1` })
    .where(eq(leistungserbringer.id, neu.leistungserbringerId))
    .returning({ version: leistungserbringer.version });
  return zeile?.version ?? 1;
}

export type Einmallink = typeof rueckmeldezugang.$inferSelect;

export async function legeEinmallinkAn(
  tx: Transaktion,
  neu: typeof rueckmeldezugang.$inferInsert,
): Promise<void> {
  await tx.insert(rueckmeldezugang).values(neu);
}

/** The link behind a secret as long as it can be used; the row stays locked until the transaction ends. */
export async function liesEinmallink(
  tx: Transaktion,
  pruefwert: string,
  am: Instant,
): Promise<Einmallink | null> {
  const [zeile] = await tx
    .select()
    .from(rueckmeldezugang)
    .where(
      and(
        eq(rueckmeldezugang.pruefwert, pruefwert),
        isNull(rueckmeldezugang.verbrauchtAm),
        gt(rueckmeldezugang.gueltigBis, am),
      ),
    )
    .for('update');
  return zeile ?? null;
}

/** A link that was used up with this very report; null for every other. */
export async function liesVerbrauchten(
  tx: Transaktion,
  pruefwert: string,
  verbrauchtMit: string,
): Promise<Pick<Einmallink, 'fallId' | 'leistung' | 'angenommen'> | null> {
  const { fallId, leistung, angenommen } = rueckmeldezugang;
  const [zeile] = await tx
    .select({ fallId, leistung, angenommen })
    .from(rueckmeldezugang)
    .where(and(eq(rueckmeldezugang.pruefwert, pruefwert), eq(rueckmeldezugang.verbrauchtMit, verbrauchtMit)));
  return zeile ?? null;
}

/** What a link was used up with, and what became of it. */
export async function merkeAntwort(
  tx: Transaktion,
  { pruefwert }: Pick<Einmallink, 'pruefwert'>,
  antwort: Pick<Einmallink, 'verbrauchtMit' | 'angenommen'>,
): Promise<void> {
  await tx.update(rueckmeldezugang).set(antwort).where(eq(rueckmeldezugang.pruefwert, pruefwert));
}

/** One feedback uses up every link of its service that is still out there. */
export async function verbraucheZugaenge(
  tx: Transaktion,
  { fallId, leistung }: Pick<Einmallink, 'fallId' | 'leistung'>,
  am: Instant,
): Promise<void> {
  await tx
    .update(rueckmeldezugang)
    .set({ verbrauchtAm: am })
    .where(
      and(
        eq(rueckmeldezugang.fallId, fallId),
        eq(rueckmeldezugang.leistung, leistung),
        isNull(rueckmeldezugang.verbrauchtAm),
      ),
    );
}

/** The case a link belongs to; its person stays locked against a consent that changes meanwhile. */
export async function liesFallZumEinmallink(
  tx: Transaktion,
  fallId: string,
): Promise<Pick<typeof fall.$inferSelect, 'fallnummer' | 'personId' | 'stand'> | null> {
  const { fallnummer, personId, stand } = fall;
  const [zeile] = await tx.select({ fallnummer, personId, stand }).from(fall).where(eq(fall.id, fallId));
  return zeile ?? null;
}

/** The report of a provider as it is stored: sealed. */
export type Rueckmeldetext = Pick<typeof dokument.$inferInsert, 'id' | 'fallId' | 'klasse' | 'feld' | 'text'>;

/** Notes what became of a feedback, stores its text, and tells the case. */
export async function fuegeRueckmeldungAn(
  tx: Transaktion,
  neu: typeof rueckmeldung.$inferInsert,
  texte: readonly Rueckmeldetext[],
): Promise<void> {
  const { id, fallId, eingegangenAm } = neu;
  const herkunft = { befehlId: id, stand: 'gueltig', erstelltAm: eingegangenAm } as const;
  if (texte.length > 0) await tx.insert(dokument).values(texte.map((text) => ({ ...text, ...herkunft })));
  await tx.insert(rueckmeldung).values(neu);
  await tx.insert(ausgang).values({ id, fallId, art: 'rueckmeldung', erstelltAm: eingegangenAm });
}

/** What the case is told of a feedback; null when there is none of that id. */
export async function liesRueckmeldung(
  tx: Transaktion,
  id: string,
): Promise<typeof rueckmeldung.$inferSelect | null> {
  const [zeile] = await tx.select().from(rueckmeldung).where(eq(rueckmeldung.id, id));
  return zeile ?? null;
}

const LUECKEN_HOECHSTENS = 500;

/** The newest missing offers the cases of some teams reported (E33); the text is of class K6. */
export async function liesAngebotsluecken(
  tx: Transaktion,
  teams: readonly string[],
): Promise<{ am: Tag; bereich: Angebotsbereich; bedarf: string; gemeldetAn: Meldeweg }[]> {
  const zeilen = tx
    .select({
      am: sql<Tag>`${fallEreignis.daten} ->> 'ereignisAm'`,
      bereich: sql<Angebotsbereich>`${fallEreignis.daten} ->> 'bereich'`,
      bedarf: dokument.text,
      gemeldetAn: sql<Meldeweg>`${fallEreignis.daten} ->> 'gemeldetAn'`,
    })
    .from(fallEreignis)
    .innerJoin(fall, eq(fall.id, fallEreignis.vorgangId))
    .innerJoin(
      dokument,
      and(eq(sql`${dokument.befehlId}::text`, fallEreignis.befehlId), eq(dokument.klasse, 'K6')),
    )
    .where(and(eq(fallEreignis.art, 'angebotsluecke_gemeldet'), inArray(fall.teamId, [...teams])))
    .orderBy(desc(fallEreignis.am), desc(fallEreignis.id))
    .limit(LUECKEN_HOECHSTENS);
  return alsSystem(tx, 'angebotsluecken', () => zeilen);
}

/** Active providers whose agreement of that day asks for a yearly report (T-48). */
export async function liesBerichtspflichtige(tx: Transaktion, am: Tag): Promise<string[]> {
  const { leistungserbringerId, gueltigAb, gueltigBis, jahresbericht } = kooperationsvereinbarung;
  const zeilen = await tx
    .selectDistinct({ id: leistungserbringer.id })
    .from(leistungserbringer)
    .innerJoin(kooperationsvereinbarung, eq(leistungserbringerId, leistungserbringer.id))
    .where(
      and(
        eq(leistungserbringer.aktiv, true),
        eq(jahresbericht, true),
        lte(gueltigAb, am),
        or(isNull(gueltigBis), gte(gueltigBis, am)),
      ),
    )
    .orderBy(asc(leistungserbringer.id));
  return zeilen.map(({ id }) => id);
}
