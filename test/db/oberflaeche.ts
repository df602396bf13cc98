import type { Express } from 'express';
import pino from 'pino';
import { createApp, type Appmittel } from '../../api/app.ts';
import { lokalerAussteller, OHNE_GRENZEN } from '../../tools/probehaus/api.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import type { Aufbau } from './anwendung.ts';

/** The JSON API over the use cases, with a token for each colleague of the demo staff, and for others by name. */
export type Oberflaeche = { readonly app: Express; readonly tokens: ReadonlyMap<string, string> };

export async function baueOberflaeche(
  { umgebung }: Pick<Aufbau, 'umgebung'>,
  weitere: Readonly<Record<string, string>> = {},
  mehr: Partial<Pick<Appmittel, 'herkunft' | 'log' | 'routen' | 'sitzung'>> = {},
): Promise<Oberflaeche> {
  const { anmeldung, token } = await lokalerAussteller();
  const tokens = new Map<string, string>();
  for (const [kuerzel, id] of Object.entries({ ...PERSONAL, ...weitere }))
    tokens.set(kuerzel, await token(id));
  const bereitschaft = { laeuftAus: () => false, teile: [] };
  const log = pino({ level: 'silent' });
  const app = createApp({ umgebung, anmeldung, bereitschaft, log, grenzen: OHNE_GRENZEN, ...mehr });
  return { tokens, app };
}
