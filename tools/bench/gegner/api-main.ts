import { randomUUID } from 'node:crypto';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import express from 'express';
import postgres from 'postgres';
import { z } from 'zod';
import { pruefeTokens } from '../../../api/kern/auth.ts';
import { gegnerbefehl, GEGNERFALL, gegnerId, GEGNERSCHLANGE, type Gegnerbefehl } from './vertrag.ts';

/** The API of the hand-written contender: the same Express, the same check of the token, a claim of the key, and the command. */
const {
  TEMPORAL_ADDRESS = '',
  DATABASE_URL = '',
  OIDC_ISSUER = '',
  OIDC_AUDIENCE = '',
  PORT = '',
} = process.env;
const sql = postgres(DATABASE_URL, { max: 10 });
const client = new Client({ connection: await Connection.connect({ address: TEMPORAL_ADDRESS }) });
const pruefe = pruefeTokens({ issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE });
const laenge = z.int().min(0);
const rumpf = z.strictObject({
  laengen: z.strictObject({ befehl: laenge, auftrag: laenge, aufgezeichnet: laenge, antwort: laenge }),
});

async function befehlAus(req: express.Request, fallId: string): Promise<Gegnerbefehl> {
  await pruefe((req.get('authorization') ?? '').replace('Bearer ', ''));
  const schluessel = z.uuid().parse(req.get('idempotency-key'));
  const { laengen } = rumpf.parse(req.body);
  const [neu] = await sql`insert into anspruch (schluessel, fall_id) values (${schluessel}, ${fallId})
    on conflict do nothing returning schluessel`;
  if (neu === undefined) throw new Error('schon gegeben');
  return { fallId, schluessel, laengen, inhalt: 'x'.repeat(laengen.befehl) };
}

const app = express();
app.use(express.json());
app.post('/faelle', async (req, res) => {
  const befehl = await befehlAus(req, randomUUID());
  const startWorkflowOperation = new WithStartWorkflowOperation(GEGNERFALL, {
    workflowId: gegnerId(befehl.fallId),
    taskQueue: GEGNERSCHLANGE,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  const antwort = await client.workflow.executeUpdateWithStart(gegnerbefehl, {
    args: [befehl],
    updateId: befehl.schluessel,
    startWorkflowOperation,
  });
  res.status(201).json({ fallId: befehl.fallId, antwort });
});
app.post('/faelle/:fallId/kontakte', async (req, res) => {
  const befehl = await befehlAus(req, req.params.fallId);
  const antwort = await client.workflow
    .getHandle(gegnerId(befehl.fallId))
    .executeUpdate(gegnerbefehl, { args: [befehl], updateId: befehl.schluessel });
  res.json({ antwort });
});
app.listen(Number(PORT), '127.0.0.1', () => {
  console.log('bereit');
});
