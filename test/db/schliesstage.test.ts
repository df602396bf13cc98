import { randomUUID } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuehreAus } from '../../api/befehle/ausfuehrung.ts';
import { vertragFuer } from '../../api/befehle/vertraege.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { fristerklaerung } from '../../api/faelle/fristfaelle.ts';
import { abweichungNeu, type AbweichungNeu } from '../../api/organisation/formen.ts';
import { abweichungen, fuegeAbweichungHinzu, kalendertag } from '../../api/organisation/kalenderfaelle.ts';
import { aenderePerson, liesPersonansicht } from '../../api/personen/faelle.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import type { Kalender } from '../../domain/frist/kalender.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { BESTAND } from '../support/bestand.ts';
import { stelleZu } from '../support/zustellung-ohne-temporal.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const system = { system: 'wartung' } as const;
const DORT = { team: randomUUID(), tl: randomUUID(), fm: randomUUID(), bl: randomUUID(), pap: randomUUID() };
const DONNERSTAG = '2026-12-10';
/** A holiday in Bavaria, where the other team is, and none in Bremen. */
const HEILIGE_DREI = '2027-01-06';

type Fristzeile = { readonly id: string; readonly vorkommen: number; readonly faellig: string };

describe('Schließtage: ersetzen, zurücknehmen, je Team (AC-96, Eingabe 5)', () => {
  let a: Aufbau;
  let bl: Konto;
  let tl: Konto;
  let blDort: Konto;
  let hier: string;
  let dort: string;

  const uebernimm = async (wer: string, fm: string): Promise<string> => {
    const person = await legePersonAn(a.db, randomUUID());
    const bestand = { ...BESTAND, kontakteAm: ['2026-11-10'], zuordnung: { am: '2026-10-13', fm } };
    const vertrag = vertragFuer('fall_uebernehmen');
    const eingabe = { person, bestand };
    const auftrag = { vertrag, id: null, schluessel: randomUUID(), eingabe };
    return (await fuehreAus(a.umgebung, await a.konto(wer), auftrag)).fallId;
  };

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    await mitAkteur(a.db, system, async (tx) => {
      const team = { id: DORT.team, kennzeichen: '7', art: 'fallmanagement', land: 'BY' } as const;
      await tx.insert(tabellen.team).values({ ...team, zielstelle: 'fm_migration' });
      for (const [rolle, id] of [
        ['tl', DORT.tl],
        ['fm', DORT.fm],
        ['pap', DORT.pap],
        ['bereichsleitung', DORT.bl],
      ] as const) {
        const email = `${rolle}-dort@jobcenter.example`;
        const wer = { id, subjekt: id, anzeigename: `Prüf ${rolle} dort`, email, rolle, teamId: DORT.team };
        await tx.insert(tabellen.mitarbeitende).values(wer);
      }
      for (const mitarbeitendeId of [DORT.tl, DORT.bl])
        await tx
          .insert(tabellen.teamverantwortung)
          .values({ id: randomUUID(), mitarbeitendeId, teamId: DORT.team });
    });
    [bl, tl, blDort] = await Promise.all([
      a.konto(PERSONAL.bereichsleitung),
      a.konto(PERSONAL.tl),
      a.konto(DORT.bl),
    ]);
    hier = await uebernimm(PERSONAL.tl, PERSONAL.fm);
    dort = await uebernimm(DORT.tl, DORT.fm);
    await stelle();
  });
  afterAll(() => a.ende());

  const stelle = (): Promise<void> =>
    stelleZu({ db: a.db, faelle: a.faelle, jetzt: a.umgebung.uhr.jetzt }, new Map());
  const erfasse = (
    neu: Partial<AbweichungNeu> & Pick<AbweichungNeu, 'tag'>,
    wer = bl,
    schluessel = neuerSchluessel(),
  ): ReturnType<typeof fuegeAbweichungHinzu> =>
    fuegeAbweichungHinzu(a.umgebung, wer, {
      schluessel,
      rumpf: abweichungNeu.parse({ grund: 'Betriebsversammlung', ...neu }),
    });
  const angekuendigt = (fallId: string): Promise<{ id: string }[]> =>
    mitAkteur(a.db, system, (tx) =>
      tx
        .select({ id: tabellen.ausgang.id })
        .from(tabellen.ausgang)
        .where(and(eq(tabellen.ausgang.fallId, fallId), eq(tabellen.ausgang.art, 'kalender'))),
    );
  /** How many cases a deed announces it to, here and there. */
  const gehoert = async (tat: () => Promise<unknown>): Promise<{ hier: number; dort: number }> => {
    const zaehle = async (): Promise<[number, number]> => [
      (await angekuendigt(hier)).length,
      (await angekuendigt(dort)).length,
    ];
    const [hierVorher, dortVorher] = await zaehle();
    await tat();
    const [hierDanach, dortDanach] = await zaehle();
    await stelle();
    return { hier: hierDanach - hierVorher, dort: dortDanach - dortVorher };
  };
  const fristen = (fallId: string): Promise<Fristzeile[]> => {
    const { vorgangId, fristId: id, vorkommen, faellig } = tabellen.frist;
    return mitAkteur(a.db, system, (tx) =>
      tx
        .select({ id, vorkommen, faellig })
        .from(tabellen.frist)
        .where(eq(vorgangId, fallId))
        .orderBy(asc(id), asc(vorkommen)),
    );
  };
  const kontaktAm = async (fallId: string): Promise<string | undefined> =>
    (await fristen(fallId)).findLast(({ id }) => id === 'T-10')?.faellig;

  it('ein irrtümlicher Schließtag wird zurückgenommen: Die Fristen stehen wieder, wo sie standen, und der Verlauf sagt, wer sie bewegt hat', async () => {
    const vorher = await fristen(hier);
    expect(await kontaktAm(hier)).toBe(DONNERSTAG);
    expect(await gehoert(() => erfasse({ tag: DONNERSTAG }))).toEqual({ hier: 1, dort: 1 });
    expect(await kontaktAm(hier)).toBe('2026-12-11');
    expect(await gehoert(() => erfasse({ tag: DONNERSTAG, frei: null, grund: 'Falscher Tag' }))).toEqual({
      hier: 1,
      dort: 1,
    });
    expect(await fristen(hier)).toEqual(vorher);

    const fm = await a.konto(PERSONAL.fm);
    const { geschichte } = await liesFallansicht(a.umgebung, fm, hier);
    const uebernommen = geschichte.filter(({ art }) => art === 'kalender_uebernommen');
    expect(uebernommen.map(({ akteur }) => akteur?.id)).toEqual([bl.id, bl.id]);
    const t10 = { fallId: hier, fristId: 'T-10', vorkommen: 2 } as const;
    const { verlauf } = await fristerklaerung(a.umgebung, fm, t10);
    const durchKalender = verlauf.filter(({ grund }) => grund === 'kalender');
    expect(durchKalender).toMatchObject([
      { akteur: { id: bl.id }, vorher: DONNERSTAG, faellig: '2026-12-11' },
      { akteur: { id: bl.id }, vorher: '2026-12-11', faellig: DONNERSTAG },
    ]);
  });

  it('beide Einträge bleiben lesbar, mit Namen, Zeit und Grund; die Liste zeigt, was gilt', async () => {
    expect((await abweichungen(a.umgebung, tl)).map(({ tag }) => tag)).not.toContain(DONNERSTAG);
    const wer = { id: bl.id, anzeigename: bl.anzeigename };
    const gemeinsam = { tag: DONNERSTAG, team: null, erfasstVon: wer, erfasstAm: '2026-12-01T08:00:00Z' };
    expect(await kalendertag(a.umgebung, tl, DONNERSTAG)).toMatchObject([
      { ...gemeinsam, frei: null, grund: 'Falscher Tag', gilt: false },
      { ...gemeinsam, frei: true, grund: 'Betriebsversammlung', gilt: false },
    ]);
    for (const verboten of [
      sql`update kalenderabweichung set grund = 'x'`,
      sql`delete from kalenderabweichung`,
    ])
      await expect(mitAkteur(a.db, system, (tx) => tx.execute(verboten))).rejects.toMatchObject({
        cause: { message: expect.stringContaining('nur zum Anfügen (V-71)') as string },
      });
  });

  it('dasselbe noch einmal: mit demselben Schlüssel dieselbe Antwort, mit einem anderen 409, auch zur gleichen Zeit', async () => {
    const tag = '2026-12-16';
    const schluessel = neuerSchluessel();
    const erste = await erfasse({ tag }, bl, schluessel);
    expect(erste).toEqual({ tag, team: null, frei: true, grund: 'Betriebsversammlung' });
    expect(await erfasse({ tag }, bl, schluessel)).toEqual(erste);
    await expect(erfasse({ tag })).rejects.toMatchObject({
      code: 'BEREITS_VORHANDEN',
      regel: 'POL-FEIERTAGE',
      message: 'Das ist für den 16.12.2026 für das ganze Haus schon eingetragen.',
    });
    const zugleich = await Promise.allSettled(
      ['1', '2', '3'].map((n) => erfasse({ tag: '2026-12-17', grund: `Grund ${n}` })),
    );
    expect(zugleich.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await kalendertag(a.umgebung, tl, '2026-12-17')).toHaveLength(1);
    await stelle();
  });

  it.each([
    [{ tag: '2026-12-15', frei: false }, 'kein Feiertag'],
    [{ tag: '2026-12-12' }, 'Samstag'],
    [{ tag: '2026-12-25' }, 'schon ein Feiertag'],
    [{ tag: '2026-12-15', frei: null }, 'zurückzunehmen'],
    [{ tag: HEILIGE_DREI, frei: false, team: TEAM }, 'kein Feiertag'],
  ])('%j ändert nichts: 422, und niemand wird benachrichtigt', async (neu, satz) => {
    const zaehlung = await gehoert(() =>
      expect(erfasse(neu)).rejects.toMatchObject({
        code: 'REGEL',
        regel: 'POL-FEIERTAGE',
        message: expect.stringContaining(satz) as string,
      }),
    );
    expect(zaehlung).toEqual({ hier: 0, dort: 0 });
  });

  it('ein Feiertag, den nur das Land des anderen Teams kennt, kann für das Haus und für dieses Team wegfallen', async () => {
    await erfasse({ tag: HEILIGE_DREI, frei: false });
    await erfasse({ tag: HEILIGE_DREI, frei: null });
    await erfasse({ tag: HEILIGE_DREI, frei: false, team: DORT.team }, blDort);
    await stelle();
    expect((await abweichungen(a.umgebung, tl)).find(({ tag }) => tag === HEILIGE_DREI)).toMatchObject({
      team: { id: DORT.team, kennzeichen: '7' },
      frei: false,
    });
  });

  it('der Schließtag eines Teams geht nur dessen Fälle an; der des Hauses nicht die Teams mit eigenem Eintrag', async () => {
    expect(await gehoert(() => erfasse({ tag: DONNERSTAG, team: DORT.team }, blDort))).toEqual({
      hier: 0,
      dort: 1,
    });
    expect([await kontaktAm(hier), await kontaktAm(dort)]).toEqual([DONNERSTAG, '2026-12-11']);
    expect(await gehoert(() => erfasse({ tag: DONNERSTAG }))).toEqual({ hier: 1, dort: 0 });
    expect([await kontaktAm(hier), await kontaktAm(dort)]).toEqual(['2026-12-11', '2026-12-11']);
    // The team works that day although the house is closed.
    await gehoert(() => erfasse({ tag: DONNERSTAG, team: DORT.team, frei: false }, blDort));
    expect([await kontaktAm(hier), await kontaktAm(dort)]).toEqual(['2026-12-11', DONNERSTAG]);
    await gehoert(() => erfasse({ tag: DONNERSTAG, team: DORT.team, frei: null }, blDort));
    expect([await kontaktAm(hier), await kontaktAm(dort)]).toEqual(['2026-12-11', '2026-12-11']);
    await gehoert(() => erfasse({ tag: DONNERSTAG, frei: null }));
    expect([await kontaktAm(hier), await kontaktAm(dort)]).toEqual([DONNERSTAG, DONNERSTAG]);
  });

  it('für ein Team trägt die Bereichsleitung ein, die es beaufsichtigt; ein Team, das es nicht gibt, ist 404', async () => {
    await expect(erfasse({ tag: DONNERSTAG, team: DORT.team })).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    await expect(erfasse({ tag: DONNERSTAG, team: randomUUID() })).rejects.toMatchObject({
      code: 'NICHT_GEFUNDEN',
    });
  });

  const kalenderVon = (art: 'fall' | 'potenzial', id: string): Promise<Kalender | undefined> =>
    mitAkteur(a.db, system, async (tx) => {
      const tabelle = art === 'fall' ? tabellen.fall : tabellen.vorgang;
      const [zeile] = await tx.select({ stand: tabelle.stand }).from(tabelle).where(eq(tabelle.id, id));
      return zeile?.stand.kalender;
    });

  it('TR64: der verbundene Fall rechnet mit dem Kalender des anderen Teams', async () => {
    await erfasse({ tag: '2026-12-18', team: DORT.team, grund: 'Umzug' }, blDort);
    await erfasse({ tag: '2026-12-21', team: TEAM, grund: 'Fortbildung' });
    await stelle();
    const { fallId } = await a.merkeVor('weiter');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: '2026-12-01' } });
    const gespraech = { art: 'persoenlich', teilnehmer: ['bewerber', 'pap', 'fm'] };
    await a.gib('fm', 'uebernahmegespraech_fuehren', { fallId, eingabe: gespraech });
    const begruendung = 'Mehrere Problemlagen verstärken sich, nur gemeinsam sind sie zu lösen.';
    await a.gib('fm', 'zugang_entscheiden', {
      fallId,
      eingabe: {
        ergebnis: 'weiterleitung',
        kriteriumB: { ergebnis: 'ja', begruendung },
        begruendung: 'Sprache und Anerkennung stehen im Mittelpunkt.',
        besprochenAm: '2026-12-01',
        weiterleitung: { ziel: 'fm_migration', grundlage: 'aufgabe_der_stelle' },
      },
    });
    const [folgefall] = await mitAkteur(a.db, system, (tx) =>
      tx
        .select({ id: tabellen.fall.id })
        .from(tabellen.fall)
        .where(eq(tabellen.fall.vorgaengerFallId, fallId)),
    );
    const tage = async (id: string): Promise<string[]> =>
      (await kalenderVon('fall', id))?.abweichungen.map(({ grund }) => grund) ?? [];
    expect(await tage(fallId)).toContain('Fortbildung');
    expect(await tage(folgefall?.id ?? '')).toContain('Umzug');
    expect(await tage(folgefall?.id ?? '')).not.toContain('Fortbildung');
    expect(await kalenderVon('fall', folgefall?.id ?? '')).toMatchObject({ land: 'BY' });
  });

  it('TR01: wechselt die Person in ein anderes Team, rechnet ihre Prüfung mit dessen Kalender', async () => {
    const id = await legePersonAn(a.db, 'wechsel');
    const aendere = async (werte: { pap?: string; name?: string }): Promise<void> => {
      const { version } = await liesPersonansicht(a.umgebung, tl, id);
      const rumpf = { version, ...werte };
      await aenderePerson(a.umgebung, tl, { id, schluessel: neuerSchluessel(), rumpf });
      await stelle();
      await stelle();
    };
    await aendere({ name: 'Prüfperson Neu' });
    expect(await kalenderVon('potenzial', id)).toMatchObject({ land: 'HB' });
    await aendere({ pap: DORT.pap });
    expect(await kalenderVon('potenzial', id)).toMatchObject({
      land: 'BY',
      abweichungen: expect.arrayContaining([{ tag: '2026-12-18', frei: true, grund: 'Umzug' }]) as unknown,
    });
  });
});
