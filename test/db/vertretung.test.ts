import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eingang, meineFaelle, meineFristen } from '../../api/arbeitslisten/faelle.ts';
import {
  einwilligungen,
  erteileEinwilligung,
  widerrufeEinwilligung,
} from '../../api/einwilligungen/faelle.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import {
  abwesenheiten,
  aendereAbwesenheit,
  legeRingFest,
  meldeAbwesenheit,
  storniereAbwesenheit,
  vertretungsring,
} from '../../api/personal/vertretungsfaelle.ts';
import { eingangsabfrage, faelleabfrage, fristenabfrage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { BESTAND } from '../support/bestand.ts';
import { FACHDIENST } from '../support/einwilligung.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import type { Schluessel } from '../../api/kern/schluessel.ts';

const system = { system: 'wartung' } as const;
const neu = <R>(rumpf: R): { schluessel: Schluessel; rumpf: R } => ({ schluessel: neuerSchluessel(), rumpf });

describe('Abwesenheit, Ring und Vertretung (TR52, R08, E44, DS-29)', () => {
  let a: Aufbau;
  beforeAll(async () => {
    a = await baueAuf('2026-03-02T08:00:00Z');
  });
  afterAll(() => a.ende());

  const konto = (wer: keyof typeof PERSONAL): Promise<Konto> => a.konto(PERSONAL[wer]);
  const melde = async (
    als: keyof typeof PERSONAL,
    wer: keyof typeof PERSONAL,
    [von, bis]: readonly [string, string],
  ): Promise<{ id: string; version: number }> =>
    meldeAbwesenheit(a.umgebung, await konto(als), {
      id: PERSONAL[wer],
      ...neu({ von, bis, grund: 'geplant' as const }),
    });
  const lege = async (version: number, ...mitglieder: string[]): Promise<{ version: number }> =>
    legeRingFest(a.umgebung, await konto('tl'), { id: TEAM, ...neu({ version, mitglieder }) });
  const { fm, fm2, fm3, pap } = PERSONAL;

  it('der Ring hat Versionen, nur Fallmanager des Teams, und jede Fassung bleibt', async () => {
    await expect(lege(0, fm, pap)).rejects.toMatchObject({ code: 'REGEL', regel: 'TR52' });
    await expect(lege(0, fm, fm3, fm2)).resolves.toMatchObject({ version: 1 });
    await expect(lege(0, fm, fm2)).rejects.toMatchObject({ code: 'VERALTET', regel: 'V-75' });
    await expect(lege(1, fm, fm2, fm3)).resolves.toMatchObject({ version: 2 });
    const fassungen = await mitAkteur(a.db, system, (tx) => tx.select().from(tabellen.vertretungsring));
    expect(fassungen.map((z) => z.mitglieder)).toEqual([
      [fm, fm3, fm2],
      [fm, fm2, fm3],
    ]);
    await expect(
      legeRingFest(a.umgebung, await konto('fm'), {
        id: TEAM,
        ...neu({ version: 2, mitglieder: [fm, fm2] }),
      }),
    ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });

  it('eine Abwesenheit meldet die Person oder ihre Leitung, je Schlüssel einmal, mit Protokoll', async () => {
    await expect(melde('fm2', 'fm', ['2026-03-09', '2026-03-13'])).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    const auftrag = {
      id: PERSONAL.fm,
      ...neu({ von: '2026-03-09', bis: '2026-03-13', grund: 'geplant' as const }),
    };
    const ich = await konto('fm');
    const beide = await Promise.all([1, 2].map(() => meldeAbwesenheit(a.umgebung, ich, auftrag)));
    expect(beide[0]).toEqual(beide[1]);
    await expect(melde('fm', 'fm', ['2026-03-13', '2026-03-20'])).rejects.toMatchObject({ regel: 'TR52' });
    await expect(melde('tl', 'fm', ['2026-04-03', '2026-04-01'])).rejects.toMatchObject({ regel: 'TR52' });
    const eintraege = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.protokoll).where(eq(tabellen.protokoll.aktion, 'abwesenheit_gemeldet')),
    );
    expect(eintraege).toHaveLength(1);
  });

  it('stornieren geht vorher, verkürzen danach, mit dem Stand, den man kennt', async () => {
    const { id } = await melde('tl', 'fm3', ['2026-03-16', '2026-03-20']);
    const tl = await konto('tl');
    const aendere = (version: number, bis: string): Promise<unknown> =>
      aendereAbwesenheit(a.umgebung, tl, { id: fm3, abwesenheit: id, ...neu({ version, bis }) });
    await aendere(1, '2026-03-18');
    await expect(aendere(1, '2026-03-19')).rejects.toMatchObject({ code: 'VERALTET' });
    await expect(aendere(2, '2026-03-10')).rejects.toMatchObject({ regel: 'TR52' });
    await storniereAbwesenheit(a.umgebung, tl, { id: fm3, abwesenheit: id, ...neu({ version: 2 }) });
    await expect(aendere(3, '2026-03-19')).rejects.toMatchObject({ code: 'ZUSTAND' });
    expect(await abwesenheiten(a.umgebung, await konto('fm3'), fm3)).toMatchObject([
      { id, bis: '2026-03-18', version: 3, storniertAm: expect.any(String) as string },
    ]);
    await expect(abwesenheiten(a.umgebung, await konto('fm2'), fm3)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
  });

  it('die Vertretung beginnt und endet von selbst: Rechte, Listen, Post, Worte, Leseprotokoll', async () => {
    const { fallId } = await a.merkeVor('vertretung');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm } });
    const lies = async (): ReturnType<typeof liesFallansicht> =>
      liesFallansicht(a.umgebung, await konto('fm2'), fallId);
    const termin = (): Promise<unknown> =>
      a.gib('fm2', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: '2026-03-17' } });
    const verlege = (wer: 'pap' | 'fm2', tag: string): Promise<unknown> =>
      a.gib(wer, 'termin_verlegen', { fallId, eingabe: { termin: tag, grund: 'Passt besser.' } });
    await expect(lies()).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(termin()).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });

    a.stelle('2026-03-09T08:00:00Z');
    expect((await konto('fm2')).vertritt).toEqual([{ id: fm, anzeigename: 'Demo Fallmanagement 1' }]);
    expect(await vertretungsring(a.umgebung, await konto('fm3'), { id: TEAM })).toMatchObject({
      version: 2,
      mitglieder: [{ id: fm, abwesend: true, vertretung: { id: fm2 } }, { vertretung: null }, {}],
    });
    await termin();
    await a.gib('fm2', 'kontakt_erfassen', {
      fallId,
      eingabe: { status: 'durchgefuehrt', art: 'telefon', vermerk: 'Rückruf erledigt.' },
    });
    await verlege('pap', '2026-03-18');
    await expect(
      a.gib('fm2', 'uebernahmegespraech_fuehren', {
        fallId,
        eingabe: { art: 'persoenlich', teilnehmer: ['bewerber'] },
      }),
    ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });

    const ansicht = await lies();
    expect(ansicht.inVertretung).toBe(true);
    const kontakt = ansicht.geschichte.find(({ art }) => art === 'kontakt_erfasst');
    expect(kontakt).toMatchObject({
      wer: 'Demo Fallmanagement 2 in Vertretung für Demo Fallmanagement 1',
      akteur: { id: fm2 },
      fuer: { id: fm },
    });
    expect(kontakt?.texte).toContainEqual({ feld: 'vermerk', klasse: 'K3', text: 'Rückruf erledigt.' });
    const protokoll = await mitAkteur(a.db, system, (tx) =>
      tx
        .select()
        .from(tabellen.protokoll)
        .where(and(eq(tabellen.protokoll.fallId, fallId), eq(tabellen.protokoll.akteurId, fm2))),
    );
    expect(protokoll.map(({ aktion, fuerId }) => [aktion, fuerId])).toEqual(
      expect.arrayContaining([
        ['kontakt_erfasst', fm],
        ['texte_gelesen', fm],
      ]),
    );

    const listen = async (wer: keyof typeof PERSONAL): Promise<readonly (boolean | undefined)[]> => {
      const ich = await konto(wer);
      const faelle = await meineFaelle(a.umgebung, ich, faelleabfrage.parse({}));
      const fristen = await meineFristen(a.umgebung, ich, fristenabfrage.parse({}));
      return [faelle, fristen].map(
        ({ eintraege }) => eintraege.find((e) => e.fallId === fallId)?.inVertretung,
      );
    };
    expect(await listen('fm2')).toEqual([true, true]);
    expect(await listen('fm')).toEqual([false, false]);
    expect(await listen('fm3')).toEqual([undefined, undefined]);
    const post = async (wer: keyof typeof PERSONAL): Promise<unknown[]> => {
      const { eintraege } = await eingang(
        a.umgebung,
        await konto(wer),
        eingangsabfrage.parse({ fall: fallId }),
      );
      return eintraege.map(({ anlass, an, vertretung }) => [anlass, an?.id, vertretung?.id]);
    };
    // TR07 came before the absence: it is the Fallmanager's alone. What came since went to the Vertretung.
    expect((await post('fm2')).sort()).toEqual([
      ['T-02', fm, fm2],
      ['TR11', fm, fm2],
    ]);
    const mails = await mitAkteur(a.db, system, (tx) =>
      tx
        .select({ an: tabellen.ausgang.empfaenger })
        .from(tabellen.ausgang)
        .innerJoin(tabellen.eingang, eq(tabellen.eingang.id, tabellen.ausgang.eingangId))
        .where(and(eq(tabellen.eingang.fallId, fallId), eq(tabellen.eingang.anPerson, fm))),
    );
    expect(mails.map((m) => m.an).sort()).toEqual([fm, fm2, fm2].sort());

    a.stelle('2026-03-14T08:00:00Z');
    await expect(lies()).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(verlege('fm2', '2026-03-19')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await listen('fm2')).toEqual([undefined, undefined]);
    expect(await post('fm2')).toEqual([]);
    expect((await post('fm')).sort()).toEqual([
      ['T-02', fm, fm2],
      ['TR07', fm, undefined],
      ['TR11', fm, fm2],
    ]);
  });

  it('R08: einen Widerruf nimmt auch die Vertretung auf, eine Einwilligung nur, wer den Fall führt', async () => {
    a.stelle('2026-12-14T08:00:00Z');
    const person = await legePersonAn(a.db, 'widerruf');
    await a.gib('tl', 'fall_uebernehmen', { fallId: null, eingabe: { person, bestand: BESTAND } });
    const rumpf = { ...FACHDIENST, erteiltAm: '2026-12-14' };
    const erteile = async (wer: keyof typeof PERSONAL): ReturnType<typeof erteileEinwilligung> =>
      erteileEinwilligung(a.umgebung, await konto(wer), { id: person, ...neu(rumpf) });
    const { id: einwilligung } = await erteile('fm');
    const widerrufe = async (wer: keyof typeof PERSONAL): Promise<unknown> =>
      widerrufeEinwilligung(a.umgebung, await konto(wer), {
        id: person,
        einwilligung,
        ...neu({ widerrufenAm: '2026-12-14' }),
      });
    await expect(widerrufe('fm2')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await melde('fm', 'fm', ['2026-12-14', '2026-12-18']);
    await expect(erteile('fm2')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(widerrufe('tl')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await widerrufe('fm2');
    expect(await einwilligungen(a.umgebung, await konto('fm'), { personId: person })).toMatchObject([
      { id: einwilligung, stand: 'widerrufen' },
    ]);
  });
});
