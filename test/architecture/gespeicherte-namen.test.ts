import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { gespeicherteNamen, schluesselnamen } from '../support/gespeicherte-namen.ts';

const DATEI = new URL('gespeicherte-namen.json', import.meta.url);

/**
 * Renames stop here: these names stand in stored histories and tables. A new name is added to the file; one that is missing
 * or called otherwise breaks running cases and needs an old form beside the new one (W6).
 */
describe('Namen, die gespeichert sind', () => {
  const heute = gespeicherteNamen();

  it('heißen wie bisher', async () => {
    expect(heute).toEqual(JSON.parse(await readFile(DATEI, 'utf8')));
  });

  it('ein umbenanntes Feld und eine umbenannte Art eines Ereignisses fallen auf', () => {
    const vorher = new Set(heute.schluessel);
    const nachher = schluesselnamen([
      {
        name: 'Feld',
        datei: 'workflows/contract.ts',
        statt: '  readonly antworten: readonly GemerkteAntwort[];',
        neu: '  readonly erinnerte: readonly GemerkteAntwort[];',
      },
      {
        name: 'Art',
        datei: 'domain/fall/ereignisse/zugang.ts',
        statt: "E<'vormerkung_beantwortet'>",
        neu: "E<'vormerkung_erwidert'>",
      },
    ]);
    const neu = nachher.filter((name) => !vorher.has(name));
    expect(neu.some((name) => name.endsWith('.erinnerte'))).toBe(true);
    expect(neu.filter((name) => name.startsWith('art='))).toEqual(['art=vormerkung_erwidert']);
  });
});
