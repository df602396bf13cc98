import { createHmac } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { eq, sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { erzeugeLoeschung, type Loeschbuendel } from '../../activities/loeschung/schritte.ts';
import { erzeugeVerankere } from '../../activities/verankerung/verankere.ts';
import { meineFaelle } from '../../api/arbeitslisten/faelle.ts';
import { faelleabfrage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { hausabfrage, protokollsuche, type Protokollansicht } from '../../api/leseprotokoll/formen.ts';
import { durchsucheProtokoll, protokollDesHauses } from '../../api/leseprotokoll/hausfaelle.ts';
import { legePersonAn, liesPersonansicht, liesPersonenseite } from '../../api/personen/faelle.ts';
import { personenabfrage, personNeu } from '../../api/personen/formen.ts';
import { mitAkteur } from '../../db/client.ts';
import { vermerkeListenblick } from '../../db/lesespur.ts';
import { protokolliere } from '../../db/protokoll.ts';
import * as tabellen from '../../db/schema/index.ts';
import { suchschluesselbezug } from '../../db/tresor/jahresschluessel.ts';
import { pruefeAudit } from '../../ops/audit/pruefe.ts';
import { pruefanker } from '../../tools/probehaus/anker.ts';
import { loeschteile, neuesBuch } from '../../tools/probehaus/loeschung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { eintrag } from '../support/protokoll.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

type Kuerzel = keyof typeof PERSONAL;
const system = { system: 'wartung' } as const;
const SCHRITT: Loeschbuendel = { schritt: 'kurzlebiges', nach: null };
const NUMMER = '4711ABC99';
const WEITERE = ['8000AAA', '8000AAB', '8000AAC'];

describe('Listen und Suchen im Protokoll (DS-29, Issue 13, Sicherheit 4)', () => {
  let a: Aufbau;
  let personId: string;
  let stunde = 0;
  const konto = (wer: Kuerzel): Promise<Konto> => a.konto(PERSONAL[wer]);

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    for (const kundennummer of [...WEITERE, NUMMER]) {
      const rumpf = personNeu.parse({
        kundennummer,
        bgNummer: `BG${kundennummer}`,
        name: `Person ${kundennummer}`,
        geburtsdatum: '1990-05-04',
        rechtskreis: 'sgb_ii',
        erwerbsfaehig: true,
      });
      const was = { schluessel: neuerSchluessel(), rumpf };
      ({ id: personId } = await legePersonAn(a.umgebung, await konto('pap'), was));
    }
  });
  afterAll(() => a.ende());
  // Each test begins a search of its own: the one before is over for longer than the window.
  beforeEach(() => {
    stunde += 1;
    a.stelle(zeit());
  });
  const zeit = (minuten = 0): string =>
    new Date(Date.UTC(2026, 11, 1, 8 + 2 * stunde, minuten)).toISOString().replace('.000', '');

  const liste = async (wer: Kuerzel, wahl: object = {}) =>
    liesPersonenseite(a.umgebung, await konto(wer), personenabfrage.parse(wahl));
  const suche = async (wer: Kuerzel, kundennummer: string) =>
    liesPersonenseite(a.umgebung, await konto(wer), { ...personenabfrage.parse({}), kundennummer });
  /** What R27 reads of an account in this test. */
  const spur = async (wer: Kuerzel): Promise<Protokollansicht[]> => {
    const wahl = hausabfrage.parse({ konto: PERSONAL[wer], limit: 100 });
    const { eintraege } = await protokollDesHauses(a.umgebung, await konto('datenschutz'), wahl);
    return eintraege.filter(({ am }) => Date.parse(am) >= Date.parse(zeit()));
  };
  const listen = async (wer: Kuerzel) =>
    (await spur(wer)).flatMap(({ liste: eine }) => (eine === null ? [] : [eine])).reverse();
  const rohe = (aktion = 'liste_gelesen') =>
    mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.protokoll).where(eq(tabellen.protokoll.aktion, aktion)),
    );
  const { ankerziel, ankerschluessel } = pruefanker();
  const befunde = async (): Promise<unknown> =>
    (await pruefeAudit(a.db, ankerziel, ankerschluessel.pruefung)).befunde;

  it('eine Liste ist ein Eintrag mit Konto, Rolle und Zahl; Blättern und Neuladen zählen mit', async () => {
    await liste('pap', { limit: 2 });
    await liste('pap', { limit: 2, offset: 2 });
    await liste('pap', { limit: 2, offset: 2, sortierung: '-name' });
    const [eintrag1, ...mehr] = await spur('pap');
    expect(mehr).toEqual([]);
    expect(eintrag1).toMatchObject({
      aktion: 'liste_gelesen',
      wer: { id: PERSONAL.pap },
      rolle: 'pap',
      liste: { name: 'Personen', zeilen: 6, abrufe: 3, filter: [] },
    });
    expect((await spur('pap')).length).toBe(1);
    expect(await befunde()).toEqual([]);
  });

  it('ein Eintrag je Suche, nicht je Tastendruck; eine andere Suche ist ein anderer', async () => {
    for (let ende = 4; ende <= NUMMER.length; ende += 1) await suche('tl', NUMMER.slice(0, ende));
    await suche('tl', NUMMER.slice(0, -1));
    await suche('tl', '9999');
    expect(await listen('tl')).toEqual([
      { name: 'Personen', zeilen: 1, abrufe: 7, filter: ['kundennummer'] },
      { name: 'Personen', zeilen: 0, abrufe: 1, filter: ['kundennummer'] },
    ]);
  });

  it('die gesuchte Nummer bleibt auffindbar, wenn jemand nach ihr weitertippt', async () => {
    await suche('tl', '8000AAA');
    await suche('tl', '8000AAAX');
    const gefunden = await durchsucheProtokoll(
      a.umgebung,
      await konto('datenschutz'),
      protokollsuche.parse({ feld: 'kundennummer', wert: '8000AAA' }),
    );
    expect(gefunden.eintraege).toMatchObject([{ wer: { id: PERSONAL.tl }, liste: { zeilen: 1, abrufe: 2 } }]);
  });

  it('nach fünf Minuten Ruhe und nach einer Stunde beginnt ein neuer Eintrag', async () => {
    for (const minute of [0, 4, 8, 14]) {
      a.stelle(zeit(minute));
      await suche('tl', '5555');
    }
    expect(await listen('tl')).toMatchObject([{ abrufe: 3 }, { abrufe: 1 }]);
    stunde += 2;
    for (let minute = 0; minute <= 60; minute += 4) {
      a.stelle(zeit(minute));
      await suche('tl', '5555');
    }
    expect(await listen('tl')).toMatchObject([{ abrufe: 15 }, { abrufe: 1 }]);
  });

  it('im Protokoll steht kein gesuchter Wert, und das Protokoll nimmt keinen an', async () => {
    await suche('tl', NUMMER);
    await spur('tl');
    const alles = JSON.stringify(await rohe());
    expect(alles).not.toContain(NUMMER);
    expect(alles).toMatch(/kundennummer=[0-9a-f]{64}/u);
    const falsch = { ...eintrag({}), anzahl: 1, abrufe: 1, merkmale: [`kundennummer=${NUMMER}`] };
    await expect(mitAkteur(a.db, system, (tx) => protokolliere(tx, [falsch]))).rejects.toMatchObject({
      cause: { constraint_name: 'protokoll_nur_merkmale' },
    });
  });

  it('Fälle und Arbeitslisten stehen darin mit den Namen ihrer Filter', async () => {
    const wahl = faelleabfrage.parse({ person: personId, offen: 'true' });
    await meineFaelle(a.umgebung, await konto('fm'), wahl);
    expect(await listen('fm')).toEqual([
      { name: 'Fälle', zeilen: 0, abrufe: 1, filter: ['offen', 'person'] },
    ]);
  });

  it('eine Person ohne Bezug zu öffnen ist ein Eintrag, die eigene nicht, die verweigerte auch', async () => {
    await liesPersonansicht(a.umgebung, await konto('pap'), personId);
    expect(await spur('pap')).toEqual([]);
    await liesPersonansicht(a.umgebung, await konto('tl'), personId);
    expect(await spur('tl')).toMatchObject([
      { aktion: 'person_ohne_bezug_gelesen', personId, warum: 'ohne Beziehung zum Fall' },
    ]);
    await expect(liesPersonansicht(a.umgebung, await konto('fm2'), personId)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    expect(await spur('fm2')).toMatchObject([{ aktion: 'einsicht_verweigert', personId }]);
  });

  it('wer liest, wartet auf niemanden: weder auf andere Lesende noch auf einen offenen Eintrag des Hauses', async () => {
    await mitAkteur(a.db, system, async (tx) => {
      await protokolliere(tx, [eintrag({})]);
      // Closes what was open, while the chain of the house is held.
      await suche('tl', '1111');
      await suche('tl', '2222');
      await suche('fm', '1111');
    });
    await Promise.all(Array.from({ length: 24 }, () => liste('pap', { limit: 4 })));
    expect(await listen('pap')).toMatchObject([{ zeilen: 96, abrufe: 24 }]);
    expect(await befunde()).toEqual([]);
  });

  it('vor dem Anker wird aus allem Offenen ein Eintrag; was gerade gelesen wird, hält ihn nicht auf', async () => {
    const offene = (): Promise<number> => mitAkteur(a.db, system, (tx) => tx.$count(tabellen.lesespur));
    const teile = { log: pino({ level: 'silent' }), ankerziel, ankerschluessel, jetzt: () => zeit() };
    const verankere = erzeugeVerankere({ ...teile, db: a.db });
    const blick = { liste: 'personen', am: zeit(), merkmale: [], anfaenge: [], zeilen: 7 };
    await liste('tl');
    await mitAkteur(a.apiDb, { mitarbeitende: PERSONAL.tl }, async (tx) => {
      await vermerkeListenblick(tx, blick);
      // Would wait for ever here, and the reader for it.
      await verankere();
    });
    expect(await offene()).toBe(1);
    await verankere();
    expect(await offene()).toBe(0);
    expect(await befunde()).toEqual([]);
    const ketten = await mitAkteur(a.db, system, (tx) =>
      tx.execute(
        sql`select kette from protokollkopf where kette = ${`konto:${PERSONAL.tl}`} and verankert = nummer`,
      ),
    );
    expect(ketten).toHaveLength(1);
  });

  it('die API nimmt nichts zurück: die offene Zeile liest und ändert kein Login', async () => {
    await suche('tl', '4444');
    const akteur = { mitarbeitende: PERSONAL.tl };
    for (const versuch of [
      sql`delete from lesespur`,
      sql`update lesespur set anzahl = 0`,
      sql`select anzahl from lesespur`,
      sql`select lotse_schliesse_spur(null::lesespur)`,
    ])
      await expect(mitAkteur(a.apiDb, akteur, (tx) => tx.execute(versuch))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
  });

  it('R27 fragt, wer nach einer Nummer gesucht hat, und das ist selbst ein Eintrag', async () => {
    const frage = async (wer: Kuerzel, wert: string) =>
      durchsucheProtokoll(a.umgebung, await konto(wer), protokollsuche.parse({ feld: 'kundennummer', wert }));
    await suche('fm2', NUMMER);
    // Whatever way it is written; and nobody else is named.
    const { eintraege } = await frage('datenschutz', `  ${NUMMER.toLowerCase()} `);
    expect(new Set(eintraege.map(({ wer }) => wer?.id))).toEqual(new Set([PERSONAL.tl, PERSONAL.fm2]));
    expect((await frage('datenschutz', '7777')).eintraege).toEqual([]);
    expect(await listen('datenschutz')).toContainEqual(
      expect.objectContaining({ name: 'Suche im Protokoll', filter: ['kundennummer'] }),
    );
    const eigene = (await frage('datenschutz', NUMMER)).eintraege.map(({ wer }) => wer?.id);
    expect(eigene).toContain(PERSONAL.datenschutz);
    // Row-level security, whatever the role table of the API says.
    expect((await frage('tl', NUMMER)).eintraege).toEqual([]);
  });

  it('zwölf Monate nach dem Jahr vernichtet die Löschung den Schlüssel; das Merkmal sagt nichts mehr, die Kette hält', async () => {
    const bezug = suchschluesselbezug('2026-12-01');
    const merkmal = (schluessel: Buffer): string =>
      `kundennummer=${createHmac('sha256', schluessel).update(`kundennummer\n${NUMMER.toLowerCase()}`).digest('hex')}`;
    const schluessel = await a.schutz.tresor.vorhandener(bezug);
    if (schluessel === null) throw new Error('kein Schlüssel');
    await spur('fm2');
    // Control: with the key anybody who has it can compute what the audit holds.
    expect(JSON.stringify(await rohe())).toContain(merkmal(schluessel));

    const teile = loeschteile(a.url, neuesBuch(), a.schutz.tresor);
    const nacht = (jetzt: string): Promise<unknown> => {
      const unbenutzt = { client: undefined as never, log: pino({ level: 'silent' }) };
      const loesche = erzeugeLoeschung({ ...teile, ...unbenutzt, db: a.db, jetzt: () => jetzt });
      return new MockActivityEnvironment().run(loesche, SCHRITT);
    };
    await nacht('2027-12-31T12:00:00Z');
    expect(await a.schutz.tresor.vorhandener(bezug)).not.toBeNull();
    await nacht('2028-01-01T00:30:00Z');
    await nacht('2028-01-02T00:30:00Z');
    await teile.loeschdb.schliesse();
    expect(await a.schutz.tresor.vorhandener(bezug)).toBeNull();
    // No second key is made for the year.
    expect(await a.schutz.tresor.schluessel(bezug)).toBeNull();
    const gefragt = protokollsuche.parse({ feld: 'kundennummer', wert: NUMMER });
    expect((await durchsucheProtokoll(a.umgebung, await konto('datenschutz'), gefragt)).gesamt).toBe(0);
    expect(await befunde()).toEqual([]);
  });
});
