import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';

type Sql = postgres.TransactionSql;

/** What somebody with every right in the database does to the audit, and what the check has to say first of it. */
type Faelschung = {
  readonly name: string;
  readonly tat: (sql: Sql, faelle: readonly string[]) => Promise<unknown>;
  readonly sagt: (faelle: readonly string[]) => string;
};

const kette = (faelle: readonly string[], n: number): string => `fall:${faelle[n] ?? ''}`;

/** What a thorough forger does: every hash of the chain anew, its head too, with the functions of the database. */
export async function rechneNeu(sql: Sql, kette: string): Promise<void> {
  await sql`delete from protokollkopf where kette = ${kette}`;
  await sql.unsafe(`do $$ declare z protokoll; begin
    for z in select * from protokoll where kette = '${kette}' order by nummer loop
      z := lotse_verkettet(z);
      update protokoll set nummer = z.nummer, vorher = z.vorher, hash = z.hash where id = z.id;
    end loop; end $$`);
}

/** Played on the entries of test/db/protokollkette.test.ts: seven per case, the last of them with the columns of a list, the third case with an eighth no anchor knows. */

export const FAELSCHUNGEN: readonly Faelschung[] = [
  {
    name: 'ein geändertes Feld',
    tat: (sql, f) =>
      sql`update protokoll set aktion = 'texte_geaendert' where kette = ${kette(f, 0)} and nummer = 3`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 3: wurde geändert`,
  },
  {
    name: 'ein leerer Text statt keinem',
    tat: (sql, f) =>
      sql`update protokoll set rechtsgrundlage = '' where kette = ${kette(f, 0)} and nummer = 2`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 2: wurde geändert`,
  },
  {
    name: 'ein Wert, der in das nächste Feld rückt',
    tat: (sql, f) =>
      sql`update protokoll set aktion = 'texte', rechtsgrundlage = '_gelesen' where kette = ${kette(f, 0)} and nummer = 2`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 2: wurde geändert`,
  },
  {
    name: 'gelesene Klassen',
    tat: (sql, f) => sql`update protokoll set klassen = '{K3}' where kette = ${kette(f, 0)} and nummer = 4`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 4: wurde geändert`,
  },
  {
    name: 'die Zahl einer Liste',
    tat: (sql, f) => sql`update protokoll set anzahl = 1 where kette = ${kette(f, 0)} and nummer = 7`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 7: wurde geändert`,
  },
  {
    name: 'wonach gesucht wurde',
    tat: (sql, f) => sql`update protokoll set merkmale = '{}' where kette = ${kette(f, 0)} and nummer = 7`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 7: wurde geändert`,
  },
  {
    name: 'eine Liste, die keine gewesen sein soll',
    tat: (sql, f) =>
      sql`update protokoll set anzahl = null, abrufe = null, merkmale = null where kette = ${kette(f, 0)} and nummer = 7`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 7: wurde geändert`,
  },
  {
    name: 'ein Eintrag, der eine Liste gewesen sein soll',
    tat: (sql, f) =>
      sql`update protokoll set anzahl = 0, abrufe = 0, merkmale = '{}' where kette = ${kette(f, 0)} and nummer = 3`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 3: wurde geändert`,
  },
  {
    name: 'die Zeit der Speicherung um eine Mikrosekunde',
    tat: (sql, f) =>
      sql`update protokoll set gespeichert_am = gespeichert_am + interval '1 microsecond' where kette = ${kette(f, 0)} and nummer = 4`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 4: wurde geändert`,
  },
  {
    name: 'ein gelöschter Eintrag',
    tat: (sql, f) => sql`delete from protokoll where kette = ${kette(f, 0)} and nummer = 3`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 4: davor fehlt ein Eintrag`,
  },
  {
    name: 'gelöschte erste Einträge',
    tat: (sql, f) => sql`delete from protokoll where kette = ${kette(f, 0)} and nummer < 4`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 4: davor 3 Einträge fehlen`,
  },
  {
    name: 'ein eingefügter Eintrag mit vergebener Nummer',
    tat: async (sql, f) => {
      await sql`alter table protokoll drop constraint protokoll_folge`;
      await sql`insert into protokoll (id, am, aktion, fall_id, gespeichert_am, kette, nummer, vorher, hash)
          select gen_random_uuid(), am, 'x', fall_id, gespeichert_am, kette, nummer, vorher, hash
          from protokoll where kette = ${kette(f, 0)} and nummer = 3`;
    },
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 3: steht mehr als einmal da`,
  },
  {
    name: 'ein angehängter Eintrag am Auslöser vorbei',
    tat: (
      sql,
      f,
    ) => sql`insert into protokoll (id, am, aktion, fall_id, gespeichert_am, kette, nummer, vorher, hash)
          select gen_random_uuid(), am, 'x', fall_id, gespeichert_am, kette, 8, hash, hash
          from protokoll where kette = ${kette(f, 0)} and nummer = 7`,
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 8: wurde geändert`,
  },
  {
    name: 'ein Eintrag ohne Kette',
    tat: async (sql) => {
      await sql`alter table protokoll drop constraint protokoll_verkettet`;
      await sql`insert into protokoll (id, am, aktion) values (gen_random_uuid(), now(), 'x')`;
    },
    sagt: () => 'Protokoll: ein Eintrag gehört zu keiner Kette',
  },
  {
    name: 'zwei vertauschte Einträge',
    tat: async (sql, f) => {
      await sql`update protokoll set nummer = 100 where kette = ${kette(f, 0)} and nummer = 3`;
      await sql`update protokoll set nummer = 3 where kette = ${kette(f, 0)} and nummer = 4`;
      await sql`update protokoll set nummer = 4 where kette = ${kette(f, 0)} and nummer = 100`;
    },
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 3: schließt nicht an den Eintrag davor an`,
  },
  {
    name: 'ein Eintrag in einer anderen Kette',
    tat: (sql, f) =>
      sql`update protokoll set fall_id = ${f[1] ?? ''}, kette = ${kette(f, 1)}, nummer = 8 where kette = ${kette(f, 0)} and nummer = 7`,
    sagt: (f) => `Kette ${kette(f, 1)}, Eintrag 8: schließt nicht an den Eintrag davor an`,
  },
  {
    name: 'ein abgeschnittenes Ende',
    tat: (sql, f) => sql`delete from protokoll where kette = ${kette(f, 2)} and nummer > 7`,
    sagt: (f) =>
      `Kette ${kette(f, 2)}, Ende bei Eintrag 7: danach abgeschnitten: der Kettenkopf nennt Eintrag 8`,
  },
  {
    name: 'ein abgeschnittenes Ende mit passendem Kopf',
    tat: async (sql, f) => {
      await sql`delete from protokoll where kette = ${kette(f, 0)} and nummer > 5`;
      await rechneNeu(sql, kette(f, 0));
    },
    sagt: (f) =>
      `Kette ${kette(f, 0)}, Ende bei Eintrag 5: danach abgeschnitten: Anker 2 vom 2026-12-01T09:00:00Z`,
  },
  {
    name: 'eine von Grund auf neu gerechnete Kette',
    tat: async (sql, f) => {
      await sql`update protokoll set akteur_id = null, aktion = 'y' where kette = ${kette(f, 0)} and nummer = 2`;
      await rechneNeu(sql, kette(f, 0));
    },
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 7: ist nicht mehr der Eintrag, den Anker 2`,
  },
  {
    name: 'ein gelöschter Eintrag in einer neu gerechneten Kette',
    tat: async (sql, f) => {
      await sql`delete from protokoll where kette = ${kette(f, 0)} and nummer = 2`;
      await sql`update protokoll set nummer = nummer + 100 where kette = ${kette(f, 0)}`;
      await rechneNeu(sql, kette(f, 0));
    },
    sagt: (f) => `Kette ${kette(f, 0)}, Ende bei Eintrag 6: danach abgeschnitten: Anker 2`,
  },
  {
    name: 'eine ganze Kette',
    tat: async (sql, f) => {
      await sql`delete from protokoll where kette = ${kette(f, 0)}`;
      await sql`delete from protokollkopf where kette = ${kette(f, 0)}`;
    },
    sagt: (f) => `Kette ${kette(f, 0)}: fehlt ganz; Anker 2`,
  },
  {
    name: 'eine ganze Kette bis auf ihren Kopf',
    tat: (sql, f) => sql`delete from protokoll where kette = ${kette(f, 0)}`,
    sagt: (f) => `Kette ${kette(f, 0)}: fehlt ganz`,
  },
  {
    name: 'ein fehlender Kopf',
    tat: (sql, f) => sql`delete from protokollkopf where kette = ${kette(f, 0)}`,
    sagt: (f) => `Kette ${kette(f, 0)}, Ende bei Eintrag 7: ohne Kettenkopf`,
  },
  {
    name: 'ein geänderter Kopf',
    tat: (sql, f) => sql`update protokollkopf set hash = ${randomBytes(32)} where kette = ${kette(f, 0)}`,
    sagt: (f) => `Kette ${kette(f, 0)}, Ende bei Eintrag 7: passt nicht zum Kettenkopf`,
  },
  {
    name: 'ein geänderter Eintrag unter einer geänderten Prüffunktion',
    tat: async (sql, f) => {
      await sql.unsafe(`create or replace function lotse_feld(wert text) returns text language sql immutable
          return '1:x'`);
      await sql`update protokoll set aktion = 'x' where kette = ${kette(f, 0)} and nummer = 3`;
    },
    sagt: (f) => `Kette ${kette(f, 0)}, Eintrag 3: wurde geändert`,
  },
  {
    name: 'ein gelöschter Anker in der Datenbank und am Ziel kein Ersatz',
    tat: (sql) => sql`update protokollanker set hash = ${randomBytes(32)} where nummer = 2`,
    sagt: () => 'Anker 2: ist nicht der, den die Datenbank geschrieben hat',
  },
];
