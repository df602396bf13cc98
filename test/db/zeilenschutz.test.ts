import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { systemzugriffe } from '../../db/systemzugriff.ts';
import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import { EREIGNISKLASSEN } from '../../domain/rollen/ereignisklassen.ts';
import { zellen } from '../../domain/rollen/matrix.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';
import { LIEST, type Naehe } from '../support/matrix-1-3.ts';
import { baueWelt, FAELLE, sieht, type Fallname, type Zeile } from '../support/rechtewelt.ts';

/** Tables without row-level security, each with the reason why it holds no data of a person. */
const OHNE: Readonly<Record<string, string>> = {
  team: 'Organisationseinheiten',
  thema: 'Themen des Netzwerks',
  themenzustaendigkeit: 'wer im Haus für ein Thema Ansprechpartner ist; das steht im Handbuch',
  leistungserbringer: 'Verzeichnis von Einrichtungen',
  kooperationsvereinbarung: 'Verträge mit Einrichtungen',
  erbringerbericht: 'Berichte von Einrichtungen',
  beschwerde: 'gezählte Beschwerden eines Teams, ohne Person',
  befragung: 'Zahlen eines Teams',
  zielwert: 'Zahlen eines Teams',
  kalenderabweichung: 'freie Tage',
  fallnummernkreis: 'ein Zähler je Jahr',
  policyversion: 'Regelwerk',
  policyfreigabe: 'Regelwerk',
  policymigration: 'Regelwerk',
  policymigrationsauftrag: 'Regelwerk',
  policymigrationsschritt: 'Kennungen und Fristen ohne Bezug zur Person; nur über die Fälle lesbar',
  rundgang: 'Zahlen über das Haus, ohne Vorgang',
  wartung: 'seit wann Rundgang und Zustellung ruhen',
  loeschstand: 'wie weit das Löschverzeichnis nachgezogen ist',
  protokollkopf: 'Prüfsummen am Ende jeder Kette; die Einträge selbst sind geschützt',
  protokollanker: 'Prüfsummen und Signaturen',
  berechtigung: 'die Matrix selbst',
  ereignisklasse: 'die Matrix selbst',
  stammdatenstand: 'eine Zahl',
  systemzugriff: 'die Matrix selbst',
};

const LEITEND: readonly Rolle[] = ['tl', 'bereichsleitung', 'controlling', 'koordinator'];
const AN_DER_PERSON = [
  'person',
  'begleitperson',
  'neuzugang',
  'profiling',
  'handlungsbedarf',
  'handlungsbedarf_verlauf',
];

/** How a role stands to a case of the world, for the hand-written matrix. */
function naeheVon(rolle: Rolle, fall: string): Naehe {
  if (fall === `abgegeben-${rolle}`) return 'eigen';
  if (fall.startsWith('abgegeben-')) return 'team';
  const naehe = FAELLE[fall as Fallname];
  const ohneEigenen = rolle === 'fm_u25' || rolle === 'jour_fixe_av' || LEITEND.includes(rolle);
  return naehe === 'eigen' && ohneEigenen ? 'team' : naehe;
}

const VERBUNDEN = ['vorher', 'nachher'];

/** What 1.3 leaves to the words beside it, for rows that hang on a case or on its person; null = the table decides. */
const AUSNAHMEN: Readonly<Partial<Record<Rolle, (zeile: Zeile, anDerPerson: boolean) => boolean | null>>> = {
  // R24 has to do with open cases only, and PostgreSQL has to find those its commands go to.
  service_center: ({ fall, klasse, tabelle }) => {
    if (fall === 'geschlossen') return false;
    return klasse === 'K1' ? tabelle !== 'dokument' : null;
  },
  // R11 knows whoever is not in bFM.
  jour_fixe_av: ({ fall }, anDerPerson) => (fall === 'geschlossen' && anDerPerson ? true : null),
  // A foreign case is not the Teamleitung's; whoever comes into bFM next is (K0, K2 of persons).
  tl: ({ fall, klasse }, anDerPerson) => {
    if (anDerPerson)
      return LIEST.tl.fremd.split(' ').includes(klasse) || (VERBUNDEN.includes(fall) ? false : null);
    if (fall === 'nachher') return klasse === 'K1';
    return fall === 'fremd' ? false : null;
  },
  // What hangs on the person comes with the own case of the person, not over the link.
  fm: ({ fall }, anDerPerson) => (VERBUNDEN.includes(fall) && anDerPerson ? false : null),
};

/** What rollen.md 3 says, from nothing of the code under test. */
function soll(rolle: Rolle, zeile: Zeile): boolean {
  const liest = LIEST[rolle][naeheVon(rolle, zeile.fall)].split(' ');
  // A text of class K6 lies in a case: whoever may not see the case gets it in the report of the team only.
  const noetig = zeile.klasse === 'K6' ? ['K1', 'K6'] : [zeile.klasse];
  const ausnahme = AUSNAHMEN[rolle]?.(zeile, AN_DER_PERSON.includes(zeile.tabelle)) ?? null;
  return ausnahme ?? noetig.every((klasse) => liest.includes(klasse));
}

describe('Zeilenschutz: PostgreSQL allein gibt nur, was rollen.md 3 erlaubt (S2)', () => {
  let datenbanken: Datenbanken;
  let besitzer: Datenbank;
  let api: Datenbank;
  let zeilen: Zeile[];

  beforeAll(async () => {
    datenbanken = await starteDatenbanken();
    const url = await datenbanken.neue();
    besitzer = oeffneDatenbank(url, 2);
    api = oeffneDatenbank((await richteZugaengeEin(url)).api, 2);
    zeilen = await baueWelt(besitzer);
  });
  afterAll(async () => {
    await Promise.all([besitzer.schliesse(), api.schliesse()]);
    await datenbanken.stop();
  });

  const alsBesitzer = (text: string): Promise<Record<string, unknown>[]> =>
    mitAkteur(besitzer, { system: 'wartung' }, async (tx) => [...(await tx.execute(sql.raw(text)))]);

  /** Cells where PostgreSQL and rollen.md 3 differ. */
  async function abweichungen(rolle: Rolle): Promise<string[]> {
    const gesehen = await sieht(api, rolle, [...new Set(zeilen.map(({ tabelle }) => tabelle))]);
    return zeilen
      .filter((z) => gesehen.has(`${z.tabelle}:${z.schluessel}`) !== soll(rolle, z))
      .map((z) => `${soll(rolle, z) ? 'fehlt' : 'zu viel'}: ${z.tabelle} ${z.klasse} in ${z.fall}`);
  }

  it.each(ROLLEN)('%s: jede Tabelle, jede Beziehung', async (rolle) => {
    expect(await abweichungen(rolle)).toEqual([]);
  });

  it('jede Tabelle mit Daten von Menschen hat erzwungenen Zeilenschutz; die übrigen stehen mit Grund da', async () => {
    const offene = await alsBesitzer(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and not (relrowsecurity and relforcerowsecurity) order by 1`,
    );
    expect(offene.map((zeile) => zeile['name'])).toEqual(Object.keys(OHNE).toSorted());
  });

  it('ohne Akteur und für Ausgeschiedene ist alles leer', async () => {
    const tabellen = [...new Set(zeilen.map(({ tabelle }) => tabelle))];
    await alsBesitzer(`update mitarbeitende set aktiv = false where rolle = 'fm' and team_id is not null`);
    expect([...(await sieht(api, 'fm', tabellen))]).toEqual([]);
    await alsBesitzer(`update mitarbeitende set aktiv = true where rolle = 'fm'`);
    const niemand = await api.drizzle.transaction((tx) => tx.execute(sql`select id from person`));
    expect(niemand.length).toBe(0);
  });

  it('die API kann weder am Schema noch an der Aufzeichnung etwas ändern, der Worker liest keinen Text', async () => {
    const versuche = [
      `alter table fall disable row level security`,
      `update berechtigung set lesen = true`,
      `delete from protokoll`,
      `update fall set offen = false`,
      `insert into fall_ereignis select * from fall_ereignis`,
    ];
    for (const versuch of versuche)
      await expect(
        mitAkteur(api, { system: 'befehl' }, (tx) => tx.execute(sql.raw(versuch))),
      ).rejects.toThrow();
    const rechte = await alsBesitzer(
      `select has_column_privilege('lotse_worker', 'dokument', 'text', 'select') as darf`,
    );
    expect(rechte).toEqual([{ darf: false }]);
  });

  it('die Kopien der Matrix, der Ereignisklassen und der Systemzugriffe sind die des Codes', async () => {
    const ordne = (liste: readonly object[]): string[] => liste.map((z) => JSON.stringify(z)).toSorted();
    const matrix = (): Promise<object[]> =>
      alsBesitzer(`select rolle, beziehung, klasse, lesen, schreiben from berechtigung`);
    expect(ordne(await matrix())).toEqual(ordne(zellen()));
    expect(ordne(await alsBesitzer(`select art, klasse from ereignisklasse`))).toEqual(
      ordne([...EREIGNISKLASSEN].map(([art, klasse]) => ({ art, klasse }))),
    );
    expect(ordne(await alsBesitzer(`select zweck, tabelle, schreiben from systemzugriff`))).toEqual(
      ordne(systemzugriffe()),
    );
    // Control: one flipped cell is noticed here, and by what PostgreSQL then shows.
    await alsBesitzer(`insert into berechtigung values ('pap', 'abgebend', 'K3', true, false)`);
    expect(ordne(await matrix())).not.toEqual(ordne(zellen()));
    expect(await abweichungen('pap')).toContain('zu viel: dokument K3 in eigen');
    await alsBesitzer(
      `delete from berechtigung where rolle = 'pap' and beziehung = 'abgebend' and klasse = 'K3'`,
    );
  });

  it('Kontrolle: eine gelockerte und eine fehlende Regel fallen auf', async () => {
    await alsBesitzer(`alter policy liest on person using (true)`);
    expect(await abweichungen('pap')).toContain('zu viel: person K0 in fremd');
    await alsBesitzer(`drop policy liest on person`);
    expect(await abweichungen('fm')).toContain('fehlt: person K0 in eigen');
  });
});
