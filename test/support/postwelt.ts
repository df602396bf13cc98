import { MockActivityEnvironment } from '@temporalio/testing';
import { sql, type SQL } from 'drizzle-orm';
import pino from 'pino';
import { erzeugeStelleZu } from '../../activities/zustellung/stelle-zu.ts';
import { istEtwasZuSammeln } from '../../activities/zustellung/tagesmail.ts';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import type { Stufe } from '../../domain/kennungen.ts';
import type { Mailwahl } from '../../domain/mail/mailwahl.ts';
import type { Postfach, Postsendung } from '../../tools/lokal/postfach.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';
import { starteDatenbanken } from '../../tools/probehaus/datenbanken.ts';
import { legePersonalAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { startePost } from './post.ts';

const wartung = { system: 'wartung' } as const;

/** An announcement as a recording leaves it: the duty, the entry of the inbox, the row of the outbox. */
export type Ankuendigung = {
  /** Number of the receiver, from 1. */
  readonly an: number;
  readonly fall: number;
  readonly anlass: string;
  readonly stufe: Stufe;
  readonly vorkommen?: number | null;
  readonly faellig?: string | null;
  readonly am: string;
};

/** Real PostgreSQL under the login of the worker, a real SMTP server, and the delivery between them; the clock is the test's. */
export type Postwelt = {
  readonly db: Datenbank;
  readonly postfach: Postfach;
  readonly stelle: (instant: string) => void;
  /** As the Schedule does it every minute: until nothing is left that goes out now. */
  readonly stelleZu: () => Promise<void>;
  readonly istEtwasZuSammeln: () => Promise<boolean>;
  readonly kuendigeAn: (...was: readonly Ankuendigung[]) => Promise<void>;
  readonly waehle: (an: number, wahl: Mailwahl) => Promise<void>;
  readonly roh: <Zeile extends Record<string, unknown>>(was: SQL) => Promise<Zeile[]>;
  /** What came since the last time somebody looked. */
  readonly neue: () => Postsendung[];
  readonly ende: () => Promise<void>;
};

const id = (was: string, nr: number | string): SQL => sql`md5(${`${was}-${String(nr)}`})::uuid`;
/** Address of a receiver. */
export const adresseVon = (nr: number): string => `kollegin-${String(nr)}@jobcenter.example`;
export const kontoVon = (nr: number): SQL => id('kollegin', nr);
/** Case number of a case. */
export const fallnummerVon = (nr: number): string => `F-2026-${String(nr).padStart(5, '0')}`;

/** Colleagues of the team, each of them Fallmanager of the cases whose number ends like theirs. */
export async function legeEmpfaengerAn(db: Datenbank, kolleginnen: number, faelle: number): Promise<void> {
  await mitAkteur(db, wartung, async (tx) => {
    await tx.execute(sql`insert into mitarbeitende (id, subjekt, anzeigename, email, rolle, team_id)
      select md5('kollegin-' || n)::uuid, 'kollegin-' || n, 'Demo Kollegin ' || n, 'kollegin-' || n || '@jobcenter.example', 'fm', ${TEAM}::uuid
      from generate_series(1, ${kolleginnen}::int) n`);
    await tx.execute(sql`insert into person (id, kundennummer, bg_nummer, name, geburtsdatum, rechtskreis, erwerbsfaehig, pap_id, angelegt_am)
      select md5('person-' || n)::uuid, 'KN-' || n, 'BG-' || n, 'Geheimname ' || n, '1990-05-04', 'sgb_ii', true, ${PERSONAL.pap}::uuid, now()
      from generate_series(1, ${faelle}::int) n`);
    await tx.execute(sql`insert into fall (id, fallnummer, person_id, zustand, offen, team_id, fm_id, pap_id, sequenz, vorgemerkt_am, policyversion, stand)
      select md5('fall-' || n)::uuid, 'F-2026-' || lpad(n::text, 5, '0'), md5('person-' || n)::uuid, 'aktiv', true, ${TEAM}::uuid,
        md5('kollegin-' || (1 + (n - 1) % ${kolleginnen}::int))::uuid, ${PERSONAL.pap}::uuid, 1, '2026-01-05', 'x', '{}'
      from generate_series(1, ${faelle}::int) n`);
  });
}

/** Writes them down, as many recordings would. */
export async function kuendigeAn(db: Datenbank, was: readonly Ankuendigung[]): Promise<void> {
  const zeilen = JSON.stringify(
    was.map((eine) => ({ vorkommen: null, faellig: null, ...eine, nr: crypto.randomUUID() })),
  );
  const a = sql`jsonb_to_recordset(${zeilen}::jsonb)
    a(nr uuid, an int, fall int, anlass text, stufe text, vorkommen int, faellig date, am timestamptz)`;
  await mitAkteur(db, wartung, async (tx) => {
    await tx.execute(sql`insert into frist (fall_id, frist_id, vorkommen, beginn, roh, faellig, status, lauf, offen, ruht, herleitung)
      select distinct on (fall, anlass, vorkommen) md5('fall-' || fall)::uuid, anlass, vorkommen, '2026-01-05'::date, faellig, faellig,
        'offen', 'laeuft', true, false, '[]'::jsonb from ${a} where vorkommen is not null on conflict do nothing`);
    await tx.execute(sql`insert into eingang (id, fall_id, ereignis_id, an_rolle, an_person, team_id, anlass, stufe, vorkommen, faellig, am)
      select nr, md5('fall-' || fall)::uuid, nr::text, 'fm', md5('kollegin-' || an)::uuid, ${TEAM}::uuid, anlass, stufe, vorkommen, faellig, am from ${a}`);
    await tx.execute(sql`insert into ausgang (id, fall_id, art, eingang_id, empfaenger, erstellt_am)
      select md5('mail-' || nr)::uuid, md5('fall-' || fall)::uuid, 'mail', nr, md5('kollegin-' || an)::uuid, am from ${a}`);
  });
}

export async function bauePostwelt(beginn: string, kolleginnen: number, faelle: number): Promise<Postwelt> {
  const datenbanken = await starteDatenbanken();
  const url = await datenbanken.neue();
  const db = oeffneDatenbank(url, 5);
  await legePersonalAn(db);
  await legeEmpfaengerAn(db, kolleginnen, faelle);
  const worker = oeffneDatenbank((await richteZugaengeEin(url)).worker, 5, 'worker');
  const { postfach, post, ende } = await startePost({
    absender: 'Lotse <lotse@jobcenter.example>',
    adresse: 'https://lotse.jobcenter-müllheim.example',
    mailsProSekunde: 500,
  });
  let jetzt = beginn;
  let gesehen = 0;
  // Nothing in this outbox is a signal.
  const client = undefined as never;
  const mittel = { db: worker, log: pino({ level: 'silent' }), post, client, jetzt: () => jetzt };
  const stelleZu = erzeugeStelleZu(mittel);
  return {
    db,
    postfach,
    stelle: (instant) => {
      jetzt = instant;
    },
    stelleZu: async () => {
      let offen = 1;
      const einmal = async (): Promise<void> => {
        offen = (await stelleZu()).uebrig;
      };
      while (offen > 0) await new MockActivityEnvironment().run(einmal);
    },
    istEtwasZuSammeln: () => istEtwasZuSammeln(mittel),
    kuendigeAn: (...was) => kuendigeAn(db, was),
    waehle: (an, { erinnerung, faellig, ueberfaellig, mitteilung }) =>
      mitAkteur(db, wartung, async (tx) => {
        await tx.execute(sql`insert into mailwahl (konto_id, erinnerung, faellig, ueberfaellig, mitteilung, geaendert_am)
          values (${kontoVon(an)}, ${erinnerung}, ${faellig}, ${ueberfaellig}, ${mitteilung}, now())`);
      }),
    roh: (was) => mitAkteur(db, wartung, async (tx) => [...(await tx.execute(was))] as never),
    neue: () => {
      const alle = postfach.nachrichten();
      const neue = alle.slice(gesehen);
      gesehen = alle.length;
      return neue;
    },
    ende: async () => {
      await Promise.all([db.schliesse(), worker.schliesse(), ende()]);
      await datenbanken.stop();
    },
  };
}
