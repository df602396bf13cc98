import { and, asc, eq, inArray, isNull, notInArray, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Stufe } from '../domain/kennungen.ts';
import type { Vorgangsart } from '../domain/vorgang/aggregat.ts';
import type { Transaktion } from './client.ts';
import {
  ausgang,
  eingang,
  fall,
  leistungserbringer,
  mitarbeitende,
  vorgang,
  wartung,
  type Sendungsart,
} from './schema/index.ts';

export type Eingangszeile = typeof eingang.$inferInsert;
export type Ausgangszeile = typeof ausgang.$inferInsert;

/** Inbox and outbox rows of one recording; a repeated id is the same message and stays one (I2). */
export type Nachrichtenzeilen = {
  readonly eingaenge: readonly Eingangszeile[];
  readonly ausgaenge: readonly Ausgangszeile[];
};

/** Writes them, as parts of one statement. */
export function nachrichtenzeilen(
  tx: Transaktion,
  { eingaenge, ausgaenge }: Nachrichtenzeilen,
): SQLWrapper[] {
  return [
    ...(eingaenge.length === 0
      ? []
      : [
          tx
            .insert(eingang)
            .values([...eingaenge])
            .onConflictDoNothing(),
        ]),
    ...(ausgaenge.length === 0
      ? []
      : [
          tx
            .insert(ausgang)
            .values([...ausgaenge])
            .onConflictDoNothing(),
        ]),
  ];
}

/** The same on their own. */
export async function legeNachrichtenAb(
  tx: Transaktion,
  eingaenge: readonly Eingangszeile[],
  ausgaenge: readonly Ausgangszeile[],
): Promise<void> {
  for (const zeilen of nachrichtenzeilen(tx, { eingaenge, ausgaenge })) await tx.execute(zeilen);
}

/** One row of the outbox with all its delivery needs; no content, no name of the person (DS-30). */
export type Sendung = {
  readonly id: string;
  readonly fallId: string | null;
  readonly vorgangId: string | null;
  readonly art: Sendungsart;
  /** Kind of the Vorgang behind `vorgangId`; null for a Fall, and before its first event. */
  readonly vorgangsart: Vorgangsart | null;
  readonly erstelltAm: string;
  /** The colleague a mail goes to. */
  readonly empfaenger: string | null;
  readonly email: string | null;
  readonly fallnummer: string | null;
  readonly anlass: string | null;
  readonly stufe: Stufe | null;
  readonly faellig: string | null;
  /** A mail to a provider: who, and about which service of the case; it brings a one-time link (E25). */
  readonly leistungserbringerId: string | null;
  readonly leistung: number | null;
};

/** While a backup is restored nothing goes out: it may hold rows that went out long ago. */
export const KEINE_WARTUNG = sql`not exists (select from ${wartung} where ${wartung.bis} is null)`;

/** Neither out, nor put aside until the next Tagesmail. */
const IST_OFFEN = and(isNull(ausgang.zugestelltAm), isNull(ausgang.weg));

/** What goes out by SMTP; everything else is told to a workflow. */
export const POSTARTEN = ['mail', 'tagesmail'] as const satisfies readonly Sendungsart[];

/** What goes out by SMTP, what is told to a workflow, or both. */
export type Sendungswahl = 'alles' | 'post' | 'signale';

const DER_WAHL: Readonly<Record<Sendungswahl, SQL | undefined>> = {
  alles: undefined,
  post: inArray(ausgang.art, [...POSTARTEN]),
  signale: notInArray(ausgang.art, [...POSTARTEN]),
};

/** The oldest undelivered rows; those that failed before come last, so that one bad address holds up nobody. */
export async function offeneSendungen(
  tx: Transaktion,
  hoechstens: number,
  nur: Sendungswahl = 'alles',
): Promise<Sendung[]> {
  return tx
    .select({
      id: ausgang.id,
      fallId: ausgang.fallId,
      vorgangId: ausgang.vorgangId,
      art: ausgang.art,
      vorgangsart: vorgang.art,
      erstelltAm: ausgang.erstelltAm,
      empfaenger: ausgang.empfaenger,
      email: sql<string | null>`coalesce(${mitarbeitende.email}, ${leistungserbringer.email})`,
      fallnummer: fall.fallnummer,
      anlass: eingang.anlass,
      stufe: eingang.stufe,
      faellig: eingang.faellig,
      leistungserbringerId: ausgang.leistungserbringerId,
      leistung: eingang.leistung,
    })
    .from(ausgang)
    .leftJoin(mitarbeitende, eq(ausgang.empfaenger, mitarbeitende.id))
    .leftJoin(leistungserbringer, eq(ausgang.leistungserbringerId, leistungserbringer.id))
    .leftJoin(eingang, eq(ausgang.eingangId, eingang.id))
    .leftJoin(fall, eq(ausgang.fallId, fall.id))
    .leftJoin(vorgang, eq(ausgang.vorgangId, vorgang.id))
    .where(and(IST_OFFEN, KEINE_WARTUNG, DER_WAHL[nur]))
    .orderBy(asc(ausgang.versuche), asc(ausgang.erstelltAm), asc(ausgang.id))
    .limit(hoechstens);
}

/** Does anything wait in the outbox? */
export async function wartetEtwas(tx: Transaktion): Promise<boolean> {
  const [zeile] = await tx.select({ id: ausgang.id }).from(ausgang).where(IST_OFFEN).limit(1);
  return zeile !== undefined;
}

export async function zaehleOffeneSendungen(tx: Transaktion, nur: Sendungswahl = 'alles'): Promise<number> {
  const [zeile] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(ausgang)
    .where(and(IST_OFFEN, DER_WAHL[nur]));
  return zeile?.n ?? 0;
}

/** With a Tagesmail the mails that stand in it. */
export async function markiereZugestellt(tx: Transaktion, ids: readonly string[], am: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(ausgang)
    .set({ zugestelltAm: am, letzterFehler: null })
    .where(or(inArray(ausgang.id, [...ids]), inArray(ausgang.tagesmailId, [...ids])));
}

/** Mails that wait for the next Tagesmail of their receiver. */
export async function legeZurueck(tx: Transaktion, ids: readonly string[], am: Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(ausgang)
    .set({ weg: 'taeglich', zurueckgelegtAm: am })
    .where(inArray(ausgang.id, [...ids]));
}

/** Mails nobody wants; they are done. */
export async function lasseWeg(tx: Transaktion, ids: readonly string[], am: Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(ausgang)
    .set({ weg: 'keine', zugestelltAm: am })
    .where(inArray(ausgang.id, [...ids]));
}

export async function merkeFehlversuch(tx: Transaktion, id: string, fehler: string): Promise<void> {
  await tx
    .update(ausgang)
    .set({ versuche: sql`${ausgang.versuche} + 1`, letzterFehler: fehler })
    .where(eq(ausgang.id, id));
}
