import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, inArray } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur, oeffneDatenbank } from '../../db/client.ts';
import { istGeloescht } from '../../db/bereitschaft.ts';
import { brichtKetteBei, dateibuch } from '../../db/loeschung/buch.ts';
import { dokument, fall, loeschsperre, person, protokoll } from '../../db/schema/index.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { KANARIE, kopiereFall } from '../../tools/probehaus/altfaelle.ts';
import { kopf, vormerkung } from '../../tools/probehaus/befehle.ts';
import { loeschteile } from '../../tools/probehaus/loeschung.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, eroeffne, sende, type Stand } from '../../tools/probehaus/stand.ts';
import { gleicheMitLoeschbuchAb } from '../../worker/loeschung.ts';
import { AUFGABENSCHLANGE, LOESCHUNG_WORKFLOW } from '../../workflows/contract.ts';
import { abzug } from '../support/abzug.ts';
import { starteWorkerprozess } from '../support/workerprozess.ts';
import pino from 'pino';

const FAELLE = 1_000;
const system = { system: 'wartung' } as const;
const echt = (): string => instantAus(Date.now());

/** Every table that holds words about a person, a case or its erasure: the marker is found in each before it is gone. */
const MIT_WORTEN = [
  'abgangsbild',
  'ausgang',
  'bedarfsentscheidung',
  'befehl',
  'begleitperson',
  'bestreitung',
  'dokument',
  'eingang',
  'eingangsqualitaet',
  'einwilligung',
  'fall',
  'fall_ereignis',
  'frist',
  'handlungsbedarf',
  'loeschantrag',
  'loeschsperre',
  'person',
  'sonderzugriff',
];

/** Tables of a dump in which the marker stands. */
function mitKanarie(abzug: string): string[] {
  return abzug
    .split(/^(?=public\.\w+$)/mu)
    .filter((tabelle) => tabelle.includes(KANARIE))
    .map((tabelle) => tabelle.slice('public.'.length, tabelle.indexOf('\n')))
    .sort();
}

/** A case that was withdrawn: a real workflow with a real history. */
async function zurueckgezogenerFall(
  stand: Stand,
  marke: string,
  nummer: number,
): Promise<{ fallId: string; personId: string }> {
  const fallId = randomUUID();
  const personId = await legePersonAn(stand.db, marke);
  await eroeffne(
    stand.client,
    fallId,
    vormerkung(echt(), personId, `F-2026-9${String(nummer).padStart(4, '0')}`),
  );
  await sende(stand.client, fallId, { ...kopf(echt(), 'pap', ['grund']), befehl: 'zurueckziehen' });
  return { fallId, personId };
}

/** A valid text of a case, recorded on a day. */
async function legeTextAn(stand: Stand, fallId: string, am: string): Promise<string> {
  const id = randomUUID();
  await mitAkteur(stand.db, system, (tx) =>
    tx.insert(dokument).values({
      id,
      fallId,
      befehlId: randomUUID(),
      klasse: 'K3',
      feld: 'vermerk',
      text: KANARIE,
      stand: 'gueltig',
      verfasserId: PERSONAL.fm,
      erstelltAm: am,
    }),
  );
  return id;
}

describe('S8: Löschung auf PostgreSQL und Temporal', () => {
  let stand: Stand;
  let ordner: string;
  let gestellt: string | null = null;
  const kinder: ChildProcess[] = [];
  const fertige: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const jetzt = (): string => gestellt ?? echt();
    stand = await baueStand({ temporal: await echtzeitserver(), jetzt });
    ordner = await mkdtemp(path.join(tmpdir(), 'lotse-loeschung-'));
  });
  afterEach(async () => {
    gestellt = null;
    for (const kind of kinder.splice(0)) kind.kill('SIGKILL');
    for (const fertig of fertige.splice(0)) await fertig();
  });
  afterAll(() => stand.beende());

  const zaehle = (
    tabelle: typeof fall | typeof person | typeof dokument,
    ids: readonly string[],
  ): Promise<number> =>
    mitAkteur(
      stand.db,
      system,
      async (tx) =>
        (
          await tx
            .select({ id: tabelle.id })
            .from(tabelle)
            .where(inArray(tabelle.id, [...ids]))
        ).length,
    );
  const nachtlauf = (): Promise<unknown> =>
    stand.client.workflow.execute(LOESCHUNG_WORKFLOW, {
      workflowId: `loeschung-${randomUUID()}`,
      taskQueue: AUFGABENSCHLANGE,
      args: [],
    });
  const laeufe = async (ids: readonly string[]): Promise<number> => {
    let anzahl = 0;
    const query = `WorkflowId IN (${ids.map((id) => `'fall-${id}'`).join(', ')})`;
    for await (const { workflowId } of stand.client.workflow.list({ query }))
      anzahl += workflowId === '' ? 0 : 1;
    return anzahl;
  };
  const mitWorker = async (): Promise<void> => {
    fertige.push(await stand.starteWorker());
  };

  it('AC-91: eine am 29.02.2024 erfasste Unterlage ist am 01.03.2029 um 00:00 fort, auch im laufenden Fall; der Nachweis ist ohne Inhalt', async () => {
    await mitWorker();
    const fallId = randomUUID();
    const personId = await legePersonAn(stand.db, 'ac-91');
    await eroeffne(stand.client, fallId, vormerkung(echt(), personId, 'F-2026-80001'));
    const text = await legeTextAn(stand, fallId, '2024-02-29T22:59:59Z');
    const tagDanach = await legeTextAn(stand, fallId, '2024-02-29T23:00:00Z');
    gestellt = '2029-02-28T22:59:59Z';
    await nachtlauf();
    expect(await zaehle(dokument, [text])).toBe(1);
    gestellt = '2029-02-28T23:00:00Z';
    await nachtlauf();
    expect(await zaehle(dokument, [text])).toBe(0);
    expect(await zaehle(dokument, [tagDanach])).toBe(1);
    expect(await zaehle(fall, [fallId])).toBe(1);
    const nachweis = await readFile(stand.buchdatei, 'utf8');
    expect(nachweis).toContain('"anlass":"frist","umfang":{"dokument":1}');
    expect(nachweis).toContain('"am":"2029-03-01","satz":"vollzug","klasse":"dokument"');
    for (const verraeter of [KANARIE, text, fallId, personId]) expect(nachweis).not.toContain(verraeter);
  });

  it('TR53: 1 000 Fälle, kill -9 mitten darin, ohne Rest; die Löschsperre hält; die Sicherung von gestern geht ohne sie auf', async () => {
    await mitWorker();
    const echte = [];
    for (let n = 0; n < 20; n += 1) echte.push(await zurueckgezogenerFall(stand, `echt-${String(n)}`, n));
    const [vorlage = { fallId: '', personId: '' }, gesperrt = { fallId: '', personId: '' }] = echte;
    await legeTextAn(stand, vorlage.fallId, echt());
    await kopiereFall(stand.db, vorlage, FAELLE);
    await mitAkteur(stand.db, system, (tx) =>
      tx.insert(loeschsperre).values({
        id: randomUUID(),
        fallId: gesperrt.fallId,
        grund: 'Klage anhängig',
        gesetztAm: echt(),
        gesetztVon: PERSONAL.tl,
      }),
    );
    const frei = echte.filter((f) => f !== gesperrt);
    for (const { fallId } of echte) expect(await stand.tresor.schluessel(fallId)).not.toBeNull();
    expect(await laeufe(echte.map((f) => f.fallId))).toBeGreaterThanOrEqual(20);
    expect((await abzug(stand.db)).split(KANARIE).length).toBeGreaterThan(FAELLE * 20);
    expect(mitKanarie(await abzug(stand.db))).toEqual(MIT_WORTEN);
    for (const fertig of fertige.splice(0)) await fertig();
    // A copy as it was yesterday, to be restored below.
    const verwaltung = postgres(stand.besitzerUrl, { max: 1 });
    const name = new URL(stand.besitzerUrl).pathname.slice(1);
    const gestern = `${name}_gestern`;
    const admin = postgres(new URL('/postgres', stand.besitzerUrl).toString(), { max: 1 });
    await verwaltung.end();
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and pid <> pg_backend_pid()`;
    await admin`create database ${admin(gestern)} template ${admin(name)}`;
    await admin.end();

    gestellt = '2032-01-01T00:00:00Z';
    process.env['PRUEF_JETZT'] = gestellt;
    const lauf = await stand.client.workflow.start(LOESCHUNG_WORKFLOW, {
      workflowId: 'loeschung',
      taskQueue: AUFGABENSCHLANGE,
      args: [],
    });
    for (const moment of ['loeschung_vor_commit', 'loeschung_nach_commit', 'nie'] as const) {
      const kind = starteWorkerprozess(stand, moment, path.join(ordner, moment));
      kinder.push(kind);
      if (moment === 'nie') continue;
      expect(
        await new Promise((ende) =>
          kind.once('exit', (_, signal) => {
            ende(signal);
          }),
        ),
      ).toBe('SIGKILL');
    }
    await lauf.result();
    delete process.env['PRUEF_JETZT'];

    const rest = await abzug(stand.db);
    expect(rest.split(KANARIE).length - 1).toBe(0);
    expect(
      await zaehle(
        fall,
        frei.map((f) => f.fallId),
      ),
    ).toBe(0);
    expect(
      await zaehle(
        person,
        frei.map((f) => f.personId),
      ),
    ).toBe(0);
    expect(await zaehle(fall, [gesperrt.fallId])).toBe(1);
    for (const { fallId } of frei) expect(await stand.tresor.schluessel(fallId)).toBeNull();
    expect(await stand.tresor.schluessel(gesperrt.fallId)).not.toBeNull();
    await expect.poll(() => laeufe(frei.map((f) => f.fallId)), { timeout: 30_000 }).toBe(0);
    expect(await laeufe([gesperrt.fallId])).toBeGreaterThan(0);
    const entfernt = await mitAkteur(stand.db, system, (tx) =>
      tx.select().from(protokoll).where(eq(protokoll.aktion, 'fall_geloescht')),
    );
    expect(entfernt).toHaveLength(FAELLE + 19);
    const buch = dateibuch(stand.buchdatei);
    expect(await brichtKetteBei(buch)).toBeNull();
    const text = await readFile(stand.buchdatei, 'utf8');
    expect(text).not.toContain(KANARIE);
    expect(await istGeloescht(stand.db, buch)).toBe(true);

    const url = new URL(`/${gestern}`, stand.besitzerUrl).toString();
    const alt = oeffneDatenbank(url, 4);
    const datenbankzugang = new URL(stand.zugaenge.loeschung);
    datenbankzugang.pathname = `/${gestern}`;
    const teile = loeschteile(datenbankzugang.toString(), stand.buchdatei, stand.tresor);
    expect(await istGeloescht(alt, buch)).toBe(false);
    expect(await abzug(alt)).toContain(KANARIE);
    const mittel = { ...teile, client: stand.client, log: pino({ level: 'silent' }), jetzt: echt };
    expect(await gleicheMitLoeschbuchAb(mittel)).toBeGreaterThanOrEqual(FAELLE);
    expect(await istGeloescht(alt, buch)).toBe(true);
    expect(await istGeloescht(stand.db, buch)).toBe(false);
    expect(await abzug(alt)).not.toContain(KANARIE);
    await Promise.all([alt.schliesse(), teile.loeschdb.schliesse()]);
  });
});
