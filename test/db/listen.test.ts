import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  eingang,
  liesNachricht,
  meineFaelle,
  meineFristen,
  teamFristen,
} from '../../api/arbeitslisten/faelle.ts';
import { wartendeVormerkungen } from '../../api/arbeitslisten/vormerkungsfaelle.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import {
  eingangsabfrage,
  faelleabfrage,
  fristenabfrage,
  vormerkungsabfrage,
} from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

describe('Arbeitslisten aus PostgreSQL (architecture.md 4, T-01, POL-ESC)', () => {
  let a: Aufbau;
  const konten = new Map<string, Konto>();
  const wer = (kuerzel: keyof typeof PERSONAL): Konto => {
    const konto = konten.get(kuerzel);
    if (konto === undefined) throw new Error(`Konto ${kuerzel} fehlt`);
    return konto;
  };
  const fallIds: string[] = [];

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    for (const [kuerzel, id] of Object.entries(PERSONAL)) konten.set(kuerzel, await a.konto(id));
    for (const nummer of [1, 2, 3, 4]) {
      a.stelle(`2026-12-0${String(nummer)}T08:00:00Z`);
      fallIds.push((await a.merkeVor(`liste-${String(nummer)}`)).fallId);
    }
    // The first two go to different Fallmanager; the others wait.
    await a.gib('tl', 'zuordnen', { fallId: fallIds[0] ?? '', eingabe: { fm: PERSONAL.fm } });
    await a.gib('tl', 'zuordnen', { fallId: fallIds[1] ?? '', eingabe: { fm: PERSONAL.fm2 } });
  });
  afterAll(() => a.ende());

  it('meine Fristen: die FM sieht die eigenen, die Teamleitung die Zuordnungen, der pAp keine', async () => {
    const wahl = fristenabfrage.parse({});
    const fm = await meineFristen(a.umgebung, wer('fm'), wahl);
    expect(fm).toMatchObject({
      gesamt: 2,
      eintraege: [
        { fallId: fallIds[0], frist: 'T-02', name: 'Kontaktaufnahme mit dem pAp' },
        { fallId: fallIds[0], frist: 'T-03' },
      ],
    });
    const tl = await meineFristen(a.umgebung, wer('tl'), wahl);
    expect(tl.eintraege.map(({ frist, fallId }) => [frist, fallId])).toEqual([
      ['T-01', fallIds[2]],
      ['T-01', fallIds[3]],
    ]);
    expect((await meineFristen(a.umgebung, wer('pap'), wahl)).gesamt).toBe(0);
  });

  it('überfällig ist, was vor heute fällig war, auch wenn niemand den Status fortgeschrieben hat', async () => {
    a.stelle('2026-12-04T08:00:00Z');
    const wahl = fristenabfrage.parse({ ueberfaellig: 'true' });
    expect((await teamFristen(a.umgebung, wer('tl'), wahl)).gesamt).toBe(0);
    a.stelle('2026-12-20T08:00:00Z');
    const spaeter = await teamFristen(a.umgebung, wer('tl'), wahl);
    expect(
      spaeter.eintraege.every(({ ueberfaellig, status }) => ueberfaellig && status !== 'ueberfaellig'),
    ).toBe(true);
    expect(spaeter.gesamt).toBe(6);
    const offen = fristenabfrage.parse({ ueberfaellig: 'false' });
    expect((await teamFristen(a.umgebung, wer('tl'), offen)).gesamt).toBe(0);
    const fall = await liesFallansicht(a.umgebung, wer('tl'), fallIds[2] ?? '');
    expect(fall.fristen.find(({ id }) => id === 'T-01')).toMatchObject({ ueberfaellig: true });
  });

  it('Filter, Sortierung und Blättern greifen zusammen; die Gesamtzahl bleibt', async () => {
    const lies = async (abfrage: object): Promise<[string[], number]> => {
      const seite = await teamFristen(a.umgebung, wer('bereichsleitung'), fristenabfrage.parse(abfrage));
      return [seite.eintraege.map(({ fallnummer, frist }) => `${fallnummer}/${frist}`), seite.gesamt];
    };
    const alle = [
      'F-2026-00001/T-02',
      'F-2026-00001/T-03',
      'F-2026-00002/T-02',
      'F-2026-00002/T-03',
      'F-2026-00003/T-01',
      'F-2026-00004/T-01',
    ];
    expect(await lies({ sortierung: 'fallnummer' })).toEqual([alle, 6]);
    expect(await lies({ sortierung: '-fallnummer', limit: '2', offset: '1' })).toEqual([
      [alle[4], alle[2]],
      6,
    ]);
    expect(await lies({ sortierung: 'fallnummer', offset: '10' })).toEqual([[], 6]);
    expect(await lies({ frist: 'T-02', fm: PERSONAL.fm2 })).toEqual([[alle[2]], 1]);
    expect(await lies({ faelligBis: '2026-12-01' })).toEqual([[], 0]);
    expect(await lies({ team: randomUUID() })).toEqual([[], 0]);
  });

  it('K0: die Bereichsleitung sieht keine Namen', async () => {
    const wahl = fristenabfrage.parse({});
    const bl = await teamFristen(a.umgebung, wer('bereichsleitung'), wahl);
    expect(bl.eintraege.map(({ person }) => person)).toEqual(Array.from({ length: 6 }, () => null));
    expect(
      (await teamFristen(a.umgebung, wer('tl'), wahl)).eintraege.every(({ person }) => person !== null),
    ).toBe(true);
  });

  it('T-01: wartende Vormerkungen mit ihrem Alter in Teambesprechungen', async () => {
    a.stelle('2026-12-16T08:00:00Z');
    const seite = await wartendeVormerkungen(
      a.umgebung,
      wer('tl'),
      vormerkungsabfrage.parse({ sortierung: '-vorgemerktAm' }),
    );
    expect(seite.eintraege).toMatchObject([
      { fallId: fallIds[3], vorgemerktAm: '2026-12-04', besprechungen: 2, naechsteBesprechung: '2026-12-22' },
      {
        fallId: fallIds[2],
        vorgemerktAm: '2026-12-03',
        besprechungen: 2,
        wievielte: 3,
        fehlt: [
          'Es ist nicht vermerkt, wann die Gründe mit der Person besprochen wurden.',
          'Für Kriterium A sind 0 von mindestens 3 zählenden Handlungsbedarfen erfasst.',
        ],
        beantwortetAm: null,
      },
    ]);
    const reihe = await wartendeVormerkungen(a.umgebung, wer('tl'), vormerkungsabfrage.parse({}));
    expect(reihe.eintraege.map(({ fallId }) => fallId)).toEqual([fallIds[2], fallIds[3]]);
    expect((await wartendeVormerkungen(a.umgebung, wer('pap2'), vormerkungsabfrage.parse({}))).gesamt).toBe(
      0,
    );
  });

  it('E07: wer aus dem Fallmanagement U25 mit Übergabetag kommt, ist zuerst dran', async () => {
    const setzeQuelle = (quelle: object): Promise<unknown> =>
      mitAkteur(a.db, { system: 'wartung' }, (tx) =>
        tx
          .update(tabellen.fall)
          .set({
            stand: sql`jsonb_set(${tabellen.fall.stand}, '{vormerkung,quelle}', ${JSON.stringify(quelle)}::jsonb)`,
          })
          .where(eq(tabellen.fall.id, fallIds[3] ?? '')),
      );
    await setzeQuelle({ art: 'fm_u25', uebergabeAm: '2027-03-30' });
    const { eintraege } = await wartendeVormerkungen(a.umgebung, wer('tl'), vormerkungsabfrage.parse({}));
    await setzeQuelle({ art: 'pap' });
    expect(eintraege).toMatchObject([
      { fallId: fallIds[3], herkunft: 'fm_u25', uebergabeAm: '2027-03-30' },
      { fallId: fallIds[2], herkunft: 'pap', uebergabeAm: null },
    ]);
  });

  it('meine Fälle: je Rolle die eigenen, mit nächster Fälligkeit und Zahl der überfälligen', async () => {
    const lies = async (kuerzel: keyof typeof PERSONAL, abfrage: object = {}): Promise<string[]> =>
      (await meineFaelle(a.umgebung, wer(kuerzel), faelleabfrage.parse(abfrage))).eintraege.map(
        ({ fallId }) => fallId,
      );
    expect(await lies('fm')).toEqual([fallIds[0]]);
    expect(await lies('pap')).toEqual(fallIds);
    expect(await lies('pap2')).toEqual([]);
    expect(await lies('tl', { zustand: 'vorgemerkt' })).toEqual([fallIds[2], fallIds[3]]);
    expect(await lies('tl', { sortierung: '-naechsteFaelligkeit', limit: '1' })).toHaveLength(1);
    expect(await lies('tl', { ueberfaellig: 'false', offen: 'false' })).toEqual([]);
    const [erster] = (await meineFaelle(a.umgebung, wer('fm'), faelleabfrage.parse({}))).eintraege;
    expect(erster).toMatchObject({
      naechsteFaelligkeit: '2026-12-11',
      ueberfaellige: 1,
      fm: { anzeigename: 'Demo Fallmanagement 1' },
    });
    expect((await meineFaelle(a.umgebung, wer('controlling'), faelleabfrage.parse({}))).gesamt).toBe(0);
  });

  it('DS-30: der Eingang nennt Aufgabe und Fallnummer; gelesen ist er nur für den, an den er ging', async () => {
    const wahl = eingangsabfrage.parse({ gelesen: 'false' });
    const fm = await eingang(a.umgebung, wer('fm'), wahl);
    expect(fm.eintraege).toMatchObject([
      { anlass: 'TR07', name: 'Zuordnung', stufe: 'mitteilung', fallnummer: 'F-2026-00001' },
    ]);
    const id = fm.eintraege[0]?.id ?? '';
    await expect(
      liesNachricht(a.umgebung, wer('fm2'), { id, schluessel: neuerSchluessel() }),
    ).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
    await liesNachricht(a.umgebung, wer('fm'), { id, schluessel: neuerSchluessel() });
    expect((await eingang(a.umgebung, wer('fm'), wahl)).gesamt).toBe(0);
    const tl = await eingang(a.umgebung, wer('tl'), eingangsabfrage.parse({ sortierung: '-am' }));
    expect(tl.eintraege.map(({ anlass }) => anlass)).toEqual(['TR03', 'TR03', 'TR03', 'TR03']);
  });
});
