import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuehreAus } from '../../api/befehle/ausfuehrung.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { vertragFuer } from '../../api/befehle/vertraege.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const system = { system: 'wartung' } as const;

describe('ein Befehl je Schlüssel (R7, architecture.md 3.2)', () => {
  let a: Aufbau;
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
  });
  afterAll(() => a.ende());

  const zeilen = (befehlId: string): Promise<{ stand: string; feld: string }[]> =>
    mitAkteur(a.db, system, (tx) =>
      tx
        .select({ stand: tabellen.dokument.stand, feld: tabellen.dokument.feld })
        .from(tabellen.dokument)
        .where(eq(tabellen.dokument.befehlId, befehlId)),
    );

  it('fünfmal zugleich: ein Fall, eine Fallnummer, eine Sendung, fünf gleiche Antworten', async () => {
    const person = await legePersonAn(a.db, 'r7');
    const schluessel = randomUUID();
    const vorher = a.faelle.aufrufe.length;
    const auftrag = { fallId: null, eingabe: { person, gruende: 'Besprochen.' }, schluessel };
    const antworten = await Promise.all([1, 2, 3, 4, 5].map(() => a.gib('pap', 'vormerken', auftrag)));
    expect(new Set(antworten.map((antwort) => JSON.stringify(antwort))).size).toBe(1);
    expect(antworten[0]).toMatchObject({ zustand: 'vorgemerkt', fallnummer: 'F-2026-00001' });
    expect(a.faelle.aufrufe.length - vorher).toBe(1);
    await expect(
      a.gib('pap', 'vormerken', { ...auftrag, eingabe: { person, gruende: 'Anders.' } }),
    ).rejects.toMatchObject({
      code: 'SCHLUESSEL_WIEDERVERWENDET',
    });
  });

  it('eine Ablehnung bleibt am Schlüssel, ihr Entwurf verschwindet; ein neuer Schlüssel darf es wieder versuchen', async () => {
    const { fallId } = await a.merkeVor('ablehnung');
    const schluessel = randomUUID();
    const eingabe = { grund: '', begruendungen: { 'V-74': 'Nachgetragen.' } };
    const versuch = (): Promise<unknown> => a.gib('pap', 'zurueckziehen', { fallId, eingabe, schluessel });
    await expect(versuch()).rejects.toMatchObject({ code: 'REGEL', regel: 'TR13' });
    const gesendet = a.faelle.aufrufe.length;
    await expect(versuch()).rejects.toMatchObject({ code: 'REGEL', regel: 'TR13' });
    expect(a.faelle.aufrufe).toHaveLength(gesendet);
    expect(await zeilen(a.faelle.aufrufe.at(-1) ?? '')).toEqual([]);
    await expect(
      a.gib('pap', 'zurueckziehen', { fallId, eingabe: { grund: 'Umzug.' } }),
    ).resolves.toMatchObject({
      zustand: 'zurueckgezogen',
    });
    expect(await zeilen(a.faelle.aufrufe.at(-1) ?? '')).toEqual([{ stand: 'gueltig', feld: 'grund' }]);
  });

  it('Ausgang ungewiss: der Entwurf bleibt, derselbe Schlüssel führt zum einen Ergebnis mit derselben Zeit', async () => {
    const person = await legePersonAn(a.db, 'ungewiss');
    const weg = a.mitFaellen({ ...a.faelle, sende: () => Promise.resolve({ art: 'ungewiss' }) });
    const konto = await a.konto(PERSONAL.pap);
    const schluessel = randomUUID();
    const auftrag = {
      vertrag: vertragFuer('vormerken'),
      id: null,
      schluessel,
      eingabe: { person, gruende: 'Besprochen.' },
    };
    await expect(fuehreAus(weg, konto, auftrag)).rejects.toMatchObject({ code: 'AUSGANG_UNBEKANNT' });
    const [anspruch] = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.befehl).where(eq(tabellen.befehl.schluessel, schluessel)),
    );
    expect(await zeilen(anspruch?.befehlId ?? '')).toEqual(
      expect.arrayContaining([
        { stand: 'entwurf', feld: 'gruende' },
        { stand: 'entwurf', feld: 'angaben' },
      ]),
    );
    a.stelle('2026-12-02T08:00:00Z');
    const antwort = await fuehreAus(a.umgebung, konto, auftrag);
    expect(antwort.fallId).toBe(anspruch?.fallId);
    const fall = await liesFallansicht(a.umgebung, konto, antwort.fallId);
    expect(fall).toMatchObject({
      vorgemerktAm: '2026-12-01',
      geschichte: [{ am: '2026-12-01T08:00:00Z' }, {}],
    });
  });

  it('die Aufzeichnung war schneller als die Absage: es gilt die Aufzeichnung', async () => {
    const person = await legePersonAn(a.db, 'wettlauf');
    const luegt = a.mitFaellen({
      ...a.faelle,
      sende: async (sendung) => {
        await a.faelle.sende(sendung);
        return { art: 'abgelehnt', ablehnung: { id: 'TR03', art: 'zustand', satz: 'Schon vorgemerkt.' } };
      },
    });
    const auftrag = {
      vertrag: vertragFuer('vormerken'),
      id: null,
      schluessel: randomUUID(),
      eingabe: { person, gruende: 'B.' },
    };
    await expect(fuehreAus(luegt, await a.konto(PERSONAL.pap), auftrag)).resolves.toMatchObject({
      zustand: 'vorgemerkt',
    });
  });

  it.each([
    ['fremde Person', 'pap2'],
    ['falsche Rolle', 'fm'],
  ] as const)('%s: verboten, ohne Spur', async (marke, wer) => {
    const person = await legePersonAn(a.db, marke);
    const schluessel = randomUUID();
    const auftrag = { fallId: null, eingabe: { person, gruende: 'x' }, schluessel };
    await expect(a.gib(wer, 'vormerken', auftrag)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    const [anspruch] = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.befehl).where(eq(tabellen.befehl.schluessel, schluessel)),
    );
    expect(anspruch).toBeUndefined();
  });

  it('unbekannter Fall und unbekannte Person sind 404, fremder Fall 403', async () => {
    const { fallId } = await a.merkeVor('fremd');
    await expect(
      a.gib('tl', 'zuordnen', { fallId: randomUUID(), eingabe: { fm: PERSONAL.fm } }),
    ).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
    await expect(
      a.gib('pap', 'vormerken', { fallId: null, eingabe: { person: randomUUID(), gruende: 'x' } }),
    ).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
    await expect(a.gib('pap2', 'zurueckziehen', { fallId, eingabe: { grund: 'x' } })).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
  });

  it('TR42: eine aufnehmende Stelle, die es nicht gibt, wird abgelehnt statt die Aufzeichnung zu blockieren', async () => {
    const { fallId } = await a.merkeVor('stelle');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    const eingabe = { weg: 'dkz_tool', pap: randomUUID() };
    await expect(a.gib('fm', 'aufnehmende_stelle_klaeren', { fallId, eingabe })).rejects.toMatchObject({
      regel: 'TR42',
    });
  });

  it('V-17: die Datenbank lässt keinen zweiten offenen Fall einer Person zu', async () => {
    const { fallId } = await a.merkeVor('doppelt');
    await expect(
      mitAkteur(a.db, system, (tx) =>
        tx.execute(sql`insert into fall (id, fallnummer, person_id, zustand, offen, team_id, sequenz, vorgemerkt_am, policyversion, stand)
          select ${randomUUID()}, 'F-2026-99999', person_id, zustand, true, team_id, 1, vorgemerkt_am, policyversion, stand from fall where id = ${fallId}`),
      ),
    ).rejects.toMatchObject({ cause: { constraint_name: 'fall_ein_offener_je_person' } });
  });

  it.each(['fall_ereignis', 'protokoll'])('V-71: %s ist nur zum Anfügen', async (tabelle) => {
    const aendere = (befehl: string): Promise<unknown> =>
      mitAkteur(a.db, system, (tx) => tx.execute(sql.raw(befehl)));
    await expect(aendere(`update ${tabelle} set am = now()`)).rejects.toMatchObject({
      cause: { code: '23001' },
    });
    await expect(aendere(`delete from ${tabelle}`)).rejects.toMatchObject({ cause: { code: '23001' } });
  });

  it('V-71: jede Geschichte ist nur zum Anfügen', async () => {
    const zeilen = await mitAkteur(a.db, system, (tx) =>
      tx.execute(sql`select tgrelid::regclass::text as tabelle from pg_trigger
        where tgname like '%_nur_anfuegen' and tgenabled = 'O' order by 1`),
    );
    expect(zeilen.map((zeile) => zeile['tabelle'])).toEqual([
      'abgangsbild',
      'befragung',
      'eaktenverweis',
      'eingangsqualitaet',
      'einwilligung',
      'einwilligung_widerruf',
      'erbringerbericht',
      'externnachweis',
      'fall_ereignis',
      'handlungsbedarf_verlauf',
      'kalenderabweichung',
      'kooperationsvereinbarung',
      'policyfreigabe',
      'policymigration',
      'policymigrationsauftrag',
      'policymigrationsschritt',
      'policyversion',
      'protokoll',
      'protokollanker',
      'qualifikation',
      'rueckmeldung',
      'sonderzugriff',
      'sonderzugriff_freigabe',
      'sonderzugriff_pruefung',
      'vertretungsring',
      'vorgang_ereignis',
      'ziehungssaat',
      'zielwert',
    ]);
  });

  it('V-71: ein gültiger Text lässt sich weder ändern noch löschen', async () => {
    await a.merkeVor('text');
    const aendere = (befehl: string): Promise<unknown> =>
      mitAkteur(a.db, system, (tx) => tx.execute(sql.raw(befehl)));
    await expect(
      aendere(`update dokument set text = 'anders' where stand = 'gueltig'`),
    ).rejects.toMatchObject({ cause: { code: '23001' } });
    await expect(aendere(`delete from dokument where stand = 'gueltig'`)).rejects.toMatchObject({
      cause: { code: '23001' },
    });
  });
});
