import { format } from 'prettier';
import { openapi } from '../../api/doku/openapi.ts';
import { alleRouten } from '../../api/routen.ts';
import type { Anwendung } from '../../api/anwendung.ts';

/** The table of routes needs an application only when it is called. */
const niemand = new Proxy({} as Anwendung, {
  get: () => () => {
    throw new Error('Die Beschreibung der API führt nichts aus');
  },
});

/** The routes of the API without anything behind them. */
export const routenliste = (): ReturnType<typeof alleRouten> => alleRouten(niemand);

/** `docs/openapi.json` as it should be. */
export function openapiText(): Promise<string> {
  return format(JSON.stringify(openapi(routenliste())), { parser: 'json', printWidth: 110 });
}
