import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { brichtKetteBei, dateibuch, erzeugeKennungen, type NeueBuchzeile } from '../../db/loeschung/buch.ts';

const ALT = Buffer.alloc(32, 1);
const NEU = Buffer.alloc(32, 2);
const satz = (kennung: string): NeueBuchzeile => ({
  am: '2029-03-01',
  satz: 'vorsatz',
  klasse: 'fall',
  kennung,
  anlass: 'frist',
});

describe('Löschbuch (DS-32)', () => {
  let datei: string;
  beforeEach(async () => {
    datei = path.join(await mkdtemp(path.join(tmpdir(), 'lotse-buch-')), 'buch.jsonl');
    await dateibuch(datei).schreibe([satz('a'), satz('b')]);
    await dateibuch(datei).schreibe([
      { ...satz('a'), satz: 'vollzug', umfang: { fall: 1, frist: 3 }, stand: 2 },
    ]);
  });

  it('führt die Kette über Prozesse hinweg fort und nennt den Stand, den der letzte Nachweis verlangt', async () => {
    const buch = dateibuch(datei);
    expect((await buch.letzte())?.nr).toBe(3);
    expect(await buch.verlangterStand()).toBe(2);
    expect(await brichtKetteBei(buch)).toBeNull();
  });

  it('übergeht eine vom kill abgeschnittene Zeile und schreibt hinter der letzten ganzen weiter', async () => {
    await appendFile(datei, '{"nr":4,"am":"2029-');
    expect((await dateibuch(datei).letzte())?.nr).toBe(3);
    await dateibuch(datei).schreibe([satz('c')]);
    expect((await dateibuch(datei).letzte())?.nr).toBe(4);
    expect(await brichtKetteBei(dateibuch(datei))).toBeNull();
  });

  it.each<[string, (zeilen: string[]) => string[], number]>([
    ['geändert', ([a = '', ...rest]) => [a.replace('"fall"', '"person"'), ...rest], 1],
    ['entfernt', ([a = '', , ...rest]) => [a, ...rest], 2],
    ['vertauscht', ([a = '', b = '', c = '']) => [b, a, c], 1],
  ])('merkt, wenn eine Zeile %s ist', async (_, eingriff, nummer) => {
    const zeilen = (await readFile(datei, 'utf8')).trimEnd().split('\n');
    await writeFile(datei, `${eingriff(zeilen).join('\n')}\n`);
    expect(await brichtKetteBei(dateibuch(datei))).toBe(nummer);
  });

  it('nennt dasselbe nach einem Wechsel des Schlüssels noch unter dem alten Namen', () => {
    const vorher = erzeugeKennungen([ALT]).neu('fall', 'x');
    const { neu, alle } = erzeugeKennungen([NEU, ALT]);
    expect(neu('fall', 'x')).not.toBe(vorher);
    expect(alle('fall', 'x')).toContain(vorher);
    expect(neu('fall', 'x')).not.toBe(neu('person', 'x'));
  });
});
