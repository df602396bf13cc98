import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { liesFallblatt } from '../../api/faelle/blattfaelle.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { vertragFuer } from '../../api/befehle/vertraege.ts';
import { fuehreAus } from '../../api/befehle/ausfuehrung.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const system = { system: 'wartung' } as const;
const TEAM_MIGRATION = randomUUID();
const DORT = { tl: randomUUID(), fm: randomUUID() } as const;
const GRUENDE = 'Sprache und Anerkennung stehen im Mittelpunkt.';
const URTEIL = 'Mehrere Problemlagen verstärken sich, nur gemeinsam sind sie zu lösen.';

describe('Weiterleitung an ein Team mit eigener Leitung (TR16, TR64, 001 8.0)', () => {
  let a: Aufbau;
  let fallId: string;
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    await mitAkteur(a.db, system, async (tx) => {
      const team = { id: TEAM_MIGRATION, kennzeichen: '7', art: 'fallmanagement', land: 'HB' } as const;
      await tx.insert(tabellen.team).values({ ...team, zielstelle: 'fm_migration' });
      for (const [rolle, id] of Object.entries(DORT) as ['tl' | 'fm', string][])
        await tx.insert(tabellen.mitarbeitende).values({
          ...{ id, subjekt: id, anzeigename: `Prüf ${rolle} dort`, email: `${rolle}-dort@jobcenter.example` },
          ...{ rolle, teamId: TEAM_MIGRATION },
        });
      await tx
        .insert(tabellen.teamverantwortung)
        .values({ id: randomUUID(), mitarbeitendeId: DORT.tl, teamId: TEAM_MIGRATION });
    });
    ({ fallId } = await a.merkeVor('weiterleitung'));
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: '2026-12-01' } });
    const gespraech = { art: 'persoenlich', teilnehmer: ['bewerber', 'pap', 'fm'] };
    await a.gib('fm', 'uebernahmegespraech_fuehren', { fallId, eingabe: gespraech });
  });
  afterAll(() => a.ende());

  const schluessel = randomUUID();
  const leiteWeiter = (): ReturnType<Aufbau['gib']> =>
    a.gib('fm', 'zugang_entscheiden', {
      fallId,
      schluessel,
      eingabe: {
        ergebnis: 'weiterleitung',
        kriteriumB: { ergebnis: 'ja', begruendung: URTEIL },
        begruendung: GRUENDE,
        besprochenAm: '2026-12-01',
        weiterleitung: { ziel: 'fm_migration', grundlage: 'aufgabe_der_stelle' },
      },
    });
  const faelle = (): Promise<(typeof tabellen.fall.$inferSelect)[]> =>
    mitAkteur(a.db, system, (tx) => tx.select().from(tabellen.fall).orderBy(tabellen.fall.laufendeNummer));
  const folgefallId = async (): Promise<string> => (await faelle())[1]?.id ?? '';
  const als = async (wer: string, befehl: Sachbefehl, eingabe: object): Promise<unknown> =>
    fuehreAus(a.umgebung, await a.konto(wer), {
      ...{ vertrag: vertragFuer(befehl), id: await folgefallId(), schluessel: randomUUID(), eingabe },
    });

  it('beide Fälle oder keiner: scheitert der zweite, ist auch der erste nicht aufgezeichnet', async () => {
    const mitSperre = (befehl: string): Promise<unknown> =>
      mitAkteur(a.db, system, (tx) => tx.execute(sql.raw(befehl)));
    await mitSperre(
      `create function stoere() returns trigger language plpgsql as $$ begin raise exception 'Absturz'; end $$`,
    );
    await mitSperre(`create trigger stoere before insert on fall for each row
      when (new.herkunft = 'weiterleitung') execute function stoere()`);
    await expect(leiteWeiter()).rejects.toThrow();
    expect(await faelle()).toMatchObject([{ id: fallId, zustand: 'zugangspruefung', offen: true }]);
    await mitSperre('drop trigger stoere on fall');

    await leiteWeiter();
    // Repeated, it is the same one.
    await leiteWeiter();
    expect(await faelle()).toMatchObject([
      { id: fallId, zustand: 'weitergeleitet', offen: false },
      {
        zustand: 'vorgemerkt',
        offen: true,
        teamId: TEAM_MIGRATION,
        herkunft: 'weiterleitung',
        vorgaengerFallId: fallId,
        laufendeNummer: 2,
      },
    ]);
    const [erster, zweiter] = await faelle();
    expect(erster?.stand).toMatchObject({ weiterleitung: { ziel: 'fm_migration', folgefall: zweiter?.id } });
    expect(zweiter?.stand).toMatchObject({
      vormerkung: { quelle: { art: 'weiterleitung', fall: fallId, grundlage: 'aufgabe_der_stelle' } },
    });
  });

  it('der Lauf des zweiten Falls wartet im Ausgang, bis die Zustellung ihn startet', async () => {
    const { ausgang } = tabellen;
    const id = await folgefallId();
    const offene = await mitAkteur(a.db, system, (tx) =>
      tx
        .select({ art: ausgang.art })
        .from(ausgang)
        .where(and(eq(ausgang.fallId, id), eq(ausgang.art, 'personenstand'), isNull(ausgang.zugestelltAm))),
    );
    expect(offene).toEqual([{ art: 'personenstand' }]);
  });

  it('wer die Person bekommt, liest Gründe und Stand des vorigen Falls, wer sie abgibt, den Stand des neuen; K3 niemand', async () => {
    const id = await folgefallId();
    const liest = async (wer: string, fall: string): Promise<{ texte: string[]; folgefall: unknown }> => {
      const { geschichte, folgefall } = await liesFallansicht(a.umgebung, await a.konto(wer), fall);
      return { texte: geschichte.flatMap((e) => e.texte.map(({ text }) => text)), folgefall };
    };
    const verbunden = { id, fallnummer: expect.any(String) as string };
    await expect(liest(DORT.fm, fallId)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await als(DORT.tl, 'zuordnen', { fm: DORT.fm });
    for (const wer of [DORT.tl, DORT.fm]) {
      const { texte, folgefall } = await liest(wer, fallId);
      expect(texte).toContain(GRUENDE);
      expect(texte).not.toContain(URTEIL);
      expect(folgefall).toEqual(verbunden);
      await expect(liesFallblatt(a.umgebung, await a.konto(wer), fallId)).rejects.toMatchObject({
        code: 'NICHT_BERECHTIGT',
      });
    }
    for (const wer of [PERSONAL.fm, PERSONAL.tl]) {
      expect((await liest(wer, fallId)).folgefall).toEqual(verbunden);
      await expect(liest(wer, id)).resolves.toBeDefined();
    }
    // Nobody else comes over the link, and nobody acts over it.
    for (const wer of [PERSONAL.fm2, PERSONAL.koordinator, PERSONAL.fm_spezial])
      await expect(liest(wer, id)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(
      als(PERSONAL.fm, 'uebernahmegespraech_vereinbaren', { termin: '2026-12-02' }),
    ).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
  });

  it('Kontrolle: ohne das Kennzeichen der Weiterleitung öffnet derselbe Vorgänger nichts', async () => {
    const setze = (herkunft: 'weiterleitung' | 'wiederaufnahme'): Promise<unknown> =>
      mitAkteur(a.db, system, async (tx) =>
        tx
          .update(tabellen.fall)
          .set({ herkunft })
          .where(eq(tabellen.fall.id, await folgefallId())),
      );
    await setze('wiederaufnahme');
    await expect(liesFallansicht(a.umgebung, await a.konto(DORT.fm), fallId)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    await setze('weiterleitung');
  });
});
