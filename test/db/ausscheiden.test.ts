import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { ausscheidensvorschau, scheideAus } from '../../api/personal/ausscheidensfaelle.ts';
import { legeMitarbeitendeAn, legeTeamAn } from '../../api/personal/faelle.ts';
import { legeRingFest, vertretungsring } from '../../api/personal/vertretungsfaelle.ts';
import { legeThemaAn, themen } from '../../api/zuordnung/themenfaelle.ts';
import type { Ausscheiden } from '../../api/personal/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const { fm, fm2, fm3, pap, pap2 } = PERSONAL;

describe('Ausscheiden: nichts bleibt liegen (TR51, TR57, E39)', () => {
  let a: Aufbau;
  let tl: Konto;
  beforeAll(async () => {
    a = await baueAuf('2026-03-02T08:00:00Z');
    tl = await a.konto(PERSONAL.tl);
    const mitglieder = [fm, fm2, fm3];
    await legeRingFest(a.umgebung, tl, {
      id: TEAM,
      schluessel: neuerSchluessel(),
      rumpf: { version: 0, mitglieder },
    });
  });
  afterAll(() => a.ende());

  const lege = async (marke: string): Promise<string> => {
    const { fallId } = await a.merkeVor(marke);
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm } });
    return fallId;
  };
  const gehe = (
    id: string,
    was: Partial<Ausscheiden>,
    schluessel: string = randomUUID(),
  ): Promise<{ version: number }> =>
    scheideAus(a.umgebung, tl, {
      id,
      schluessel: neuerSchluessel(schluessel),
      rumpf: { version: 1, faelle: [], grund: 'Ruhestand', ...was },
    });

  it('ohne vollständigen Plan geht niemand; mit ihm gehen alle Fälle, und der Zugang endet sofort', async () => {
    const faelle = [await lege('aus-1'), await lege('aus-2'), await lege('aus-3')];
    const vorschau = await ausscheidensvorschau(a.umgebung, tl, fm);
    expect(vorschau).toMatchObject({ version: 1, personen: 0 });
    expect(vorschau.faelle.map((f) => [f.fallId, f.befehl, f.vorschlag?.id])).toEqual([
      [faelle[0], 'fm_wechseln', fm2],
      [faelle[1], 'fm_wechseln', fm3],
      [faelle[2], 'fm_wechseln', fm2],
    ]);
    expect(vorschau.faelle[0]?.fristen.map(({ frist }) => frist)).toContain('T-02');
    await expect(gehe(fm, {})).rejects.toMatchObject({ code: 'REGEL', regel: 'TR51' });
    const plan = vorschau.faelle.map((f) => ({ fallId: f.fallId, an: f.vorschlag?.id ?? '' }));
    await expect(gehe(fm, { faelle: plan.slice(1) })).rejects.toMatchObject({ regel: 'TR51' });
    await expect(a.konto(fm)).resolves.toMatchObject({ id: fm });

    const schluessel = randomUUID();
    await expect(gehe(fm, { faelle: plan }, schluessel)).resolves.toMatchObject({ version: 2 });
    await expect(gehe(fm, { faelle: plan }, schluessel)).resolves.toMatchObject({ version: 2 });
    await expect(a.konto(fm)).rejects.toMatchObject({ code: 'KONTO_UNBEKANNT' });
    const danach = await Promise.all(faelle.map((id) => liesFallansicht(a.umgebung, tl, id)));
    expect(danach.map((fall) => fall.fm?.id)).toEqual([fm2, fm3, fm2]);
    const wechsel = danach[0]?.geschichte.find(({ art }) => art === 'fm_gewechselt');
    expect(wechsel).toMatchObject({ akteur: { id: tl.id }, warnungen: [] });
    // The place in the ring stays; it is jumped over.
    const ring = await vertretungsring(a.umgebung, tl, { id: TEAM });
    expect(ring.mitglieder.map(({ vertretung }) => vertretung)).toEqual([null, null, null]);
  });

  it('Themen und Kontakt zu Teams gehen mit an jemand anderes', async () => {
    const { id: team } = await legeTeamAn(a.umgebung, await a.konto(PERSONAL.bereichsleitung), {
      schluessel: neuerSchluessel(),
      rumpf: { kennzeichen: '715', art: 'vermittlung', land: 'HB', ohneKontaktFm: false },
    });
    const { id: geht } = await legeMitarbeitendeAn(a.umgebung, tl, {
      schluessel: neuerSchluessel(),
      rumpf: {
        anzeigename: 'Demo Geht',
        email: 'geht@jobcenter.example',
        rolle: 'fm',
        team: TEAM,
        subjekt: 'demo-geht',
        anteil: 1,
        sprachen: [],
        verantwortung: [],
      },
    });
    const rumpf = { name: 'Sucht', zustaendig: [{ fm: geht, kontaktTeam: team }] };
    await legeThemaAn(a.umgebung, tl, { schluessel: neuerSchluessel(), rumpf });
    const vorschau = await ausscheidensvorschau(a.umgebung, tl, geht);
    expect(vorschau.themen).toEqual([{ thema: 'Sucht', kontaktTeam: '715' }]);
    await expect(gehe(geht, {})).rejects.toMatchObject({ regel: 'TR51' });
    await expect(gehe(geht, { themenAn: pap })).rejects.toMatchObject({ regel: 'TR51' });
    await gehe(geht, { themenAn: fm2 });
    expect((await themen(a.umgebung, tl)).map((t) => t.zustaendig[0]?.fm.id)).toEqual([fm2]);
  });

  it('bricht eine Übergabe ab, bleibt die Person; derselbe Schlüssel setzt fort, wo es stehen blieb', async () => {
    for (const marke of ['aus-4', 'aus-5']) {
      const { fallId } = await a.merkeVor(marke);
      await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: fm3 } });
    }
    const { faelle } = await ausscheidensvorschau(a.umgebung, tl, fm3);
    const plan = (an: string): Ausscheiden['faelle'] => faelle.map((f) => ({ fallId: f.fallId, an }));
    await expect(gehe(fm3, { faelle: plan(pap) })).rejects.toMatchObject({ regel: 'TR51' });

    let gesendet = 0;
    const mitAusfall = a.mitFaellen({
      ...a.faelle,
      sende: (sendung) => {
        gesendet += 1;
        return gesendet > 1 ? Promise.resolve({ art: 'ungewiss' }) : a.faelle.sende(sendung);
      },
    });
    const rumpf = { version: 1, faelle: plan(fm2), grund: 'Elternzeit' };
    const auftrag = { id: fm3, schluessel: neuerSchluessel(), rumpf };
    await expect(scheideAus(mitAusfall, tl, auftrag)).rejects.toMatchObject({ code: 'AUSGANG_UNBEKANNT' });
    await expect(a.konto(fm3)).resolves.toMatchObject({ id: fm3 });
    expect((await ausscheidensvorschau(a.umgebung, tl, fm3)).faelle).toHaveLength(faelle.length - 1);
    await expect(scheideAus(a.umgebung, tl, auftrag)).resolves.toMatchObject({ version: 2 });
  });

  it('eine/e pAp gibt Personen und Fälle weiter; die Fälle sagen künftig der neuen Person Bescheid', async () => {
    const { fallId } = await a.merkeVor('aus-6');
    const { faelle, personen } = await ausscheidensvorschau(a.umgebung, tl, pap);
    expect(personen).toBeGreaterThan(0);
    expect(faelle.every(({ befehl }) => befehl === 'pap_wechseln')).toBe(true);
    await expect(gehe(pap, {})).rejects.toMatchObject({ regel: 'TR51' });
    await expect(gehe(pap, { personenAn: fm2 })).rejects.toMatchObject({ regel: 'TR51' });
    await gehe(pap, { personenAn: pap2 });
    await expect(a.konto(pap)).rejects.toMatchObject({ code: 'KONTO_UNBEKANNT' });
    const neue = await a.konto(pap2);
    expect(await liesFallansicht(a.umgebung, neue, fallId)).toMatchObject({ pap: { id: pap2 } });
    const uebrig = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.$count(tabellen.person, eq(tabellen.person.papId, pap)),
    );
    expect(uebrig).toBe(0);
  });

  it('ein Team bleibt nicht ohne Teamleitung, und niemand entlässt sich selbst', async () => {
    await expect(gehe(tl.id, {})).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    const bl = await a.konto(PERSONAL.bereichsleitung);
    const auftrag = {
      id: tl.id,
      schluessel: neuerSchluessel(),
      rumpf: { version: 1, faelle: [], grund: 'Wechsel' },
    };
    await expect(scheideAus(a.umgebung, bl, auftrag)).rejects.toMatchObject({ code: 'REGEL' });
  });
});
