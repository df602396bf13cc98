import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur } from '../../db/client.ts';
import { fall, fallEreignis } from '../../db/schema/index.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { evolve } from '../../domain/fall/evolve.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import { fallWorkflowId } from '../../workflows/contract.ts';
import { BIS_FALLZUGANG, kopf, vormerkung } from '../../tools/probehaus/befehle.ts';
import { legePersonAn } from '../../tools/probehaus/stammdaten.ts';
import {
  baueStand,
  echtzeitserver,
  eroeffne,
  frage,
  sende,
  type Stand,
} from '../../tools/probehaus/stand.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';

const jetzt = (): string => instantAus(Date.now());

describe('ein Fall auf echtem Temporal und PostgreSQL', () => {
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

  it('AC-01: geht von der Vormerkung bis zum Fallzugang, und PostgreSQL erzählt dasselbe wie der Workflow', async () => {
    const fallId = randomUUID();
    const person = await legePersonAn(stand.db, 'ac01');
    await eroeffne(stand.client, fallId, vormerkung(jetzt(), person, 'F-2026-00001'));
    for (const schritt of BIS_FALLZUGANG) await sende(stand.client, fallId, schritt(jetzt()));
    const ablauf = await frage(stand.client, fallId);
    expect(ablauf.stand.zustand).toBe('aktiv');
    expect(ablauf.fristen.map((f) => f.id).sort()).toEqual(['T-03', 'T-06', 'T-07', 'T-08', 'T-09', 'T-10']);
    expect(ablauf.fristen.every((f) => f.herleitung.length > 0)).toBe(true);
    const { ereignisse, zeile } = await mitAkteur(stand.db, { system: 'wartung' }, async (tx) => ({
      ereignisse: await tx
        .select()
        .from(fallEreignis)
        .where(eq(fallEreignis.vorgangId, fallId))
        .orderBy(fallEreignis.sequenz),
      zeile: (await tx.select().from(fall).where(eq(fall.id, fallId)))[0],
    }));
    const gefaltet = ereignisse.reduce<Fall>((f, e) => evolve(f, e.daten as Ereignis), {
      zustand: 'neu',
      fallId,
      sequenz: 0,
    });
    expect(gefaltet).toEqual(ablauf.stand);
    expect(zeile?.stand).toEqual(ablauf.stand);
  });

  it('P3: ein abgelehnter Befehl an einen ruhenden Fall schreibt 0 Ereignisse in die Historie', async () => {
    const fallId = randomUUID();
    const person = await legePersonAn(stand.db, 'p3');
    await eroeffne(stand.client, fallId, vormerkung(jetzt(), person, 'F-2026-00002'));
    const handle = stand.client.workflow.getHandle(fallWorkflowId(fallId));
    const vorher = (await handle.fetchHistory()).events?.length;
    await expect(
      sende(stand.client, fallId, { ...kopf(jetzt(), 'fm'), befehl: 'feedback_geben' }),
    ).rejects.toMatchObject({
      cause: { type: 'Abgelehnt', details: [{ id: 'TR55' }] },
    });
    expect((await handle.fetchHistory()).events?.length).toBe(vorher);
  });

  it('3.6: ein Lauf ohne aufgezeichnetes Ereignis endet nach seiner Antwort', async () => {
    const fallId = randomUUID();
    const person = await legePersonAn(stand.db, 'ohne');
    const befehl = { ...vormerkung(jetzt(), person, 'F-2026-00003'), texte: {} };
    await expect(eroeffne(stand.client, fallId, befehl)).rejects.toMatchObject({
      cause: { details: [{ id: 'TR03' }] },
    });
    const { status } = await stand.client.workflow.getHandle(fallWorkflowId(fallId)).describe();
    expect(status.name).toBe('COMPLETED');
  });
});
