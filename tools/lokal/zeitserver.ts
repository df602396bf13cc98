import { Connection } from '@temporalio/client';
import {
  InternalConnectionOptionsSymbol,
  type InternalConnectionOptions,
} from '@temporalio/client/lib/connection.js';
import { msToTs, requiredTsToMs } from '@temporalio/common/lib/time.js';
import { NativeConnection } from '@temporalio/worker';
import type { Melder } from './melder.ts';
import { zeithaus } from './zeithaus.ts';

/** A Temporal test server whose clock starts where it is told to, and jumps. */
export type Zeitserver = {
  readonly connection: Connection;
  readonly native: NativeConnection;
  readonly adresse: string;
  /** The instant of the server, in ms since 1970. */
  readonly jetztMs: () => Promise<number>;
  /** Lets so much of the server's time pass at once, with all that is due in it. */
  readonly schlafe: (ms: number) => Promise<void>;
  readonly beende: () => Promise<void>;
};

/**
 * Starts a test server whose time begins at `abInstant` and only jumps by `schlafe`.
 * One server per story, because time never goes back. A cold build of the servers happens before the clock starts.
 * @param o.abInstant ISO instant with `Z`
 */
export async function starteZeitserver(o: { abInstant: string; melde?: Melder }): Promise<Zeitserver> {
  const haus = await zeithaus(o.melde);
  const port = await haus.starte(new Date(o.abInstant).toISOString());
  const adresse = `127.0.0.1:${String(port)}`;
  const einstellung: InternalConnectionOptions = {
    address: adresse,
    [InternalConnectionOptionsSymbol]: { supportsTestService: true },
  };
  const native = await NativeConnection.connect({ address: adresse });
  const connection = await Connection.connect(einstellung);
  const { testService } = connection;
  if (testService === undefined) throw new Error('Der Zeitserver kennt keine Zeit');
  return {
    connection,
    native,
    adresse,
    jetztMs: async () => requiredTsToMs((await testService.getCurrentTime({})).time, 'time'),
    schlafe: async (ms) => {
      await testService.unlockTimeSkippingWithSleep({ duration: msToTs(ms) });
    },
    beende: async () => {
      await connection.close();
      await native.close();
      haus.beende(port);
    },
  };
}
