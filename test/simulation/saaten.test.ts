import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { durchgaenge, spieleDurchgaenge, type Durchgang } from '../support/saaten.ts';

const ALTE = { saat: 7, laeufe: 30, fund: 'einst gescheitert' };

function merkdatei(): URL {
  const datei = pathToFileURL(path.join(mkdtempSync(path.join(tmpdir(), 'lotse-saaten-')), 'saaten.json'));
  writeFileSync(datei, JSON.stringify({ leben: [ALTE], vertretung: [], fuzz: [] }));
  return datei;
}
const inhalt = (datei: URL): unknown => JSON.parse(readFileSync(datei, 'utf8'));

describe('die Saaten zufälliger Tests (ADR 0044)', () => {
  it('sind bei npm test immer dieselben, nachts jedes Mal andere', () => {
    const datei = merkdatei();
    const tags = [1, 2].map(() => durchgaenge('leben', 100, { nachts: false, datei }).at(-1));
    const nachts = [1, 2].map(() => durchgaenge('leben', 100, { nachts: true, datei }).at(-1)?.saat);
    expect(tags[0]).toEqual(tags[1]);
    expect(nachts[0]).not.toBe(nachts[1]);
  });

  it('eine gemerkte kommt zuerst, so weit, wie sie zum Scheitern brauchte', async () => {
    const datei = merkdatei();
    const gespielt: Durchgang[] = [];
    const alle = durchgaenge('leben', 100, { nachts: false, datei });
    await spieleDurchgaenge({ name: 'leben', alle, datei }, (eine) => void gespielt.push(eine));
    expect(gespielt[0]).toEqual({ saat: 7, laeufe: 30 });
    expect(gespielt).toHaveLength(2);
  });

  it('eine neue, die scheitert, wird gemerkt, und nur einmal', async () => {
    const datei = merkdatei();
    const scheitere = (): Promise<void> =>
      spieleDurchgaenge({ name: 'vertretung', alle: [{ saat: 99, laeufe: 500 }], datei }, () => {
        throw new Error('Niemand ist da');
      });
    await expect(scheitere()).rejects.toThrow('Niemand ist da');
    await expect(scheitere()).rejects.toThrow('Niemand ist da');
    expect(inhalt(datei)).toEqual({
      leben: [ALTE],
      vertretung: [{ saat: 99, laeufe: 500, fund: 'Error: Niemand ist da' }],
      fuzz: [],
    });
  });
});
