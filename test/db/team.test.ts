import { createHash, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meineFristen, teamFristen } from '../../api/arbeitslisten/faelle.ts';
import { fuehreAus } from '../../api/befehle/ausfuehrung.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { liesFallblatt } from '../../api/faelle/blattfaelle.ts';
import { teamkalender, ziehungen } from '../../api/team/faelle.ts';
import { legeThemaAn } from '../../api/zuordnung/themenfaelle.ts';
import { vertragAn } from '../../api/befehle/vertraege.ts';
import { fristenabfrage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { kuendigeNeuenTeamsAn } from '../../db/team.ts';
import { PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { meldeOrganisation } from '../support/teamkalender.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const system = { system: 'wartung' } as const;
const T715 = randomUUID();
const T623 = randomUUID();

describe('Kalender des Teams (T-41, T-42, T-43, T-50; R12, R13, R16)', () => {
  let a: Aufbau;
  const konten = new Map<string, Konto>();
  const wer = (kuerzel: keyof typeof PERSONAL): Konto => {
    const konto = konten.get(kuerzel);
    if (konto === undefined) throw new Error(`Konto ${kuerzel} fehlt`);
    return konto;
  };
  let jetzt = '';
  const stelle = (instant: string): void => {
    jetzt = instant;
    a.stelle(instant);
  };

  beforeAll(async () => {
    a = await baueAuf('2026-11-02T08:00:00Z');
    stelle('2026-11-02T08:00:00Z');
    await mitAkteur(a.db, system, async (tx) => {
      const art = 'vermittlung';
      await tx.insert(tabellen.team).values([
        { id: T715, kennzeichen: '715', art, land: 'HB' },
        { id: T623, kennzeichen: '623', art, land: 'HB', ohneKontaktFm: true },
      ]);
    });
    for (const [kuerzel, id] of Object.entries(PERSONAL)) konten.set(kuerzel, await a.konto(id));
    await legeThemaAn(a.umgebung, wer('tl'), {
      schluessel: neuerSchluessel(),
      rumpf: { name: 'Schulden', zustaendig: [{ fm: PERSONAL.fm2, kontaktTeam: T715 }] },
    });
    await meldeOrganisation(a, TEAM, jetzt);
  });
  afterAll(() => a.ende());

  const gib = async (kuerzel: keyof typeof PERSONAL, befehl: string, eingabe: object): Promise<unknown> => {
    const vertrag = vertragAn('team', befehl);
    if (vertrag === undefined) throw new Error(`Kein Befehl ${befehl}`);
    return fuehreAus(a.umgebung, wer(kuerzel), { vertrag, id: TEAM, schluessel: randomUUID(), eingabe });
  };

  it('Themen, Teams und Personal kündigen dem Kalender an, was sich geändert hat; neue Teams bekommen einen', async () => {
    const lies = (): Promise<unknown[]> =>
      mitAkteur(a.db, system, (tx) =>
        tx
          .select()
          .from(tabellen.ausgang)
          .where(and(eq(tabellen.ausgang.art, 'organisation'), eq(tabellen.ausgang.vorgangId, TEAM))),
      );
    expect(await lies()).toHaveLength(1);
    await mitAkteur(a.db, system, (tx) => kuendigeNeuenTeamsAn(tx, jetzt));
    expect(await lies()).toHaveLength(1);
  });

  it('AC-10, AC-11: die Besprechung hält fest, wer zugeordnet ist und wer zum wievielten Mal bleibt', async () => {
    const erster = await a.merkeVor('besprechung-1');
    const zweiter = await a.merkeVor('besprechung-2');
    stelle('2026-11-10T09:00:00Z');
    await a.gib('tl', 'zuordnen', { fallId: erster.fallId, eingabe: { fm: PERSONAL.fm } });
    const eingabe = { teilnehmende: [PERSONAL.fm], protokoll: 'Liste durchgegangen.' };
    await expect(gib('fm', 'besprechung_abschliessen', eingabe)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    expect(await gib('tl', 'besprechung_abschliessen', eingabe)).toMatchObject({
      teamId: TEAM,
      fakten: { zugeordnet: 1, bleiben: { '3': 1 } },
    });
    const { geschichte } = await teamkalender(a.umgebung, wer('fm'), TEAM);
    const besprechung = geschichte.find(({ art }) => art === 'besprechung_abgeschlossen');
    expect(besprechung?.angaben).toMatchObject({
      liste: [
        { fall: erster.fallId, ausgang: 'zugeordnet', fm: PERSONAL.fm },
        { fall: zweiter.fallId, ausgang: 'bleibt', naechste: 3 },
      ],
    });
    expect(besprechung?.texte).toMatchObject([{ feld: 'protokoll', klasse: 'K1' }]);
  });

  it('AC-89: der Teambesuch steht bei der Kontakt-FM und bei der Teamleitung, keiner für Team 623', async () => {
    stelle('2027-01-01T08:00:00Z');
    const wahl = fristenabfrage.parse({ frist: 'T-42', ueberfaellig: 'true' });
    for (const kuerzel of ['fm2', 'tl'] as const) {
      const lies = kuerzel === 'tl' ? teamFristen : meineFristen;
      expect(await lies(a.umgebung, wer(kuerzel), wahl)).toMatchObject({
        gesamt: 1,
        eintraege: [{ art: 'team', gegenstand: '715', faellig: '2026-12-31', ueberfaellig: true }],
      });
    }
    expect((await meineFristen(a.umgebung, wer('fm'), wahl)).gesamt).toBe(0);
    const besuch = { team: T715, abstimmung: 'Mit der Leitung abgestimmt.', ereignisAm: '2026-12-30' };
    await expect(gib('fm', 'teambesuch_erfassen', besuch)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    await gib('fm2', 'teambesuch_erfassen', besuch);
    expect((await teamFristen(a.umgebung, wer('tl'), wahl)).gesamt).toBe(0);
    await expect(gib('tl', 'teambesuch_erfassen', { ...besuch, team: T623 })).rejects.toMatchObject({
      code: 'REGEL',
      regel: 'T-42',
    });
  });

  it('T-50: gezogen wird nachrechenbar, und nur die gezogenen Fälle liest die Teamleitung in K3', async () => {
    const faelle: string[] = [];
    for (const nummer of [1, 2, 3]) {
      const { fallId } = await a.merkeVor(`probe-${String(nummer)}`);
      faelle.push(fallId);
      await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
      await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: '2027-01-01' } });
      const gespraech = {
        art: 'persoenlich',
        teilnehmer: ['bewerber', 'pap', 'fm'],
        vorteilsuebersetzung: 'Nur für die FM.',
      };
      await a.gib('fm', 'uebernahmegespraech_fuehren', { fallId, eingabe: gespraech });
      // Drawn are cases after the Fallzugang.
      await mitAkteur(a.db, system, (tx) =>
        tx.update(tabellen.fall).set({ fallzugangAm: '2027-01-01' }).where(eq(tabellen.fall.id, fallId)),
      );
    }
    const sieht = async (fallId: string): Promise<boolean> => {
      const { geschichte } = await liesFallansicht(a.umgebung, wer('tl'), fallId);
      return geschichte.some(({ texte }) => texte.some(({ klasse }) => klasse === 'K3'));
    };
    expect(await Promise.all(faelle.map(sieht))).toEqual([false, false, false]);
    const { naechsteVerpflichtung } = await teamkalender(a.umgebung, wer('bereichsleitung'), TEAM);
    const eingabe = { anzahl: 1, loswort: '3-17-22-31-40-49' };
    await expect(gib('tl', 'stichprobe_ziehen', eingabe)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await gib('bereichsleitung', 'stichprobe_ziehen', eingabe);
    await expect(gib('bereichsleitung', 'stichprobe_ziehen', eingabe)).rejects.toMatchObject({
      regel: 'T-50',
    });

    const [ziehung] = await ziehungen(a.umgebung, wer('tl'), TEAM);
    if (ziehung === undefined) throw new Error('keine Ziehung');
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(sha(ziehung.saat)).toBe(naechsteVerpflichtung);
    const lose = ziehung.liste.map((nr) => [sha(`${ziehung.saat}|3-17-22-31-40-49|${nr}`), nr] as const);
    expect(ziehung.gezogen).toEqual([lose.sort(([x], [y]) => (x < y ? -1 : 1))[0]?.[1]]);

    const { stichprobe } = await teamkalender(a.umgebung, wer('tl'), TEAM);
    const gezogen = stichprobe?.faelle[0]?.fallId ?? '';
    expect(await Promise.all(faelle.map(sieht))).toEqual(faelle.map((fallId) => fallId === gezogen));
    // The page for the Vertretung and the protocol of the Assessment belong to the sample, too (V-35, V-66).
    const liestBlatt = (fallId: string): Promise<boolean> =>
      liesFallblatt(a.umgebung, wer('tl'), fallId).then(
        () => true,
        () => false,
      );
    expect(await Promise.all(faelle.map(liestBlatt))).toEqual(faelle.map((fallId) => fallId === gezogen));
    await gib('tl', 'stichprobe_pruefen', {
      fall: gezogen,
      ergebnis: 'Verlauf nachvollziehbar dokumentiert.',
    });
    const { fristen } = await teamkalender(a.umgebung, wer('tl'), TEAM);
    expect(fristen.filter(({ id, status }) => id === 'T-50' && status === 'erledigt')).toHaveLength(1);
    stelle('2027-02-15T08:00:00Z');
    expect(await sieht(gezogen)).toBe(false);
  });

  it('fremde Teams sieht niemand, eines ohne Kalender ist 404', async () => {
    await expect(teamkalender(a.umgebung, wer('pap'), TEAM)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    await expect(teamkalender(a.umgebung, wer('tl'), T715)).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
  });
});
