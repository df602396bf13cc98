import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { fristerklaerung } from '../../api/faelle/fristfaelle.ts';
import { entwerfePolicy, gibPolicyFrei, policyansicht, verwirfPolicy } from '../../api/policy/faelle.ts';
import {
  fuehreMigrationAus,
  policymigration,
  schaueMigrationVor,
} from '../../api/policy/migrationsfaelle.ts';
import { migrationNeu, policyNeu, type Migrationsansicht } from '../../api/policy/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const ALLES = migrationNeu.parse({});
const system = { system: 'wartung' } as const;

describe('Policy-Versionen und Umstellung (E48, AC-94)', () => {
  let a: Aufbau;
  let tl: Konto;
  let bl: Konto;
  let pap: Konto;
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    [tl, bl, pap] = await Promise.all([
      a.konto(PERSONAL.tl),
      a.konto(PERSONAL.bereichsleitung),
      a.konto(PERSONAL.pap),
    ]);
  });
  afterAll(() => a.ende());

  const neu = () => ({ schluessel: neuerSchluessel() });
  const entwerfe = (
    name: string,
    aenderungen: object,
    gueltigAb = '2026-12-01',
  ): ReturnType<typeof entwerfePolicy> =>
    entwerfePolicy(a.umgebung, tl, {
      ...neu(),
      rumpf: policyNeu.parse({ name, gueltigAb, aenderungen, begruendung: 'Beschluss' }),
    });
  const versionVon = async (fallId: string): Promise<string> =>
    (await liesFallansicht(a.umgebung, pap, fallId)).policy;

  it('ein Entwurf wirkt nicht; freigegeben gilt er für neue Fälle ab seinem Tag, alte behalten ihre Version', async () => {
    const { fallId: alter } = await a.merkeVor('alt');
    expect(await entwerfe('mit-grund', { 'POL-ABWEICHUNG': 'MIT_GRUND' })).toMatchObject({ befunde: [] });
    await expect(entwerfe('mit-grund', {})).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
    await expect(entwerfe('standard', {})).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
    const { fallId: waehrend } = await a.merkeVor('waehrend');
    await expect(gibPolicyFrei(a.umgebung, tl, { name: 'mit-grund', ...neu() })).rejects.toMatchObject({
      regel: 'E48',
    });
    await gibPolicyFrei(a.umgebung, bl, { name: 'mit-grund', ...neu() });
    const { fallId: neuer } = await a.merkeVor('neu');
    expect(await Promise.all([alter, waehrend, neuer].map(versionVon))).toEqual([
      'standard',
      'standard',
      'mit-grund',
    ]);
    expect(await policyansicht(a.umgebung, pap, { name: 'mit-grund' })).toMatchObject({
      aktiv: true,
      stand: 'freigegeben',
      entworfenVon: { id: tl.id },
      freigegebenVon: { id: bl.id },
      unterschiede: [{ parameter: 'POL-ABWEICHUNG', hier: 'mit_grund', dort: 'mit_grund_und_tl_freigabe' }],
    });
  });

  it('mit einem Widerspruch gibt es keine Freigabe, und ohne sie keine Umstellung', async () => {
    const { befunde } = await entwerfe('leeres-band', { 'POL-SCHLUESSEL': { min: 100 } });
    expect(befunde).toMatchObject([{ art: 'fehler', parameter: 'POL-SCHLUESSEL' }]);
    await expect(gibPolicyFrei(a.umgebung, bl, { name: 'leeres-band', ...neu() })).rejects.toMatchObject({
      code: 'REGEL',
      regel: 'POL-SCHLUESSEL',
    });
    await expect(
      schaueMigrationVor(a.umgebung, bl, { name: 'leeres-band', rumpf: ALLES, ...neu() }),
    ).rejects.toMatchObject({
      code: 'ZUSTAND',
      regel: 'E48',
    });
  });

  it('ein Entwurf wird verworfen: von dem, der ihn schrieb, oder wer ihn freigeben dürfte; dann wirkt er nie', async () => {
    const controlling = await a.konto(PERSONAL.controlling);
    await entwerfe('vertippt', { 'POL-BESPRECHUNG': { wochentag: 1 } });
    const verwirf = (wer: Konto, name: string): Promise<unknown> =>
      verwirfPolicy(a.umgebung, wer, { name, ...neu() });
    await expect(verwirf(controlling, 'vertippt')).rejects.toMatchObject({ code: 'REGEL', regel: 'E48' });
    await verwirf(tl, 'vertippt');
    await expect(verwirf(bl, 'vertippt')).rejects.toMatchObject({ code: 'ZUSTAND', regel: 'E48' });
    await expect(gibPolicyFrei(a.umgebung, bl, { name: 'vertippt', ...neu() })).rejects.toMatchObject({
      code: 'ZUSTAND',
      regel: 'E48',
    });
    expect(await policyansicht(a.umgebung, pap, { name: 'vertippt' })).toMatchObject({
      stand: 'verworfen',
      aktiv: false,
      freigegebenVon: null,
      verworfenVon: { id: tl.id },
    });
    await expect(entwerfe('vertippt', {})).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
    await expect(verwirf(bl, 'mit-grund')).rejects.toMatchObject({ code: 'ZUSTAND', regel: 'E48' });
  });

  it('Freigabe und Verwerfung zugleich: eine von beiden gilt', async () => {
    await entwerfe('zweiter', {}, '2027-12-01');
    const ausgaenge = await Promise.allSettled([
      gibPolicyFrei(a.umgebung, bl, { name: 'zweiter', ...neu() }),
      verwirfPolicy(a.umgebung, tl, { name: 'zweiter', ...neu() }),
    ]);
    expect(ausgaenge.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('niemand ändert eine Version, auch nicht in der Datenbank', async () => {
    await expect(
      mitAkteur(a.db, system, (tx) => tx.update(tabellen.policyversion).set({ gueltigAb: '2027-01-01' })),
    ).rejects.toMatchObject({ cause: { code: '23001' } });
  });

  it('vor ihrem Tag zeigt eine Version ihre Vorschau, umgestellt wird noch nicht', async () => {
    await entwerfe('spaeter', { 'POL-BESPRECHUNG': { wochentag: 5 } }, '2027-06-01');
    await gibPolicyFrei(a.umgebung, bl, { name: 'spaeter', ...neu() });
    const { id } = await schaueMigrationVor(a.umgebung, bl, { name: 'spaeter', rumpf: ALLES, ...neu() });
    await expect(fuehreMigrationAus(a.umgebung, bl, { id, ...neu() })).rejects.toMatchObject({
      regel: 'E48',
    });
  });

  it('eine überholte Vorschau wird nicht ausgeführt; eine gültige einmal, mit einer Nachricht je Vorgang', async () => {
    const { fallId } = await a.merkeVor('umstellung');
    await entwerfe('donnerstag', { 'POL-BESPRECHUNG': { wochentag: 4 } });
    await gibPolicyFrei(a.umgebung, bl, { name: 'donnerstag', ...neu() });
    const ziel = { name: 'donnerstag', rumpf: ALLES };
    const alt = await schaueMigrationVor(a.umgebung, bl, { ...ziel, ...neu() });
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    await expect(fuehreMigrationAus(a.umgebung, bl, { id: alt.id, ...neu() })).rejects.toMatchObject({
      code: 'VERALTET',
      regel: 'V-75',
    });
    const { id, vorgaenge } = await schaueMigrationVor(a.umgebung, bl, { ...ziel, ...neu() });
    const auftrag = { id, ...neu() };
    await fuehreMigrationAus(a.umgebung, bl, auftrag);
    // The same key gets the same answer; another one finds the order given.
    await expect(fuehreMigrationAus(a.umgebung, bl, auftrag)).resolves.toMatchObject({ id, vorgaenge });
    await expect(fuehreMigrationAus(a.umgebung, bl, { id, ...neu() })).rejects.toMatchObject({
      regel: 'E48',
    });
    const angekuendigt = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.ausgang).where(eq(tabellen.ausgang.art, 'policy')),
    );
    expect(angekuendigt).toHaveLength(vorgaenge);
    expect(await policymigration(a.umgebung, tl, { id, limit: 100, offset: 0 })).toMatchObject({
      policy: 'donnerstag',
      zahlen: { vorgaenge, offen: vorgaenge, umgestellt: 0, abweichend: 0 },
    });
    const vermerkt = await mitAkteur(a.db, system, (tx) =>
      tx
        .select()
        .from(tabellen.protokoll)
        .where(
          and(
            eq(tabellen.protokoll.gegenstand, `policymigration:${id}`),
            eq(tabellen.protokoll.aktion, 'policymigration_ausgefuehrt'),
          ),
        ),
    );
    expect(vermerkt).toMatchObject([{ akteurId: bl.id }]);
  });

  it('eine Frist sagt, warum sie besteht, aus welchem Ereignis sie folgt und unter welcher Version', async () => {
    const { fallId } = await a.merkeVor('erklaerung');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    const frage = { fallId, fristId: 'T-03', vorkommen: 1 } as const;
    expect(await fristerklaerung(a.umgebung, pap, frage)).toMatchObject({
      warum: 'Bald nach dem Übernahmegespräch findet das Erstgespräch statt.',
      quelle: '001 6.1',
      policy: 'mit-grund',
      faellig: '2026-12-15',
      verlauf: [
        {
          grund: 'tatsache',
          durch: 'zugeordnet',
          akteur: { id: tl.id },
          vorher: null,
          faellig: '2026-12-15',
        },
      ],
    });
    await expect(fristerklaerung(a.umgebung, pap, { ...frage, vorkommen: 9 })).rejects.toMatchObject({
      code: 'NICHT_GEFUNDEN',
    });
  });

  it('eine Umstellung nur eines Teams oder einer Art trifft nur sie, und bleibt dabei', async () => {
    const { fallId } = await a.merkeVor('nur-team');
    await entwerfe('nur-freitag', { 'POL-BESPRECHUNG': { wochentag: 5 } });
    await gibPolicyFrei(a.umgebung, bl, { name: 'nur-freitag', ...neu() });
    const schaue = async (umfang: object): Promise<Migrationsansicht> => {
      const rumpf = migrationNeu.parse(umfang);
      const { id } = await schaueMigrationVor(a.umgebung, bl, { name: 'nur-freitag', rumpf, ...neu() });
      return policymigration(a.umgebung, bl, { id, limit: 200, offset: 0 });
    };
    const alle = await schaue({});
    const faelle = await schaue({ arten: ['fall'] });
    const uebrige = await schaue({ arten: ['potenzial', 'team'] });
    expect(faelle.vorgaenge.eintraege.map(({ id }) => id)).toContain(fallId);
    expect(faelle.zahlen.vorgaenge + uebrige.zahlen.vorgaenge).toBe(alle.zahlen.vorgaenge);
    const fremd = await schaue({ teams: [randomUUID()] });
    expect(fremd.vorgaenge.eintraege.map(({ id }) => id)).not.toContain(fallId);
    expect(faelle.umfang).toEqual({ teams: null, arten: ['fall'] });
    const angekuendigt = (): Promise<number> =>
      mitAkteur(a.db, system, (tx) => tx.$count(tabellen.ausgang, eq(tabellen.ausgang.art, 'policy')));
    const vorher = await angekuendigt();
    await fuehreMigrationAus(a.umgebung, bl, { id: faelle.id, ...neu() });
    expect(await angekuendigt()).toBe(vorher + faelle.zahlen.vorgaenge);
  });
});
