import { randomBytes, randomUUID } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import express from 'express';
import postgres from 'postgres';
import request from 'supertest';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ankerschluessel, ankerzeile, liesAnkerzeile } from '../../activities/verankerung/anker.ts';
import { dateiziel } from '../../activities/verankerung/ankerziel.ts';
import { erzeugeVerankere } from '../../activities/verankerung/verankere.ts';
import { registriereGesundheit } from '../../api/health.ts';
import { unverankertMinuten } from '../../db/bereitschaft.ts';
import { oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { protokolliere } from '../../db/protokoll.ts';
import { pruefeAudit } from '../../ops/audit/pruefe.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';
import { pruefanker, type Pruefanker } from '../../tools/probehaus/anker.ts';
import { FAELSCHUNGEN, rechneNeu } from '../support/faelschungen.ts';
import { baueProtokollstand, eintrag, schreibeEintraege, type Protokollstand } from '../support/protokoll.ts';

type Sql = postgres.TransactionSql;

/** What a list adds to an entry (ADR 61). */
const LISTE = { anzahl: 50, abrufe: 2, merkmale: [`kundennummer=${'a'.repeat(64)}`] };

describe('E47: die Ketten des Protokolls und ihre Anker', () => {
  let stand: Protokollstand;
  let anker: Pruefanker;
  const kette = (n: number): string => `fall:${stand.faelle[n] ?? ''}`;

  const verankere = (db: Datenbank, ziel = anker.ankerziel): Promise<{ koepfe: number }> =>
    erzeugeVerankere({
      db,
      log: pino({ level: 'silent' }),
      ankerziel: ziel,
      ankerschluessel: anker.ankerschluessel,
      jetzt: () => '2026-12-01T09:00:00Z',
    })();

  const pruefe = async (db: Datenbank, datei = anker.datei): Promise<string[]> => {
    const { befunde } = await pruefeAudit(db, dateiziel(datei), anker.ankerschluessel.pruefung);
    return befunde.map(({ wo, was }) => `${wo}: ${was}`);
  };
  const findet = (tat: (sql: Sql) => Promise<unknown>): Promise<string[]> =>
    stand.faelsche(tat, (db) => pruefe(db));

  beforeAll(async () => {
    anker = pruefanker();
    stand = await baueProtokollstand(async (db, faelle) => {
      const jeFall = (fallId: string): ReturnType<typeof eintrag>[] =>
        Array.from({ length: 6 }, () => eintrag({ fallId, klassen: ['K3', 'K4'], grund: 'fallfuehrung' }));
      await schreibeEintraege(db, faelle.flatMap(jeFall));
      await schreibeEintraege(db, [
        eintrag({ personId: faelle[0] ?? '' }),
        eintrag({ vorgangId: faelle[1] ?? '' }),
        eintrag({ gegenstand: 'tag:2026-12-24' }),
      ]);
      await verankere(db);
      await schreibeEintraege(
        db,
        faelle.map((fallId) => eintrag({ fallId, ...LISTE })),
      );
      await verankere(db);
      // Not yet in an anchor.
      await schreibeEintraege(db, [eintrag({ fallId: faelle[2] ?? '' })]);
    });
  });
  afterAll(() => stand.stop());

  it('ein unberührtes Protokoll ist ohne Befund', async () => {
    expect(await findet(() => Promise.resolve())).toEqual([]);
    const urteil = await stand.faelsche(
      () => Promise.resolve(),
      (db) => pruefeAudit(db, anker.ankerziel, anker.ankerschluessel.pruefung),
    );
    expect(urteil).toMatchObject({ eintraege: 25, ketten: 6, letzterAnker: { nummer: 2 } });
  });

  it.each(FAELSCHUNGEN)('findet: $name', async ({ tat, sagt }) => {
    const befunde = await findet((sql) => tat(sql, stand.faelle));
    const gefunden = befunde.some((befund) => befund.startsWith(sagt(stand.faelle)));
    expect(gefunden, befunde.join('\n')).toBe(true);
  });

  it('ohne Anker fiele die neu gerechnete Kette nicht auf: die Fälschung ist vollständig', async () => {
    const leer = pruefanker().datei;
    const befunde = await stand.faelsche(
      async (sql) => {
        await sql`update protokoll set aktion = 'y' where kette = ${kette(0)} and nummer = 2`;
        await rechneNeu(sql, kette(0));
        await sql`delete from protokollanker`;
      },
      (db) => pruefe(db, leer),
    );
    expect(befunde).toEqual([]);
  });

  it('was nach dem letzten Anker mit seinem Kopf abgeschnitten wird, fällt nicht auf: so weit reicht der Schutz', async () => {
    const befunde = await findet(async (sql) => {
      await sql`delete from protokoll where kette = ${kette(2)} and nummer = 8`;
      await rechneNeu(sql, kette(2));
    });
    expect(befunde).toEqual([]);
  });

  describe('die Ankerdatei', () => {
    const mitDatei = async (aendere: (zeilen: string[]) => string[]): Promise<string[]> => {
      const { datei } = pruefanker();
      const zeilen = (await readFile(anker.datei, 'utf8')).trimEnd().split('\n');
      await writeFile(
        datei,
        aendere(zeilen)
          .map((zeile) => `${zeile}\n`)
          .join(''),
      );
      return stand.faelsche(
        () => Promise.resolve(),
        (db) => pruefe(db, datei),
      );
    };
    const zeile = (zeilen: string[], n: number): string => zeilen[n] ?? '';

    it('unverändert abgeschrieben ist sie ohne Befund', async () => {
      expect(await mitDatei((zeilen) => zeilen)).toEqual([]);
    });
    it('geändert: die Signatur passt nicht', async () => {
      const befunde = await mitDatei((z) => [zeile(z, 0).replace('09:00:00', '09:00:01'), zeile(z, 1)]);
      expect(befunde[0]).toMatch(/^Ankerzeile 1: trägt eine falsche Signatur/);
    });
    it('vertauscht, verkürzt, geleert, unlesbar', async () => {
      expect((await mitDatei((z) => z.toReversed()))[0]).toMatch(/^Ankerzeile 1: trägt die Nummer 2/);
      expect((await mitDatei((z) => z.slice(1)))[0]).toMatch(/^Ankerzeile 1: trägt die Nummer 2/);
      expect(await mitDatei((z) => z.slice(0, 1))).toEqual([
        'Anker 2: fehlt am Ziel; die Datenbank hat ihn am 2026-12-01T09:00:00Z geschrieben',
      ]);
      expect(await mitDatei(() => [])).toHaveLength(2);
      expect((await mitDatei((z) => [...z, '{}']))[0]).toMatch(/^Ankerzeile 3: ist kein lesbarer Anker/);
    });
    it('mit einem fremden Schlüssel neu gezeichnet', async () => {
      const eigener = anker.ankerschluessel;
      const faelsche = (id: string): Promise<string[]> => {
        const fremd = ankerschluessel({ schreibt: id, schluessel: new Map([[id, randomBytes(32)]]) });
        return mitDatei((z) => {
          const gelesen = liesAnkerzeile(zeile(z, 1), eigener.pruefung);
          return gelesen.art === 'gut' ? [zeile(z, 0), ankerzeile(gelesen.inhalt, fremd)] : z;
        });
      };
      expect((await faelsche('fremd'))[0]).toMatch(/^Ankerzeile 2: ist mit einem Schlüssel gezeichnet/);
      expect((await faelsche(eigener.id))[0]).toMatch(/^Ankerzeile 2: trägt eine falsche Signatur/);
    });
  });

  it('stirbt der Worker zwischen Ziel und Datenbank, wird der Anker übernommen und kein zweiter geschrieben', async () => {
    const { datei } = pruefanker();
    await copyFile(anker.datei, datei);
    const ziel = dateiziel(datei);
    const befunde = await stand.faelsche(
      () => Promise.resolve(),
      async (db) => {
        const stirbt = async (neu: string): Promise<void> => {
          await ziel.haengeAn(neu);
          throw new Error('Abbruch');
        };
        await expect(verankere(db, { ...ziel, haengeAn: stirbt })).rejects.toThrow('Abbruch');
        // What a crash in the middle of a line leaves is no anchor.
        await writeFile(datei, '{"inhalt":', { flag: 'a' });
        expect(await verankere(db, ziel)).toEqual({ koepfe: 0 });
        return pruefe(db, datei);
      },
    );
    expect(befunde).toEqual([]);
    expect((await readFile(datei, 'utf8')).trimEnd().split('\n')).toHaveLength(4);
  });

  it('schreibt nicht weiter, wenn das Ziel ein anderes ist', async () => {
    const { ankerziel } = pruefanker();
    const versuch = stand.faelsche(
      () => Promise.resolve(),
      (db) => verankere(db, ankerziel),
    );
    await expect(versuch).rejects.toMatchObject({ type: 'Ankerwiderspruch', nonRetryable: true });
  });

  it('API und Worker dürfen anfügen und verankern, sonst nichts: auch ohne Auslöser hielten die Rechte', async () => {
    const versuche = [
      "update protokoll set aktion = 'x'",
      'delete from protokoll',
      'truncate protokoll',
      "update protokollkopf set hash = 'x'",
      "insert into protokollkopf values ('haus', 1, '', '')",
      'delete from protokollanker',
      'alter table protokoll disable trigger all',
      'set session_replication_role = replica',
    ];
    const befunde = await stand.faelsche(
      (sql) => sql`alter table protokoll disable trigger protokoll_nur_anfuegen`,
      async (_, url) => {
        const { api, worker } = await richteZugaengeEin(url);
        for (const datenbankzugang of [api, worker]) {
          const verbindung = postgres(datenbankzugang, { max: 1 });
          for (const versuch of versuche)
            await expect(verbindung.unsafe(versuch), versuch).rejects.toMatchObject({
              message: expect.stringMatching(/permission denied|must be owner/u) as string,
            });
          await verbindung.end();
        }
        const db = oeffneDatenbank(worker, 2);
        // What a caller says about the chain does not count.
        const luege = { kette: 'haus', nummer: 1, hash: randomBytes(32), vorher: randomBytes(32) };
        await schreibeEintraege(db, [eintrag({ fallId: stand.faelle[0] ?? '', ...luege })]);
        const { datei } = pruefanker();
        await copyFile(anker.datei, datei);
        await verankere(db, dateiziel(datei));
        const gefunden = await pruefe(db, datei);
        await db.schliesse();
        return gefunden;
      },
    );
    expect(befunde).toEqual([]);
  });

  it('/readyz nennt, wie lange der älteste Eintrag auf einen Anker wartet, und bleibt bereit', async () => {
    const frage = (tat: (sql: Sql) => Promise<unknown>): Promise<unknown> =>
      stand.faelsche(tat, async (besitzer, url) => {
        const api = oeffneDatenbank((await richteZugaengeEin(url)).api, 2);
        const app = express();
        const minuten = (): Promise<number> => unverankertMinuten(api);
        registriereGesundheit(app, { teile: [], laeuftAus: () => false, unverankertMinuten: minuten });
        await verankere(besitzer, dateiziel(await kopie()));
        const vorher: unknown = (await request(app).get('/readyz').expect(200)).body;
        await schreibeEintraege(besitzer, [eintrag({ fallId: stand.faelle[0] ?? '' })]);
        const danach: unknown = (await request(app).get('/readyz').expect(200)).body;
        await api.schliesse();
        return [vorher, danach];
      });
    const kopie = async (): Promise<string> => {
      const { datei } = pruefanker();
      await copyFile(anker.datei, datei);
      return datei;
    };
    expect(await frage(() => Promise.resolve())).toMatchObject([
      { status: 'bereit', anker: { stand: 'ok', unverankertMinuten: 0 } },
      { status: 'bereit', anker: { stand: 'ok', unverankertMinuten: 0 } },
    ]);
    // The entry is a day old: the anchors have been missing for as long.
    const gestern = await stand.faelsche(
      (sql) => sql`update protokoll set gespeichert_am = gespeichert_am - interval '1 day' where nummer = 8`,
      async (_, url) => {
        const api = oeffneDatenbank((await richteZugaengeEin(url)).api, 2);
        const minuten = await unverankertMinuten(api);
        const app = express();
        registriereGesundheit(app, {
          teile: [],
          laeuftAus: () => false,
          unverankertMinuten: () => unverankertMinuten(api),
        });
        const antwort = await request(app).get('/readyz').expect(200);
        await api.schliesse();
        return { minuten, body: antwort.body as unknown };
      },
    );
    expect(gestern.minuten).toBeGreaterThanOrEqual(1440);
    expect(gestern.body).toMatchObject({ status: 'bereit', anker: { stand: 'veraltet' } });
  });

  it('verschiedene Fälle warten nicht aufeinander, Einträge eines Falls reihen sich ein', async () => {
    const befunde = await stand.faelsche(
      () => Promise.resolve(),
      async (db) => {
        const eins = randomUUID();
        const zwei = randomUUID();
        await db.drizzle.transaction(async (offen) => {
          await protokolliere(offen, [eintrag({ fallId: eins })]);
          await schreibeEintraege(db, [eintrag({ fallId: zwei })]);
        });
        await Promise.all(
          Array.from({ length: 24 }, () => schreibeEintraege(db, [eintrag({ fallId: eins })])),
        );
        return pruefe(db);
      },
    );
    expect(befunde).toEqual([]);
  });
});
