import { kehreEntwuerfe } from '../activities/loeschung/entwuerfe.ts';
import { instantAus } from '../domain/frist/zeitzone.ts';
import type { Opsmittel } from './mittel.ts';

/** `entwuerfe`: sweeps now, as the night does, and says how many. */
export async function entwuerfe(mittel: Opsmittel): Promise<number> {
  const wer = { system: 'wartung' } as const;
  const gekehrt = await kehreEntwuerfe({ ...mittel, wer }, instantAus(Date.now()));
  const { abgelehnt, nie_angekommen: nie, bleibt } = gekehrt;
  console.log(
    `Entwürfe älter als ein Tag: ${String(abgelehnt)} abgelehnte und ${String(nie)} nie angekommene Befehle bereinigt, ${String(bleibt)} bleiben.`,
  );
  return 0;
}
