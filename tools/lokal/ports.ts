import { createServer } from 'node:net';
import { BedienFehler } from '../../ops/bedienfehler.ts';

const loopback = '127.0.0.1';

function lauscheKurz(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: loopback, exclusive: true }, () => {
      const adresse = server.address();
      server.close(() => {
        if (adresse === null || typeof adresse === 'string') reject(new Error('no TCP address'));
        else resolve(adresse.port);
      });
    });
  });
}

/** A TCP port of the loopback interface nobody listens on at the moment. */
export function freierPort(): Promise<number> {
  return lauscheKurz(0);
}

/**
 * Throws a BedienFehler when the port cannot be listened on.
 * @param wofuer who wants the port, e.g. `die API`
 * @param einstellung how to choose another one, e.g. `LOTSE_PORT_API`
 */
export async function pruefePort(port: number, wofuer: string, einstellung?: string): Promise<void> {
  try {
    await lauscheKurz(port);
  } catch (cause) {
    const abhilfe =
      einstellung === undefined
        ? 'Beenden Sie das Programm, das ihn benutzt, oder wählen Sie einen anderen Port.'
        : `Beenden Sie das Programm, das ihn benutzt, oder wählen Sie mit ${einstellung} einen anderen Port.`;
    throw new BedienFehler(`Port ${String(port)} für ${wofuer} ist nicht frei.`, abhilfe, { cause });
  }
}
