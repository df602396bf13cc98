import { and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import {
  istAbgeschlossen,
  istOffen,
  laeuftNoch,
  nebenVon,
  vormerkungVon,
  wegVon,
  type BestehenderFall,
} from '../domain/fall/fall.ts';
import { herkunftVon } from '../domain/fall/herkunft.ts';
import { versionsname } from '../domain/policy/wahl.ts';
import { fallbezugVon } from '../domain/rollen/befehlsrechte.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Potenzial } from '../domain/potenzial/potenzial.ts';
import type { Team } from '../domain/team/team.ts';
import type { Transaktion } from './client.ts';
import {
  fall,
  fallEreignis,
  frist,
  vorgang,
  vorgangEreignis,
  vorgangFrist,
  type Ereignistabelle,
  type Fristtabelle,
  type Vorgangsstand,
} from './schema/index.ts';

/** The head of a record: the folded state, and since when it is stopped (V-76). */
export type Aktenkopf<Stand> = { readonly stand: Stand; readonly angehaltenSeit: Instant | null };

/** What a recording asks of other tables; asked after the head, so that rows are locked in that order. */
export type Aufzeichnungsfragen = {
  readonly anspruch: SQL<Anspruchsstand | null>;
  readonly abSequenz: SQL<number | null>;
  readonly versionen: SQL<Readonly<Record<string, number>>>;
};

/** What stands beside a claimed key; `status` null while the outcome is open. */
export type Anspruchsstand = { readonly status: number | null; readonly antwort: unknown };

/** What the record holds before a recording. */
export type Vorlage<Stand> = {
  readonly stand: Stand | null;
  readonly anspruch: Anspruchsstand | null;
  readonly abSequenz: number | null;
  readonly versionen: Readonly<Record<string, number>>;
};

const EINE_ZEILE = sql`(select) eine`;

/** Where the record of one kind of Vorgang is kept. */
export type Ablage<Stand> = {
  readonly ereignisse: Ereignistabelle;
  readonly fristen: Fristtabelle;
  /** The head, locked until the transaction ends; null before the first event. */
  readonly sperre: (tx: Transaktion, id: string) => Promise<Aktenkopf<Stand> | null>;
  /** The same with what a recording asks besides, in one statement. */
  readonly sperreMit: (tx: Transaktion, id: string, fragen: Aufzeichnungsfragen) => Promise<Vorlage<Stand>>;
  /** Writes the projection at its new sequence number. */
  readonly standzeile: (tx: Transaktion, stand: Stand) => SQLWrapper;
  /** Marks as stopped by V-76, or, with null, as released. */
  readonly setzeAngehalten: (tx: Transaktion, id: string, seit: Instant | null) => Promise<void>;
};

/** How the case ended; empty before and after a reversal. */
function abgangsspalten(stand: BestehenderFall) {
  if (stand.zustand !== 'beendet') {
    return { fallabgangAm: null, abgangsgrund: null, erfolgreich: null, abbruch: null };
  }
  const { am: fallabgangAm, grund: abgangsgrund, erfolgreich, abbruch } = stand.fallabgang;
  return { fallabgangAm, abgangsgrund, erfolgreich, abbruch };
}

/** The columns a case is listed by, from its state. */
export function projektionDesFalls(
  stand: BestehenderFall,
): Omit<typeof fall.$inferSelect, 'id' | 'angehaltenSeit'> {
  const begleitung = 'begleitung' in stand ? stand.begleitung : null;
  const bezug = fallbezugVon(stand);
  return {
    fallnummer: stand.fallnummer,
    personId: stand.personId,
    zustand: stand.zustand,
    offen: laeuftNoch(stand),
    laeuft: !istAbgeschlossen(stand),
    neben: [...nebenVon(stand)],
    teamId: stand.team,
    fmId: bezug.fm,
    papId: bezug.pap,
    aufnehmenderPapId: bezug.aufnehmenderPap,
    externId: bezug.extern,
    abgebendId: bezug.abgebend,
    weitergeleitetAnId: bezug.weitergeleitetAn,
    herkunft: herkunftVon(stand),
    vorgaengerFallId: stand.vorgaengerFallId,
    laufendeNummer: stand.laufendeNummer,
    auffaelligkeiten: [...stand.auffaelligkeiten],
    sequenz: stand.sequenz,
    vorgemerktAm: vormerkungVon(stand).am,
    zugeordnetAm: wegVon(stand)?.zuordnung.am ?? null,
    fallzugangAm: begleitung?.fallzugang.am ?? null,
    ...abgangsspalten(stand),
    ueber24Monate: istOffen(stand) && stand.zustand !== 'aktiv',
    hinweise: [...stand.hinweise],
    policyversion: versionsname(stand.policy),
    stand,
  };
}

/** A decoder leaves null as it is, which the type of the decoded does not say. */
const oder = <T>(frage: SQL<T>): SQL<T | null> => frage;

export const FALLABLAGE: Ablage<BestehenderFall> = {
  ereignisse: fallEreignis,
  fristen: frist,
  sperre: async (tx, id) => {
    const { stand, angehaltenSeit } = fall;
    const [zeile] = await tx
      .select({ stand, angehaltenSeit })
      .from(fall)
      .where(eq(fall.id, id))
      .for('update');
    return zeile ?? null;
  },
  sperreMit: async (tx, id, fragen) => {
    const stand = sql`(select k.stand from (select stand from fall where id = ${id} for update) k)`;
    const [zeile] = await tx.select({ stand: oder(stand.mapWith(fall.stand)), ...fragen }).from(EINE_ZEILE);
    if (zeile === undefined) throw new Error('Eine Abfrage ohne Zeile');
    return zeile;
  },
  standzeile: (tx, stand) => {
    const werte = projektionDesFalls(stand);
    return tx
      .insert(fall)
      .values({ ...werte, id: stand.fallId })
      .onConflictDoUpdate({ target: fall.id, set: werte });
  },
  setzeAngehalten: async (tx, id, angehaltenSeit) => {
    await tx.update(fall).set({ angehaltenSeit }).where(eq(fall.id, id));
  },
};

type Projektion = Omit<
  typeof vorgang.$inferInsert,
  'art' | 'stand' | 'sequenz' | 'hinweise' | 'angehaltenSeit'
>;

/** The record of a kind that lives in the table `vorgang`; `projiziere` says what its lists need. */
function istVonArt<Stand extends Vorgangsstand>(art: Stand['art'], stand: Vorgangsstand): stand is Stand {
  return stand.art === art;
}

function vorgangsablage<Stand extends Vorgangsstand>(
  art: Stand['art'],
  projiziere: (stand: Stand) => Projektion,
): Ablage<Stand> {
  return {
    ereignisse: vorgangEreignis,
    fristen: vorgangFrist,
    sperre: async (tx, id) => {
      const { stand, angehaltenSeit } = vorgang;
      const [zeile] = await tx
        .select({ stand, angehaltenSeit })
        .from(vorgang)
        .where(and(eq(vorgang.id, id), eq(vorgang.art, art)))
        .for('update');
      if (zeile === undefined || !istVonArt<Stand>(art, zeile.stand)) return null;
      return { stand: zeile.stand, angehaltenSeit: zeile.angehaltenSeit };
    },
    sperreMit: async (tx, id, fragen) => {
      const kopf = sql`(select k.stand
        from (select stand from vorgang where id = ${id} and art = ${art} for update) k)`;
      const [zeile] = await tx
        .select({ kopf: oder(kopf.mapWith(vorgang.stand)), ...fragen })
        .from(EINE_ZEILE);
      if (zeile === undefined) throw new Error('Eine Abfrage ohne Zeile');
      const { kopf: stand, ...rest } = zeile;
      return { ...rest, stand: stand !== null && istVonArt<Stand>(art, stand) ? stand : null };
    },
    standzeile: (tx, stand) => {
      const { sequenz, hinweise } = stand;
      const werte = { ...projiziere(stand), art, stand, sequenz, hinweise: [...hinweise] };
      return tx.insert(vorgang).values(werte).onConflictDoUpdate({ target: vorgang.id, set: werte });
    },
    setzeAngehalten: async (tx, id, angehaltenSeit) => {
      await tx.update(vorgang).set({ angehaltenSeit }).where(eq(vorgang.id, id));
    },
  };
}

export const POTENZIALABLAGE: Ablage<Potenzial> = vorgangsablage('potenzial', (stand) => ({
  id: stand.personId,
  personId: stand.personId,
  zustand: stand.zustand,
  offen: stand.fristen.some(({ ende }) => ende === null),
  teamId: stand.team,
  papId: stand.lage.pap,
  fmId: stand.lage.fmU25,
}));

export const TEAMABLAGE: Ablage<Team> = vorgangsablage('team', (stand) => ({
  id: stand.teamId,
  zustand: stand.zustand,
  offen: true,
  teamId: stand.teamId,
}));
