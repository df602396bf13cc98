import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import {
  ausgang,
  erbringerbericht,
  fall,
  fallEreignis,
  frist,
  person,
  protokoll,
  team,
} from '../../db/schema/index.ts';
import { personId } from '../../tools/demo/personen.ts';
import { saee } from '../../tools/demo/saeen.ts';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';
import { starteApi, type Pruefapi } from '../../tools/probehaus/api.ts';
import { demoanmeldungen } from '../../tools/lokal/personal.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, frage, type Stand } from '../../tools/probehaus/stand.ts';

const wartung = { system: 'wartung' } as const;

/** Everything the seed writes, by table. */
async function zeilen(db: Datenbank): Promise<Record<string, number>> {
  const tabellen = { person, fall, fallEreignis, protokoll, ausgang };
  return mitAkteur(db, wartung, async (tx) => {
    const anzahlen: Record<string, number> = {};
    for (const [name, tabelle] of Object.entries(tabellen)) anzahlen[name] = await tx.$count(tabelle);
    return anzahlen;
  });
}

describe('die Demodaten von npm start', () => {
  let datenbanken: Datenbanken;
  let stand: Stand;
  let api: Pruefapi;
  let halt: () => Promise<void>;
  const saetze: string[] = [];
  const saeeHier = (apiUrl = api.url): Promise<void> =>
    saee({
      db: stand.db,
      apiUrl,
      token: (kuerzel) =>
        api.token(demoanmeldungen.find((einer) => einer.kuerzel === kuerzel)?.subject ?? ''),
      melde: (satz) => saetze.push(satz),
    });

  beforeAll(async () => {
    datenbanken = await starteDatenbanken();
    stand = await baueStand({ temporal: await echtzeitserver(), databaseUrl: await datenbanken.neue() });
    halt = await stand.starteWorker();
    api = await starteApi({ db: stand.apiDb, tresor: stand.tresor, client: stand.client, uhr: systemuhr });
  });
  afterAll(async () => {
    await api.stop();
    await halt();
    await stand.beende();
    await datenbanken.stop();
  });

  it('macht nach einem Abbruch dort weiter, wo er war', async () => {
    await expect(saeeHier('http://127.0.0.1:1')).rejects.toThrow();
    expect(await zeilen(stand.db)).toMatchObject({ person: 26, fall: 0 });
    await saeeHier();
    expect(await zeilen(stand.db)).toMatchObject({ person: 26, fall: 20 });
    expect(saetze.filter((satz) => satz.includes('entfällt'))).toEqual([]);
  });

  it('ändert beim zweiten Start nichts', async () => {
    const vorher = await zeilen(stand.db);
    await saeeHier();
    expect(await zeilen(stand.db)).toEqual(vorher);
    expect(saetze.at(-1)).toBe('Demodaten: sind schon da.');
  });

  it('zeigt Fälle in jeder Lage: wartend, zugeordnet, aktiv, S06, S07, mit überfälligen T-07, T-09, T-10', async () => {
    const { zustaende, ueberfaellig } = await mitAkteur(stand.db, wartung, async (tx) => ({
      zustaende: await tx
        .select({ zustand: fall.zustand, anzahl: sql<number>`count(*)::int` })
        .from(fall)
        .groupBy(fall.zustand)
        .orderBy(fall.zustand),
      ueberfaellig: await tx
        .selectDistinct({ id: frist.fristId })
        .from(frist)
        .where(sql`${frist.status} = 'ueberfaellig'`)
        .orderBy(frist.fristId),
    }));
    expect(Object.fromEntries(zustaende.map((z) => [z.zustand, z.anzahl]))).toEqual({
      aktiv: 9,
      standort_faellig: 1,
      aktiv_verlaengert: 2,
      vorgemerkt: 5,
      weitergeleitet: 1,
      zugeordnet: 1,
      uebernahme_terminiert: 1,
    });
    expect(ueberfaellig.map((z) => z.id)).toEqual(expect.arrayContaining(['T-07', 'T-09', 'T-10']));
  });

  it('E27: geführte Gespräche nennen ihre Minuten, geplante Uhrzeit, Dauer und Ort', async () => {
    const gespraeche = await mitAkteur(stand.db, wartung, (tx) =>
      tx
        .select({ daten: fallEreignis.daten })
        .from(fallEreignis)
        .where(sql`${fallEreignis.daten} ? 'dauerMinuten'`)
        .orderBy(sql`${fallEreignis.daten} ->> 'dauerMinuten', ${fallEreignis.art}`),
    );
    expect(gespraeche.map(({ daten }) => daten)).toMatchObject([
      { uhrzeit: '14:00', dauerMinuten: 30, ort: 'video', status: 'geplant' },
      { dauerMinuten: 45, vorbereitungMinuten: 20, status: 'durchgefuehrt' },
      { uhrzeit: '10:30', dauerMinuten: 60, ort: 'fm_buero', status: 'geplant' },
      { uhrzeit: '09:00', dauerMinuten: 60, ort: 'fm_buero' },
    ]);
  });

  it('TR62, TR64: eine Übergabe aus dem FM U25 ist verlegt, ein Fall geht im FM Migrantinnen weiter', async () => {
    const { verlegt, faelle } = await mitAkteur(stand.db, wartung, async (tx) => ({
      verlegt: await tx
        .select({ daten: fallEreignis.daten })
        .from(fallEreignis)
        .where(eq(fallEreignis.art, 'u25_uebergabe_verlegt')),
      faelle: await tx
        .select({
          id: fall.id,
          vorgaenger: fall.vorgaengerFallId,
          zustand: fall.zustand,
          team: team.zielstelle,
        })
        .from(fall)
        .innerJoin(team, eq(team.id, fall.teamId))
        .where(eq(fall.personId, personId(26)))
        .orderBy(fall.laufendeNummer),
    }));
    expect(verlegt).toMatchObject([{ daten: { tr: 'TR62' } }]);
    expect(faelle).toMatchObject([
      { zustand: 'weitergeleitet', vorgaenger: null },
      { zustand: 'vorgemerkt', vorgaenger: faelle[0]?.id, team: 'fm_migration' },
    ]);
  });

  it('TR63, E29, K-84: Rechtsfolgen sind genannt, eine Maßnahme nennt ihre Kosten, ein Erbringer hat berichtet', async () => {
    const { daten, berichte } = await mitAkteur(stand.db, wartung, async (tx) => ({
      daten: await tx
        .select({ daten: fallEreignis.daten })
        .from(fallEreignis)
        .where(inArray(fallEreignis.art, ['rechtsfolgen_benannt', 'massnahme_begonnen']))
        .orderBy(fallEreignis.art),
      berichte: await tx.select().from(erbringerbericht),
    }));
    expect(daten.map((e) => e.daten)).toMatchObject([
      { art: 'massnahme_begonnen', massnahmeart: 'weiterbildung', kostenCent: 184_500 },
      { art: 'rechtsfolgen_benannt', tr: 'TR63' },
    ]);
    expect(berichte).toMatchObject([{ mittel: 4_800_000, verwendet: 4_512_300 }]);
  });

  it('hat für die ersten Schritte fünf Personen ohne Fall, die Kriterium A erfüllen (V-03)', async () => {
    const header = {
      authorization: `Bearer ${await api.token(PERSONAL.pap)}`,
      'content-type': 'application/json',
    };
    const frei = await mitAkteur(stand.db, wartung, (tx) =>
      tx
        .select({ id: person.id })
        .from(person)
        .where(
          sql`${person.papId} = ${PERSONAL.pap} and not exists (select 1 from fall where person_id = ${person.id})`,
        )
        .orderBy(person.name),
    );
    expect(frei).toHaveLength(6);
    const ergebnisse: unknown[] = [];
    for (const { id } of frei) {
      const antwort = await fetch(`${api.url}/api/v1/faelle`, {
        method: 'POST',
        headers: { ...header, 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ person: id, gruende: 'Mehrere Handlungsbedarfe wirken zusammen.' }),
      });
      expect(antwort.status).toBe(201);
      const { fallId, fakten } = (await antwort.json()) as {
        fallId: string;
        fakten: { kriteriumA: boolean };
      };
      ergebnisse.push(fakten.kriteriumA);
      expect((await frage(stand.client, fallId)).stand.zustand).toBe('vorgemerkt');
    }
    expect(ergebnisse).toEqual([true, true, true, true, true, false]);
  });
});
