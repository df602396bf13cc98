import { sql, type SQL } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Transaktion } from './client.ts';
import {
  auszugDerWiedervorlagen,
  type Wiedervorlagenauszug,
  type Wiedervorlagenwahl,
} from './eigene-wiedervorlage.ts';
import { zahlNeuer, type Empfaenger } from './eingang.ts';
import { zahlDerFristen } from './fristliste.ts';
import { vermerk, type Listenblick } from './lesespur.ts';
import { zahlAuffaelliger } from './listen.ts';
import type { Sicht } from './sicht.ts';
import { frageEine, type Zweck } from './systemzugriff.ts';
import { zahlWartender } from './vormerkungen.ts';

/** Of which teams, on which day, and up to which day a talk is ahead. */
type Teamfrage = { readonly teams: readonly string[]; readonly heute: Tag; readonly bis: Tag };

/** What is counted for somebody; null for what their role has not. */
export type Tagesfrage = {
  readonly eingang: Empfaenger | null;
  readonly vormerkungen: Sicht | null;
  readonly team: Teamfrage | null;
  /** What somebody reminds themselves of: it is read here, because it costs no statement so. */
  readonly wiedervorlagen: Wiedervorlagenwahl | null;
  /** The look at a list that goes on record with it; those reminders stand in it, too. */
  readonly blick: Listenblick | null;
  /** What the rest of the transaction is read for. */
  readonly dannAls: Zweck | null;
};

export type Tageszahlen = {
  readonly neuImEingang: number | null;
  readonly wartendeVormerkungen: number | null;
  readonly imTeam: Teamzahlen | null;
  readonly wiedervorlagen: Wiedervorlagenauszug | null;
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

/** Rows of the list that was looked at: what the page shows beside the duties counts, too. */
const mitWiedervorlagen = (blick: Listenblick): SQL =>
  vermerk({
    ...blick,
    zeilen: sql`(${blick.zeilen}::int + coalesce(json_array_length(w.auszug -> 'zeilen'), 0))`,
  });

/** The numbers of the first page of a day, the look that goes with it, and the step to what the system reads: one statement. */
export async function zaehleTag(tx: Transaktion, frage: Tagesfrage): Promise<Tageszahlen> {
  const { eingang, vormerkungen, team, wiedervorlagen, blick, dannAls } = frage;
  const gezaehlt = sql`select ${blick === null ? sql`null` : sql`(${mitWiedervorlagen(blick)})`} as blick,
    ${zahl(eingang === null ? null : zahlNeuer(tx, eingang))} as "neuImEingang",
    ${zahl(vormerkungen === null ? null : zahlWartender(tx, vormerkungen))} as "wartendeVormerkungen",
    ${team === null ? sql`null::json` : sql`(${teamzahlen(tx, team)})`} as "imTeam", w.auszug as wiedervorlagen
    from (select ${wiedervorlagen === null ? sql`null::json` : sql`(${auszugDerWiedervorlagen(wiedervorlagen)})`} as auszug offset 0) w`;
  const zeile = await frageEine<Tageszahlen>(tx, gezaehlt, { dannAls });
  const { neuImEingang, wartendeVormerkungen, imTeam, wiedervorlagen: auszug } = zeile;
  return { neuImEingang, wartendeVormerkungen, imTeam, wiedervorlagen: auszug };
}
