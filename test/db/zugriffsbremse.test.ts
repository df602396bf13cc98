import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eingang } from '../../api/arbeitslisten/faelle.ts';
import { eingangsabfrage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import {
  beanstandeteZugriffe,
  beginneZugriff,
  gibZugriffFrei,
  pruefeZugriff,
} from '../../api/sonderzugriff/faelle.ts';
import { zugriffNeu } from '../../api/sonderzugriff/formen.ts';
import { mitAkteur } from '../../db/client.ts';
import { protokoll, sonderzugriff } from '../../db/schema/index.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const GRUND = 'Der Kunde steht in einer akuten Krise vor der Tür.';
type Kuerzel = keyof typeof PERSONAL;

describe('Bremse der Zugriffe mit Grund (DS-29, Issue 13, Sicherheit 3)', () => {
  let a: Aufbau;
  let faelle: string[];
  let tag = 0;
  const konto = (wer: Kuerzel): Promise<Konto> => a.konto(PERSONAL[wer]);

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    faelle = [];
    for (let nr = 0; nr < 9; nr += 1) faelle.push((await a.merkeVor(`bremse-${String(nr)}`)).fallId);
  });
  afterAll(() => a.ende());
  // Each test has a day of its own, because the brake counts by days.
  beforeEach(() => {
    tag += 1;
    a.stelle(`2026-12-${String(tag).padStart(2, '0')}T08:00:00Z`);
  });

  const fallNr = (nr: number): string => faelle[nr] ?? '';
  const beginne = async (wer: Kuerzel, nr: number): Promise<{ id: string }> =>
    beginneZugriff(a.umgebung, await konto(wer), {
      schluessel: neuerSchluessel(),
      rumpf: { art: 'notzugriff', fall: fallNr(nr), grund: GRUND, stunden: 1 },
    });
  const pruefe = async (wer: Kuerzel, id: string, ergebnis: 'bestaetigt' | 'beanstandet'): Promise<unknown> =>
    pruefeZugriff(a.umgebung, await konto(wer), { id, schluessel: neuerSchluessel(), rumpf: { ergebnis } });
  const gibFrei = async (wer: Kuerzel, id: string): Promise<unknown> =>
    gibZugriffFrei(a.umgebung, await konto(wer), {
      id,
      schluessel: neuerSchluessel(),
      rumpf: { grund: 'Nach dem Gespräch ist der Anlass geklärt.' },
    });
  const gebremst = { code: 'REGEL', regel: 'DS-29' };
  const aktionen = (wer: Kuerzel): Promise<string[]> =>
    mitAkteur(a.db, { system: 'wartung' }, async (tx) => {
      const zeilen = await tx
        .select({ aktion: protokoll.aktion })
        .from(protokoll)
        .where(eq(protokoll.akteurId, PERSONAL[wer]));
      return zeilen.map(({ aktion }) => aktion);
    });
  const haeufungen = async (wer: Kuerzel): Promise<number> =>
    (await eingang(a.umgebung, await konto(wer), eingangsabfrage.parse({ limit: 100 }))).eintraege.filter(
      ({ anlass }) => anlass === 'DS-29 Häufung',
    ).length;

  it('nach einer Beanstandung öffnet dieselbe Person denselben Fall nicht wieder, bis jemand sie freigibt', async () => {
    const { id } = await beginne('fm2', 0);
    await pruefe('tl', id, 'beanstandet');
    await expect(beginne('fm2', 0)).rejects.toMatchObject(gebremst);
    expect(await aktionen('fm2')).toContain('zugriff_verweigert');
    // PostgreSQL refuses it, too, whatever the use case thinks.
    const { am } = await konto('fm2');
    const zeile = { id: neuerSchluessel().uuid, art: 'notzugriff', fallId: fallNr(0), grund: GRUND } as const;
    const neu = { ...zeile, mitarbeitendeId: PERSONAL.fm2, von: am, bis: '2026-12-31T00:00:00Z' };
    await expect(
      mitAkteur(a.apiDb, { mitarbeitende: PERSONAL.fm2, am }, (tx) => tx.insert(sonderzugriff).values(neu)),
    ).rejects.toThrow();
    await beginne('fm2', 1);
    expect((await beanstandeteZugriffe(a.umgebung, await konto('tl'))).eintraege).toMatchObject([{ id }]);
    for (const wer of ['fm2', 'fm', 'bereichsleitung', 'datenschutz'] as const)
      await expect(gibFrei(wer, id)).rejects.toMatchObject({
        code: expect.stringMatching(/^NICHT_/u) as string,
      });
    await gibFrei('tl', id);
    await expect(gibFrei('tl', id)).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
    expect((await beanstandeteZugriffe(a.umgebung, await konto('tl'))).eintraege).toEqual([]);
    await beginne('fm2', 0);
  });

  it('nach zwei Beanstandungen öffnet sie gar keinen mehr; wo die Teamleitung betroffen ist, gibt der Datenschutz frei', async () => {
    const erster = await beginne('tl', 2);
    await pruefe('bereichsleitung', erster.id, 'beanstandet');
    const zweiter = await beginne('tl', 3);
    await pruefe('datenschutz', zweiter.id, 'beanstandet');
    await expect(beginne('tl', 4)).rejects.toMatchObject(gebremst);
    await expect(gibFrei('tl', erster.id)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await gibFrei('datenschutz', erster.id);
    await beginne('tl', 4);
  });

  it('der dritte Fall an einem Tag fällt auf, der sechste geht nicht mehr: vermerkt und gemeldet, je Tag einmal', async () => {
    const zuvor = [await haeufungen('datenschutz'), await haeufungen('bereichsleitung')];
    const ids: string[] = [];
    for (const nr of [0, 1]) ids.push((await beginne('fm3', nr)).id);
    expect([await haeufungen('datenschutz'), await haeufungen('bereichsleitung')]).toEqual(zuvor);
    for (const nr of [2, 3, 4]) ids.push((await beginne('fm3', nr)).id);
    expect([await haeufungen('datenschutz'), await haeufungen('bereichsleitung')]).toEqual(
      zuvor.map((n) => n + 1),
    );
    // The same case again is no further one.
    await beginne('fm3', 4);
    for (const nr of [5, 6]) await expect(beginne('fm3', nr)).rejects.toMatchObject(gebremst);
    expect((await aktionen('fm3')).filter((was) => was === 'zugriff_verweigert')).toHaveLength(2);
    expect(await haeufungen('datenschutz')).toBe((zuvor[0] ?? 0) + 1);
    // Confirmed by whoever reviews, one no longer counts.
    await pruefe('tl', ids[0] ?? '', 'bestaetigt');
    await beginne('fm3', 5);
    a.stelle('2026-12-20T08:00:00Z');
    await beginne('fm3', 6);
  });

  it('auch 22 Anfragen zugleich öffnen nicht mehr als fünf Fälle', async () => {
    const versuche = await Promise.allSettled(
      Array.from({ length: 22 }, (_, nr) => beginne('fm_spezial', nr % faelle.length)),
    );
    const offen = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx
        .selectDistinct({ fallId: sonderzugriff.fallId })
        .from(sonderzugriff)
        .where(eq(sonderzugriff.mitarbeitendeId, PERSONAL.fm_spezial)),
    );
    expect(versuche.some(({ status }) => status === 'rejected')).toBe(true);
    expect(offen).toHaveLength(5);
  });

  it.each([
    '. . . . . . . . . .',
    '\u200B'.repeat(20),
    '----------------',
    '1234567890123',
    'Notfall Notfall',
    '\u00AD\u2060 \u3164 \u2800 \u200E\u200F\u202A',
  ])('ein Grund ohne Worte ist keiner: %j', (grund) => {
    const rumpf = { art: 'notzugriff', fall: fallNr(0), grund, stunden: 1 };
    expect(zugriffNeu.safeParse(rumpf).success).toBe(false);
    expect(zugriffNeu.safeParse({ ...rumpf, grund: GRUND }).success).toBe(true);
  });
});
