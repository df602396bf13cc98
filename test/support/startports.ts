import { freiePorts } from '../../tools/lokal/ports.ts';

const WOFUER = ['API', 'ANMELDUNG', 'SMTP', 'MAILS', 'POSTGRES', 'TEMPORAL', 'TEMPORAL_UI'] as const;

/** Settings of `npm start` with a free port for everything, so that a test stands beside a running Lotse. */
export async function freieStartports(): Promise<Record<string, string>> {
  const ports = await freiePorts(WOFUER.length);
  return Object.fromEntries(WOFUER.map((name, nr) => [`LOTSE_PORT_${name}`, String(ports[nr])]));
}
