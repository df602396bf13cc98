import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pruefeDatenbankzugang } from '../../db/bereitschaft.ts';
import { oeffneDatenbank } from '../../db/client.ts';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';

describe('Mit welchem Zugang Lotse beginnt (DS-17)', () => {
  let postgres: Datenbanken;
  let besitzer: string;
  let zugaenge: Awaited<ReturnType<typeof richteZugaengeEin>>;
  beforeAll(async () => {
    postgres = await starteDatenbanken();
    besitzer = await postgres.neue();
    zugaenge = await richteZugaengeEin(besitzer);
  });
  afterAll(() => postgres.stop());

  async function pruefe(url: string, gruppe: 'lotse_api' | 'lotse_worker'): Promise<void> {
    const db = oeffneDatenbank(url, 1);
    try {
      await pruefeDatenbankzugang(db, gruppe);
    } finally {
      await db.schliesse();
    }
  }

  it('API und Worker mit ihrem eigenen', async () => {
    await expect(pruefe(zugaenge.api, 'lotse_api')).resolves.toBeUndefined();
    await expect(pruefe(zugaenge.worker, 'lotse_worker')).resolves.toBeUndefined();
  });

  it('nicht mit dem des Eigentümers, und keiner mit dem eines anderen: die zweite Mauer stünde offen', async () => {
    for (const url of [besitzer, zugaenge.worker, zugaenge.loeschung])
      await expect(pruefe(url, 'lotse_api')).rejects.toThrow('muss allein zur Gruppe lotse_api gehören');
    for (const url of [besitzer, zugaenge.api, zugaenge.loeschung])
      await expect(pruefe(url, 'lotse_worker')).rejects.toThrow('lotse_worker');
  });
});
