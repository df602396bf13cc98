import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { beforeAll, expect, test } from 'vitest';
import { freierPort } from '../../tools/lokal/ports.ts';
import { findeTemporal } from '../../tools/lokal/temporal-programm.ts';
import { starteTemporal } from '../../tools/lokal/temporal.ts';

// A first build takes minutes, more than one test may.
beforeAll(async () => {
  await findeTemporal();
});

async function mitClient<T>(address: string, frage: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await frage(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

test('answers, keeps workflows over a restart and adds search attributes to an old file (architecture.md 6)', async () => {
  const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-test-'));
  const dbDatei = path.join(ordner, 'temporal.db');
  const erster = await starteTemporal({ dbDatei, headless: true, suchattribute: { Zustand: 'Keyword' } });
  await mitClient(erster.adresse, (client) =>
    client.workflow.start('wartet', { taskQueue: 'niemand', workflowId: 'merker' }),
  );
  await erster.stop();

  const suchattribute = { Zustand: 'Keyword', Ueberfaellig: 'Bool' };
  const zweiter = await starteTemporal({ dbDatei, suchattribute });
  const { status, attribute } = await mitClient(zweiter.adresse, async (client) => ({
    status: (await client.workflow.getHandle('merker').describe()).status.name,
    attribute: await client.connection.operatorService.listSearchAttributes({ namespace: 'default' }),
  }));
  const oberflaeche = await fetch(zweiter.uiUrl ?? '');
  await zweiter.stop();
  await rm(ordner, { recursive: true });

  expect(status).toBe('RUNNING');
  expect(Object.keys(attribute.customAttributes).sort()).toEqual(['Ueberfaellig', 'Zustand']);
  expect(oberflaeche.status).toBe(200);
});

test('names the port that is in use and how to choose another', async () => {
  const port = await freierPort();
  const fremder = createServer().listen(port, '127.0.0.1');
  await expect(starteTemporal({ port, headless: true })).rejects.toThrow(
    `Port ${String(port)} für Temporal ist nicht frei.`,
  );
  fremder.close();
});
