import type { Server } from 'node:http';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import { pruefePort } from './ports.ts';

/** Where a server listens, for whom, and how the operator chooses another port. */
export type Platz = { port: number; wofuer: string; einstellung: string };

/** Listens on 127.0.0.1; a port in use is a BedienFehler. */
export async function lausche(server: Server, { port, wofuer, einstellung }: Platz): Promise<void> {
  await pruefePort(port, wofuer, einstellung);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new BedienFehler(`Port ${String(port)} für ${wofuer} ist nicht frei.`, `Ändern: ${einstellung}.`, {
          cause,
        }),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** Ends a server together with its open connections. */
export function schliesse(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
