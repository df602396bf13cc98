import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ladeKonto } from '../../api/kern/konto.ts';
import type { Umgebung } from '../../api/kern/umgebung.ts';
import { ROUTEN } from '../../api/routen.ts';
import { oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';
import { baueGrosshaus, type Grosshaus } from '../../tools/probehaus/grosshaus.ts';
import { LISTENRUFE, lesendeUmgebung, listenfrager, type Listenruf } from '../../tools/probehaus/listen.ts';
import { GANZ, grosseTabellen, oeffneMitPlaenen, zugriffe } from '../../tools/probehaus/plaene.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { prueftresor, type Prueftresor } from '../../tools/probehaus/tresor.ts';

const FAELLE = 6_000;
/** What has so many rows here grows with the cases; staff, teams and rights stay far below. */
const GROSS_AB = 5_000;

/** Counted a thousand rows beyond the page, then PostgreSQL stops; the Teamleitung may know every person. */
const HOERT_AUF = ['personen tl: person: ganz'];

type Lauf = (haus: { readonly umgebung: Umgebung; readonly grosshaus: Grosshaus }) => Promise<unknown>;

const liste =
  (name: string, rolle: Listenruf['rolle']): Lauf =>
  ({ umgebung, grosshaus }) =>
    listenfrager(umgebung, grosshaus)({ name, rolle });

const oeffneFall =
  (wer: 'fm' | 'tl'): Lauf =>
  async ({ umgebung, grosshaus }) => {
    const route = ROUTEN.find(({ name }) => name === 'fall');
    const konto = await ladeKonto(umgebung, PERSONAL[wer]);
    const pfad = { fallId: grosshaus.eigen.fall };
    return route?.rufe(umgebung, { konto, pfad, abfrage: {}, rumpf: undefined, schluessel: '' });
  };

/** What a working day asks most, and how PostgreSQL comes to the rows of the tables that grow. */
const WEGE: Readonly<Record<string, { readonly lauf: Lauf; readonly wege: readonly string[] }>> = {
  Anmeldung: { lauf: ({ umgebung }) => ladeKonto(umgebung, PERSONAL.fm), wege: [] },
  'Fall öffnen': {
    lauf: oeffneFall('fm'),
    wege: [
      'dokument: dokument_fall_id_index',
      'fall: fall_aufnehmender_pap_id_index',
      'fall: fall_fm_id_index',
      'fall: fall_person_id_index',
      'fall: fall_pkey',
      'fall: fall_weiterleitungen',
      'fall_ereignis: fall_ereignis_befehl_id_index',
      'fall_ereignis: fall_ereignis_folge',
      'fall_ereignis: fall_ereignis_verlegt',
      'frist: frist_fall_id_frist_id_vorkommen_pk',
      'person: person_pkey',
    ],
  },
  'Fall öffnen, als Teamleitung': {
    lauf: oeffneFall('tl'),
    wege: [
      'dokument: dokument_fall_id_index',
      'fall: fall_aufnehmender_pap_id_index',
      'fall: fall_person_id_index',
      'fall: fall_pkey',
      'fall: fall_team_id_zustand_vorgemerkt_am_index',
      'fall: fall_weiterleitungen',
      'fall_ereignis: fall_ereignis_befehl_id_index',
      'fall_ereignis: fall_ereignis_folge',
      'fall_ereignis: fall_ereignis_verlegt',
      'frist: frist_fall_id_frist_id_vorkommen_pk',
      'person: person_pkey',
    ],
  },
  'meine Fristen der FM': {
    lauf: liste('meineFristen', 'fm'),
    wege: [
      'fall: fall_fm_id_index',
      'fall: fall_person_id_index',
      'fall: fall_pkey',
      'frist: frist_fall_id_frist_id_vorkommen_pk',
      'person: person_pkey',
    ],
  },
  'meine Fälle der FM': {
    lauf: liste('meineFaelle', 'fm'),
    wege: [
      'fall: fall_fm_id_index',
      'fall: fall_person_id_index',
      'fall: fall_pkey',
      'frist: frist_fall_id_frist_id_vorkommen_pk',
      'person: person_pkey',
    ],
  },
  'Eingang der FM': {
    lauf: liste('eingang', 'fm'),
    wege: [
      'eingang: eingang_an_person_index',
      'fall: fall_person_id_index',
      'fall: fall_pkey',
      'person: person_pkey',
    ],
  },
  'Eingang der Teamleitung': {
    lauf: liste('eingang', 'tl'),
    wege: [
      'eingang: eingang_an_person_index',
      'eingang: eingang_team_id_an_rolle_index',
      'fall: fall_person_id_index',
      'fall: fall_pkey',
      'person: person_pkey',
    ],
  },
  'Personen des pAp': {
    lauf: liste('personen', 'pap'),
    wege: [
      'fall: fall_aufnehmender_pap_id_index',
      'fall: fall_pap_id_index',
      'fall: fall_person_id_index',
      'person: person_fm_u_25_id_index',
      'person: person_pap_id_index',
      'person: person_pkey',
    ],
  },
  'Suche nach der Kundennummer': {
    lauf: liste('sucheKundennummer', 'pap'),
    wege: [
      'fall: fall_aufnehmender_pap_id_index',
      'fall: fall_pap_id_index',
      'fall: fall_person_id_index',
      'person: person_kundennummer_unique',
    ],
  },
  'Vormerkungen der Teamleitung': {
    lauf: liste('wartendeVormerkungen', 'tl'),
    wege: [
      'dokument: dokument_fall_id_index',
      'fall: fall_aufnehmender_pap_id_index',
      'fall: fall_person_id_index',
      'fall: fall_pkey',
      'fall: fall_team_id_zustand_vorgemerkt_am_index',
      'fall_ereignis: fall_ereignis_befehl_id_index',
      'fall_ereignis: fall_ereignis_folge',
      'person: person_pkey',
      'profiling: profiling_person_id_index',
    ],
  },
  'Fristen des Teams': {
    lauf: liste('teamFristen', 'tl'),
    wege: [
      'fall: fall_person_id_index',
      'fall: fall_pkey',
      'fall: fall_team_id_zustand_vorgemerkt_am_index',
      'frist: frist_fall_id_frist_id_vorkommen_pk',
      'person: person_pkey',
    ],
  },
};

describe('Wege von PostgreSQL zu den Zeilen: keine Liste liest das ganze Haus (P10, Issue 14, ADR 64)', () => {
  let datenbanken: Datenbanken;
  let besitzer: Datenbank;
  let worker: Datenbank;
  let schutz: Prueftresor;
  let mitPlaenen: Awaited<ReturnType<typeof oeffneMitPlaenen>>;
  let grosse: ReadonlySet<string>;
  let haus: Parameters<Lauf>[0];

  beforeAll(async () => {
    datenbanken = await starteDatenbanken();
    const url = await datenbanken.neue();
    const zugaenge = await richteZugaengeEin(url);
    besitzer = oeffneDatenbank(url, 1);
    worker = oeffneDatenbank(zugaenge.worker, 1);
    const grosshaus = await baueGrosshaus(besitzer, worker, FAELLE);
    grosse = await grosseTabellen(besitzer, GROSS_AB);
    schutz = await prueftresor(url);
    mitPlaenen = await oeffneMitPlaenen(url, zugaenge.api);
    haus = { umgebung: lesendeUmgebung(mitPlaenen.db, schutz.tresor), grosshaus };
  });
  afterAll(async () => {
    await schutz.ende();
    await Promise.all([besitzer, worker, mitPlaenen.db].map((db) => db.schliesse()));
    await datenbanken.stop();
  });

  /** Ways to rows of big tables. */
  async function wegeVon(lauf: Lauf): Promise<string[]> {
    mitPlaenen.nimm();
    await lauf(haus);
    const alle = mitPlaenen.nimm().flatMap(({ wurzel }) => zugriffe(wurzel));
    return [...new Set(alle)].filter((weg) => grosse.has(weg.slice(0, weg.indexOf(':')))).toSorted();
  }

  /** Lists that read a big table from one end to the other. */
  async function ganzeTabellen(rufe: readonly Listenruf[]): Promise<string[]> {
    const gefunden: string[] = [];
    for (const { name, rolle } of rufe)
      for (const weg of await wegeVon(liste(name, rolle)))
        if (weg.endsWith(GANZ)) gefunden.push(`${name} ${rolle}: ${weg}`);
    return gefunden;
  }

  const alsBesitzer = (text: string): Promise<unknown> => besitzer.drizzle.execute(sql.raw(text));

  it('groß sind die Tabellen, die mit den Fällen wachsen', () => {
    expect([...grosse].toSorted()).toEqual(
      [
        'dokument',
        'eingang',
        'fall',
        'fall_ereignis',
        'frist',
        'person',
        'profiling',
        'protokoll',
      ].toSorted(),
    );
  });

  it.each(Object.entries(WEGE))('%s: auf dem Weg, der hier steht', async (_, { lauf, wege }) => {
    expect(await wegeVon(lauf)).toEqual(wege);
  });

  it('jede Liste jeder Rolle kommt über einen Index zu ihren Zeilen', async () => {
    expect(LISTENRUFE.length).toBeGreaterThan(70);
    expect(await ganzeTabellen(LISTENRUFE)).toEqual(HOERT_AUF);
  });

  it('Personen der Teamleitung: gezählt wird tausend Zeilen über die Seite hinaus, und wer bis ans Ende blättert, kommt an', async () => {
    const frage = listenfrager(haus.umgebung, haus.grosshaus);
    const blatt = async (limit: string, offset: string): Promise<[number, number]> => {
      const seite = await frage({ name: 'personen', rolle: 'tl', abfrage: { limit, offset } });
      return [seite.eintraege.length, seite.gesamt];
    };
    const alle = FAELLE + 2; // with those of the two templates
    expect(await blatt('50', '0')).toEqual([50, 1_050]);
    expect(await blatt('50', '4000')).toEqual([50, 5_050]);
    expect(await blatt('50', '5990')).toEqual([12, alle]);
    expect(await blatt('50', '7000')).toEqual([0, alle]);
  });

  it('jede Regel, die eine andere Tabelle fragt, fragt sie für die eine Zeile', async () => {
    const andere = await besitzer.drizzle.execute(sql`select tablename from pg_policies
      where policyname = 'liest' and regexp_count(qual, 'EXISTS [(]') <> regexp_count(qual, 'OFFSET 0')`);
    expect([...andere]).toEqual([]);
  });

  it('Kontrolle: eine Regel in der alten Form und ein fehlender Index fallen auf', async () => {
    const rufe: Listenruf[] = [{ name: 'eingang', rolle: 'fm' }];
    const [regel] = await besitzer.drizzle.execute<{ qual: string }>(
      sql`select qual from pg_policies where tablename = 'person' and policyname = 'liest'`,
    );
    await alsBesitzer(`alter policy liest on person using (${regel?.qual.replaceAll('OFFSET 0', '') ?? ''})`);
    expect(await ganzeTabellen([{ name: 'personen', rolle: 'pap' }])).not.toEqual([]);
    await alsBesitzer(`alter policy liest on person using (${regel?.qual ?? ''})`);
    await alsBesitzer('drop index eingang_an_person_index');
    expect(await ganzeTabellen(rufe)).toEqual(['eingang fm: eingang: ganz']);
  });
});
