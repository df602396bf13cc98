import type { Express } from 'express';

/** One part the API needs, and whether it is there. */
type Teilpruefung = { readonly name: string; readonly pruefe: () => Promise<boolean> };

export type Bereitschaft = {
  readonly teile: readonly Teilpruefung[];
  /** True from SIGTERM on: no new requests, please. */
  readonly laeuftAus: () => boolean;
};

const GEDULD_MS = 2_000;

async function inGeduld(pruefe: () => Promise<boolean>): Promise<boolean> {
  let uhr: NodeJS.Timeout | undefined;
  const zuSpaet = new Promise<boolean>((fertig) => {
    uhr = setTimeout(() => {
      fertig(false);
    }, GEDULD_MS);
  });
  try {
    return await Promise.race([pruefe().catch(() => false), zuSpaet]);
  } finally {
    clearTimeout(uhr);
  }
}

/** `/livez`: the event loop turns. `/readyz`: names every part and whether it answers (quality-goals.md 4). */
export function registriereGesundheit(app: Express, { teile, laeuftAus }: Bereitschaft): void {
  app.get('/livez', (_, res) => {
    res.json({ status: 'ok' });
  });
  app.get('/readyz', async (_, res) => {
    const ergebnisse = await Promise.all(
      teile.map(async ({ name, pruefe }) => [name, (await inGeduld(pruefe)) ? 'ok' : 'fehlt'] as const),
    );
    const endet = laeuftAus();
    const bereit = !endet && ergebnisse.every(([, stand]) => stand === 'ok');
    res.status(bereit ? 200 : 503);
    if (!bereit) res.set('Retry-After', '2');
    res.json({
      status: bereit ? 'bereit' : endet ? 'laeuft_aus' : 'nicht_bereit',
      teile: Object.fromEntries(ergebnisse),
    });
  });
}
