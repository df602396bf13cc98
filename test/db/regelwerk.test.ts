import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur } from '../../db/client.ts';
import { kuendigeRegelwerkAn, REGELWERKTRAEGER, zaehleAeltere } from '../../db/regelwerk.ts';
import * as tabellen from '../../db/schema/index.ts';
import { REGELWERK } from '../../domain/vorgang/regelwerk.ts';
import { regelwerk } from '../../ops/regelwerk.ts';
import { TEAM } from '../../tools/probehaus/stammdaten.ts';
import { meldeOrganisation } from '../support/teamkalender.ts';
import { stelleZu } from '../support/zustellung-ohne-temporal.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const system = { system: 'wartung' } as const;
const JETZT = '2026-11-02T08:00:00Z';

describe('ops regelwerk: laufende Vorgänge übernehmen die neuen Regeln (Nachtrag 11.5)', () => {
  let a: Aufbau;
  const faelle: string[] = [];
  const altere = (): Promise<number> => mitAkteur(a.db, system, zaehleAeltere);

  beforeAll(async () => {
    a = await baueAuf(JETZT);
    await meldeOrganisation(a, TEAM, JETZT);
    for (const marke of ['eins', 'zwei']) faelle.push((await a.merkeVor(marke)).fallId);
  });
  afterAll(() => a.ende());

  it('heute begonnene laufen unter dem neuen', async () => {
    expect(await altere()).toBe(0);
    expect(await regelwerk(a.db)).toBe(0);
  });

  it('jeder ältere Vorgang hört es einmal, seitenweise, auch der Kalender des Teams', async () => {
    await mitAkteur(a.db, system, async (tx) => {
      // As release 0.1 stored them.
      await tx.update(tabellen.fall).set({ stand: sql`${tabellen.fall.stand} || '{"regelwerk": 1}'` });
      await tx.update(tabellen.vorgang).set({ stand: sql`${tabellen.vorgang.stand} || '{"regelwerk": 1}'` });
    });
    expect(await altere()).toBe(3);
    expect(await regelwerk(a.db)).toBe(2);
    for (const traeger of REGELWERKTRAEGER) {
      const nach = '00000000-0000-0000-0000-000000000000';
      const seite = await mitAkteur(a.db, system, (tx) =>
        kuendigeRegelwerkAn(tx, traeger, { nach, am: JETZT }),
      );
      expect(seite).toEqual({ gesagt: 0, nach: null });
    }
  });

  it('mit der Zustellung übernimmt es jeder als Ereignis; danach ist nichts mehr übrig', async () => {
    await stelleZu({ db: a.db, faelle: a.faelle, jetzt: () => JETZT }, new Map());
    expect(await altere()).toBe(0);
    expect(await regelwerk(a.db)).toBe(0);
    const ereignisse = await mitAkteur(a.db, system, (tx) =>
      tx
        .select({ fall: tabellen.fallEreignis.vorgangId, daten: tabellen.fallEreignis.daten })
        .from(tabellen.fallEreignis)
        .where(eq(tabellen.fallEreignis.art, 'regelwerk_uebernommen')),
    );
    expect(ereignisse.map(({ fall }) => fall).sort()).toEqual([...faelle].sort());
    for (const { daten } of ereignisse) expect(daten).toMatchObject({ regelwerk: REGELWERK, bisher: 1 });
  });
});
