import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { angefangenes, hebeAuf, liesEntwurf, verwirf } from '../../api/formularentwurf/faelle.ts';
import type { Konto, Umgebung } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import { fegeKurzlebiges } from '../../db/loeschung/faellig.ts';
import { loescheNachPlan, PLAN_FALL } from '../../db/loeschung/plan.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const SATZ = 'Schulden bei drei Gläubigern';
const felder = new URLSearchParams({ vermerk: SATZ, _schluessel: 'k-1' }).toString();

describe('Begonnene Eingaben (ADR 69)', () => {
  let a: Aufbau;
  let umgebung: Umgebung;
  let fm: Konto;
  let fallId: string;
  let ort: string;
  const ohneBezug = { fallId: null, personId: null };
  const beginne = (): Promise<void> => hebeAuf(umgebung, fm, { ort, fallId, personId: null, felder });
  const zeilen = async (): Promise<number> => {
    const [zeile] = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.execute<{ n: number }>(sql`select count(*)::int as n from formularentwurf`),
    );
    return zeile?.n ?? 0;
  };

  beforeAll(async () => {
    // Friday before the second Advent.
    a = await baueAuf('2026-12-04T08:00:00Z');
    umgebung = { ...a.umgebung, db: a.apiDb };
    const vorgemerkt = await a.merkeVor('entwurf');
    fallId = 'fallId' in vorgemerkt ? vorgemerkt.fallId : '';
    fm = await a.konto(PERSONAL.pap);
    ort = `/faelle/${fallId}/tun/zurueckziehen`;
  });
  afterAll(() => a.ende());

  it('kommen mit jedem Feld und ihrem Schlüssel wieder; die neuere ersetzt die ältere', async () => {
    await hebeAuf(umgebung, fm, { ort, fallId, personId: null, felder: 'vermerk=alt' });
    await beginne();
    expect(await liesEntwurf(umgebung, fm, ort)).toEqual({
      felder,
      gespeichertAm: '2026-12-04T08:00:00Z',
      bis: '2026-12-09',
    });
    expect(await angefangenes(umgebung, fm)).toEqual([
      expect.objectContaining({
        ort,
        bis: '2026-12-09',
        fallnummer: expect.stringMatching(/\d{4}/u) as string,
      }),
    ]);
  });

  it('sieht niemand sonst: nicht die Teamleitung, nicht, wer den Fall lesen darf, und auch nicht in der Datenbank', async () => {
    await beginne();
    for (const wer of [PERSONAL.tl, PERSONAL.fm]) {
      const anderer = await a.konto(wer);
      expect(await liesEntwurf(umgebung, anderer, ort)).toBeNull();
      expect(await angefangenes(umgebung, anderer)).toEqual([]);
      await verwirf(umgebung, anderer, ort);
      const gesehen = mitAkteur(a.apiDb, { mitarbeitende: anderer.id }, (tx) =>
        tx.execute(sql`select 1 from formularentwurf`),
      );
      expect(await gesehen).toHaveLength(0);
    }
    const roh = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.execute<{ zeile: string; text: string }>(
        sql`select f::text as zeile, encode(inhalt, 'escape') as text from formularentwurf f`,
      ),
    );
    expect(roh).toHaveLength(1);
    expect(JSON.stringify(roh)).not.toMatch(/Schulden|Gl/u);
  });

  it('anderswohin gelegt öffnet sich ein Entwurf nicht', async () => {
    await beginne();
    const fremd = `${ort}-anders`;
    await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.execute(
        sql`insert into formularentwurf select konto_id, ${fremd}, fall_id, person_id, inhalt, gespeichert_am, bis from formularentwurf`,
      ),
    );
    expect(await liesEntwurf(umgebung, fm, fremd)).toBeNull();
    await verwirf(umgebung, fm, fremd);
  });

  it('zu einem Fall, den das Konto nicht sieht oder den es nicht gibt, wird nichts aufgehoben', async () => {
    const vorher = await zeilen();
    const fremder = await a.konto(PERSONAL.fm2);
    const niemand = { ort: '/tun/aenderePerson/x', fallId: null, personId: randomUUID(), felder };
    for (const [wer, eingabe] of [
      [fremder, { ort, fallId, personId: null, felder }],
      [fm, niemand],
    ] as const)
      await expect(hebeAuf(umgebung, wer, eingabe)).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
    expect(await zeilen()).toBe(vorher);
  });

  it('bleiben drei Arbeitstage und sind in der Nacht darauf weg', async () => {
    await beginne();
    a.stelle('2026-12-09T22:00:00Z');
    expect(await liesEntwurf(umgebung, fm, ort)).not.toBeNull();
    a.stelle('2026-12-10T00:00:00Z');
    expect(await liesEntwurf(umgebung, fm, ort)).toBeNull();
    const fege = (heute: string) =>
      mitAkteur(a.db, { system: 'loeschung' }, (tx) => fegeKurzlebiges(tx, heute));
    await fege('2026-12-09');
    expect(await zeilen()).toBe(1);
    await fege('2026-12-10');
    expect(await zeilen()).toBe(0);
    a.stelle('2026-12-04T08:00:00Z');
  });

  it('gehen mit dem Fall; die ohne Fall sind mit dem Schlüssel des Kontos verschlüsselt', async () => {
    await beginne();
    await hebeAuf(umgebung, fm, { ...ohneBezug, ort: '/tun/legePersonAn', felder });
    expect((await liesEntwurf(umgebung, fm, '/tun/legePersonAn'))?.felder).toBe(felder);
    const nurEntwurf = PLAN_FALL.filter(([tabelle]) => tabelle === 'formularentwurf');
    await mitAkteur(a.db, { system: 'loeschung' }, (tx) => loescheNachPlan(tx, nurEntwurf, fallId));
    expect(await liesEntwurf(umgebung, fm, ort)).toBeNull();
    expect(await zeilen()).toBe(1);
    await a.schutz.tresor.vernichte(fallId);
    await beginne();
    expect(await liesEntwurf(umgebung, fm, ort)).toBeNull();
    expect(await zeilen()).toBe(1);
  });
});
