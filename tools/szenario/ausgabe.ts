import type { Nachrichtensicht } from './motor.ts';
import type { GespielterSchritt, Spielbericht } from './spielen.ts';

const STUFEN = ['erinnerung', 'faellig', 'ueberfaellig', 'mitteilung'];

function schluessel({ fall, anlass, stufe, an }: Nachrichtensicht): string {
  return [fall, anlass, String(STUFEN.indexOf(stufe)), an].join(' ');
}

/** Messages in an order that does not depend on who sent them first. */
export function geordnet(nachrichten: readonly Nachrichtensicht[]): Nachrichtensicht[] {
  return nachrichten
    .map(({ fall, an, anlass, stufe }) => ({ fall, an, anlass, stufe }))
    .sort((a, b) => (schluessel(a) < schluessel(b) ? -1 : 1));
}

/** Objects of one meaning look alike, whichever engine built them. */
function nachNamen(wert: unknown): unknown {
  if (Array.isArray(wert)) return wert.map(nachNamen);
  if (typeof wert !== 'object' || wert === null) return wert;
  const eintraege: [string, unknown][] = Object.entries(wert);
  eintraege.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(eintraege.map(([name, teil]) => [name, nachNamen(teil)]));
}

function schritt({ schritt: gespielt, ergebnis, sicht }: GespielterSchritt): unknown {
  return {
    schritt: gespielt.nummer,
    am: gespielt.am,
    ...(gespielt.art === 'befehl' ? { als: gespielt.als, befehl: gespielt.befehl, fall: gespielt.fall } : {}),
    ...(ergebnis === null ? {} : { ergebnis: nachNamen(ergebnis) }),
    faelle: sicht.faelle.map(
      ({ fall, zustand, policy, neben, phasen, hinweise, auffaelligkeiten, vorgaenger, fristen }) => ({
        fall,
        zustand,
        policy,
        neben,
        ...(phasen.length > 0 ? { phasen } : {}),
        hinweise,
        ...(auffaelligkeiten.length > 0 ? { auffaelligkeiten } : {}),
        ...(vorgaenger === null ? {} : { vorgaenger }),
        fristen: fristen.map(({ id, vorkommen, roh, faellig, status, ruht }) => ({
          id,
          vorkommen,
          roh,
          faellig,
          status,
          ...(ruht ? { ruht } : {}),
        })),
      }),
    ),
    nachrichten: geordnet(sicht.nachrichten),
  };
}

/** One line of JSON per story: labels, legal instants and days, stable order; the same bytes from every engine. */
export function alsJson({ geschichte, schritte }: Spielbericht): string {
  const { titel, quelle, land } = geschichte;
  return JSON.stringify({ titel, quelle, land, schritte: schritte.map(schritt) });
}
