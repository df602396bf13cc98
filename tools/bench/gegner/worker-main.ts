import path from 'node:path';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import postgres from 'postgres';
import { GEGNERSCHLANGE, type Gegnerauftrag } from './vertrag.ts';

/** The worker of the hand-written contender: one activity, one transaction, two statements. */
const { TEMPORAL_ADDRESS = '', DATABASE_URL = '' } = process.env;
const sql = postgres(DATABASE_URL, { max: 10 });

async function schreibe({ fallId, schluessel, inhalt, ergebnis }: Gegnerauftrag): Promise<string> {
  await sql.begin(async (tx) => {
    await tx`insert into ereignis (fall_id, schluessel, inhalt) values (${fallId}, ${schluessel}, ${inhalt})`;
    await tx`insert into fall (id, stand) values (${fallId}, ${inhalt})
      on conflict (id) do update set stand = excluded.stand, sequenz = fall.sequenz + 1`;
  });
  return 'x'.repeat(ergebnis);
}

const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
const worker = await Worker.create({
  workflowBundle: await bundleWorkflowCode({ workflowsPath: path.join(import.meta.dirname, 'workflow.ts') }),
  connection,
  taskQueue: GEGNERSCHLANGE,
  activities: { schreibe },
  maxCachedWorkflows: 300,
});
process.once('SIGTERM', () => {
  worker.shutdown();
});
console.log('bereit');
await worker.run();
await Promise.all([connection.close(), sql.end()]);
