import { sql, type SQL } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import { werdeNach, type Transaktion } from './client.ts';
import { zahlNeuer, type Empfaenger } from './eingang.ts';
import { zahlUeberfaelliger } from './fristliste.ts';
import { vermerk, type Listenblick } from './lesespur.ts';
import type { Sicht } from './sicht.ts';
import type { Zweck } from './systemzugriff.ts';
import { zahlWartender } from './vormerkungen.ts';

/** What is counted for somebody; null for what their role has not. */
export type Tagesfrage = {
  readonly eingang: Empfaenger | null;
  readonly vormerkungen: Sicht | null;
  readonly teams: { readonly teams: readonly string[]; readonly heute: Tag } | null;
  /** The look at a list that goes on record with it. */
  readonly blick: Listenblick | null;
  /** What the rest of the transaction is read for. */
  readonly dannAls: Zweck | null;
};

export type Tageszahlen = {
  readonly neuImEingang: number | null;
  readonly wartendeVormerkungen: number | null;
  readonly ueberfaelligImTeam: number | null;
};

const zahl = (frage: SQL | null): SQL => (frage === null ? sql`null::int` : sql`(${frage})`);

/** The numbers of the first page of a day, the look that goes with it, and the step to what the system reads: one statement. */
export async function zaehleTag(tx: Transaktion, frage: Tagesfrage): Promise<Tageszahlen> {
  const { eingang, vormerkungen, teams, blick, dannAls } = frage;
  const gezaehlt = sql`select ${blick === null ? sql`null` : sql`(${vermerk(blick)})`} as blick,
    ${zahl(eingang === null ? null : zahlNeuer(tx, eingang))} as "neuImEingang",
    ${zahl(vormerkungen === null ? null : zahlWartender(tx, vormerkungen))} as "wartendeVormerkungen",
    ${zahl(teams === null ? null : zahlUeberfaelliger(tx, teams))} as "ueberfaelligImTeam"`;
  const [zeile] =
    dannAls === null
      ? await tx.execute<Tageszahlen>(gezaehlt)
      : await werdeNach<Tageszahlen>(tx, `system:${dannAls}`, gezaehlt);
  if (zeile === undefined) throw new Error('Eine Frage ohne Antwort');
  const { neuImEingang, wartendeVormerkungen, ueberfaelligImTeam } = zeile;
  return { neuImEingang, wartendeVormerkungen, ueberfaelligImTeam };
}
