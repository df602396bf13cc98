import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personal } from '../../api/organisation/faelle.ts';
import { personalabfrage, personalsuche } from '../../api/organisation/formen.ts';
import { erbringerseite } from '../../api/erbringer/faelle.ts';
import { erbringerabfrage } from '../../api/erbringer/formen.ts';
import { liesPersonenseite } from '../../api/personen/faelle.ts';
import { personenabfrage, personensuche } from '../../api/personen/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { legeErbringerAn } from '../support/leistungsfall.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const NAMEN = ['Müller, Änne', 'Mueller, Anna', 'Straßer, Öykü', 'Muster, Ole'];

describe('Personen nach Teilen ihres Namens (DIN 5007, K0)', () => {
  let a: Aufbau;
  let pap: Konto;

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    pap = await a.konto(PERSONAL.pap);
    for (const [nummer, name] of NAMEN.entries()) {
      const id = await legePersonAn(a.db, `suche-${String(nummer)}`);
      await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
        tx.update(tabellen.person).set({ name }).where(eq(tabellen.person.id, id)),
      );
    }
  });
  afterAll(() => a.ende());

  const gefunden = async (wer: Konto, suche: object): Promise<string[]> => {
    const wahl = { ...personenabfrage.parse({}), ...personensuche.parse(suche) };
    const { eintraege } = await liesPersonenseite(a.umgebung, wer, wahl);
    return eintraege.map(({ name }) => name).toSorted();
  };

  it.each([
    ['mül', ['Mueller, Anna', 'Müller, Änne']],
    ['MUELLER', ['Mueller, Anna', 'Müller, Änne']],
    ['ann müller', ['Mueller, Anna']],
    ['aenne', ['Müller, Änne']],
    ['strasser oeykue', ['Straßer, Öykü']],
    ['straßer', ['Straßer, Öykü']],
    ['100%', []],
  ])('%s findet %j', async (name, erwartet) => {
    expect(await gefunden(pap, { name })).toEqual(erwartet);
  });

  const setze = (name: string, werte: Partial<typeof tabellen.person.$inferInsert>): Promise<unknown> =>
    mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.update(tabellen.person).set(werte).where(eq(tabellen.person.name, name)),
    );

  it('16.1: je zwei Merkmale zusammen finden genau die eine Person', async () => {
    const merkmale = { name: 'mül', geburtsdatum: '1980-05-04', kundennummer: 'KN4711' };
    const { geburtsdatum, kundennummer } = merkmale;
    await setze('Mueller, Anna', { geburtsdatum, kundennummer });
    // Each of them alone fits somebody else, too.
    await setze('Muster, Ole', { geburtsdatum });
    for (const ohne of Object.keys(merkmale)) {
      const zwei = Object.fromEntries(Object.entries(merkmale).filter(([name]) => name !== ohne));
      expect(await gefunden(pap, zwei), ohne).toEqual(['Mueller, Anna']);
    }
    expect(await gefunden(pap, { ...merkmale, geburtsdatum: '1980-05-05' })).toEqual([]);
  });

  it('16.1: die Fallnummer führt zur Person, wo jemand den Fall sieht', async () => {
    const { fallId } = await a.merkeVor('suche-fall');
    const [fall] = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.select().from(tabellen.fall).where(eq(tabellen.fall.id, fallId)),
    );
    const fallnummer = fall?.fallnummer;
    expect(await gefunden(pap, { fallnummer })).toHaveLength(1);
    expect(await gefunden(await a.konto(PERSONAL.fm_u25), { fallnummer })).toEqual([]);
    expect(await gefunden(pap, { fallnummer: 'F-2026-99999' })).toEqual([]);
  });

  it.each([{}, { name: 'm' }])('%j ist keine Suche', (suche) => {
    expect(personensuche.safeParse(suche).success).toBe(false);
  });

  it('wer niemanden von ihnen kennen darf, findet niemanden', async () => {
    expect(await gefunden(await a.konto(PERSONAL.fm_u25), { name: 'mül' })).toEqual([]);
    expect(await gefunden(await a.konto(PERSONAL.jour_fixe_av), { name: 'mül' })).toEqual([]);
  });

  it('Mitarbeitende findet jede Rolle nach Teilen des Namens, solange sie hier arbeiten', async () => {
    const suche = async (name: string): Promise<string[]> => {
      const wahl = { ...personalabfrage.parse({}), ...personalsuche.parse({ name }), aktiv: true };
      return (await personal(a.umgebung, pap, wahl)).eintraege.map(({ anzeigename }) => anzeigename);
    };
    expect(await suche('u25 demo')).toEqual(['Demo Fallmanagement U25']);
    expect(await suche('niemand')).toEqual([]);
    await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx
        .update(tabellen.mitarbeitende)
        .set({ aktiv: false })
        .where(eq(tabellen.mitarbeitende.id, PERSONAL.fm_u25)),
    );
    expect(await suche('u25 demo')).toEqual([]);
  });

  it('E23: Leistungserbringer finden sich nach Teilen des Namens, auch zusammen mit ihrem Problemfeld', async () => {
    const suche = async (abfrage: object): Promise<string[]> => {
      const seite = await erbringerseite(a.umgebung, pap, erbringerabfrage.parse(abfrage));
      return seite.eintraege.map(({ name }) => name);
    };
    for (const name of ['Würfel Schuldenhilfe', 'Straßenhilfe Nord']) await legeErbringerAn(a, { name });
    expect(await suche({ gesucht: 'hilfe WUERFEL' })).toEqual(['Würfel Schuldenhilfe']);
    expect(await suche({ gesucht: 'strassen' })).toEqual(['Straßenhilfe Nord']);
    expect(await suche({ gesucht: 'hilfe', problemfeld: 'schulden' })).toHaveLength(2);
    expect(await suche({ gesucht: 'hilfe', problemfeld: 'sucht' })).toEqual([]);
    expect(await suche({ gesucht: '100%' })).toEqual([]);
    // The number of all is that of the found, so that a form knows whether there are more.
    const { gesamt } = await erbringerseite(
      a.umgebung,
      pap,
      erbringerabfrage.parse({ gesucht: 'hilfe', limit: '1' }),
    );
    expect(gesamt).toBe(2);
  });
});
