import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eingang } from '../../api/arbeitslisten/faelle.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { liesFallblatt, liesProtokoll } from '../../api/faelle/blattfaelle.ts';
import { beginneZugriff, pruefeZugriff, ungepruefteZugriffe } from '../../api/sonderzugriff/faelle.ts';
import { eingangsabfrage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import { loesche } from '../../db/loeschung/loesche.ts';
import { alsLoeschung } from '../../db/loeschung/rolle.ts';
import { protokolliere } from '../../db/protokoll.ts';
import { pruefeAudit } from '../../ops/audit/pruefe.ts';
import { pruefanker } from '../../tools/probehaus/anker.ts';
import * as tabellen from '../../db/schema/index.ts';
import { versiegle } from '../../db/tresor/textschutz.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { BESTAND } from '../support/bestand.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const HEUTE = '2026-12-01';
const K3 = 'Vermerk aus dem geschützten Bereich.';
const K4 = 'Besonders geschützte Angabe.';
type Kuerzel = keyof typeof PERSONAL;
const GRUND = 'Der Kunde steht in einer akuten Krise vor der Tür.';
const system = { system: 'wartung' } as const;

describe('Zugriff mit Grund und Ende (R08, R12, DS-29, AC-87, AC-88)', () => {
  let a: Aufbau;
  let fallId: string;
  let verschluesselt = '';
  const konto = (wer: Kuerzel): Promise<Konto> => a.konto(PERSONAL[wer]);

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    const person = await legePersonAn(a.db, 'zugriff');
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', {
      fallId: null,
      eingabe: { person, bestand: BESTAND },
    }));
    await a.gib('fm', 'kontakt_erfassen', {
      fallId,
      eingabe: { status: 'durchgefuehrt', art: 'telefon', vermerk: K3 },
    });
    const [k4] =
      (await versiegle(a.schutz.tresor, [{ id: randomUUID(), klasse: 'K4', text: K4, fallId }])) ?? [];
    if (k4 === undefined) throw new Error('kein Schlüssel');
    verschluesselt = k4.text;
    await mitAkteur(a.db, system, async (tx) => {
      const [ereignis] = await tx
        .select({ befehlId: tabellen.dokument.befehlId })
        .from(tabellen.dokument)
        .where(eq(tabellen.dokument.text, K3));
      await tx.insert(tabellen.dokument).values({
        ...k4,
        befehlId: ereignis?.befehlId ?? '',
        feld: 'angabe',
        stand: 'gueltig',
        verfasserId: PERSONAL.fm,
        erstelltAm: `${HEUTE}T08:00:00Z`,
      });
    });
  });
  afterAll(() => a.ende());

  /** The texts PostgreSQL gives the colleague, whatever the use case thinks. */
  async function texte(wer: Kuerzel): Promise<string[]> {
    const { id, vertritt, am } = await konto(wer);
    const akteur = { mitarbeitende: id, vertritt: vertritt.map((v) => v.id), am };
    const { dokument } = tabellen;
    const zeilen = await mitAkteur(a.apiDb, akteur, (tx) =>
      tx
        .select({ text: dokument.text })
        .from(dokument)
        .where(and(eq(dokument.fallId, fallId), inArray(dokument.text, [K3, verschluesselt]))),
    );
    return zeilen.map(({ text }) => (text === verschluesselt ? K4 : text)).sort();
  }
  const gelesen = async (wer: Kuerzel): Promise<string[]> =>
    (await liesFallansicht(a.umgebung, await konto(wer), fallId)).geschichte.flatMap((e) =>
      e.texte.map(({ text }) => text),
    );
  const beginne = async (
    wer: Kuerzel,
    art: 'notzugriff' | 'vertretung_grund' = 'notzugriff',
  ): Promise<{ id: string; bis: string }> =>
    beginneZugriff(a.umgebung, await konto(wer), {
      schluessel: neuerSchluessel(),
      rumpf: { art, fall: fallId, grund: GRUND, stunden: 2 },
    });
  const vermerke = (wer: Kuerzel): Promise<string[]> =>
    mitAkteur(a.db, system, async (tx) => {
      const { protokoll } = tabellen;
      const zeilen = await tx
        .select({ aktion: protokoll.aktion })
        .from(protokoll)
        .where(eq(protokoll.akteurId, PERSONAL[wer]))
        .orderBy(asc(protokoll.gespeichertAm));
      return zeilen.map(({ aktion }) => aktion);
    });

  it.each(['tl', 'pap', 'fm2'] as const)(
    'AC-87, AC-88: K3 ist für %s verweigert, und der Versuch ist vermerkt',
    async (wer) => {
      for (const seite of [liesFallblatt, liesProtokoll])
        await expect(seite(a.umgebung, await konto(wer), fallId)).rejects.toMatchObject({
          code: 'NICHT_BERECHTIGT',
        });
      expect((await vermerke(wer)).slice(-2)).toEqual(['einsicht_verweigert', 'einsicht_verweigert']);
      expect(await texte(wer)).not.toContain(K3);
    },
  );

  it('Notzugriff: sofort, vermerkt, gemeldet, und nach seiner Zeit zu Ende', async () => {
    await expect(gelesen('fm2')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    const { id, bis } = await beginne('fm2');
    expect(bis).toBe(`${HEUTE}T10:00:00Z`);
    expect(await gelesen('fm2')).toContain(K3);
    expect(await texte('fm2')).toEqual([K4, K3]);
    expect(await vermerke('fm2')).toEqual(expect.arrayContaining(['notzugriff_begonnen', 'texte_gelesen']));
    const { eintraege } = await eingang(
      a.umgebung,
      await konto('tl'),
      eingangsabfrage.parse({ fall: fallId }),
    );
    expect(eintraege).toContainEqual(expect.objectContaining({ fallId, anlass: 'DS-29' }));
    expect((await ungepruefteZugriffe(a.umgebung, await konto('tl'))).eintraege).toMatchObject([
      { id, grund: GRUND, wer: { id: PERSONAL.fm2 } },
    ]);
    a.stelle(bis);
    await expect(gelesen('fm2')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await texte('fm2')).toEqual([]);
  });

  it('R04, R11: ein Notzugriff öffnet der Ansprechperson und dem Jour-Fixe den Fall, nicht den geschützten Bereich', async () => {
    await beginne('jour_fixe_av');
    expect(await gelesen('jour_fixe_av')).not.toContain(K3);
    expect(await texte('jour_fixe_av')).toEqual([]);
  });

  it('die Teamleitung prüft einmal und nie den eigenen; ein beanstandeter endet sofort', async () => {
    const pruefe = async (id: string, ergebnis: 'bestaetigt' | 'beanstandet'): Promise<{ id: string }> =>
      pruefeZugriff(a.umgebung, await konto('tl'), {
        id,
        schluessel: neuerSchluessel(),
        rumpf: { ergebnis },
      });
    const { id } = await beginne('fm_spezial');
    expect(await texte('fm_spezial')).toContain(K3);
    await pruefe(id, 'beanstandet');
    expect(await texte('fm_spezial')).not.toContain(K3);
    await expect(gelesen('fm_spezial')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(pruefe(id, 'bestaetigt')).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
    const { id: eigener } = await beginne('tl');
    await expect(pruefe(eigener, 'bestaetigt')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });

  it('wer weder berät noch ein Team leitet, öffnet keinen Fall (R13, R15, R18)', async () => {
    for (const wer of ['bereichsleitung', 'controlling', 'koordinator'] as const)
      await expect(beginne(wer)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });

  it('K4 in Vertretung: nur wer vertritt, und nur mit Grund', async () => {
    await expect(beginne('fm3', 'vertretung_grund')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await mitAkteur(a.db, system, async (tx) => {
      await tx.insert(tabellen.vertretungsring).values({
        teamId: TEAM,
        version: 1,
        mitglieder: [PERSONAL.fm, PERSONAL.fm3],
        festgelegtAm: `${HEUTE}T08:00:00Z`,
        festgelegtVon: PERSONAL.tl,
      });
      await tx.insert(tabellen.abwesenheit).values({
        id: randomUUID(),
        mitarbeitendeId: PERSONAL.fm,
        von: HEUTE,
        bis: HEUTE,
        grund: 'geplant',
        erfasstAm: `${HEUTE}T08:00:00Z`,
        erfasstVon: PERSONAL.tl,
      });
    });
    expect(await texte('fm3')).toEqual([K3]);
    await beginne('fm3', 'vertretung_grund');
    expect(await texte('fm3')).toEqual([K4, K3]);
    // The reason outlives the absence by no minute.
    a.stelle('2026-12-02T08:00:00Z');
    expect(await texte('fm3')).toEqual([]);
  });

  it('einen Fall, den es nicht gibt, und einen Grund ohne Worte gibt es nicht', async () => {
    const rumpf = { art: 'notzugriff', fall: randomUUID(), grund: GRUND, stunden: 1 } as const;
    await expect(
      beginneZugriff(a.umgebung, await konto('fm2'), { schluessel: neuerSchluessel(), rumpf }),
    ).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
  });

  it('DS-32: nach der Löschung nennt das Protokoll die Kennung des Grundes, nicht seine Worte, und die Kette hält', async () => {
    a.stelle(`${HEUTE}T08:00:00Z`);
    const { id } = await beginne('fm2');
    await gelesen('fm2');
    const zeilen = (): Promise<(typeof tabellen.protokoll.$inferSelect)[]> =>
      mitAkteur(a.db, system, (tx) =>
        tx.select().from(tabellen.protokoll).where(eq(tabellen.protokoll.fallId, fallId)),
      );
    expect(await zeilen()).toContainEqual(
      expect.objectContaining({
        aktion: 'texte_gelesen',
        rolle: 'fm',
        grund: expect.stringContaining(`notzugriff:${id}`) as string,
      }),
    );
    const was = { id: fallId, am: `${HEUTE}T09:00:00Z`, vernichte: () => Promise.resolve() };
    const umfang = await alsLoeschung(a.db, (tx) => loesche(tx, 'fall', was));
    expect(umfang?.['sonderzugriff']).toBeGreaterThan(0);
    const { ankerziel, ankerschluessel } = pruefanker();
    expect((await pruefeAudit(a.db, ankerziel, ankerschluessel.pruefung)).befunde).toEqual([]);
    const uebrig = await zeilen();
    expect(uebrig.map(({ aktion }) => aktion)).toContain('fall_geloescht');
    expect(JSON.stringify(uebrig)).not.toContain(GRUND);
  });

  it('Kontrolle: Worte nimmt das Protokoll nicht an', async () => {
    const gemeinsam = { am: `${HEUTE}T08:00:00Z`, aktion: 'texte_gelesen', fallId };
    const schreibe = (mehr: object): Promise<void> =>
      mitAkteur(a.db, system, (tx) => protokolliere(tx, [{ ...gemeinsam, ...mehr, id: randomUUID() }]));
    await expect(schreibe({ grund: GRUND })).rejects.toMatchObject({
      cause: { constraint_name: 'protokoll_ohne_freitext' },
    });
    await schreibe({ grund: `vertretung vertretung_grund:${randomUUID()}` });
  });
});
