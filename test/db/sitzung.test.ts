import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  beendeAlleSitzungen,
  beendeSitzung,
  beginneSitzung,
  findeSitzung,
} from '../../api/sitzung/faelle.ts';
import { mitAkteur } from '../../db/client.ts';
import { mitarbeitende } from '../../db/schema/index.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const MINUTE_MS = 60_000;
const BEGINN = Date.parse('2026-12-01T08:00:00Z');

describe('Sitzungen des Arbeitsplatzes (ADR 62)', () => {
  let aufbau: Aufbau;
  let minuten = 0;
  const uhr = { jetzt: () => instantAus(BEGINN + minuten * MINUTE_MS) };
  const mittel = () => ({ db: aufbau.apiDb, uhr });

  beforeAll(async () => {
    aufbau = await baueAuf('2026-12-01T08:00:00Z');
  });
  afterAll(() => aufbau.ende());

  /** Works on, a click every so many minutes. @returns the last secret, null when it stopped counting. */
  async function arbeite(geheimnis: string, bis: number, schritt: number): Promise<string | null> {
    let jetzt = geheimnis;
    while (minuten < bis) {
      minuten = Math.min(bis, minuten + schritt);
      const sitzung = await findeSitzung(mittel(), jetzt);
      if (sitzung === null) return null;
      jetzt = sitzung.geheimnis;
    }
    return jetzt;
  }

  it('gilt, solange jemand arbeitet, und endet nach einer Stunde ohne Klick', async () => {
    minuten = 0;
    const { geheimnis, konto } = await beginneSitzung(mittel(), PERSONAL.fm);
    expect(konto.id).toBe(PERSONAL.fm);
    const spaeter = await arbeite(geheimnis, 180, 50);
    expect(spaeter).not.toBeNull();
    minuten += 61;
    expect(await findeSitzung(mittel(), spaeter ?? '')).toBeNull();
  });

  it('endet nach zwölf Stunden, auch wenn jemand durcharbeitet', async () => {
    minuten = 0;
    const { geheimnis } = await beginneSitzung(mittel(), PERSONAL.fm);
    expect(await arbeite(geheimnis, 719, 30)).not.toBeNull();
    minuten = 0;
    const { geheimnis: zweites } = await beginneSitzung(mittel(), PERSONAL.fm);
    expect(await arbeite(zweites, 721, 30)).toBeNull();
  });

  it('wechselt das Geheimnis; das alte gilt noch eine Minute für Anfragen, die unterwegs waren, und dann nie mehr', async () => {
    minuten = 0;
    const { geheimnis } = await beginneSitzung(mittel(), PERSONAL.fm);
    minuten = 16;
    const zugleich = await Promise.all([1, 2, 3].map(() => findeSitzung(mittel(), geheimnis)));
    expect(zugleich.every((sitzung) => sitzung?.konto.id === PERSONAL.fm)).toBe(true);
    const neue = new Set(zugleich.map((sitzung) => sitzung?.geheimnis));
    neue.delete(geheimnis);
    expect(neue.size).toBe(1);
    minuten = 18;
    expect(await findeSitzung(mittel(), geheimnis)).toBeNull();
    expect(await findeSitzung(mittel(), [...neue][0] ?? '')).not.toBeNull();
  });

  it('Abmelden beendet die eine, überall abmelden alle des Kontos und keine fremde', async () => {
    minuten = 0;
    const beginne = async (wer: 'fm' | 'tl') => (await beginneSitzung(mittel(), PERSONAL[wer])).geheimnis;
    const [eine, zweite, dritte, fremde] = [
      await beginne('fm'),
      await beginne('fm'),
      await beginne('fm'),
      await beginne('tl'),
    ];
    await beendeSitzung(mittel(), eine);
    expect(await findeSitzung(mittel(), eine)).toBeNull();
    await beendeAlleSitzungen(mittel(), zweite);
    const uebrig = await Promise.all([zweite, dritte, fremde].map((g) => findeSitzung(mittel(), g)));
    expect(uebrig.map((sitzung) => sitzung?.konto.id ?? null)).toEqual([null, null, PERSONAL.tl]);
  });

  it('ein unbekanntes Geheimnis, ein Name ohne Konto: keine Sitzung', async () => {
    expect(await findeSitzung(mittel(), 'geraten')).toBeNull();
    await expect(beginneSitzung(mittel(), 'niemand')).rejects.toThrow('kein aktives Konto');
  });

  it('mit dem Konto endet auch seine Sitzung: wer dort sitzt, wird gefragt, wer er ist', async () => {
    minuten = 0;
    const aendere = (was: Partial<typeof mitarbeitende.$inferInsert>): Promise<unknown> =>
      mitAkteur(aufbau.db, { system: 'wartung' }, (tx) =>
        tx.update(mitarbeitende).set(was).where(eq(mitarbeitende.id, PERSONAL.fm2)),
      );
    for (const [vorbei, wieder] of [
      [{ aktiv: false }, { aktiv: true }],
      [{ subjekt: 'anders' }, { subjekt: PERSONAL.fm2 }],
    ]) {
      const { geheimnis } = await beginneSitzung(mittel(), PERSONAL.fm2);
      expect(await findeSitzung(mittel(), geheimnis)).not.toBeNull();
      await aendere(vorbei ?? {});
      expect(await findeSitzung(mittel(), geheimnis)).toBeNull();
      await aendere(wieder ?? {});
      // It does not come back with the account.
      expect(await findeSitzung(mittel(), geheimnis)).toBeNull();
    }
  });

  it('das Geheimnis steht nirgends, und wer als jemand angemeldet ist, liest die Tabelle nicht', async () => {
    minuten = 0;
    const { geheimnis } = await beginneSitzung(mittel(), PERSONAL.fm);
    const alles = await mitAkteur(aufbau.db, { system: 'wartung' }, (tx) =>
      tx.execute(sql`select s::text as zeile from sitzung s`),
    );
    expect(alles.length).toBeGreaterThan(0);
    expect(JSON.stringify(alles)).not.toContain(geheimnis);
    const gesehen = await mitAkteur(aufbau.apiDb, { mitarbeitende: PERSONAL.fm }, (tx) =>
      tx.execute(sql`select 1 from sitzung`),
    );
    expect(gesehen).toHaveLength(0);
  });
});
