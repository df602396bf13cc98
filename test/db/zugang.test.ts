import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pruefeZugang } from '../../db/bereitschaft.ts';
import { oeffneDatenbank } from '../../db/client.ts';
import { migriere } from '../../db/migrate.ts';
import { pruefDatenbank } from '../../tools/lokal/pruefdatenbank.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';

describe('Mit welchem Zugang Lotse beginnt (DS-17)', () => {
  let postgres: Awaited<ReturnType<typeof pruefDatenbank>>;
  let zugaenge: Awaited<ReturnType<typeof richteZugaengeEin>>;
  beforeAll(async () => {
    postgres = await pruefDatenbank();
    await migriere(postgres.url);
    zugaenge = await richteZugaengeEin(postgres.url);
  });
  afterAll(() => postgres.stop());

  async function pruefe(url: string, gruppe: 'lotse_api' | 'lotse_worker'): Promise<void> {
    const db = oeffneDatenbank(url, 1);
    try {
      await pruefeZugang(db, gruppe);
    } finally {
      await db.schliesse();
    }
  }

  it('API und Worker mit ihrem eigenen', async () => {
    await expect(pruefe(zugaenge.api, 'lotse_api')).resolves.toBeUndefined();
    await expect(pruefe(zugaenge.worker, 'lotse_worker')).resolves.toBeUndefined();
  });

  it('nicht mit dem des Eigentümers, und keiner mit dem eines anderen: die zweite Mauer stünde offen', async () => {
    for (const url of [postgres.url, zugaenge.worker, zugaenge.loeschung])
      await expect(pruefe(url, 'lotse_api')).rejects.toThrow('muss allein zur Gruppe lotse_api gehören');
    for (const url of [postgres.url, zugaenge.api, zugaenge.loeschung])
      await expect(pruefe(url, 'lotse_worker')).rejects.toThrow('lotse_worker');
  });
});
