import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ankerdatei, einstellung, loeschbuchdatei } from '../../ops/datenordner.ts';
import { ladeGeheimnis } from '../../tools/start/geheimnisse.ts';
import { schreibeLaufzettel } from '../../tools/start/laufzettel.ts';

describe('npm run ops neben einem laufenden npm start', () => {
  let LOTSE_DATEN: string;
  beforeAll(async () => {
    LOTSE_DATEN = await mkdtemp(path.join(tmpdir(), 'lotse-ops-'));
    const stand = {
      issuer: 'x',
      apiUrl: 'x',
      datenbank: 'postgres://lokal',
      temporal: 'lokal:1',
      kinder: [],
    };
    await schreibeLaufzettel(LOTSE_DATEN, stand);
  });

  it('findet Adressen und Schlüssel, die npm start dort ablegt', async () => {
    const env = { LOTSE_DATEN };
    const haupt = await ladeGeheimnis(LOTSE_DATEN, 'haupt');
    expect(await einstellung(env, 'DATABASE_URL')).toBe('postgres://lokal');
    expect(await einstellung(env, 'TEMPORAL_ADDRESS')).toBe('lokal:1');
    expect(await einstellung(env, 'LOTSE_HAUPTSCHLUESSEL')).toBe(haupt);
    expect(await einstellung(env, 'LOTSE_LOESCHSCHLUESSEL')).toBeUndefined();
    expect(loeschbuchdatei(env)).toBe(path.join(LOTSE_DATEN, 'loeschbuch.jsonl'));
    expect(ankerdatei(env)).toBe(path.join(LOTSE_DATEN, 'anker', 'protokoll.jsonl'));
  });

  it('die Umgebung geht vor, und ohne Datenordner gilt sie allein', async () => {
    const genannt = { LOTSE_DATEN, DATABASE_URL: 'postgres://amt', LOTSE_LOESCHBUCH: '/buch' };
    expect(await einstellung(genannt, 'DATABASE_URL')).toBe('postgres://amt');
    expect(loeschbuchdatei(genannt)).toBe('/buch');
    expect(await einstellung({ LOTSE_DATEN: '/nirgends' }, 'DATABASE_URL')).toBeUndefined();
  });

  it('eine beschädigte Notiz zählt als keine', async () => {
    const kaputt = path.join(LOTSE_DATEN, 'kaputt');
    await mkdir(kaputt);
    await writeFile(path.join(kaputt, 'lauf.json'), '{');
    expect(await einstellung({ LOTSE_DATEN: kaputt }, 'DATABASE_URL')).toBeUndefined();
  });
});
