import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Heuteansicht } from '../../api/arbeitslisten/formen.ts';
import { heuteroute } from '../../api/arbeitslisten/routen.ts';
import {
  eigeneWiedervorlagen,
  erledigeWiedervorlage,
  legeWiedervorlageAn,
  verlegeWiedervorlage,
  wiedervorlagenAmFall,
} from '../../api/eigenewiedervorlage/faelle.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Konto, Umgebung } from '../../api/kern/umgebung.ts';
import { beginneZugriff } from '../../api/sonderzugriff/faelle.ts';
import { mitAkteur } from '../../db/client.ts';
import { fegeKurzlebiges } from '../../db/loeschung/faellig.ts';
import { loescheNachPlan, PLAN_FALL } from '../../db/loeschung/plan.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const SATZ = 'Nach der Schuldnerberatung fragen';
const BLATT = { limit: 100, offset: 0 };

describe('Eigene Wiedervorlagen (Issue 15.3, ADR 72)', () => {
  let a: Aufbau;
  let umgebung: Umgebung;
  let pap: Konto;
  let fallId: string;

  const schluessel = (uuid: string = randomUUID()) => ({ route: 'POST /eigene-wiedervorlagen', uuid });
  const lege = (tag: string, { konto = pap, satz = SATZ, uuid = randomUUID() } = {}) =>
    legeWiedervorlageAn(umgebung, konto, { id: fallId, schluessel: schluessel(uuid), rumpf: { tag, satz } });
  const amFall = (konto = pap) => wiedervorlagenAmFall(umgebung, konto, fallId);
  const liste = (konto = pap) => eigeneWiedervorlagen(umgebung, konto, BLATT);
  const heute = (konto = pap): Promise<Heuteansicht> => frage(umgebung, heuteroute, { konto });
  const erledige = (wiedervorlage: string, konto = pap) =>
    erledigeWiedervorlage(umgebung, konto, { id: fallId, wiedervorlage, schluessel: schluessel() });
  const verlege = (wiedervorlage: string, tag: string, konto = pap) =>
    verlegeWiedervorlage(umgebung, konto, {
      id: fallId,
      wiedervorlage,
      schluessel: schluessel(),
      rumpf: { tag },
    });
  const roh = (was: ReturnType<typeof sql>) =>
    mitAkteur(a.db, { system: 'wartung' }, (tx) => tx.execute(was));
  const zeilen = async (): Promise<number> => (await roh(sql`select 1 from eigene_wiedervorlage`)).length;

  beforeAll(async () => {
    a = await baueAuf('2026-12-04T08:00:00Z');
    umgebung = { ...a.umgebung, db: a.apiDb };
    const vorgemerkt = await a.merkeVor('wiedervorlage');
    fallId = 'fallId' in vorgemerkt ? vorgemerkt.fallId : '';
    pap = await a.konto(PERSONAL.pap);
  });
  beforeEach(async () => {
    await roh(sql`delete from eigene_wiedervorlage`);
  });
  afterAll(() => a.ende());

  it('stehen am Fall und in der eigenen Liste, die früheste zuerst, und mit demselben Schlüssel nur einmal', async () => {
    const uuid = randomUUID();
    const spaet = await lege('2027-01-11', { uuid });
    expect(await lege('2027-01-11', { uuid })).toEqual(spaet);
    const frueh = await lege('2026-12-04', { satz: 'Heute anrufen' });
    expect(await amFall()).toEqual({
      anlegbar: true,
      eintraege: [
        { id: frueh.id, tag: '2026-12-04', satz: 'Heute anrufen' },
        { id: spaet.id, tag: '2027-01-11', satz: SATZ },
      ],
    });
    expect(await liste()).toMatchObject({
      gesamt: 2,
      eintraege: [
        { id: frueh.id, fallId, person: expect.any(String) as string },
        { id: spaet.id, satz: SATZ },
      ],
    });
  });

  it('stehen auf Heute neben den Fristen und in keiner ihrer Zahlen; der Abruf zählt mit, was er zeigt (DS-29)', async () => {
    const abgerufen = async (): Promise<unknown> => {
      const [zeile] = await roh(
        sql`select anzahl from lesespur where akteur_id = ${pap.id} and liste = 'meine_fristen'`,
      );
      return zeile?.['anzahl'];
    };
    const ohne = await heute();
    const vorher = Number((await abgerufen()) ?? 0);
    await lege('2026-12-07');
    const mit = await heute();
    expect(mit.wiedervorlagen).toMatchObject({ gesamt: 1, eintraege: [{ tag: '2026-12-07', satz: SATZ }] });
    expect({ ...mit, wiedervorlagen: null }).toEqual({ ...ohne, wiedervorlagen: null });
    expect(ohne.wiedervorlagen).toMatchObject({ gesamt: 0, eintraege: [] });
    expect(Number(await abgerufen()) - vorher).toBe((ohne.fristen?.eintraege.length ?? 0) + 1);
  });

  it('sieht niemand sonst: nicht die Teamleitung, nicht, wer den Fall auch liest, und auch nicht in der Datenbank', async () => {
    const { id } = await lege('2026-12-07');
    const tl = await a.konto(PERSONAL.tl);
    expect(await amFall(tl)).toEqual({ anlegbar: true, eintraege: [] });
    expect(await liste(tl)).toMatchObject({ gesamt: 0, eintraege: [] });
    expect((await heute(tl)).wiedervorlagen).toMatchObject({ gesamt: 0 });
    await expect(erledige(id, tl)).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
    await expect(verlege(id, '2026-12-08', tl)).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
    const gesehen = mitAkteur(a.apiDb, { mitarbeitende: tl.id }, (tx) =>
      tx.execute(sql`select 1 from eigene_wiedervorlage`),
    );
    expect(await gesehen).toHaveLength(0);
    // Nobody writes one for somebody else either.
    await expect(
      mitAkteur(a.apiDb, { mitarbeitende: tl.id }, (tx) =>
        tx.execute(
          sql`insert into eigene_wiedervorlage values (${randomUUID()}, ${pap.id}, ${fallId}, '2026-12-08', '\\x00', now())`,
        ),
      ),
    ).rejects.toThrow();
    expect((await amFall()).eintraege).toEqual([{ id, tag: '2026-12-07', satz: SATZ }]);
  });

  it('liegen verschlüsselt; weder Satz noch Fall stehen im Protokoll oder in der Antwort zum Schlüssel', async () => {
    const { id } = await lege('2026-12-07');
    await verlege(id, '2026-12-08');
    await erledige(id);
    const { id: bleibt } = await lege('2026-12-07');
    const spuren =
      await roh(sql`select p::text as text from protokoll p where gegenstand like ${'eigene_wiedervorlage:%'}
      union all select b::text from befehl b where route like '%wiedervorlage%'
      union all select w::text || encode(inhalt, 'escape') from eigene_wiedervorlage w`);
    expect(JSON.stringify(spuren)).not.toMatch(/Schuldner|fragen/u);
    const protokoll = await roh(
      sql`select aktion, fall_id, person_id, akteur_id from protokoll where gegenstand = ${`eigene_wiedervorlage:${id}`} order by nummer`,
    );
    expect(protokoll.map((zeile) => ({ ...zeile }))).toEqual(
      ['angelegt', 'verschoben', 'erledigt'].map((was) => ({
        aktion: `eigene_wiedervorlage_${was}`,
        fall_id: null,
        person_id: null,
        akteur_id: pap.id,
      })),
    );
    expect((await amFall()).eintraege.map((eine) => eine.id)).toEqual([bleibt]);
  });

  it('in eine andere Zeile gelegt öffnet sich ein Satz nicht', async () => {
    await lege('2026-12-07');
    await roh(
      sql`insert into eigene_wiedervorlage select ${randomUUID()}, konto_id, fall_id, tag, inhalt, angelegt_am from eigene_wiedervorlage`,
    );
    expect((await amFall()).eintraege).toHaveLength(1);
  });

  it('V-74: gestern und mehr als zwei Jahre voraus wird abgelehnt, beim Anlegen wie beim Verschieben', async () => {
    const { id } = await lege('2028-12-04');
    for (const tag of ['2026-12-03', '2028-12-05']) {
      await expect(lege(tag)).rejects.toMatchObject({ code: 'REGEL', regel: 'V-74' });
      await expect(verlege(id, tag)).rejects.toMatchObject({ code: 'REGEL', regel: 'V-74' });
    }
    expect((await amFall()).eintraege).toEqual([{ id, tag: '2028-12-04', satz: SATZ }]);
  });

  it('verschoben steht sie am neuen Tag; erledigt ist sie gelöscht, und ein zweites Mal gibt es sie nicht', async () => {
    const { id } = await lege('2026-12-07');
    await verlege(id, '2026-12-21');
    expect((await liste()).eintraege).toMatchObject([{ id, tag: '2026-12-21' }]);
    await erledige(id);
    expect(await zeilen()).toBe(0);
    await expect(erledige(id)).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
    await expect(verlege(id, '2026-12-22')).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
  });

  it('wer den Fall nicht öffnen darf, legt keine an; mit einem Grund sieht man hinein und legt auch keine an', async () => {
    const fremd = await a.konto(PERSONAL.fm2);
    await expect(lege('2026-12-07', { konto: fremd })).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    const rumpf = { art: 'notzugriff', fall: fallId, grund: 'Krise am Empfang.', stunden: 1 } as const;
    await beginneZugriff(umgebung, fremd, { schluessel: schluessel(), rumpf });
    expect(await amFall(fremd)).toEqual({ anlegbar: false, eintraege: [] });
    await expect(lege('2026-12-07', { konto: fremd })).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await zeilen()).toBe(0);
  });

  it('wer den Fall nicht mehr sieht, sieht auch seine Wiedervorlage nicht mehr, nirgends', async () => {
    const { id } = await lege('2026-12-07');
    await roh(
      sql`update fall set pap_id = ${PERSONAL.pap2}, stand = jsonb_set(stand, '{pap}', ${JSON.stringify(PERSONAL.pap2)}::jsonb) where id = ${fallId}`,
    );
    await expect(amFall()).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(erledige(id)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await liste()).toMatchObject({ gesamt: 0, eintraege: [] });
    expect((await heute()).wiedervorlagen).toMatchObject({ gesamt: 0, eintraege: [] });
    await roh(
      sql`update fall set pap_id = ${PERSONAL.pap}, stand = jsonb_set(stand, '{pap}', ${JSON.stringify(PERSONAL.pap)}::jsonb) where id = ${fallId}`,
    );
    expect((await liste()).gesamt).toBe(1);
  });

  it('in der Nacht geht, was ein Jahr nach seinem Tag niemand erledigt hat, und was Ausgeschiedenen gehört', async () => {
    const fege = (tag: string) => mitAkteur(a.db, { system: 'loeschung' }, (tx) => fegeKurzlebiges(tx, tag));
    await lege('2026-12-07');
    await fege('2027-12-07');
    expect(await zeilen()).toBe(1);
    await fege('2027-12-08');
    expect(await zeilen()).toBe(0);
    await lege('2026-12-07');
    await roh(sql`update mitarbeitende set aktiv = false where id = ${pap.id}`);
    await fege('2026-12-05');
    expect(await zeilen()).toBe(0);
    await roh(sql`update mitarbeitende set aktiv = true where id = ${pap.id}`);
  });

  it('gehen mit dem Fall, und mit seinem Schlüssel ist der Satz auch in jeder Sicherung unlesbar (DS-28)', async () => {
    await lege('2026-12-07');
    const nurSie = PLAN_FALL.filter(([tabelle]) => tabelle === 'eigene_wiedervorlage');
    await mitAkteur(a.db, { system: 'loeschung' }, (tx) => loescheNachPlan(tx, nurSie, fallId));
    expect(await zeilen()).toBe(0);
    await lege('2026-12-07');
    await a.schutz.tresor.vernichte(fallId);
    expect((await amFall()).eintraege).toEqual([]);
    await expect(lege('2026-12-08')).rejects.toMatchObject({ code: 'ZUSTAND' });
  });
});
