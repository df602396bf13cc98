import { createServer } from 'node:net';
import { BedienFehler } from '../../ops/bedienfehler.ts';

const loopback = '127.0.0.1';

function lausche(port: number): Promise<{ readonly port: number; readonly schliesse: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: loopback, exclusive: true }, () => {
      const adresse = server.address();
      if (adresse === null || typeof adresse === 'string') {
        reject(new Error('no TCP address'));
        return;
      }
      const schliesse = (): Promise<void> =>
        new Promise((fertig) => {
          server.close(() => {
            fertig();
          });
        });
      resolve({ port: adresse.port, schliesse });
    });
  });
}

/** TCP ports of the loopback interface nobody listens on at the moment, each another one. */
export async function freiePorts(anzahl: number): Promise<number[]> {
  const gehalten = await Promise.all(Array.from({ length: anzahl }, () => lausche(0)));
  await Promise.all(gehalten.map(({ schliesse }) => schliesse()));
  return gehalten.map(({ port }) => port);
}

export async function freierPort(): Promise<number> {
  const [port = 0] = await freiePorts(1);
  return port;
}

/**
 * Throws a BedienFehler when the port cannot be listened on.
 * @param wofuer who wants the port, e.g. `die API`
 * @param einstellung how to choose another one, e.g. `LOTSE_PORT_API`
 */
export async function pruefePort(port: number, wofuer: string, einstellung?: string): Promise<void> {
  try {
    await (await lausche(port)).schliesse();
  } catch (cause) {
    const abhilfe =
      einstellung === undefined
        ? 'Beenden Sie das Programm, das ihn benutzt, oder wählen Sie einen anderen Port.'
        : `Beenden Sie das Programm, das ihn benutzt, oder wählen Sie mit ${einstellung} einen anderen Port.`;
    throw new BedienFehler(`Port ${String(port)} für ${wofuer} ist nicht frei.`, abhilfe, { cause });
  }
}
