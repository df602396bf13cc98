import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aendereTeam } from '../../api/personal/faelle.ts';
import { teamAenderung } from '../../api/personal/formen.ts';
import { mitAkteur } from '../../db/client.ts';
import { fall } from '../../db/schema/index.ts';
import type { Land } from '../../domain/frist/laender.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { BESTAND } from '../support/bestand.ts';
import { stelleZu } from '../support/zustellung-ohne-temporal.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

describe('Ein falsch eingetragenes Land eines Teams lässt sich berichtigen (AC-96, Eingabe 5)', () => {
  let a: Aufbau;
  let fallId: string;
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    const person = await legePersonAn(a.db, randomUUID());
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', {
      fallId: null,
      eingabe: { person, bestand: BESTAND },
    }));
  });
  afterAll(() => a.ende());

  const aendere = async (wer: string, version: number, land: Land): ReturnType<typeof aendereTeam> =>
    aendereTeam(a.umgebung, await a.konto(wer), {
      id: TEAM,
      schluessel: neuerSchluessel(),
      rumpf: teamAenderung.parse({ version, land }),
    });
  const landDesFalls = async (): Promise<Land | undefined> => {
    await stelleZu({ db: a.db, faelle: a.faelle, jetzt: a.umgebung.uhr.jetzt }, new Map());
    const [zeile] = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.select({ stand: fall.stand }).from(fall).where(eq(fall.id, fallId)),
    );
    return zeile?.stand.kalender.land;
  };

  it('durch die Bereichsleitung, und jeder Fall des Teams rechnet neu', async () => {
    expect(await landDesFalls()).toBe('HB');
    await expect(aendere(PERSONAL.tl, 1, 'BY')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    const { version } = await aendere(PERSONAL.bereichsleitung, 1, 'BY');
    expect(await landDesFalls()).toBe('BY');
    await aendere(PERSONAL.bereichsleitung, version, 'HB');
    expect(await landDesFalls()).toBe('HB');
  });

  it('wer dasselbe Land noch einmal nennt, ändert nichts daran', async () => {
    await expect(aendere(PERSONAL.tl, 3, 'HB')).resolves.toMatchObject({ version: 4 });
  });
});
