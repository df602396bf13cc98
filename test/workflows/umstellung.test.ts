import type { ChildProcess } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { mitAkteur } from '../../db/client.ts';
import { fallEreignis } from '../../db/schema/index.ts';
import { starteApi, type Pruefapi } from '../../tools/probehaus/api.ts';
import { baueStand, echtzeitserver, type Stand } from '../../tools/probehaus/stand.ts';
import {
  abweichungen,
  fuehreAus,
  legeLaufendeFaelleAn,
  liesFristtage,
  liesUmstellung,
  schaueVor,
  warteAufUmgestellte,
} from '../../tools/probehaus/umstellung.ts';
import { arbeitet, starteWorkerprozess } from '../support/workerprozess.ts';

const FAELLE = 40;

describe('Umstellung laufender Fälle auf eine andere Policy (E48)', () => {
  let stand: Stand;
  let api: Pruefapi;
  let ordner: string;
  const kinder: ChildProcess[] = [];

  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
    api = await starteApi({ db: stand.apiDb, tresor: stand.tresor, client: stand.client, uhr: systemuhr });
    ordner = await mkdtemp(path.join(tmpdir(), 'lotse-umstellung-'));
  });
  afterAll(async () => {
    await api.stop();
    await stand.beende();
  });
  afterEach(() => {
    for (const kind of kinder.splice(0)) kind.kill('SIGKILL');
  });

  function starte(moment: string): { kind: ChildProcess; tot: Promise<unknown> } {
    const kind = starteWorkerprozess(stand, moment, path.join(ordner, moment));
    kinder.push(kind);
    return { kind, tot: new Promise((resolve) => kind.once('exit', resolve)) };
  }

  it('mittendrin getötet und fortgesetzt: keiner doppelt, keiner vergessen, genau die vorgeschauten Fristen', async () => {
    const erster = starte('nie');
    await arbeitet(erster.kind);
    await legeLaufendeFaelleAn(stand, FAELLE);
    erster.kind.kill('SIGKILL');
    await erster.tot;
    const vorher = await liesFristtage(stand.db);
    const { id, vorschau } = await schaueVor(api);
    expect(vorschau).toHaveLength(FAELLE);
    expect(vorschau.every(({ bewegungen }) => bewegungen.some(({ frist }) => frist === 'T-07'))).toBe(true);
    await fuehreAus(api, id);
    await stand.activities.stosseZustellungAn();
    // The first dies with its first commit, the second right after one, the third somewhere in the middle.
    await starte('vor_commit').tot;
    await starte('nach_commit').tot;
    const dritter = starte('nie');
    await warteAufUmgestellte(api, id, 5);
    dritter.kind.kill('SIGKILL');
    await dritter.tot;
    starte('nie');
    await warteAufUmgestellte(api, id, FAELLE);

    expect((await liesUmstellung(api, id)).zahlen).toMatchObject({
      umgestellt: FAELLE,
      offen: 0,
      abweichend: 0,
    });
    expect(abweichungen(vorher, await liesFristtage(stand.db), vorschau)).toEqual([]);
    const umgestellt = await mitAkteur(stand.db, { system: 'wartung' }, (tx) =>
      tx
        .select({ fall: fallEreignis.vorgangId })
        .from(fallEreignis)
        .where(eq(fallEreignis.art, 'policy_uebernommen')),
    );
    expect(umgestellt).toHaveLength(FAELLE);
    expect(new Set(umgestellt.map(({ fall }) => fall)).size).toBe(FAELLE);
    await expect(fuehreAus(api, id)).rejects.toMatchObject({ code: 'ZUSTAND', regel: 'E48' });
  });
});
