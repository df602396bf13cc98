import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between a client and the API: its address, and how it goes. */
export type Davorgestellter = { readonly url: string; readonly stop: () => void };

/** Listens at a port of its own. */
export async function lauscheDavor(server: Server): Promise<Davorgestellter> {
  await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
