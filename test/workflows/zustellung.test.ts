import { randomUUID } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur } from '../../db/client.ts';
import { ausgang, eingang } from '../../db/schema/index.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { freierPort } from '../../tools/lokal/ports.ts';
import { startePostfach, type Postfach } from '../../tools/lokal/postfach.ts';
import { BIS_FALLZUGANG, vormerkung } from '../../tools/probehaus/befehle.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, eroeffne, sende, type Stand } from '../../tools/probehaus/stand.ts';
import { ZUSTELLUNG_ID } from '../../workflows/contract.ts';

const jetzt = (): string => instantAus(Date.now());
const system = { system: 'wartung' } as const;
/** Well below the ten seconds after which a mail server counts as dead. */
const SOFORT = { timeout: 5_000, interval: 100 };
const GEDULD = { timeout: 60_000, interval: 250 };

/** A mail server that takes connections and says nothing: the way of being dead that holds up longest. */
async function schweige(port: number): Promise<() => Promise<void>> {
  const offene = new Set<Socket>();
  const server: Server = createServer((socket) => offene.add(socket));
  await new Promise<void>((fertig) => server.listen(port, '127.0.0.1', fertig));
  return async () => {
    for (const socket of offene) socket.destroy();
    await new Promise((fertig) => server.close(fertig));
  };
}

describe('die Zustellung bleibt (Issue 14, 1; ADR 77)', () => {
  let stand: Stand;
  let halt: () => Promise<void>;
  let port: number;
  let ende: () => Promise<void>;
  const fallId = randomUUID();

  beforeAll(async () => {
    port = await freierPort();
    ende = await schweige(port);
    const smtpUrl = `smtp://127.0.0.1:${String(port)}`;
    stand = await baueStand({ temporal: await echtzeitserver(), smtpUrl });
    halt = await stand.starteWorker();
    const person = await legePersonAn(stand.db, 'zustellung');
    await eroeffne(stand.client, fallId, vormerkung(jetzt(), person, 'F-2026-00001'));
    for (const schritt of BIS_FALLZUGANG) await sende(stand.client, fallId, schritt(jetzt()));
    // What the way to here put into the outbox is not what this is about.
    await mitAkteur(stand.db, system, (tx) => tx.update(ausgang).set({ zugestelltAm: jetzt() }));
  });
  afterAll(async () => {
    await halt();
    await stand.beende();
    await ende();
  });

  async function legeMail(empfaenger: string): Promise<string> {
    const [id, eingangId, am] = [randomUUID(), randomUUID(), jetzt()];
    await mitAkteur(stand.db, system, async (tx) => {
      await tx.insert(eingang).values({
        ...{ id: eingangId, fallId, ereignisId: eingangId, anRolle: 'fm', anPerson: empfaenger },
        ...{ teamId: TEAM, anlass: 'T-10', stufe: 'ueberfaellig', am },
      });
      await tx.insert(ausgang).values({ id, fallId, art: 'mail', eingangId, empfaenger, erstelltAm: am });
    });
    return id;
  }
  async function legeSignal(): Promise<string> {
    const id = randomUUID();
    const zeile = { id, fallId, art: 'handlungsbedarfe', erstelltAm: jetzt() } as const;
    await mitAkteur(stand.db, system, (tx) => tx.insert(ausgang).values(zeile));
    return id;
  }
  const istDraussen = (id: string) => (): Promise<boolean> =>
    mitAkteur(stand.db, system, async (tx) => {
      const [zeile] = await tx.select().from(ausgang).where(eq(ausgang.id, id));
      return zeile?.zugestelltAm !== null;
    });
  const laeufe = async (): Promise<{ runId: string; status: string }[]> => {
    const alle: { runId: string; status: string }[] = [];
    for await (const { runId, status } of stand.client.workflow.list({
      query: `WorkflowId = '${ZUSTELLUNG_ID}'`,
    }))
      alle.push({ runId, status: status.name });
    return alle;
  };
  const wartende = async (): Promise<string[]> => {
    const { raw } = await stand.client.workflow.getHandle(ZUSTELLUNG_ID).describe();
    return (raw.pendingActivities ?? []).map(({ activityType }) => activityType?.name ?? '');
  };

  it('ein Mailserver, der schweigt, hält kein Signal an einen Fall auf; antwortet er wieder, kommt jede Mail einmal', async () => {
    const mails = [await legeMail(PERSONAL.fm), await legeMail(PERSONAL.tl)];
    await stand.activities.stosseZustellungAn();
    await expect.poll(wartende, GEDULD).toEqual(['stellePostZu']);
    for (let nr = 0; nr < 3; nr += 1) {
      const signal = await legeSignal();
      await stand.activities.stosseZustellungAn();
      await expect.poll(istDraussen(signal), SOFORT).toBe(true);
    }
    expect(await Promise.all(mails.map((id) => istDraussen(id)()))).toEqual([false, false]);

    await ende();
    const postfach: Postfach = await startePostfach({ smtpPort: port, httpPort: null });
    ende = () => postfach.stop();
    for (const id of mails) await expect.poll(istDraussen(id), GEDULD).toBe(true);
    const angekommen = postfach.nachrichten().map(({ messageId }) => messageId);
    expect(angekommen.sort()).toEqual(mails.map((id) => `<${id}@lotse>`).sort());
    // From now on they go out at once again.
    await expect.poll(wartende, SOFORT).toEqual([]);
    const danach = await legeMail(PERSONAL.fm);
    await stand.activities.stosseZustellungAn();
    await expect.poll(istDraussen(danach), SOFORT).toBe(true);
  });

  it('eine Zeile, die niemand zustellen kann, hält die anderen nicht auf und kommt von selbst wieder dran', async () => {
    const schlechte = await legeSignal();
    // A Vorgang nobody knows: what is to be told cannot even be read.
    await mitAkteur(stand.db, system, (tx) =>
      tx.execute(sql`update ausgang set art = 'gibt_es_nicht' where id = ${schlechte}`),
    );
    await stand.activities.stosseZustellungAn();
    const versuche = (): Promise<number> =>
      mitAkteur(stand.db, system, async (tx) => {
        const [zeile] = await tx.select().from(ausgang).where(eq(ausgang.id, schlechte));
        return zeile?.versuche ?? 0;
      });
    await expect.poll(versuche, GEDULD).toBeGreaterThanOrEqual(2);
    const gute = [await legeSignal(), await legeMail(PERSONAL.fm)];
    await stand.activities.stosseZustellungAn();
    for (const id of gute) await expect.poll(istDraussen(id), SOFORT).toBe(true);
    await mitAkteur(stand.db, system, (tx) =>
      tx.execute(sql`update ausgang set art = 'handlungsbedarfe' where id = ${schlechte}`),
    );
    await expect.poll(istDraussen(schlechte), GEDULD).toBe(true);
  });

  it('ein Lauf für alles, was bis hierher zugestellt wurde', async () => {
    expect(await laeufe()).toMatchObject([{ status: 'RUNNING' }]);
  });
});
