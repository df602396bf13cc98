import { sql, type SQL } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import { werdeNach, type Transaktion } from './client.ts';
import { zahlNeuer, type Empfaenger } from './eingang.ts';
import { zahlDerFristen } from './fristliste.ts';
import { vermerk, type Listenblick } from './lesespur.ts';
import { zahlAuffaelliger } from './listen.ts';
import type { Sicht } from './sicht.ts';
import type { Zweck } from './systemzugriff.ts';
import { zahlWartender } from './vormerkungen.ts';

/** Of which teams, on which day, and up to which day a talk is ahead. */
type Teamfrage = { readonly teams: readonly string[]; readonly heute: Tag; readonly bis: Tag };

/** What is counted for somebody; null for what their role has not. */
export type Tagesfrage = {
  readonly eingang: Empfaenger | null;
  readonly vormerkungen: Sicht | null;
  readonly team: Teamfrage | null;
  /** The look at a list that goes on record with it. */
  readonly blick: Listenblick | null;
  /** What the rest of the transaction is read for. */
  readonly dannAls: Zweck | null;
};

export type Tageszahlen = {
  readonly neuImEingang: number | null;
  readonly wartendeVormerkungen: number | null;
  readonly imTeam: Teamzahlen | null;
};

/** What a Teamleitung looks after, each number with a list that shows as many. */
export type Teamzahlen = {
  readonly ueberfaellig: number;
  /** Their monthly contact is overdue (T-10). */
  readonly ohneKontakt: number;
  readonly auffaellig: number;
  /** The Höchstdauer ends, and with it comes the Standortgespräch (T-08, T-09). */
  readonly standortgespraeche: number;
};

function teamzahlen(tx: Transaktion, { bis, heute, ...sicht }: Teamfrage): SQL {
  const fristen = { sicht, heute };
  return sql`select json_build_object(
    'ueberfaellig', (${zahlDerFristen(tx, { ...fristen, ueberfaellig: true })}),
    'ohneKontakt', (${zahlDerFristen(tx, { ...fristen, frist: 'T-10', ueberfaellig: true })}),
    'auffaellig', (${zahlAuffaelliger(tx, sicht)}),
    'standortgespraeche', (${zahlDerFristen(tx, { ...fristen, frist: 'T-08', faelligBis: bis })}))`;
}

const zahl = (frage: SQL | null): SQL => (frage === null ? sql`null::int` : sql`(${frage})`);

/** The numbers of the first page of a day, the look that goes with it, and the step to what the system reads: one statement. */
export async function zaehleTag(tx: Transaktion, frage: Tagesfrage): Promise<Tageszahlen> {
  const { eingang, vormerkungen, team, blick, dannAls } = frage;
  const gezaehlt = sql`select ${blick === null ? sql`null` : sql`(${vermerk(blick)})`} as blick,
    ${zahl(eingang === null ? null : zahlNeuer(tx, eingang))} as "neuImEingang",
    ${zahl(vormerkungen === null ? null : zahlWartender(tx, vormerkungen))} as "wartendeVormerkungen",
    ${team === null ? sql`null::json` : sql`(${teamzahlen(tx, team)})`} as "imTeam"`;
  const [zeile] =
    dannAls === null
      ? await tx.execute<Tageszahlen>(gezaehlt)
      : await werdeNach<Tageszahlen>(tx, `system:${dannAls}`, gezaehlt);
  if (zeile === undefined) throw new Error('Eine Frage ohne Antwort');
  const { neuImEingang, wartendeVormerkungen, imTeam } = zeile;
  return { neuImEingang, wartendeVormerkungen, imTeam };
}
