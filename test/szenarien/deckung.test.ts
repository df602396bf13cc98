import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERTRAEGE } from '../../api/befehle/vertraege.ts';
import { kernMotor } from '../../tools/szenario/kern.ts';
import { leseGeschichte } from '../../tools/szenario/lesen.ts';
import { spiele } from '../../tools/szenario/spielen.ts';
import { deckende, type Werk } from './auswahl.ts';
import { STAMMBEFEHLE } from '../../tools/szenario/stammdaten.ts';

const ORDNER = new URL('.', import.meta.url);
const DATEIEN = readdirSync(ORDNER).filter((name) => name.endsWith('.yaml'));

/** Names of the commands some story plays with success; `voll` plays stories with all of them over HTTP (auswahl.ts). */
async function gelungene(): Promise<Set<string>> {
  const namen = new Set<string>();
  for (const datei of DATEIEN) {
    const geschichte = leseGeschichte(datei, readFileSync(new URL(datei, ORDNER), 'utf8'));
    const { schritte } = await spiele(geschichte, kernMotor());
    for (const { schritt, ergebnis } of schritte) {
      if (schritt.art === 'befehl' && ergebnis !== null && 'ergebnis' in ergebnis) namen.add(schritt.befehl);
    }
  }
  return namen;
}

describe('die Geschichten zusammen', () => {
  it('spielen jeden Befehl mindestens einmal mit Erfolg', async () => {
    const gespielt = await gelungene();
    const alle = [...VERTRAEGE.map((v) => v.befehl), ...Object.keys(STAMMBEFEHLE)];
    expect(alle.filter((name) => !gespielt.has(name))).toEqual([]);
  });

  it('für den ganzen Stapel sind so gewählt, dass zusammen nichts fehlt und keine doppelt ist', () => {
    const werk = (name: string, kosten: number, ...merkmale: string[]): Werk => ({
      name,
      kosten,
      merkmale: new Set(merkmale),
    });
    const werke = [
      werk('a', 10, '1', '2'),
      werk('b', 20, '1', '2', '3'),
      werk('c', 5, '4'),
      werk('d', 50, '4'),
    ];
    // What `a` shows, `b` shows, too.
    expect(deckende(werke)).toEqual(['b', 'c']);
    expect(deckende([])).toEqual([]);
  });
});
