import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { kontoVon } from '../../db/mitarbeitende.ts';
import { protokoll } from '../../db/schema/index.ts';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';

type Programmende = { readonly code: number; readonly ausgabe: string; readonly fehler: string };
const HEUTE = '2026-12-01';
const NEU = ['team=600', 'land=HB', 'name=Erika Muster', 'email=erika.muster@jobcenter.example'];

describe('npm run ops: Konten eines leeren Hauses und ein anderer Anmeldedienst (Issue 13, Sicherheit 2)', () => {
  let datenbanken: Datenbanken;
  let db: Datenbank;
  let url: string;
  let ordner: string;

  beforeAll(async () => {
    datenbanken = await starteDatenbanken();
    url = await datenbanken.neue();
    db = oeffneDatenbank(url, 2);
    ordner = await mkdtemp(path.join(tmpdir(), 'lotse-konten-'));
  });
  afterAll(async () => {
    await db.schliesse();
    await datenbanken.stop();
    await rm(ordner, { recursive: true, force: true });
  });

  const ops = (
    argumente: readonly string[],
    mehr: Record<string, string> = { DATABASE_MIGRATION_URL: url },
  ) =>
    new Promise<Programmende>((fertig) => {
      const env = { PATH: process.env['PATH'], LOTSE_DATEN: ordner, ...mehr };
      execFile(process.execPath, ['ops/main.ts', ...argumente], { env }, (fehler, stdout, stderr) => {
        fertig({ code: Number(fehler?.code ?? 0), ausgabe: stdout, fehler: stderr });
      });
    });
  const subjekte = async (zeilen: readonly string[]): Promise<Programmende> => {
    const datei = path.join(ordner, 'wechsel.csv');
    await writeFile(datei, zeilen.join('\n'));
    return ops(['subjekte', datei]);
  };
  const konto = (subjekt: string) =>
    mitAkteur(db, { system: 'anmeldung' }, (tx) => kontoVon(tx, subjekt, HEUTE));
  const vermerke = (): Promise<string[]> =>
    mitAkteur(db, { system: 'wartung' }, async (tx) => {
      const zeilen = await tx.select().from(protokoll).orderBy(asc(protokoll.gespeichertAm));
      return zeilen.map(({ aktion, gegenstand }) => `${aktion} ${gegenstand?.split(':')[0] ?? ''}`);
    });

  it('ohne Zugang des Eigentümers und mit halben Angaben geschieht nichts', async () => {
    const ohne = await ops(['erstes-konto', ...NEU, 'subjekt=sub-1'], {});
    expect(ohne).toMatchObject({ code: 1 });
    expect(ohne.fehler).toMatch(/^Fehler: [^\n]*DATABASE_MIGRATION_URL\.\n$/u);
    for (const falsch of [
      NEU,
      [...NEU, 'subjekt='],
      [...NEU, 'subjekt=a', 'rolle=fm'],
      [...NEU, 'subjekt=a', 'land=XX'],
    ])
      expect(await ops(['erstes-konto', ...falsch])).toMatchObject({ code: 64 });
    expect(await vermerke()).toEqual([]);
  });

  it('das erste Konto ist die Bereichsleitung des ersten Teams, mit Vermerk und nur einmal', async () => {
    const angelegt = await ops(['erstes-konto', ...NEU, 'subjekt=sub-1']);
    expect(angelegt).toMatchObject({ code: 0, fehler: '' });
    expect(await konto('sub-1')).toMatchObject({
      anzeigename: 'Erika Muster',
      rolle: 'bereichsleitung',
      aktiv: true,
      team: { kennzeichen: '600' },
      teams: [expect.any(String)],
    });
    const nochmal = await ops(['erstes-konto', ...NEU, 'subjekt=sub-2']);
    expect(nochmal.code).toBe(1);
    expect(nochmal.fehler).toContain('Es gibt schon eine Bereichsleitung');
    expect(await konto('sub-2')).toBeNull();
    expect(await vermerke()).toEqual(['erstes_konto_angelegt mitarbeitende']);
  });

  it('ein anderer Anmeldedienst: alle Kennungen einer Datei oder keine, mit Vermerk', async () => {
    expect(await subjekte(['alt;neu', 'sub-1;oid-1'])).toMatchObject({ code: 0, fehler: '' });
    expect(await konto('sub-1')).toBeNull();
    expect(await konto('oid-1')).toMatchObject({ anzeigename: 'Erika Muster' });
    for (const [zeilen, satz] of [
      [['sub-1;oid-2'], 'Zu 1 der alten Kennungen gibt es kein Konto'],
      [['oid-1;oid-3', 'fremd;oid-4'], 'geändert ist nichts'],
      [['oid-1'], 'Zeile 1'],
      [['oid-1;a;b'], 'Zeile 1'],
      [['oid-1;a', 'oid-1;b'], 'zweimal'],
      [[''], 'nicht lesbar'],
    ] as const) {
      const { code, fehler } = await subjekte(zeilen);
      expect(code).toBe(1);
      expect(fehler).toContain(satz);
    }
    expect(await konto('oid-1')).not.toBeNull();
    expect(await vermerke()).toEqual([
      'erstes_konto_angelegt mitarbeitende',
      'anmeldung_geaendert mitarbeitende',
    ]);
  });
});
