import type { Geschichte, Schritt } from './geschichte.ts';
import type { Befehlsergebnis, Motor, Sicht } from './motor.ts';
import { pruefe } from './pruefen.ts';

/** One step as it was played. `ergebnis` is null when only time passed. */
export type GespielterSchritt = {
  readonly schritt: Schritt;
  readonly ergebnis: Befehlsergebnis | null;
  readonly sicht: Sicht;
  readonly fehler: readonly string[];
};

export type Spielbericht = {
  readonly geschichte: Geschichte;
  readonly schritte: readonly GespielterSchritt[];
};

/** Plays a story from its first to its last step, whatever fails on the way. @throws what the engine throws. */
export async function spiele(geschichte: Geschichte, motor: Motor): Promise<Spielbericht> {
  await motor.beginne(geschichte);
  try {
    const schritte: GespielterSchritt[] = [];
    for (const schritt of geschichte.schritte) {
      await motor.stelleUhr(schritt.am);
      const ergebnis = schritt.art === 'befehl' ? await motor.befehl(schritt) : null;
      const sicht = await motor.sicht();
      schritte.push({ schritt, ergebnis, sicht, fehler: pruefe(schritt, ergebnis, sicht) });
    }
    return { geschichte, schritte };
  } finally {
    await motor.schliesse();
  }
}

/** What failed, each with its place in the file. */
export function fehlerVon({ geschichte, schritte }: Spielbericht): string[] {
  return schritte.flatMap(({ schritt, fehler }) =>
    fehler.map((text) => `${geschichte.datei}:${schritt.zeile}: Schritt ${schritt.nummer}: ${text}`),
  );
}
