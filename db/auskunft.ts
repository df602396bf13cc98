import { getTableColumns, getTableName, inArray, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Transaktion } from './client.ts';
import { PLAN_FALL, PLAN_PERSON, type Loeschschritt } from './loeschung/plan.ts';
import * as schema from './schema/index.ts';
import { alsSystem } from './systemzugriff.ts';

/** What is kept and not told, each with the reason; a test holds the list against the schema (DS-33). */
export const OHNE_AUSKUNFT: Readonly<Record<string, string>> = {
  befehl: 'Quittungen für Eingaben; was eingegeben wurde, steht in den Ereignissen und Texten',
  'rueckmeldezugang.pruefwert':
    'Prüfwert eines Einmallinks; wer ihn kennt, kann nichts über die Person erfahren',
  'rueckmeldezugang.verbrauchtMit':
    'Prüfsumme der Rückmeldung, an der eine Wiederholung erkannt wird; deren Inhalt steht bei den Rückmeldungen',
  'fall.stand': 'Zusammenfassung der Ereignisse für den Ablauf; dieselben Angaben stehen bei ihnen',
  'vorgang.stand': 'Zusammenfassung der Ereignisse für den Ablauf; dieselben Angaben stehen bei ihnen',
  formularentwurf:
    'Eingabe, die noch nicht festgehalten ist; nach drei Arbeitstagen gelöscht und nur für das Konto lesbar, das sie begonnen hat',
  eigene_wiedervorlage:
    'Erinnerung eines Kontos an sich selbst, nur für dieses lesbar und mit dem Erledigen gelöscht; kein Teil der Akte, und nichts wird darauf gestützt (ADR 72)',
  'ausgang.letzterFehler': 'Störung der Zustellung ohne Angaben zur Person',
};

const SCHEMATEILE: readonly unknown[] = Object.values(schema);

const TABELLEN: ReadonlyMap<string, PgTable> = new Map(
  SCHEMATEILE.filter((wert): wert is PgTable => is(wert, PgTable)).map((tabelle) => [
    getTableName(tabelle),
    tabelle,
  ]),
);

/** What PostgreSQL keeps in a column; null where there is none. */
export function spaltentyp(tabelle: string, spalte: string): string | null {
  const gemeint = TABELLEN.get(tabelle);
  return gemeint === undefined ? null : (getTableColumns(gemeint)[spalte]?.getSQLType() ?? null);
}

export type Auskunftszeile = Readonly<Record<string, unknown>>;
export type Auskunftstabelle = { readonly tabelle: string; readonly zeilen: readonly Auskunftszeile[] };

/** Oldest first by whatever says when. */
const REIHENFOLGE = [
  'sequenz',
  'am',
  'erfasstAm',
  'erstelltAm',
  'festgehaltenAm',
  'eingegangenAm',
  'von',
  'id',
];

async function liesTabelle(tx: Transaktion, schritt: Loeschschritt, id: string): Promise<Auskunftstabelle[]> {
  const [name, bedingung] = schritt;
  const tabelle = TABELLEN.get(name);
  if (tabelle === undefined || name in OHNE_AUSKUNFT) return [];
  const spalten = getTableColumns(tabelle);
  const wonach = REIHENFOLGE.find((spalte) => spalte in spalten);
  const zeilen: Auskunftszeile[] = await tx
    .select()
    .from(tabelle)
    .where(bedingung(sql`${id}::uuid`))
    .orderBy(wonach === undefined ? sql`1` : (spalten[wonach] ?? sql`1`));
  const sichtbar = zeilen.map((zeile) =>
    Object.fromEntries(Object.entries(zeile).filter(([spalte]) => !(`${name}.${spalte}` in OHNE_AUSKUNFT))),
  );
  return sichtbar.length === 0 ? [] : [{ tabelle: name, zeilen: sichtbar }];
}

/**
 * Every row of a person, or of a case: the tables the erasure empties for it, so that what is kept and what is told cannot
 * differ (DS-33). Whoever asks has the right to all of it (ADR 36); texts are still sealed.
 */
export function liesAuskunft(
  tx: Transaktion,
  was: 'person' | 'fall',
  id: string,
): Promise<Auskunftstabelle[]> {
  const plan = was === 'person' ? PLAN_PERSON : PLAN_FALL;
  return alsSystem(tx, 'auskunft', async () => {
    const tabellen: Auskunftstabelle[] = [];
    for (const schritt of plan.toReversed()) tabellen.push(...(await liesTabelle(tx, schritt, id)));
    return tabellen;
  });
}

/** The audit of a person, the check record and these cases, oldest first: in which role, never who (DS-29). */
export function liesSpuren(tx: Transaktion, personId: string, faelle: readonly string[]) {
  const p = schema.protokoll;
  const { am, aktion, rolle, grund, klassen, rechtsgrundlage } = p;
  return alsSystem(tx, 'auskunft', () =>
    tx
      .select({ am, aktion, rolle, grund, klassen, rechtsgrundlage })
      .from(p)
      .where(
        sql`${p.personId} = ${personId} or ${p.vorgangId} = ${personId} or ${inArray(p.fallId, [...faelle])}`,
      )
      .orderBy(p.gespeichertAm, p.nummer),
  );
}

/** All cases of a person by number, with who leads each; those of others are named, not shown. */
export function liesAlleFaelle(tx: Transaktion, personId: string) {
  const { id, fallnummer, fmId } = schema.fall;
  return alsSystem(tx, 'auskunft', () =>
    tx
      .select({ id, fallnummer, fmId })
      .from(schema.fall)
      .where(sql`${schema.fall.personId} = ${personId}`)
      .orderBy(fallnummer),
  );
}

/** What ids in the rows stand for: the role of each colleague, the name of each provider. */
export async function liesBenennungen(tx: Transaktion) {
  const { mitarbeitende, leistungserbringer } = schema;
  const personal = await tx.select({ id: mitarbeitende.id, rolle: mitarbeitende.rolle }).from(mitarbeitende);
  const { id, name } = leistungserbringer;
  const erbringer = await tx.select({ id, name }).from(leistungserbringer);
  return { personal, erbringer };
}
