import { randomUUID } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activities } from '../../activities/index.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { verschliesse } from '../../temporal/nutzlast.ts';
import { leseSchluesselbund } from '../../temporal/schluesselbund.ts';
import { ablaufQuery, AUFGABENSCHLANGE, fallWorkflowId, WORKFLOWTYPEN } from '../../workflows/contract.ts';
import { freierPort } from '../../tools/lokal/ports.ts';
import { BIS_FALLZUGANG, kopf, vormerkung } from '../../tools/probehaus/befehle.ts';
import { leiseLaufzeit } from '../../tools/probehaus/laufzeit.ts';
import { umfang } from '../support/umfang.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import {
  baueStand,
  echtzeitserver,
  eroeffne,
  frage,
  sende,
  type Stand,
} from '../../tools/probehaus/stand.ts';
import {
  formVon,
  fremder,
  gescheiterteAufgaben,
  neuerSchluessel,
  nutzlastenIn,
  schutzMit,
  sendeRoh,
  wiederholt,
} from '../support/nutzlasten.ts';

const FORM = 'binary/lotse-aes-256-gcm';
const jetzt = (): string => instantAus(Date.now());

/** What the Runtime of this process says, instead of stderr. */
const zeilen: string[] = [];
const logger = new DefaultLogger('WARN', ({ message, meta }) => {
  zeilen.push(`${message} ${JSON.stringify(meta)}`);
});
const alarme = (): string[] => zeilen.filter((zeile) => zeile.startsWith('Unlesbare Nutzlast'));

/** The alarms about one case; the Runtime passes them on in batches. */
const erwarteAlarme = (fallId: string, anzahl: number): Promise<void> =>
  expect
    .poll(() => alarme().filter((zeile) => zeile.includes(fallId)).length, { timeout: 10_000 })
    .toBe(anzahl);

let metriken = '';
beforeAll(async () => {
  metriken = `127.0.0.1:${String(await freierPort())}`;
  leiseLaufzeit({ logger, metriken });
});

let nummer = 0;
async function neuerFall({ client, db }: Stand): Promise<string> {
  nummer += 1;
  const fallId = randomUUID();
  const person = await legePersonAn(db, `nutzlast-${nummer}`);
  await eroeffne(client, fallId, vormerkung(jetzt(), person, `F-2026-${String(70_000 + nummer)}`));
  return fallId;
}

const zuordnung = () =>
  ({ ...kopf(jetzt(), 'tl'), befehl: 'zuordnen', fm: PERSONAL.fm, fmIstFallmanager: true }) as const;

const historie = (stand: Stand, fallId: string) =>
  stand.client.workflow.getHandle(fallWorkflowId(fallId)).fetchHistory();

describe('was nicht von Lotse kommt, erreicht keinen Fall (S5)', () => {
  let stand: Stand;
  let halt: () => Promise<void>;

  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
    halt = await stand.starteWorker();
  });
  afterAll(async () => {
    await halt();
    await stand.beende();
  });

  /** The case takes the next command, and none of its workflow tasks has failed. */
  async function gehtWeiter(fallId: string): Promise<void> {
    await sende(stand.client, fallId, zuordnung());
    expect((await frage(stand.client, fallId)).stand.zustand).toBe('zugeordnet');
    expect(gescheiterteAufgaben(await historie(stand, fallId))).toBe(0);
  }

  const SIGNALE = [
    'kalender',
    'policy',
    'handlungsbedarfe',
    'personenstand',
    'einwilligungen',
    'rueckmeldung',
    'freigabe',
  ] as const;
  it.each(SIGNALE)('Signal %s im Klartext und ohne Inhalt: Alarm, der Fall geht weiter', async (name) => {
    const fallId = await neuerFall(stand);
    const fremd = fremder(stand.temporal).workflow.getHandle(fallWorkflowId(fallId));
    await fremd.signal(name, { schluessel: 'x', am: jetzt() });
    await fremd.signal(name);
    await gehtWeiter(fallId);
    await erwarteAlarme(fallId, 2);
  });

  it('ein Update im Klartext wird abgewiesen und hinterlässt nichts; auch eines ohne Inhalt', async () => {
    const fallId = await neuerFall(stand);
    const fremd = fremder(stand.temporal).workflow.getHandle(fallWorkflowId(fallId));
    const vorher = (await historie(stand, fallId)).events?.length;
    await expect(fremd.executeUpdate('zuordnen', { args: [zuordnung()] })).rejects.toThrow();
    await expect(fremd.executeUpdate('zuordnen', { args: [] })).rejects.toThrow();
    await erwarteAlarme(fallId, 2);
    expect((await historie(stand, fallId)).events?.length).toBe(vorher);
    expect((await frage(stand.client, fallId)).stand.zustand).toBe('vorgemerkt');
    await gehtWeiter(fallId);
  });

  it('eine Abfrage mit Klartext wird abgewiesen, ihre Antwort ist ohne Schlüssel nicht lesbar', async () => {
    const fallId = await neuerFall(stand);
    const fremd = fremder(stand.temporal).workflow.getHandle(fallWorkflowId(fallId));
    await expect(fremd.query('ablauf', { egal: true })).rejects.toThrow('Encoded failure');
    await expect(fremd.query(ablaufQuery)).rejects.toThrow(FORM);
    await gehtWeiter(fallId);
  });

  it('ein Start im Klartext oder ohne Eingabe endet sofort; der echte Fall beginnt danach unter derselben Id', async () => {
    const fallId = randomUUID();
    const workflowId = fallWorkflowId(fallId);
    const optionen = { workflowId, taskQueue: AUFGABENSCHLANGE };
    for (const args of [[{ stand: { zustand: 'neu', fallId, sequenz: 0 } }], []]) {
      const fremd = await fremder(stand.temporal).workflow.start(WORKFLOWTYPEN.fall, { ...optionen, args });
      await expect(fremd.result()).rejects.toThrow();
      expect(gescheiterteAufgaben(await fremd.fetchHistory())).toBe(0);
      expect((await fremd.describe()).status.name).toBe('FAILED');
    }
    const person = await legePersonAn(stand.db, 'nutzlast-start');
    await eroeffne(stand.client, fallId, vormerkung(jetzt(), person, 'F-2026-79999'));
    await gehtWeiter(fallId);
  });

  it('verschobene, veränderte und mit fremdem Schlüssel gemachte Nutzlasten: abgewiesen', async () => {
    const [opfer, andere] = [await neuerFall(stand), await neuerFall(stand)];
    const [echte] = nutzlastenIn(await historie(stand, andere));
    const daten = Uint8Array.from(echte?.data ?? []);
    daten[daten.length - 1] = (daten.at(-1) ?? 0) ^ 1;
    const ziel = { workflowId: fallWorkflowId(opfer), signalName: 'kalender' };
    const fremderSchluessel = { ...echte?.metadata, schluessel: Buffer.from('fremd') };
    await sendeRoh(stand.temporal, ziel, [echte ?? {}]);
    await sendeRoh(stand.temporal, { ...ziel, workflowId: fallWorkflowId(andere) }, [
      { ...echte, data: daten },
    ]);
    await sendeRoh(stand.temporal, { ...ziel, workflowId: fallWorkflowId(andere) }, [
      { ...echte, metadata: fremderSchluessel },
    ]);
    await gehtWeiter(opfer);
    await gehtWeiter(andere);
    await erwarteAlarme(opfer, 1);
    await erwarteAlarme(andere, 2);
    const gruende = alarme().slice(-3).join('\n');
    for (const grund of ['verschoben', 'veraendert', 'schluessel']) expect(gruende).toContain(grund);
  });

  it('ein Zähler für die Überwachung steigt mit jedem Alarm', async () => {
    // The SDK counts nothing while it only answers a query.
    const gemeldet = (): string[] => alarme().filter((zeile) => !zeile.includes('"eingang":"query"'));
    const gezaehlt = async (): Promise<number> => {
      const text = await (await fetch(`http://${metriken}/metrics`)).text();
      const zahlen = [...text.matchAll(/^lotse_nutzlast_abgewiesen\{.*\} (\d+)$/gmu)];
      return zahlen.reduce((summe, [, zahl]) => summe + Number(zahl), 0);
    };
    await expect.poll(async () => (await gezaehlt()) - gemeldet().length, { timeout: 10_000 }).toBe(0);
    expect(alarme().length).toBeGreaterThan(10);
  });

  it('eine fremde Antwort für die Aufzeichnung wird nicht genommen: sie wird wiederholt', async () => {
    const fallId = await neuerFall(stand);
    await halt();
    let haenger: (() => void) | undefined;
    const zeichneAuf: Activities['zeichneAuf'] = async (auftrag) => {
      if ('id' in auftrag && auftrag.id === fallId && haenger === undefined)
        await new Promise<void>((weiter) => (haenger = weiter));
      return stand.activities.zeichneAuf(auftrag);
    };
    halt = await stand.starteWorker({ ...stand.activities, zeichneAuf });
    const antwort = sende(stand.client, fallId, zuordnung());
    while (haenger === undefined) await warte(20);
    const offene = async (): Promise<string> => {
      const { raw } = await stand.client.workflow.getHandle(fallWorkflowId(fallId)).describe();
      return raw.pendingActivities?.[0]?.activityId ?? '';
    };
    await expect.poll(offene, { timeout: 10_000 }).not.toBe('');
    await fremder(stand.temporal).activity.complete(
      { workflowId: fallWorkflowId(fallId), activityId: await offene() },
      { art: 'gespeichert', abSequenz: 99, antwort: null },
    );
    expect(await antwort).toMatchObject({ zustand: 'zugeordnet' });
    haenger();
    await erwarteAlarme(fallId, 1);
    expect(gescheiterteAufgaben(await historie(stand, fallId))).toBe(0);
  });

  it('in der Historie steht jede Nutzlast und jede Fehlermeldung verschlüsselt', async () => {
    await halt();
    let gescheitert = false;
    const zeichneAuf: Activities['zeichneAuf'] = (auftrag) => {
      if (gescheitert) return stand.activities.zeichneAuf(auftrag);
      gescheitert = true;
      return Promise.reject(new Error('Kanarienvogel in der Fehlermeldung'));
    };
    halt = await stand.starteWorker({ ...stand.activities, zeichneAuf });
    const fallId = await neuerFall(stand);
    await gehtWeiter(fallId);
    const alles = await historie(stand, fallId);
    expect(gescheitert).toBe(true);
    expect(new Set(nutzlastenIn(alles).map(formVon))).toEqual(new Set([FORM]));
    const text = JSON.stringify(alles);
    expect(text).toContain('Encoded failure');
    expect(text).not.toMatch(/Kanarienvogel|Aufzeichnung in PostgreSQL/u);
    expect(await wiederholt(alles, fallWorkflowId(fallId), schutzMit([neuerSchluessel('anderer')]))).not.toBe(
      null,
    );
  });
});

/** At night a million (S5). */
const NONCES = umfang({ immer: 200_000, nachts: 1_000_000 });

it('in so vielen Nutzlasten steht keine Nonce zweimal (S5)', () => {
  const bund = leseSchluesselbund('', neuerSchluessel('nonce'));
  if (bund === null) throw new Error('ohne Schlüssel');
  const ort = { namespace: 'default', workflowId: 'fall-1' };
  const nonces = new Set<string>();
  for (let zahl = 0; zahl < NONCES; zahl += 1)
    nonces.add(Buffer.from(verschliesse({}, ort, bund).data ?? []).toString('latin1', 0, 12));
  expect(nonces.size).toBe(NONCES);
});

describe('Schlüsselwechsel und erste Umstellung (S5)', () => {
  const [alt, neu] = [neuerSchluessel('alt'), neuerSchluessel('neu')];
  let erster: Stand;
  const weiter: { temporal: Stand['temporal']; databaseUrl: string }[] = [];

  const als = async (schutz: ReturnType<typeof schutzMit>): Promise<Stand> =>
    baueStand({ ...(weiter[0] ?? { temporal: await echtzeitserver() }), schutz });

  it('ein Fall mit altem Schlüssel geht nach dem Wechsel weiter; ohne den alten ist seine Historie nicht lesbar', async () => {
    const temporal = await echtzeitserver();
    erster = await baueStand({ temporal, schutz: schutzMit([alt]) });
    weiter.push({ temporal, databaseUrl: erster.besitzerUrl });
    const haltAlt = await erster.starteWorker();
    const fallId = await neuerFall(erster);
    await haltAlt();
    const zweiter = await als(schutzMit([neu, alt]));
    const haltNeu = await zweiter.starteWorker();
    await sende(zweiter.client, fallId, zuordnung());
    await haltNeu();
    const alles = await historie(zweiter, fallId);
    expect(gescheiterteAufgaben(alles)).toBe(0);
    const id = fallWorkflowId(fallId);
    expect(await wiederholt(alles, id, schutzMit([neu, alt]))).toBeNull();
    expect(await wiederholt(alles, id, schutzMit([neu]))).not.toBeNull();
    expect(await wiederholt(alles, 'fall-anderer', schutzMit([neu, alt]))).not.toBeNull();
  });

  it('ein Fall aus der Zeit im Klartext geht verschlüsselt weiter, neuer Klartext wird abgewiesen', async () => {
    const klar = await als(null);
    const haltKlar = await klar.starteWorker();
    const fallId = await neuerFall(klar);
    await haltKlar();
    const bis = instantAus(Date.now() + 4_000);
    const zweiter = await als(schutzMit([neu], bis));
    let halt = await zweiter.starteWorker();
    await sende(zweiter.client, fallId, zuordnung());
    await warte(Math.max(0, Date.parse(bis) - Date.now()) + 100);
    // A fresh worker has nothing in its cache: it replays what stands there in clear and goes on.
    await halt();
    halt = await zweiter.starteWorker();
    const fremd = fremder(zweiter.temporal).workflow.getHandle(fallWorkflowId(fallId));
    await fremd.signal('kalender', { schluessel: randomUUID(), kalender: {}, am: jetzt() });
    await expect(fremd.executeUpdate('zuordnen', { args: [zuordnung()] })).rejects.toThrow();
    for (const schritt of BIS_FALLZUGANG.slice(1, 2)) await sende(zweiter.client, fallId, schritt(jetzt()));
    await erwarteAlarme(fallId, 2);
    const alles = await historie(zweiter, fallId);
    await halt();
    expect(gescheiterteAufgaben(alles)).toBe(0);
    expect(new Set(nutzlastenIn(alles).map(formVon))).toEqual(new Set(['json/plain', FORM]));
    const id = fallWorkflowId(fallId);
    expect(await wiederholt(alles, id, schutzMit([neu], bis))).toBeNull();
    expect(await wiederholt(alles, id, schutzMit([neu]))).not.toBeNull();
  });

  afterAll(async () => {
    await erster.beende();
  });
});
