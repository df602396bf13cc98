import { setTimeout as warte } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { pruefeTokens } from '../../api/kern/auth.ts';
import { starteAnmeldung } from '../../tools/lokal/anmeldung.ts';
import { audience } from '../../tools/lokal/anmeldung-konfiguration.ts';
import { demopersonal } from '../../tools/lokal/personal.ts';
import { freierPort } from '../../tools/lokal/ports.ts';
import { holeToken } from '../../tools/token/hole-token.ts';

describe('der Anbieter wechselt seinen Schlüssel, während die API läuft (S3)', () => {
  let anmeldung: Awaited<ReturnType<typeof starteAnmeldung>>;
  afterAll(() => anmeldung.stop());

  it('ein neuer gilt ohne Neustart, ein zurückgezogener nach spätestens einer Minute nicht mehr', async () => {
    const port = await freierPort();
    anmeldung = await starteAnmeldung({ port, personal: demopersonal });
    const { issuer } = anmeldung;
    const pruefe = pruefeTokens({ issuer, audience });
    const gilt = (token: string): Promise<boolean> =>
      pruefe(token).then(
        () => true,
        () => false,
      );
    const alt = await holeToken(issuer, 'tl');
    expect(await gilt(alt)).toBe(true);

    // Without a folder each start makes a key of its own; the old one is gone from the JWKS.
    await anmeldung.stop();
    anmeldung = await starteAnmeldung({ port, personal: demopersonal });
    const zurueckgezogen = Date.now();
    const neu = await holeToken(issuer, 'tl');
    await expect.poll(() => gilt(neu), { timeout: 10_000, interval: 500 }).toBe(true);
    while ((await gilt(alt)) && Date.now() - zurueckgezogen < 60_000) await warte(500);
    expect(Date.now() - zurueckgezogen).toBeLessThan(60_000);
    await expect(pruefe(alt)).rejects.toMatchObject({ code: 'NICHT_ANGEMELDET' });
  });

  it('wer keinen neuen Schlüssel sieht, dem läuft der alte trotzdem ab', async () => {
    const { issuer } = anmeldung;
    const pruefe = pruefeTokens({ issuer, audience });
    const alt = await holeToken(issuer, 'tl');
    await pruefe(alt);
    const port = Number(new URL(issuer).port);
    await anmeldung.stop();
    anmeldung = await starteAnmeldung({ port, personal: demopersonal });
    const gilt = (): Promise<boolean> =>
      pruefe(alt).then(
        () => true,
        () => false,
      );
    const gemerktAm = Date.now();
    const nach = async (ms: number): Promise<boolean> => {
      vi.setSystemTime(gemerktAm + ms);
      return gilt();
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      expect(await nach(20_000)).toBe(true);
      expect(await nach(60_000)).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });
});
