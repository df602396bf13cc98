import { createSecureServer } from 'node:http2';
import { connect, type AddressInfo, type Server } from 'node:net';
import { readFileSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createServer } from 'node:tls';
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starteTemporal } from '../../tools/lokal/temporal.ts';
import { leiseLaufzeit } from '../../tools/probehaus/laufzeit.ts';
import { temporalverbindung } from '../../transport/temporal.ts';
import { inhalt, SERVERNAME, stelleZertifikateAus, type Zertifikate } from '../support/zertifikate.ts';

type Env = Record<string, string>;

/** Both ways Lotse has to Temporal: the client of API and worker, and the native one the worker polls with. */
const WEGE: Record<string, (env: Env) => Promise<{ close: () => Promise<void> }>> = {
  client: (env) =>
    Connection.connect({ ...temporalverbindung(env).connectionOptions, connectTimeout: 3_000 }),
  worker: (env) => NativeConnection.connect(temporalverbindung(env).connectionOptions),
};

describe.each(Object.entries(WEGE))('TLS zu Temporal: %s (gegen einen laufenden Server)', (_, verbinde) => {
  let z: Zertifikate;
  let temporal: Awaited<ReturnType<typeof starteTemporal>>;
  const server: Server[] = [];

  /** Terminates TLS before the real server; HTTP/2 goes through as it is. */
  async function tlsVorTemporal(mtls: boolean): Promise<string> {
    const [host, port] = temporal.adresse.split(':');
    const vor = createServer(
      {
        ...inhalt(z.server),
        ALPNProtocols: ['h2'],
        ...(mtls ? { ca: readFileSync(z.ca), requestCert: true, rejectUnauthorized: true } : {}),
      },
      (innen) => {
        const dahinter = connect(Number(port), host);
        // A caller that goes away is no fault of the server.
        pipeline(innen, dahinter, innen, () => undefined);
      },
    );
    return lausche(vor);
  }
  async function lausche(einer: Server): Promise<string> {
    server.push(einer);
    await new Promise<void>((offen) => einer.listen(0, '127.0.0.1', offen));
    return `127.0.0.1:${String((einer.address() as AddressInfo).port)}`;
  }

  let offen: Env;
  let beidseitig: Env;
  beforeAll(async () => {
    leiseLaufzeit();
    z = stelleZertifikateAus();
    temporal = await starteTemporal({ headless: true });
    const mitCa = { TEMPORAL_TLS_SERVER_CA_CERT_PATH: z.ca, TEMPORAL_TLS_SERVER_NAME: SERVERNAME };
    offen = { ...mitCa, TEMPORAL_ADDRESS: await tlsVorTemporal(false) };
    beidseitig = { ...mitCa, TEMPORAL_ADDRESS: await tlsVorTemporal(true) };
  });
  afterAll(async () => {
    for (const einer of server) einer.close();
    await temporal.stop();
    z.raeumeAuf();
  });

  const gelingt = async (env: Env): Promise<void> => {
    const verbindung = await verbinde(env);
    await verbindung.close();
  };
  const zertifikat = ({ cert, key }: { cert: string; key: string }): Env => ({
    TEMPORAL_TLS_CLIENT_CERT_PATH: cert,
    TEMPORAL_TLS_CLIENT_KEY_PATH: key,
  });

  it('mit der CA des Hauses verbindet er sich, ohne sie, mit fremder und mit anderem Namen nicht', async () => {
    await gelingt(offen);
    const { TEMPORAL_ADDRESS, TEMPORAL_TLS_SERVER_NAME } = offen as Record<string, string>;
    await expect(
      gelingt({
        TEMPORAL_ADDRESS: TEMPORAL_ADDRESS ?? '',
        TEMPORAL_TLS_SERVER_NAME: TEMPORAL_TLS_SERVER_NAME ?? '',
      }),
    ).rejects.toThrow();
    await expect(gelingt({ ...offen, TEMPORAL_TLS_SERVER_CA_CERT_PATH: z.fremdeCa })).rejects.toThrow();
    await expect(gelingt({ ...offen, TEMPORAL_TLS_SERVER_NAME: 'anderer.example' })).rejects.toThrow();
    await expect(gelingt({ TEMPORAL_ADDRESS: TEMPORAL_ADDRESS ?? '' })).rejects.toThrow();
  });

  it('mTLS: nur mit dem Zertifikat der richtigen CA', async () => {
    await gelingt({ ...beidseitig, ...zertifikat(z.client) });
    await expect(gelingt(beidseitig)).rejects.toThrow();
    await expect(gelingt({ ...beidseitig, ...zertifikat(z.fremder) })).rejects.toThrow();
  });

  it('der API-Schlüssel kommt über TLS an', async () => {
    const gesehen: (string | undefined)[] = [];
    const horcher = createSecureServer(inhalt(z.server));
    horcher.on('stream', (stream, header) => {
      gesehen.push(header.authorization);
      const unbekannt = { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '12' };
      stream.respond(unbekannt, { endStream: true });
    });
    const TEMPORAL_ADDRESS = await lausche(horcher);
    await verbinde({ ...offen, TEMPORAL_ADDRESS, TEMPORAL_API_KEY: 'pruef-schluessel' }).then(
      (verbindung) => verbindung.close(),
      () => undefined,
    );
    expect(new Set(gesehen)).toEqual(new Set(['Bearer pruef-schluessel']));
  });
});
