import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { mitAkteur } from '../../db/client.ts';
import { fallEreignis } from '../../db/schema/index.ts';
import { starteApi, type Pruefapi } from '../../tools/probehaus/api.ts';
import { baueStand, echtzeitserver, type Stand } from '../../tools/probehaus/stand.ts';
import { schreibe, sechzigAufEinmal, widersprueche, zugeordneterFall } from '../support/andrang.ts';
import { heute } from '../support/heute.ts';
import { mitMutant } from '../support/mutant.ts';
import { arbeitet, starteWorkerprozess } from '../support/workerprozess.ts';

/** What was tried and lost commands (technik.md 1.1). */
const LOKALE_AKTIVITAET = {
  datei: 'workflows/activities.ts',
  statt: "import { proxyActivities } from '@temporalio/workflow';",
  neu: `import { proxyActivities as normal, proxyLocalActivities } from '@temporalio/workflow';
const proxyActivities: typeof normal = ((o: { summary: string }) =>
  o.summary.startsWith('Aufzeichnung') ? proxyLocalActivities({ startToCloseTimeout: '5 seconds' }) : normal(o as never)) as never;`,
};

describe('Andrang auf einen Fall', () => {
  let stand: Stand;
  let api: Pruefapi;
  const kinder: ChildProcess[] = [];

  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
    api = await starteApi({ db: stand.apiDb, tresor: stand.tresor, client: stand.client, uhr: systemuhr });
  });
  afterEach(() => {
    for (const kind of kinder.splice(0)) kind.kill('SIGKILL');
  });
  afterAll(async () => {
    await api.stop();
    await stand.beende();
  });

  function starteProzess(...argumente: string[]): ChildProcess {
    const kind = starteWorkerprozess(stand, 'nie', '', ...argumente);
    kinder.push(kind);
    return kind;
  }

  it('60 Befehle zugleich: jeder einmal aufgezeichnet oder mit Regel abgelehnt, in der Folge der Aufzeichnung', async () => {
    await arbeitet(starteProzess());
    const fallId = await zugeordneterFall(stand, api, 'andrang');
    const antworten = await sechzigAufEinmal(api, fallId, false);
    expect(await widersprueche(stand, fallId, antworten)).toEqual([]);
    const termine = antworten.filter((_, nr) => nr % 3 === 0);
    expect(termine.filter((a) => a.status === 200)).toHaveLength(1);
    expect(termine.filter((a) => a.rumpf['regel'] === 'TR10')).toHaveLength(19);
    expect(antworten.filter((a) => a.status === 200)).toHaveLength(41);
  });

  it('R7: ein Schlüssel fünfmal zugleich, über neue Läufe und kill -9 des Workers hinweg: eine Wirkung, eine Antwort', async () => {
    const worker = starteProzess();
    await arbeitet(worker);
    const fallId = await zugeordneterFall(stand, api, 'andrang-schluessel');
    const pfad = `/api/v1/faelle/${fallId}/kontakte`;
    const rumpf = { status: 'durchgefuehrt', art: 'telefon', ereignisAm: heute() };
    const schluessel = randomUUID();
    const fuenfmal = (): Promise<unknown[]> =>
      Promise.all(
        [1, 2, 3, 4, 5].map(async () => {
          const antwort = await schreibe(api, 'fm', { pfad, rumpf, schluessel, wiederhole: true });
          return { status: antwort.status, rumpf: antwort.rumpf };
        }),
      );
    const unterwegs = fuenfmal();
    await warte(30);
    worker.kill('SIGKILL');
    starteProzess();
    const erste = await unterwegs;
    await sechzigAufEinmal(api, fallId, true);
    const zweite = await fuenfmal();
    const antworten = new Set([...erste, ...zweite].map((a) => JSON.stringify(a)));
    expect([...antworten]).toHaveLength(1);
    const kontakte = await mitAkteur(stand.db, { system: 'wartung' }, (tx) =>
      tx.select().from(fallEreignis).where(eq(fallEreignis.vorgangId, fallId)),
    );
    expect(
      kontakte.filter((e) => e.art === 'kontakt_erfasst' && e.daten.ereignisAm === heute()).length,
    ).toBeGreaterThan(0);
    const eigene = kontakte.filter((e) => 'status' in e.daten && e.daten.status === 'durchgefuehrt');
    expect(eigene).toHaveLength(1);
    const anders = await schreibe(api, 'fm', { pfad, rumpf: { ...rumpf, art: 'video' }, schluessel });
    expect(anders.status).toBe(422);
  });

  /** 60 commands at once, the worker killed in the middle and replaced: what contradicts each other afterwards. */
  async function probeMitAbbruch(o: {
    api: Pruefapi;
    marke: string;
    nachMs: number;
    quellen?: string;
  }): Promise<string[]> {
    const argumente = o.quellen === undefined ? [] : [o.quellen];
    const erster = starteProzess(...argumente);
    await arbeitet(erster);
    const fallId = await zugeordneterFall(stand, o.api, o.marke);
    const unterwegs = sechzigAufEinmal(o.api, fallId, true);
    await warte(o.nachMs);
    erster.kill('SIGKILL');
    const zweiter = starteProzess(...argumente);
    const funde = await widersprueche(stand, fallId, await unterwegs);
    zweiter.kill('SIGKILL');
    return funde;
  }

  it('AC-93: 60 Befehle zugleich und kill -9 mittendrin widersprechen sich nicht', async () => {
    expect(await probeMitAbbruch({ api, marke: 'andrang-abbruch', nachMs: 700 })).toEqual([]);
  });

  it('dieselbe Probe bemerkt eine Aufzeichnung als lokale Aktivität mit elf Befehlen zugleich', async () => {
    const elf = await starteApi({
      db: stand.apiDb,
      tresor: stand.tresor,
      client: stand.client,
      uhr: systemuhr,
      gleichzeitig: 11,
    });
    const bemerkt = await mitMutant(LOKALE_AKTIVITAET, 'workflows', async (quellen) => {
      for (let durchgang = 1; durchgang <= 10; durchgang += 1) {
        const nachMs = 200 + 100 * durchgang;
        const funde = await probeMitAbbruch({
          api: elf,
          marke: `andrang-lokal-${durchgang}`,
          nachMs,
          quellen,
        });
        if (funde.length > 0) return { lauf: durchgang, funde };
      }
      return null;
    });
    await elf.stop();
    console.log(`bemerkt in Lauf ${bemerkt?.lauf ?? 0}: ${bemerkt?.funde[0] ?? ''}`);
    expect(bemerkt).not.toBeNull();
  });
});
