import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  besprechungsroute,
  fristenDesTeams,
  teamlagenroute,
  vormerkungsliste,
} from '../../api/arbeitslisten/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { personroute } from '../../api/personen/routen.ts';
import { beschwerdeliste, zielwertliste } from '../../api/qualitaet/routen.ts';
import { ROUTEN } from '../../api/routen.ts';
import { kalenderroute } from '../../api/team/routen.ts';
import { auslastungsroute, vorschlagsroute } from '../../api/zuordnung/routen.ts';
import { mitAkteur } from '../../db/client.ts';
import * as s from '../../db/schema/index.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { FREMDES_TEAM, HEUTE, kontoVon, legeHausAn, WEITERE } from '../support/matrixwelt.ts';
import { ANWEISUNGEN, zaehlendeDatenbank } from '../support/seiten/anweisungen.ts';
import { oeffneSeiten } from '../support/seiten/haus.ts';
import { meldeOrganisation } from '../support/teamkalender.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const JETZT = `${HEUTE}T08:00:00Z`;
const WARTUNG = { system: 'wartung' } as const;

type Wer = keyof typeof PERSONAL;

/** Pages that ask for several rows of the API in one go say what the rows say one by one (issue 15). */
describe('Team und Besprechung fragen in einem und sagen dasselbe wie die Zeilen einzeln', () => {
  let a: Aufbau;
  let tl: Konto;

  const schreibe = async (
    wer: Wer,
    name: string,
    was: { pfad?: object; rumpf: object },
  ): Promise<unknown> => {
    const route = ROUTEN.find((zeile) => zeile.name === name);
    if (route === undefined) throw new Error(`Keine Zeile heißt ${name}`);
    const konto = await a.konto(PERSONAL[wer]);
    return frage(a.umgebung, route, { konto, ...was, schluessel: randomUUID() });
  };

  async function legeWartendeAn(): Promise<void> {
    for (let n = 0; n < 8; n += 1) {
      const { fallId } = await a.merkeVor(`sammel-${String(n)}`);
      if (n < 3) await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    }
    const person = await legePersonAn(a.db, 'sammel-mit-akte');
    for (const bezeichnung of ['Schulden ordnen', 'Wohnung sichern']) {
      const rumpf = { schluesselgruppe: 'rahmenbedingungen', bezeichnung, erkanntAm: HEUTE };
      await schreibe('pap', 'erfasseHandlungsbedarf', { pfad: { personId: person }, rumpf });
    }
    const profil = { datum: HEUTE, profillage: 'foerderprofil', anlass: 'erst', abgesichert: true };
    await schreibe('pap', 'erstelleProfil', {
      pfad: { personId: person },
      rumpf: { ...profil, ressourcen: [] },
    });
    await schreibe('tl', 'vermerkeInteressenkonflikt', { rumpf: { person, fm: PERSONAL.fm2 } });
    await a.gib('pap', 'vormerken', { fallId: null, eingabe: { person, gruende: 'Mehrere Hemmnisse.' } });
  }

  beforeAll(async () => {
    a = await baueAuf(JETZT);
    await legeHausAn(a);
    await meldeOrganisation(a, FREMDES_TEAM, JETZT);
    await mitAkteur(a.db, WARTUNG, (tx) =>
      tx
        .insert(s.teamverantwortung)
        .values({ id: randomUUID(), mitarbeitendeId: PERSONAL.tl, teamId: FREMDES_TEAM }),
    );
    await legeWartendeAn();
    await schreibe('tl', 'nimmBeschwerdeAuf', {
      pfad: { id: TEAM },
      rumpf: { art: 'erreichbarkeit', eingegangenAm: '2026-11-27' },
    });
    await schreibe('tl', 'nimmBeschwerdeAuf', {
      pfad: { id: TEAM },
      rumpf: { art: 'erreichbarkeit', eingegangenAm: '2026-11-30' },
    });
    const ziel = { kennzahl: 'K-A', von: '2026-01-01', bis: '2026-12-31', wert: 12, einheit: 'anzahl' };
    await schreibe('bereichsleitung', 'legeZielwertFest', {
      pfad: { id: TEAM },
      rumpf: { ...ziel, richtung: 'mindestens', grundlage: 'Zielvereinbarung 2026.' },
    });
    tl = await a.konto(PERSONAL.tl);
  });
  afterAll(async () => {
    await a.ende();
  });

  /** What the page of a person says, as the meeting shows it. */
  async function personBeiIhr(personId: string | null) {
    const pfad = { personId: personId ?? '' };
    const person = await frage(a.umgebung, personroute, { konto: tl, pfad });
    const offene = person.handlungsbedarfe.length;
    return {
      geburtsdatum: person.geburtsdatum,
      profiling: person.profile.map(({ profillage }) => ({ profillage })).at(-1) ?? null,
      bedarfe: offene === 0 ? [] : [{ schluesselgruppe: 'rahmenbedingungen', offene }],
    };
  }

  const besprich = (fall?: string) =>
    frage(a.umgebung, besprechungsroute, { konto: tl, abfrage: fall === undefined ? {} : { fall } });

  it('die Besprechung: Wartende, Vorschläge für jede, Auslastung und Personen', async () => {
    const konto = tl;
    const einzeln = await frage(a.umgebung, vormerkungsliste, { konto, abfrage: { limit: '100' } });
    expect(einzeln.eintraege).toHaveLength(6);
    const auslastung = await frage(a.umgebung, auslastungsroute, { konto });
    for (const { fallId, personId } of einzeln.eintraege) {
      const lage = await besprich(fallId);
      expect(lage.wartende).toEqual(einzeln);
      expect(lage.auslastung).toEqual(auslastung.eintraege);
      const pfad = { fallId };
      expect(lage.vorschlaege).toEqual(await frage(a.umgebung, vorschlagsroute, { konto, pfad }));
      expect(lage.person).toEqual(await personBeiIhr(personId));
    }
    // Somebody has a conflict of interest with the one, and with nobody else.
    const wer = einzeln.eintraege.findIndex(({ person }) => person?.includes('sammel-mit-akte'));
    expect((await besprich(einzeln.eintraege[wer]?.fallId)).vorschlaege?.ausgeschlossen).toHaveLength(1);
  });

  it('die Besprechung ruft auf, wer zuerst dran ist, und nennt den Tag, der abzuschließen ist (T-41)', async () => {
    const ohne = await besprich();
    expect(ohne.vorschlaege?.fallId).toBe(ohne.wartende.eintraege[0]?.fallId);
    expect((await besprich(randomUUID())).vorschlaege).toEqual(ohne.vorschlaege);
    expect(ohne.teams.map(({ kennzeichen }) => kennzeichen)).toEqual(['621', '622']);
    for (const { id: teamId, offene } of ohne.teams) {
      const { fristen } = await frage(a.umgebung, kalenderroute, { konto: tl, pfad: { teamId } });
      const tage = fristen.flatMap((f) => (f.id === 'T-41' && f.offen ? [f.faellig] : []));
      expect(offene?.faellig).toBe(tage.toSorted()[0]);
    }
  });

  it('TR60: zugeordnet ist, was niemand anfasste und keine Besprechung abschloss', async () => {
    const konto = tl;
    const abfrage = { frist: 'T-02', limit: '100' };
    const { eintraege } = await frage(a.umgebung, fristenDesTeams, { konto, abfrage });
    const vorher = await frage(a.umgebung, besprechungsroute, { konto });
    expect(vorher.zugeordnete).toEqual(
      eintraege.map(({ fallId, fallnummer, person, fm, team, beginn }) => ({
        ...{ fallId, fallnummer, person, fm, beginn },
        team: team.id,
      })),
    );
    expect(vorher.zugeordnete).toHaveLength(3);
    await schreibe('tl', 'besprechungAbschliessen', {
      pfad: { teamId: TEAM },
      rumpf: { protokoll: 'Alle besprochen.' },
    });
    expect((await frage(a.umgebung, besprechungsroute, { konto })).zugeordnete).toEqual([]);
  });

  it('das Team: Beschwerden, Ziele, Auslastung', async () => {
    const konto = tl;
    const { teams, auslastung } = await frage(a.umgebung, teamlagenroute, { konto });
    expect(auslastung).toEqual((await frage(a.umgebung, auslastungsroute, { konto })).eintraege);
    expect(teams.map(({ qualitaet }) => qualitaet?.beschwerden.length)).toEqual([2, 0]);
    for (const { id, qualitaet } of teams) {
      const was = { konto, pfad: { id } };
      const { eintraege: beschwerden } = await frage(a.umgebung, beschwerdeliste, was);
      const { eintraege: zielwerte } = await frage(a.umgebung, zielwertliste, was);
      expect(qualitaet).toEqual({ beschwerden, zielwerte });
    }
    expect(teams.map(({ qualitaet }) => qualitaet?.zielwerte.length)).toEqual([1, 0]);
  });

  it('das Team: was offen und was zuletzt geschehen ist, wie im Kalender', async () => {
    const konto = tl;
    const { teams } = await frage(a.umgebung, teamlagenroute, { konto });
    for (const { id: teamId, kalender } of teams) {
      const einzeln = await frage(a.umgebung, kalenderroute, { konto, pfad: { teamId } });
      const offene = einzeln.fristen
        .filter(({ offen }) => offen)
        .map(({ id, faellig, ueberfaellig, gegenstand }) => ({ id, faellig, ueberfaellig, gegenstand }));
      const { kontaktteams, stichprobe, geschichte } = einzeln;
      const besuchtSelbst = kontaktteams.some(({ kontaktFm }) => kontaktFm.some(({ id }) => id === konto.id));
      expect(kalender).toMatchObject({ offene, besuchtSelbst, stichprobe });
      const tage = new Map(geschichte.map(({ art, ereignisAm }) => [art, ereignisAm]));
      for (const { art, am } of kalender?.zuletzt ?? []) expect([art, am]).toEqual([art, tage.get(art)]);
    }
    expect(teams[0]?.kalender?.zuletzt).toContainEqual({ art: 'besprechung_abgeschlossen', am: HEUTE });
  });

  it('wer die Besprechung ansieht, hinterlässt einen Blick mit der Zahl der Zeilen (DS-29, ADR 61)', async () => {
    const { liste, abrufe, akteurId } = s.lesespur;
    const blicke = () =>
      mitAkteur(a.db, WARTUNG, async (tx) => {
        const zeilen = await tx.select({ liste, abrufe }).from(s.lesespur).where(eq(akteurId, tl.id));
        await tx.execute(sql`select lotse_schliesse_spuren()`);
        return zeilen;
      });
    await blicke();
    const { wartende } = await besprich();
    await besprich(wartende.eintraege[3]?.fallId);
    expect(await blicke()).toEqual([{ liste: 'besprechung', abrufe: 2 }]);
  });

  it('R12: eine andere Teamleitung sieht davon nichts, eine FM hat keine Besprechung und keine Ziele', async () => {
    const fremd = await a.konto(WEITERE.tl_fremd);
    const lage = await frage(a.umgebung, besprechungsroute, { konto: fremd });
    expect([lage.wartende.gesamt, lage.zugeordnete, lage.vorschlaege, lage.person]).toEqual([
      0,
      [],
      null,
      null,
    ]);
    expect(lage.teams.map(({ id }) => id)).toEqual([FREMDES_TEAM]);
    const fm = await a.konto(PERSONAL.fm);
    await expect(frage(a.umgebung, besprechungsroute, { konto: fm })).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    const { teams, auslastung } = await frage(a.umgebung, teamlagenroute, { konto: fm });
    expect(teams.map(({ id, qualitaet }) => [id, qualitaet])).toEqual([[TEAM, null]]);
    expect(auslastung.map((eine) => eine.fm.id)).toEqual([PERSONAL.fm]);
  });

  it('mit zwei Teams und vielen Vormerkungen wird PostgreSQL nicht öfter gefragt', async () => {
    const { api } = await richteZugaengeEin(a.url);
    const { db, gezaehlte } = zaehlendeDatenbank(api);
    const seiten = await oeffneSeiten({ ...a.umgebung, db });
    const gemeint = ANWEISUNGEN.filter(([, pfad]) => /^\/(?:team$|besprechung|vormerkungen)/u.test(pfad));
    for (const [rolle, pfad, anweisungen] of gemeint) {
      await seiten.rufe(kontoVon(rolle), pfad);
      gezaehlte();
      const { status } = await seiten.rufe(kontoVon(rolle), pfad);
      expect([rolle, pfad, status, gezaehlte().length]).toEqual([rolle, pfad, 200, anweisungen]);
    }
    expect(gemeint.length).toBeGreaterThan(6);
    seiten.stop();
    await db.schliesse();
  });
});
