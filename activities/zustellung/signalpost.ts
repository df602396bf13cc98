import { alsGrundteil } from '../../db/client.ts';
import * as nachrichten from '../../db/nachrichten.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import { nebeneinander } from '../nebeneinander.ts';
import { merkeFehler } from './fehlversuch.ts';
import type { Zustellungsmittel } from './mittel.ts';
import { signalisiere } from './signale.ts';

/** Vorgänge that are told at the same time. */
const ZUGLEICH = 8;

/** Those of one Vorgang in their order. */
function jeVorgang(signale: readonly Sendung[]): Sendung[][] {
  const gruppen = new Map<string | null, Sendung[]>();
  for (const sendung of signale) {
    const vorgang = sendung.fallId ?? sendung.vorgangId;
    gruppen.set(vorgang, [...(gruppen.get(vorgang) ?? []), sendung]);
  }
  return [...gruppen.values()];
}

/** Signals side by side, marked together: told a second time, a Vorgang knows them by their key. */
export async function sendeSignale(
  mittel: Zustellungsmittel,
  signale: readonly Sendung[],
): Promise<{ readonly zugestellt: number; readonly gescheitert: number }> {
  const { db, jetzt } = mittel;
  const angekommen: string[] = [];
  await nebeneinander(jeVorgang(signale), ZUGLEICH, async (gruppe) => {
    for (const sendung of gruppe) {
      try {
        await signalisiere(mittel, sendung);
        angekommen.push(sendung.id);
      } catch (fehler) {
        await merkeFehler(mittel, sendung, fehler);
      }
    }
  });
  if (angekommen.length > 0)
    await alsGrundteil(db, 'worker', (tx) => nachrichten.markiereZugestellt(tx, angekommen, jetzt()));
  return { zugestellt: angekommen.length, gescheitert: signale.length - angekommen.length };
}
