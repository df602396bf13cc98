import { and, asc, eq, inArray, not, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Bestreitungsstand } from '../domain/loeschung/bestreitung.ts';
import type { AllgemeinesEreignis } from '../domain/vorgang/ereignis.ts';
import type { Transaktion } from './client.ts';
import { dokument, mitarbeitende, type Ereignistabelle, type Fristtabelle } from './schema/index.ts';
import { istFremd } from './fremdes.ts';
import { entsiegle } from './tresor/textschutz.ts';
import type { Tresor } from './tresor/tresor.ts';
import { verweisAuf, type Vorgangsbezug } from './verweis.ts';
import type { Datenklasse } from '../domain/rollen/matrix.ts';

const fuer = alias(mitarbeitende, 'fuer');

export type Mensch = { readonly id: string; readonly anzeigename: string };

/** All duties of a Vorgang, ended ones too, in the order they fall due. */
export async function liesFristen(
  tx: Transaktion,
  tabelle: Fristtabelle,
  vorgangId: string,
): Promise<(typeof tabelle.$inferSelect)[]> {
  return tx
    .select()
    .from(tabelle)
    .where(eq(tabelle.vorgangId, vorgangId))
    .orderBy(asc(tabelle.faellig), asc(tabelle.fristId), asc(tabelle.vorkommen));
}

/** The events of a Vorgang, oldest first, without a name: for maintenance, whose login reads none. */
export async function liesEreignisdaten(
  tx: Transaktion,
  tabelle: Ereignistabelle,
  vorgangId: string,
): Promise<{ daten: AllgemeinesEreignis }[]> {
  return tx
    .select({ daten: tabelle.daten })
    .from(tabelle)
    .where(eq(tabelle.vorgangId, vorgangId))
    .orderBy(asc(tabelle.sequenz));
}

/** The record of a Vorgang, oldest first, each event with who acted and for whom. Its kind knows the precise type of its events. */
export async function liesGeschichte(
  tx: Transaktion,
  tabelle: Ereignistabelle,
  vorgangId: string,
): Promise<{ daten: AllgemeinesEreignis; akteur: Mensch | null; fuer: Mensch | null }[]> {
  return tx
    .select({
      daten: tabelle.daten,
      akteur: { id: mitarbeitende.id, anzeigename: mitarbeitende.anzeigename },
      fuer: { id: fuer.id, anzeigename: fuer.anzeigename },
    })
    .from(tabelle)
    .leftJoin(mitarbeitende, eq(mitarbeitende.id, tabelle.akteur))
    .leftJoin(fuer, eq(fuer.id, tabelle.fuer))
    .where(eq(tabelle.vorgangId, vorgangId))
    .orderBy(asc(tabelle.sequenz));
}

/** How a disputed text stands, with the person's own words. */
export type Bestreitungsmarke = {
  readonly stand: Bestreitungsstand;
  readonly grund: string | null;
  readonly stellungnahme: string | null;
};

export type Text = {
  readonly id: string;
  readonly feld: string;
  readonly klasse: Datenklasse;
  readonly text: string;
  /** The person disputes it, or did (§ 84 SGB X). */
  readonly bestreitung?: Bestreitungsmarke;
};

export type Textwahl = {
  readonly klassen: readonly Text['klasse'][];
  readonly dazu: readonly string[];
  readonly tresor: Tresor;
};

/** The valid texts of a Vorgang in the given data classes and those named one by one; drafts are nobody's to read. The only way to a text of K4 and K5 (DS-28). */
export async function liesTexte(
  tx: Transaktion,
  bezug: Vorgangsbezug,
  { klassen, dazu, tresor }: Textwahl,
): Promise<Text[]> {
  const { id, feld, klasse, text } = dokument;
  const { fallId, vorgangId } = verweisAuf(bezug);
  const gehoertDazu = fallId === null ? eq(dokument.vorgangId, vorgangId ?? '') : eq(dokument.fallId, fallId);
  const zeilen = await tx
    .select({ id, feld, klasse, text })
    .from(dokument)
    .where(
      and(
        gehoertDazu,
        eq(dokument.stand, 'gueltig'),
        not(istFremd),
        or(inArray(klasse, [...klassen]), inArray(id, [...dazu])),
      ),
    );
  const offen = await entsiegle(
    tresor,
    zeilen.map((zeile) => ({ ...zeile, fallId, vorgangId })),
  );
  return offen.map((zeile) => ({ id: zeile.id, feld: zeile.feld, klasse: zeile.klasse, text: zeile.text }));
}
