import { uebergabeprotokolleAus } from '../domain/fall/uebergabeprotokolle.ts';
import type { Uebergabeprotokoll } from '../domain/fall/uebergabeprotokoll.ts';
import { FALLABLAGE } from './ablage.ts';
import { fallereignis } from './akte.ts';
import type { Transaktion } from './client.ts';
import { liesEreignisdaten } from './geschichte.ts';
import { alsSystem } from './systemzugriff.ts';

/** Handovers and returns of a case, oldest first (TR10 to TR12, TR43, TR65); ids and days only. */
export function liesUebergabeprotokolle(
  tx: Transaktion,
  fallId: string,
): Promise<readonly Uebergabeprotokoll[]> {
  return alsSystem(tx, 'uebergabe', async () => {
    const zeilen = await liesEreignisdaten(tx, FALLABLAGE.ereignisse, fallId);
    return uebergabeprotokolleAus(
      fallId,
      zeilen.map(({ daten }) => fallereignis(daten)),
    );
  });
}
