import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Melder } from './melder.ts';
import { findeZeitserver } from './zeitserver-programm.ts';

export { findeZeitserver };

/** The SDK gives a server 5 s to answer, which a busy machine may miss. */
const versuche = 3;

/**
 * Starts a test server whose time begins at `abInstant` and only moves by `env.sleep` or while a result is awaited.
 * One server per story; `env.teardown()` ends it. A cold build of the server happens before its clock starts.
 * @param o.abInstant ISO instant with `Z`
 */
export async function starteZeitserver(o: {
  abInstant: string;
  melde?: Melder;
}): Promise<TestWorkflowEnvironment> {
  const abInstant = new Date(o.abInstant).toISOString();
  const executable = { type: 'existing-path', path: await findeZeitserver(o.melde) } as const;
  for (let versuch = 1; ; versuch += 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({
        server: { executable, extraArgs: [abInstant] },
      });
    } catch (fehler) {
      if (versuch === versuche) throw fehler;
    }
  }
}
