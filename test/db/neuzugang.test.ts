import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesPersonansicht } from '../../api/personen/faelle.ts';
import type { NeuzugangNeu, Personansicht } from '../../api/personen/formen.ts';
import { erfasseNeuzugang } from '../../api/personen/neuzugangsfaelle.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const HEUTE = '2026-12-01';
type Wer = keyof typeof PERSONAL;

describe('Grund des Neuzugangs (E01, 003 Kap. 7)', () => {
  let a: Aufbau;
  let person: string;

  const erfasse = async (wer: Wer, rumpf: NeuzugangNeu): Promise<unknown> =>
    erfasseNeuzugang(a.umgebung, await a.konto(PERSONAL[wer]), {
      id: person,
      schluessel: neuerSchluessel(),
      rumpf,
    });
  const gezeigter = async (wer: Wer): Promise<Personansicht['neuzugang']> =>
    (await liesPersonansicht(a.umgebung, await a.konto(PERSONAL[wer]), person)).neuzugang;

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    person = await legePersonAn(a.db, 'neuzugang');
  });
  afterAll(() => a.ende());

  it('V-67: ohne Eintrag ist nichts behauptet; der jüngste nimmt den Platz des letzten ein', async () => {
    expect(await gezeigter('pap')).toBeNull();
    await erfasse('pap', { am: '2026-10-01', grund: 'zuzug' });
    await erfasse('pap', { am: '2026-11-01', grund: 'auslaufen_alg_1' });
    expect(await gezeigter('pap')).toEqual({ am: '2026-11-01', grund: 'auslaufen_alg_1' });
  });

  it('V-74, K2: kein Tag voraus, und nur, wer das Profil führt', async () => {
    await expect(erfasse('pap', { am: '2026-12-02', grund: 'zuzug' })).rejects.toMatchObject({
      regel: 'V-74',
    });
    await expect(erfasse('fm', { am: HEUTE, grund: 'zuzug' })).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
  });
});
