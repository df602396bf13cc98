import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur } from '../../db/client.ts';
import { starteNeu } from '../../activities/rundgang/neustart.ts';
import { migriere } from '../../db/migrate.ts';
import { zaehleAeltere } from '../../db/regelwerk.ts';
import { fall, fallEreignis, frist } from '../../db/schema/index.ts';
import type { Befehl, Befehlsname } from '../../domain/fall/befehle.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import { FRISTLAEUFE } from '../../domain/pflicht/frist.ts';
import { REGELWERK, regelwerkVon } from '../../domain/vorgang/regelwerk.ts';
import { regelwerk } from '../../ops/regelwerk.ts';
import { startePostgres, type LaufendesPostgres } from '../../tools/lokal/postgres.ts';
import type { Zeitserver } from '../../tools/lokal/zeitserver.ts';
import { kopf } from '../../tools/probehaus/befehle.ts';
import { PRUEFSCHUTZ } from '../../tools/probehaus/schutz.ts';
import { baueStand, frage, sende, zeitreiseserver, type Stand } from '../../tools/probehaus/stand.ts';
import { texteVon } from '../../tools/simulation/felder.ts';
import { vorgaben } from '../../tools/simulation/vorgaben.ts';
import { fallWorkflowId } from '../../workflows/contract.ts';
import { ladeAusgabe, type AlterBefehl } from '../support/alte-ausgabe.ts';
import { BEGINN, um, VORGESCHICHTEN } from '../support/vorgeschichten.ts';

const WECHSEL = '2025-03-03';
const ENDE = '2027-09-01';
const system = { system: 'wartung' } as const;

const AKTEURE: Partial<Record<Befehlsname, 'pap' | 'fm' | 'tl'>> = { zuordnen: 'tl', zurueckziehen: 'pap' };

const regelwerkIn = (stand: Fall): number => (stand.zustand === 'neu' ? 0 : regelwerkVon(stand));
const sortiert = (zeilen: readonly Zeile[]): Zeile[] =>
  [...zeilen].sort((a, b) => (a.id === b.id ? a.vorkommen - b.vorkommen : a.id < b.id ? -1 : 1));

/** A command as today's release gives it. */
const befehl = (name: Befehlsname, at: string, anders: object = {}): Befehl =>
  ({
    ...kopf(at, AKTEURE[name] ?? 'fm', texteVon(name)),
    ...{ ...vorgaben(at)[name], ...anders, befehl: name },
  }) as unknown as Befehl;

type Gib = (fall: string, was: Befehl) => Promise<unknown>;

/** Each its own way, under the rules of today; what nobody does is missed on its day. */
async function fuehreZuEnde(gib: Gib, bis: (instant: string) => Promise<void>): Promise<void> {
  await gib('vorgemerkt', befehl('zurueckziehen', um('2025-03-04')));
  await gib('zugeordnet', befehl('uebernahmegespraech_vereinbaren', um('2025-03-04')));
  await gib('zugeordnet', befehl('uebernahmegespraech_fuehren', um('2025-03-04', '11:00')));
  await gib('zugeordnet', befehl('zugang_entscheiden', um('2025-03-04', '12:00')));
  await gib(
    'zugangspruefung',
    befehl('zugang_entscheiden', um('2025-03-04'), {
      ergebnis: 'abweisung',
      kriteriumB: 'nein',
      besprochenAm: '2025-03-04',
    }),
  );
  await gib('aktiv', befehl('kontakt_erfassen', um('2025-03-04')));
  await gib('standort_faellig', befehl('standortgespraech_fuehren', um('2025-03-04')));
  await gib('abgang_eingeleitet', befehl('fallabgang_dokumentieren', um('2025-03-04')));
  await bis(um('2025-04-14'));
  await gib('zugeordnet', befehl('ohne_gespraech_beenden', um('2025-04-14')));
  await gib(
    'aktiv',
    befehl('ohne_gespraech_beenden', um('2025-04-14', '11:00'), {
      grund: 'X15',
      administrativ: 'tod',
    }),
  );
  await gib('standort_faellig', befehl('abgang_einleiten', um('2025-04-14')));
  await gib('standort_faellig', befehl('fallabgang_dokumentieren', um('2025-04-14', '11:00')));
  await gib('aktiv_verlaengert', befehl('ohne_gespraech_beenden', um('2025-04-14')));
  await bis(um(ENDE));
  for (const fall of ['zugeordnet', 'standort_faellig', 'aktiv_verlaengert', 'abgang_eingeleitet', 'beendet'])
    for (const messpunkt of [6, 12, 24])
      await gib(fall, befehl('verbleib_erfassen', um(ENDE), { messpunkt, arbeitsaufnahmeAm: null }));
}

type Zeile = {
  readonly id: string;
  readonly vorkommen: number;
  readonly faellig: string;
  readonly status: string;
};

describe.each([
  { ausgabe: 'Ausgabe 0.1', datei: 'test/histories/0.1/ausgabe.json.br' },
  { ausgabe: 'der letzten mit Regelwerk 1', datei: 'test/histories/0.2/ausgabe.json.br' },
])('Fälle $ausgabe laufen unter der heutigen weiter bis zu ihrem Ende (Nachtrag 11.5)', ({ datei }) => {
  let reise: Zeitserver;
  let postgresql: LaufendesPostgres;
  let stand: Stand;
  let halt: () => Promise<void>;
  let vorher: ReadonlyMap<string, readonly Zeile[]>;
  const faelle = new Map<string, string>();
  const fallId = (name: string): string => faelle.get(name) ?? '';

  const bis = async (instant: string): Promise<void> => {
    const weg = Date.parse(instant) + 500 - (await reise.jetztMs());
    if (weg > 0) await reise.schlafe(weg);
  };

  /** Every case as the old release leaves it at the change. */
  async function spieleAlte(url: string): Promise<void> {
    const alt = await ladeAusgabe(datei);
    await alt.migriere(url);
    const alter = await alt.baueStand({ temporal: { ...reise, beende: async () => {} }, databaseUrl: url });
    // It keeps no case in memory: the time server never takes a task back from a worker that is gone.
    const mittel = {
      connection: reise.native,
      namespace: 'default',
      activities: alter.activities,
      schutz: PRUEFSCHUTZ,
    };
    const alterWorker = await alt.erzeugeWorker({ ...mittel, faelleImSpeicher: 0 });
    const ende = alterWorker.run();
    await alt.legePersonalAn(alter.db);
    const offen: { id: string; befehl: AlterBefehl; am: number }[] = [];
    for (const [name, vorgeschichte] of Object.entries(VORGESCHICHTEN)) {
      const id = randomUUID();
      faelle.set(name, id);
      const [erster, ...weitere] = vorgeschichte(alt, await alt.legePersonAn(alter.db, name));
      if (erster !== undefined) await alt.eroeffne(alter.client, id, erster);
      for (const befehl of weitere) offen.push({ id, befehl, am: Date.parse(String(befehl['at'])) });
    }
    for (const { id, befehl } of offen.sort((a, b) => a.am - b.am)) {
      await bis(String(befehl['at']));
      await alt.sende(alter.client, id, befehl);
    }
    await bis(um(WECHSEL));
    alterWorker.shutdown();
    await ende;
    await alter.beende();
  }

  beforeAll(async () => {
    reise = await zeitreiseserver(um(BEGINN, '08:00'));
    const datenordner = await mkdtemp(path.join(tmpdir(), 'lotse-wechsel-'));
    postgresql = await startePostgres({ datenordner, fluechtig: true });
    await spieleAlte(postgresql.url);
    await migriere(postgresql.url);
    // Release 0.1 sent everything in clear: what it left stays readable.
    const schutz = PRUEFSCHUTZ === null ? null : { ...PRUEFSCHUTZ, klartextBis: um(WECHSEL, '12:00') };
    stand = await baueStand({ temporal: reise, databaseUrl: postgresql.url, schutz });
    vorher = new Map(
      await Promise.all([...faelle].map(async ([name, id]) => [name, await offene(id)] as const)),
    );
    halt = await stand.starteWorker();
  });
  afterAll(async () => {
    await halt();
    await stand.beende();
    await postgresql.stop();
  });

  /** Until it is so; what waits for a moment gets it. */
  const geduldig = async (was: string, erfuellt: () => Promise<boolean>): Promise<void> => {
    const ende = Date.now() + 60_000;
    while (!(await erfuellt())) {
      if (Date.now() > ende) throw new Error(`nicht in einer Minute: ${was}`);
      await reise.schlafe(5_000);
    }
  };
  /** The duties of a case the record shows as open. */
  const offene = (id: string): Promise<Zeile[]> =>
    mitAkteur(stand.db, system, (tx) =>
      tx
        .select({
          id: frist.fristId,
          vorkommen: frist.vorkommen,
          faellig: frist.faellig,
          status: frist.status,
        })
        .from(frist)
        .where(and(eq(frist.vorgangId, id), inArray(frist.status, [...FRISTLAEUFE])))
        .orderBy(frist.fristId, frist.vorkommen),
    );
  const ereignisse = (id: string): Promise<Ereignis[]> =>
    mitAkteur(stand.db, system, async (tx) => {
      const zeilen = await tx
        .select()
        .from(fallEreignis)
        .where(eq(fallEreignis.vorgangId, id))
        .orderBy(fallEreignis.sequenz);
      return zeilen.map(({ daten }) => daten as Ereignis);
    });

  const gib: Gib = (name, was) => sende(stand.client, fallId(name), was);

  it('der neue Worker trägt jeden mit denselben Fristen, unter Regelwerk 1', async () => {
    for (const [name, id] of faelle) {
      const { stand: getragener, fristen, angehalten } = await frage(stand.client, id);
      const getragen = fristen.map(({ id: f, vorkommen, faellig, status }) => ({
        id: f,
        vorkommen,
        faellig,
        status,
      }));
      expect(getragener).toMatchObject({ zustand: name, fallId: id });
      expect(angehalten).toBe(false);
      expect(regelwerkIn(getragener)).toBe(1);
      expect(sortiert(getragen)).toEqual(vorher.get(name));
    }
  });

  it('jeder, der seinen Workflow verliert, bekommt ihn wieder, mit denselben Fristen (ADR 55)', async () => {
    // What 0.1 did not keep may be there now: it follows from the events.
    const ohneKontakteVorher = (getragen: Fall) =>
      'weg' in getragen && getragen.weg !== null
        ? { ...getragen, weg: { ...getragen.weg, kontakte: [] } }
        : getragen;
    for (const [name, id] of faelle) {
      const vorher = await frage(stand.client, id);
      await stand.client.workflow.getHandle(fallWorkflowId(id)).terminate();
      const mittel = { db: stand.db, client: stand.client, am: um(WECHSEL, '10:30') };
      expect(await starteNeu(mittel, { art: 'fall', id }), name).toBe('neu_gestartet');
      const danach = await frage(stand.client, id);
      expect(danach.fristen, name).toEqual(vorher.fristen);
      expect(danach.angehalten, name).toBe(false);
      expect(ohneKontakteVorher(danach.stand), name).toEqual(ohneKontakteVorher(vorher.stand));
    }
  });

  it('ein Stand, der nicht aus den Ereignissen folgt, fällt auch an einem alten Fall auf (V-76)', async () => {
    const id = fallId('aktiv');
    const verdrehe = (von: string, zu: string) =>
      mitAkteur(stand.db, system, (tx) =>
        tx.execute(sql`update fall set stand = replace(stand::text, ${von}, ${zu})::jsonb where id = ${id}`),
      );
    await verdrehe('2025-01-13', '2025-01-14');
    const mittel = { db: stand.db, client: stand.client, am: um(WECHSEL, '10:30') };
    expect(await starteNeu(mittel, { art: 'fall', id })).toBe('widerspruch');
    await verdrehe('2025-01-14', '2025-01-13');
  });

  it('bis zur Ankündigung entscheidet Regelwerk 1: ein Erstgespräch als Brief zählt (V-77)', async () => {
    await gib('aktiv', befehl('erstgespraech_fuehren', um(WECHSEL, '11:00'), { art: 'schriftlich' }));
    expect((await offene(fallId('aktiv'))).map(({ id }) => id)).not.toContain('T-03');
  });

  it('danach steht der Wechsel in jedem als ein Ereignis, keine Frist geht dabei verloren, und Regelwerk 2 entscheidet', async () => {
    const davor = new Map(
      await Promise.all([...faelle.values()].map(async (id) => [id, await offene(id)] as const)),
    );
    expect(await regelwerk(stand.db, um(WECHSEL, '11:30'))).toBe(2);
    await stand.activities.stosseZustellungAn();
    await geduldig('Regelwerk', async () => (await mitAkteur(stand.db, system, zaehleAeltere)) === 0);
    for (const [name, id] of faelle) {
      const wechsel = (await ereignisse(id)).filter(({ art }) => art === 'regelwerk_uebernommen');
      expect(wechsel, name).toMatchObject([{ regelwerk: REGELWERK, bisher: 1 }]);
      const [alt, neu] = [davor.get(id) ?? [], await offene(id)];
      expect(neu, name).toEqual(expect.arrayContaining(alt));
      expect(regelwerkIn((await frage(stand.client, id)).stand), name).toBe(REGELWERK);
    }
    await expect(
      gib('zugangspruefung', befehl('erstgespraech_fuehren', um(WECHSEL, '12:00'), { art: 'schriftlich' })),
    ).rejects.toMatchObject({ cause: { details: [{ id: 'V-77' }] } });
  });

  it('jeder kommt an sein Ende: was offen war, endet vermerkt, kein Ereignis fehlt, Akte und Workflow sind sich einig', async () => {
    const laufend = new Map(
      await Promise.all([...faelle].map(async ([name, id]) => [name, await offene(id)] as const)),
    );
    await fuehreZuEnde(gib, bis);
    const laeuft = (id: string): Promise<string> =>
      stand.client.workflow
        .getHandle(fallWorkflowId(id))
        .describe()
        .then(({ status }) => status.name);
    for (const [name, id] of faelle) {
      await geduldig(name, async () => (await laeuft(id)) === 'COMPLETED');
      const [akte] = await mitAkteur(stand.db, system, (tx) => tx.select().from(fall).where(eq(fall.id, id)));
      expect(akte?.angehaltenSeit, name).toBeNull();
      const alle = await ereignisse(id);
      expect(alle.map(({ sequenz }) => sequenz)).toEqual(alle.map((_, n) => n + 1));
      expect(await offene(id), name).toEqual([]);
      const beendete = alle
        .flatMap((e) => (e.art === 'fristen_berechnet' ? e.eintraege : []))
        .filter(({ ende }) => ende !== null);
      for (const { id: f, vorkommen } of laufend.get(name) ?? [])
        expect(
          beendete.filter((b) => b.id === f && b.vorkommen === vorkommen),
          `${name} ${f}`,
        ).toHaveLength(1);
    }
  });
});
