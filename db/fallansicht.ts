import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ereignis } from '../domain/fall/ereignisse.ts';
import type { Transaktion } from './client.ts';
import { dokument, fall, fallEreignis, frist, mitarbeitende, person, team } from './schema/index.ts';

const fm = alias(mitarbeitende, 'fm');
const pap = alias(mitarbeitende, 'pap');
const abgebend = alias(mitarbeitende, 'abgebend');
const vorgaenger = alias(fall, 'vorgaenger');
const fuer = alias(mitarbeitende, 'fuer');
const aufnehmend = alias(mitarbeitende, 'aufnehmend');

export type Mensch = { readonly id: string; readonly anzeigename: string };

/** The projection of a case with the names people know it by. */
export async function liesFall(tx: Transaktion, fallId: string) {
  const [zeile] = await tx
    .select({
      fall,
      person: { id: person.id, name: person.name },
      team: { id: team.id, kennzeichen: team.kennzeichen },
      fm: { id: fm.id, anzeigename: fm.anzeigename },
      pap: { id: pap.id, anzeigename: pap.anzeigename },
      aufnehmenderPap: { id: aufnehmend.id, anzeigename: aufnehmend.anzeigename },
      abgebend: { id: abgebend.id, anzeigename: abgebend.anzeigename },
      vorgaenger: { id: vorgaenger.id, fallnummer: vorgaenger.fallnummer },
    })
    .from(fall)
    .innerJoin(person, eq(person.id, fall.personId))
    .innerJoin(team, eq(team.id, fall.teamId))
    .leftJoin(fm, eq(fm.id, fall.fmId))
    .leftJoin(pap, eq(pap.id, fall.papId))
    .leftJoin(aufnehmend, eq(aufnehmend.id, fall.aufnehmenderPapId))
    .leftJoin(abgebend, eq(abgebend.id, fall.abgebendId))
    .leftJoin(vorgaenger, eq(vorgaenger.id, fall.vorgaengerFallId))
    .where(eq(fall.id, fallId));
  return zeile ?? null;
}

/** All duties of a case, ended ones too, in the order they fall due. */
export async function liesFristen(tx: Transaktion, fallId: string): Promise<(typeof frist.$inferSelect)[]> {
  return tx
    .select()
    .from(frist)
    .where(eq(frist.fallId, fallId))
    .orderBy(asc(frist.faellig), asc(frist.fristId), asc(frist.vorkommen));
}

/** The record of a case, oldest first, each event with who acted and for whom. */
export async function liesGeschichte(
  tx: Transaktion,
  fallId: string,
): Promise<{ daten: Ereignis; akteur: Mensch | null; fuer: Mensch | null }[]> {
  return tx
    .select({
      daten: fallEreignis.daten,
      akteur: { id: mitarbeitende.id, anzeigename: mitarbeitende.anzeigename },
      fuer: { id: fuer.id, anzeigename: fuer.anzeigename },
    })
    .from(fallEreignis)
    .leftJoin(mitarbeitende, eq(mitarbeitende.id, fallEreignis.akteur))
    .leftJoin(fuer, eq(fuer.id, fallEreignis.fuer))
    .where(eq(fallEreignis.fallId, fallId))
    .orderBy(asc(fallEreignis.sequenz));
}

export type Text = {
  readonly id: string;
  readonly feld: string;
  readonly klasse: 'K1' | 'K2' | 'K3' | 'K4';
  readonly text: string;
};

/** The valid texts of a case in the given data classes and those named one by one; drafts are nobody's to read. */
export async function liesTexte(
  tx: Transaktion,
  fallId: string,
  { klassen, dazu }: { readonly klassen: readonly Text['klasse'][]; readonly dazu: readonly string[] },
): Promise<Text[]> {
  const { id, feld, klasse, text } = dokument;
  return tx
    .select({ id, feld, klasse, text })
    .from(dokument)
    .where(
      and(
        eq(dokument.fallId, fallId),
        eq(dokument.stand, 'gueltig'),
        or(inArray(klasse, [...klassen]), inArray(id, [...dazu])),
      ),
    );
}
