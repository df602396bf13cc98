import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eaktenverweise, erfasseVerweis, nimmVerweisZurueck } from '../../api/eakte/faelle.ts';
import type { VerweisNeu } from '../../api/eakte/formen.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { BESTAND } from '../support/bestand.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const HEUTE = '2026-12-01';
const JETZT = `${HEUTE}T08:00:00Z`;
const wartung = { system: 'wartung' } as const;
const EINGANG = { nummer: 'EA-1', datum: HEUTE };
const BESCHEID = { ...EINGANG, titel: 'Bescheid über den Umzug' };

type Wer = keyof typeof PERSONAL;

describe('Verweise auf Unterlagen der eAkte (001 2.2, R08)', () => {
  let a: Aufbau;
  let fallId: string;

  const erfasse = async (wer: Wer, rumpf: VerweisNeu): Promise<string> =>
    (
      await erfasseVerweis(a.umgebung, await a.konto(PERSONAL[wer]), {
        id: fallId,
        schluessel: neuerSchluessel(),
        rumpf,
      })
    ).id;
  const nimmZurueck = async (wer: Wer, verweis: string): Promise<unknown> =>
    nimmVerweisZurueck(a.umgebung, await a.konto(PERSONAL[wer]), {
      id: fallId,
      verweis,
      schluessel: neuerSchluessel(),
      rumpf: { grund: 'falsche_akte' },
    });
  const sieht = async (wer: Wer) => eaktenverweise(a.umgebung, await a.konto(PERSONAL[wer]), fallId);
  const zeile = async (id: string) =>
    (
      await mitAkteur(a.db, wartung, (tx) =>
        tx.select().from(tabellen.eaktenverweis).where(eq(tabellen.eaktenverweis.id, id)),
      )
    )[0];

  beforeAll(async () => {
    a = await baueAuf(JETZT);
    const person = await legePersonAn(a.db, 'eakte');
    const eingabe = { person, bestand: BESTAND };
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', { fallId: null, eingabe }));
    await mitAkteur(a.db, wartung, async (tx) => {
      await tx.insert(tabellen.vertretungsring).values({
        teamId: TEAM,
        version: 1,
        mitglieder: [PERSONAL.fm, PERSONAL.fm2],
        festgelegtAm: JETZT,
        festgelegtVon: PERSONAL.tl,
      });
      await tx.insert(tabellen.abwesenheit).values({
        id: randomUUID(),
        mitarbeitendeId: PERSONAL.fm,
        von: HEUTE,
        bis: HEUTE,
        grund: 'geplant',
        erfasstAm: JETZT,
        erfasstVon: PERSONAL.fm,
      });
    });
  });
  afterAll(() => a.ende());

  it('R08: die Vertretung vermerkt den Eingang, nicht was es ist; im Protokoll steht, für wen', async () => {
    const id = await erfasse('fm2', EINGANG);
    expect(await zeile(id)).toMatchObject({ ...EINGANG, titel: null, erfasstVon: PERSONAL.fm2 });
    await expect(erfasse('fm2', BESCHEID)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
      message: expect.stringContaining('R08') as string,
    });
    const [vermerk] = await mitAkteur(a.db, wartung, (tx) =>
      tx
        .select()
        .from(tabellen.protokoll)
        .where(eq(tabellen.protokoll.gegenstand, `eaktenverweis:${id}`)),
    );
    expect(vermerk).toMatchObject({ akteurId: PERSONAL.fm2, fuerId: PERSONAL.fm, fallId });
  });

  it('PostgreSQL allein lässt die Vertretung keinen Titel schreiben', async () => {
    const schreibe = (wer: string, titel: string | null): Promise<unknown> =>
      mitAkteur(a.apiDb, { mitarbeitende: wer, vertritt: [PERSONAL.fm], am: JETZT }, (tx) =>
        tx.insert(tabellen.eaktenverweis).values({
          id: randomUUID(),
          fallId,
          ...EINGANG,
          titel,
          erfasstAm: JETZT,
          erfasstVon: wer,
        }),
      );
    await schreibe(PERSONAL.fm2, null);
    await schreibe(PERSONAL.fm, 'Bescheid');
    await expect(schreibe(PERSONAL.fm2, 'Bescheid')).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('DS-01: wer den geschützten Bereich nicht liest, erfährt von keiner Unterlage', async () => {
    await erfasse('fm', BESCHEID);
    expect(await sieht('fm')).toContainEqual(expect.objectContaining(BESCHEID));
    for (const wer of ['pap', 'tl', 'fm3'] as const)
      await expect(sieht(wer)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });

  it('V-71: mit der Rücknahme gehen Nummer, Tag und Titel; wer, wann und warum bleibt', async () => {
    const id = await erfasse('fm', BESCHEID);
    await expect(nimmZurueck('fm2', id)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await nimmZurueck('fm', id);
    const leer = { nummer: null, datum: null, titel: null };
    const bleibt = { erfasstVon: PERSONAL.fm, ruecknahmegrund: 'falsche_akte' };
    expect(await zeile(id)).toMatchObject({ ...leer, ...bleibt, zurueckgenommenVon: PERSONAL.fm });
    await expect(nimmZurueck('fm', id)).rejects.toMatchObject({ regel: 'V-71' });
    await expect(nimmZurueck('fm', randomUUID())).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
  });

  it('V-71: geändert wird ein Verweis nur durch die eine Rücknahme', async () => {
    const id = await erfasse('fm', BESCHEID);
    const aendere = (werte: string): Promise<unknown> =>
      mitAkteur(a.db, wartung, (tx) =>
        tx.execute(sql.raw(`update eaktenverweis set ${werte} where id = '${id}'`)),
      );
    for (const werte of [
      `titel = 'anders'`,
      `zurueckgenommen_am = now(), ruecknahmegrund = 'versehen'`,
      `zurueckgenommen_am = now(), nummer = null, datum = null, titel = null`,
    ])
      await expect(aendere(werte)).rejects.toMatchObject({ cause: { code: '23001' } });
  });
});
